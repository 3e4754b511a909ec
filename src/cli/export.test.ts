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
	build('player();');
	writeFileSync(join(built, 'notices.txt'), 'MIT');
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	return async () => {
		vi.restoreAllMocks();
		await rm(folder, { recursive: true });
	};
});

/** Builds what plays a package, and what plays a page. */
function build(code: string): void {
	for (const name of ['package', 'page']) writeFileSync(join(built, `embed/${name}.all.js`), code);
}

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

test('a package of one language has the script that speaks it alone, and a page none that speaks to a platform', async () => {
	writeFileSync(join(built, 'embed/package.fr.all.js'), 'frenchPackage();');
	writeFileSync(join(built, 'embed/page.fr.all.js'), 'frenchPage();');
	await run({ format: 'scorm12', language: 'fr' });
	const files = unzipSync(await readFile(join(out, 'paris-call-fr-scorm12.zip')));
	expect(new TextDecoder().decode(files['player.js'])).toBe('frenchPackage();');
	await run({ format: 'web', language: 'fr' });
	expect(await readFile(join(out, 'paris-call-fr-web/player.js'), 'utf8')).toBe('frenchPage();');
	await run({ format: 'web', language: 'en' });
	expect(await readFile(join(out, 'paris-call-en-web/player.js'), 'utf8')).toBe('player();');
});

test('a newer package takes the place of an older one, of whatever format', async () => {
	for (const format of ['cmi5', 'html', 'web'] as const) {
		await run({ format });
		const [name = ''] = await readdir(out);
		const before = format === 'web' ? '' : await readFile(join(out, name), 'latin1');
		build(`newer(${JSON.stringify(format)});`);
		await run({ format });
		expect(await readdir(out)).toEqual([name]);
		if (format === 'web') {
			expect((await readdir(join(out, name))).sort()).toEqual([
				...['index.html', 'notices.txt', 'page.css', 'player.js']
			]);
			expect(await readFile(join(out, name, 'player.js'), 'utf8')).toBe('newer("web");');
		} else expect(await readFile(join(out, name), 'latin1')).not.toBe(before);
		await rm(out, { recursive: true });
	}
});

test('what an author has in the folder of a package stays, to the last byte', async () => {
	await run({ format: 'web' });
	const path = join(out, 'paris-call-web');
	mkdirSync(join(path, '.git/objects'), { recursive: true });
	const own = { CNAME: 'quiz.example', 'mine.html': '<p>mine', '.git/HEAD': 'ref', '.git/objects/1': 'blob' };
	for (const [name, content] of Object.entries(own)) writeFileSync(join(path, name), content);
	build('newer();');
	await run({ format: 'web' });
	for (const [name, content] of Object.entries(own))
		expect(await readFile(join(path, name), 'utf8')).toBe(content);
	expect(await readFile(join(path, 'player.js'), 'utf8')).toBe('newer();');
	expect(await readdir(path)).toHaveLength(4 + 3);
	expect(await readdir(out)).toEqual(['paris-call-web']);
});

test('a page or a folder of somebody else is not replaced by one of a package', async () => {
	const path = join(out, 'paris-call-web');
	mkdirSync(path, { recursive: true });
	await writeFile(join(path, 'CNAME'), 'quiz.example');
	await run({ format: 'web' });
	await writeFile(join(path, 'index.html'), '<p>mine');
	await expect(run({ format: 'web' })).rejects.toThrow(/index\.html” is not of an earlier package/);
	expect(await readFile(join(path, 'index.html'), 'utf8')).toBe('<p>mine');
	expect(await readdir(path)).toHaveLength(5);
	await rm(path, { recursive: true });
	await run({ format: 'web' });
	await rm(join(path, 'notices.txt'));
	mkdirSync(join(path, 'notices.txt'));
	build('newer();');
	await expect(run({ format: 'web' })).rejects.toThrow(/notices\.txt” is not of an earlier package/);
	expect(await readFile(join(path, 'player.js'), 'utf8')).toBe('player();');
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
		[{ format: 'web', seed: 'two words' }, /“two words” is no seed\. Write a word of at most 64 letters/],
		[{ format: 'web', kinds: 'cloze,essay' }, /“essay” is no kind: single-choice, /],
		[{ format: 'web', kinds: '' }, /“” is no kind/],
		[{ format: 'web', difficulties: '1,4' }, /--difficulties takes 1, 2 and 3/],
		[{ format: 'web', difficulties: '' }, /--difficulties takes/],
		[{ format: 'web', minutes: '0' }, /--minutes 10/],
		[{ format: 'web', minutes: '601' }, /“601” is no whole number from 1 to 600/],
		[{ format: 'web', order: 'random' }, /“random” is no order: mixed, fixed/],
		[{ format: 'web', mastery: '101' }, /--mastery 0\.7/],
		[{ format: 'web', mastery: 'half' }, /--mastery 0\.7/]
	])('%o', (given, message) => {
		expect(() => readOptions(given)).toThrow(UsageError);
		expect(() => readOptions(given)).toThrow(message);
	});

	test.each<[ExportArguments, RegExp]>([
		[{ language: 'de' }, /not in “de”\. It is in: en, fr/],
		[{ points: '9' }, /no questions of point 9, but of: 0, 1, 2, 3, 4, 5/],
		[{ items: 'nothing' }, /no question “nothing”/],
		[{ number: '999999' }, /not 999999 questions to ask together, but \d+\. Write --number \d+ or less/],
		[{ items: 'launch-event', kinds: 'numeric' }, /No question of the course is all of this/],
		[{ points: '1', number: '500' }, /not 500 questions to ask together, but \d\d?\./]
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

test('of a course only the kinds and difficulties that are wanted are asked, in order and within the time', async () => {
	await run({
		...{ format: 'web', kinds: 'single-choice, ordering', difficulties: '1,2' },
		...{ minutes: '15', order: 'fixed' }
	});
	const [folder = ''] = await readdir(out);
	const page = await readFile(join(out, folder, 'index.html'), 'utf8');
	const [, made = ''] = /id="five-points-package">(.*?)<\/script>/.exec(page) ?? [];
	const told: unknown = JSON.parse(made);
	expect(told).toMatchObject({
		...{ kinds: ['single-choice', 'ordering'], difficulties: [1, 2], order: 'fixed', minutes: 15 }
	});
});

test('what is named twice is asked once, in a package of the same name', async () => {
	await run({ format: 'web', items: 'launch-event,launch-event', points: '0,00', order: 'fixed' });
	await run({ format: 'web', items: 'launch-event', points: '0', order: 'fixed' });
	const [folder = '', ...more] = await readdir(out);
	expect([folder, more]).toEqual([expect.stringMatching(/^paris-call-points-0-/), []]);
	const page = await readFile(join(out, folder, 'index.html'), 'utf8');
	expect(page).toContain('"points":[0],"order":"fixed","items":["launch-event"]');
});

test('a mark is a share or a percentage', () => {
	const read = (mastery: string) => readOptions({ format: 'web', mastery }).mastery;
	expect(['0.7', '70', '70%', '1', '1%', '0', '67.5'].map(read)).toEqual([0.7, 0.7, 0.7, 1, 0.01, 0, 0.675]);
});
