import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { exportCourse, readOptions, type ExportArguments } from './export.ts';
import { RefusedError, UsageError } from './usage.ts';

let folder: string;
let out: string;
let built: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'five-points-export-'));
	[out, built] = [join(folder, 'out'), join(folder, 'built')];
	mkdirSync(join(built, 'embed'), { recursive: true });
	writeFileSync(join(built, 'embed/package.all.js'), 'player();');
	writeFileSync(join(built, 'notices.txt'), 'MIT');
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	return async () => {
		vi.restoreAllMocks();
		await rm(folder, { recursive: true });
	};
});

const run = (given: ExportArguments, course = 'paris-call') =>
	exportCourse([course], { out, ...given }, built);

test('a package is written whole, under a name of its own, and nothing beside it', async () => {
	expect(await run({ format: 'scorm12', language: 'fr', points: '1,3', mastery: '70' })).toBe(0);
	expect(await readdir(out)).toEqual(['paris-call-fr-points-1-3-scorm12.zip']);
	const files = unzipSync(await readFile(join(out, 'paris-call-fr-points-1-3-scorm12.zip')));
	expect(Object.keys(files)).toContain('imsmanifest.xml');
	expect(new TextDecoder().decode(files['imsmanifest.xml'])).toContain('masteryscore>70<');
	expect(new TextDecoder().decode(files['player.js'])).toBe('player();');
});

test('a newer package takes the place of an older one, of whatever format', async () => {
	for (const format of ['cmi5', 'html', 'web'] as const) {
		await run({ format });
		const [name = ''] = await readdir(out);
		if (format === 'web') await writeFile(join(out, name, 'left-over.txt'), '');
		const before = format === 'web' ? '' : await readFile(join(out, name), 'latin1');
		writeFileSync(join(built, 'embed/package.all.js'), `newer(${JSON.stringify(format)});`);
		await run({ format });
		expect(await readdir(out)).toEqual([name]);
		if (format === 'web')
			expect((await readdir(join(out, name))).sort()).toEqual([
				...['index.html', 'notices.txt', 'page.css', 'player.js']
			]);
		else expect(await readFile(join(out, name), 'latin1')).not.toBe(before);
		await rm(out, { recursive: true });
	}
});

test('where a folder should go, a file stays', async () => {
	mkdirSync(out);
	await writeFile(join(out, 'paris-call-web'), 'mine');
	await expect(run({ format: 'web' })).rejects.toThrow(/is a file/);
	expect(await readFile(join(out, 'paris-call-web'), 'utf8')).toBe('mine');
	expect(await readdir(out)).toEqual(['paris-call-web']);
});

test('what cannot be written says so, and leaves nothing', async () => {
	await writeFile(out, '');
	await expect(run({ format: 'html' })).rejects.toThrow(RefusedError);
	await expect(run({ format: 'html' })).rejects.toThrow(/cannot be written \(E\w+\)\. Check/);
});

test('what has not been built says how to build it', async () => {
	await rm(join(built, 'embed'), { recursive: true });
	await expect(run({ format: 'html' })).rejects.toThrow(/npm run build/);
});

describe('an argument that makes no sense is told apart', () => {
	test.each<[ExportArguments, RegExp]>([
		[{}, /needs --format: scorm12, scorm2004, cmi5, html, web/],
		[{ format: 'scorm' }, /“scorm” is no format/],
		[{ format: 'web', behaviour: 'cheat' }, /no behaviour: practice, retry, exam, certainty/],
		[{ format: 'web', points: '1,x' }, /“x” is no whole number from 0\. Write it as in --points 1,3/],
		[{ format: 'web', points: '' }, /--points 1,3/],
		[{ format: 'web', number: '0' }, /--number 10/],
		[{ format: 'web', number: '1e3' }, /--number 10/],
		[{ format: 'web', seed: '' }, /--seed is empty/],
		[{ format: 'web', mastery: '101' }, /--mastery 0\.7/],
		[{ format: 'web', mastery: 'half' }, /--mastery 0\.7/]
	])('%o', (given, message) => {
		expect(() => readOptions(given)).toThrow(UsageError);
		expect(() => readOptions(given)).toThrow(message);
	});

	test.each<[ExportArguments, RegExp]>([
		[{ language: 'de' }, /not in “de”\. It is in: en, fr/],
		[{ points: '9' }, /no questions of point 9, but of: 0, 1, 2, 3, 4, 5/],
		[{ items: 'nothing' }, /no question “nothing”/]
	])('%o, which this course has not', async (given, message) => {
		await expect(run({ format: 'web', ...given })).rejects.toThrow(message);
		await expect(readdir(out)).rejects.toThrow();
	});

	test('a course that is not there, or none', async () => {
		await expect(run({ format: 'web' }, 'nowhere')).rejects.toThrow(
			/no course “nowhere”\. There is: paris-call/
		);
		await expect(exportCourse([], { format: 'web', out })).rejects.toThrow(UsageError);
		await expect(exportCourse(['paris-call'], { format: 'web' })).rejects.toThrow(/--out/);
	});
});

test('a mark is a share or a percentage', () => {
	const read = (mastery: string) => readOptions({ format: 'web', mastery }).mastery;
	expect(['0.7', '70', '70%', '1', '1%', '0', '67.5'].map(read)).toEqual([0.7, 0.7, 0.7, 1, 0.01, 0, 0.675]);
});
