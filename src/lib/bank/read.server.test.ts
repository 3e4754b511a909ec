import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { BrokenBanks, describeProblem } from './problem.ts';
import { LARGEST_FILE, readLibrary, readSoundBanks } from './read.server.ts';
import { ITEMS, PRIMER } from './fixtures.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

/** The sound banks of the folder, and all problems. */
async function readBanks(directory: string) {
	const { located, problems } = await readLibrary(directory);
	return { banks: located.map(({ bank }) => bank), problems };
}

function writeCourse(name: string, title = 'A primer'): void {
	write(`${name}/primer.yaml`, PRIMER.replace('A primer', title));
	write(`${name}/1.yaml`, ITEMS);
}

test('reads several primers side by side, by the names of their folders', async () => {
	writeCourse('zebra', 'Last');
	writeCourse('ant', 'First');
	const { banks, problems } = await readBanks(folder);
	expect(problems).toEqual([]);
	expect(banks.map(({ primer, items }) => [primer.id, primer.title, items.length])).toEqual([
		['ant', 'First', 2],
		['zebra', 'Last', 2]
	]);
});

test('leaves out hidden folders and files, other files and folders within', async () => {
	writeCourse('course');
	for (const name of ['.git', '_drafts']) write(`${name}/notes.yaml`, 'junk: [');
	for (const name of ['.swp.yaml', '_draft.yaml', 'notes.txt', 'notes/1.yaml', 'img/1.yaml'])
		write(`course/${name}`, 'junk: [');
	write('README.md', '# Notes');
	const { banks, problems } = await readBanks(folder);
	expect(problems).toEqual([]);
	expect(banks).toHaveLength(1);
});

test('says that a folder is missing, or holds no primer', async () => {
	const missing = join(folder, 'nowhere');
	expect((await readBanks(missing)).problems).toEqual([
		{ file: missing, message: 'the folder cannot be read (ENOENT)', fix: 'Check its name and its rights.' }
	]);
	expect((await readBanks(folder)).problems).toEqual([
		expect.objectContaining({ file: folder, message: 'there is no folder of questions in it' })
	]);
});

test('refuses a file that is too large without reading it', async () => {
	writeCourse('course');
	write('course/2.yaml', '');
	truncateSync(join(folder, 'course/2.yaml'), LARGEST_FILE + 1);
	write('course/3.yaml', '');
	truncateSync(join(folder, 'course/3.yaml'), 50 * 1024 * 1024);
	const { banks, problems } = await readBanks(folder);
	expect(banks).toEqual([]);
	expect(problems.map(({ file, message }) => [file, message])).toEqual([
		['course/2.yaml', 'the file has 16 MB, and 16 MB is the most that is read'],
		['course/3.yaml', 'the file has 50 MB, and 16 MB is the most that is read']
	]);
});

test('refuses a file that is not UTF-8, and takes one with a byte order mark', async () => {
	writeCourse('course');
	write('course/2.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9));
	write('course/1.yaml', `\uFEFF${ITEMS}`);
	expect((await readBanks(folder)).problems.map(describeProblem)).toEqual([
		'course/2.yaml: the file is not text in UTF-8\n    Save it as UTF-8.'
	]);
});

test('refuses a folder whose name cannot be part of an address', async () => {
	writeCourse('my course?');
	expect((await readBanks(folder)).problems.map(({ file }) => file)).toEqual(['my course?']);
});

test('reads the folders of a primer that are named by a language', async () => {
	writeCourse('course');
	write('course/fr/primer.yaml', 'title: Une amorce');
	write('course/pt-BR/primer.yaml', 'title: Uma cartilha');
	write('course/de/notes.txt', 'Nichts.');
	write('course/fr/_draft.yaml', 'junk: [');
	const { banks, problems } = await readBanks(folder);
	expect(problems).toEqual([]);
	expect(banks.map(({ languages }) => languages)).toEqual([['en', 'fr', 'pt-BR']]);
});

test('tells of a folder whose name is nearly a language and of a file that is too large', async () => {
	writeCourse('course');
	write('course/pt_br/primer.yaml', 'title: Uma cartilha');
	write('course/fr/1.yaml', '');
	truncateSync(join(folder, 'course/fr/1.yaml'), LARGEST_FILE + 1);
	const { banks, problems } = await readBanks(folder);
	expect(banks).toEqual([]);
	expect(problems.map(({ file, fix }) => [file, fix])).toEqual([
		['course/fr/1.yaml', expect.stringContaining('Split it')],
		['course/pt_br/', 'Rename it to “pt-BR”.']
	]);
});

test('tells the problems of all folders, and nothing half-loads', async () => {
	writeCourse('good');
	for (const name of ['bad', 'worse']) {
		writeCourse(name);
		write(`${name}/1.yaml`, ITEMS.replace('value: 2', 'value: two'));
	}
	const { banks, problems } = await readBanks(folder);
	expect(banks.map(({ primer }) => primer.id)).toEqual(['good']);
	expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['bad/1.yaml:19', 'worse/1.yaml:19']);

	const thrown = await readSoundBanks(folder).catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(BrokenBanks);
	expect(thrown).toHaveProperty(
		'message',
		expect.stringMatching(
			/^The questions have 2 problems; nothing was started\.\n\nbad\/1\.yaml:19:12: “number” value: .*\n {4}Write digits/
		)
	);
});
