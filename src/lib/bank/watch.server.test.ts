import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openLibrary, type CurrentLibrary } from './current-library.server.ts';
import { ITEMS, PRIMER } from './fixtures.ts';
import { watchLibrary } from './watch.server.ts';

let folder: string;
let library: CurrentLibrary;
let stop: () => void;
/** What the terminal would say. */
let said: string[];

function write(path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

const asking = (stem: string) => ITEMS.replace('How many are there?', stem);
const question = () => library.now.find('course')?.items[1]?.stem;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	write('course/primer.yaml', PRIMER);
	write('course/1.yaml', ITEMS);
	library = await openLibrary(folder);
	said = [];
	stop = watchLibrary(library, (text) => said.push(text));
});

afterEach(() => {
	stop();
	rmSync(folder, { recursive: true });
});

test('a file that is saved is soon in the library', async () => {
	write('course/1.yaml', asking('How many of them?'));
	await expect.poll(() => question()).toBe('How many of them?');
});

test('so is one that an editor writes beside the old one and renames', async () => {
	write('course/.1.yaml.swp', asking('Renamed?'));
	renameSync(join(folder, 'course/.1.yaml.swp'), join(folder, 'course/1.yaml'));
	await expect.poll(() => question()).toBe('Renamed?');
});

test('and one that a link leads to elsewhere than before, as a mounted configuration is renewed', async () => {
	for (const [version, text] of [
		['..1', ITEMS],
		['..2', asking('Linked anew?')]
	] as const)
		write(`course/${version}/1.yaml`, text);
	symlinkSync('..1', join(folder, 'course/..data'));
	rmSync(join(folder, 'course/1.yaml'));
	symlinkSync('..data/1.yaml', join(folder, 'course/1.yaml'));
	symlinkSync('..2', join(folder, 'course/..new'));
	renameSync(join(folder, 'course/..new'), join(folder, 'course/..data'));
	await expect.poll(() => question()).toBe('Linked anew?');
});

test('of many saved at once, the last one counts', async () => {
	for (let count = 0; count <= 200; count++) write('course/1.yaml', asking(`How many, ${count}?`));
	await expect.poll(() => question()).toBe('How many, 200?');
});

test('a broken file is reported, leaves the last good course in place, and is forgotten once corrected', async () => {
	write('course/1.yaml', ITEMS.replace('stem:', 'steem:'));
	await expect.poll(() => library.now.problems).not.toEqual([]);
	expect(question()).toBe('How many are there?');
	expect(said.at(-1)).toMatch(/^The questions have .*\n\ncourse\/1\.yaml:\d+:\d+: [\s\S]*steem/);
	write('course/1.yaml', asking('Mended?'));
	await expect.poll(() => question()).toBe('Mended?');
	expect(library.now.problems).toEqual([]);
	await expect.poll(() => said.at(-1)).toMatch(/read again/);
});

test('a course that comes or goes, and a folder that is gone for a while', async () => {
	write('another/primer.yaml', PRIMER);
	write('another/1.yaml', ITEMS);
	await expect.poll(() => library.now.all()).toHaveLength(2);
	rmSync(join(folder, 'another'), { recursive: true });
	await expect.poll(() => library.now.all()).toHaveLength(1);
	renameSync(folder, `${folder}-away`);
	await expect.poll(() => library.now.problems).toHaveLength(1);
	expect(question()).toBe('How many are there?');
	renameSync(`${folder}-away`, folder);
	await expect.poll(() => library.now.problems).toEqual([]);
});
