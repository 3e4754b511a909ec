import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { processorTime } from '#lib/text/fixtures.ts';

import { BrokenBanks, describeProblem } from './problem.ts';
import { LARGEST_FILE, MOST_FILES } from './read-course.server.ts';
import { readLibrary, readSoundBanks } from './read.server.ts';
import { LONGEST_TEXT } from './outsized.ts';
import { MOST_PROBLEMS } from './source-file.ts';
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
		{ file: missing, message: 'the folder cannot be read (ENOENT)', fix: 'Check its name and permissions.' }
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
		'course/2.yaml:1:4: the file is not text in UTF-8\n    Save it as UTF-8; your editor has it under “Save as” or “Encoding”.'
	]);
});

test('refuses a folder whose name cannot be part of an address', async () => {
	writeCourse('my course?');
	expect((await readBanks(folder)).problems.map(({ file }) => file)).toEqual(['my course?/']);
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

test.each([
	['UTF-16 with its mark', Buffer.from(`\uFEFF${ITEMS}`, 'utf16le'), 'the file is text in UTF-16'],
	['UTF-16, big-endian', Buffer.from(`\uFEFF${ITEMS}`, 'utf16le').swap16(), 'the file is text in UTF-16'],
	[
		'UTF-16 without a mark',
		Buffer.from(ITEMS, 'utf16le'),
		'the file contains a null character, which is not text'
	],
	['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'the file is not text in UTF-8'],
	['Latin-1 in its second line', Buffer.from('a: 1\nb: é\n', 'latin1'), 'the file is not text in UTF-8']
])('refuses %s', async (_, content, message) => {
	writeCourse('course');
	write('course/2.yaml', content);
	expect((await readLibrary(folder)).problems).toEqual([
		expect.objectContaining({ file: 'course/2.yaml', message })
	]);
});

test('tells the line in which a file ceases to be UTF-8', async () => {
	writeCourse('course');
	write('course/2.yaml', Buffer.from('a: 1\nb: é\n', 'latin1'));
	expect((await readLibrary(folder)).problems).toMatchObject([{ line: 2, column: 4 }]);
});

test.each([
	['primer.yml', '1.yml'],
	['primer.YAML', '1.YAML'],
	['Primer.Yaml', 'One.Yml']
])('reads %s and %s', async (primer, items) => {
	write(`course/${primer}`, PRIMER);
	write(`course/${items}`, ITEMS);
	const { banks, problems } = await readBanks(folder);
	expect(problems).toEqual([]);
	expect(banks).toHaveLength(1);
});

test.each([
	['guide.yml', 'Answers.yml'],
	['Guide.YAML', 'ANSWERS.yaml']
])('takes %s for the guide, and %s for answers', async (guide, answers) => {
	writeCourse('course');
	write(`course/${guide}`, 'minutes: long');
	write(`course/${answers}`, 'answers: []');
	expect((await readLibrary(folder)).problems).toMatchObject([
		{ file: `course/${guide}` },
		{ file: `course/${guide}`, path: 'minutes' }
	]);
});

test.each([
	['guide.yaml', 'guide.yml', 'guide'],
	['answers.yaml', 'Answers.yml', 'file of answers'],
	['fr/guide.yaml', 'fr/Guide.yaml', 'guide'],
	['fr/answers.yml', 'fr/answers.yaml', 'file of answers']
])('refuses %s beside %s', async (one, other, what) => {
	writeCourse('course');
	write('course/fr/1.yaml', 'point: 1\nitems: []\n');
	for (const name of [one, other]) write(`course/${name}`, 'junk: []');
	const { problems } = await readLibrary(folder);
	const surplus = [one, other].find((name) => !/\/?(guide|answers)\.yaml$/.test(name));
	expect(problems.filter(({ message }) => message.includes('beside it'))).toEqual([
		{ file: `course/${surplus}`, message: `there is another ${what} beside it`, fix: 'Keep one of the two.' }
	]);
	expect(problems.filter(({ path }) => path === 'point')).toEqual([]);
});

test('refuses a second primer', async () => {
	writeCourse('course');
	write('course/primer.yml', PRIMER);
	expect((await readLibrary(folder)).problems).toEqual([
		expect.objectContaining({ file: 'course/primer.yml', message: 'there is another primer beside it' })
	]);
});

test('refuses what has the name of a file of questions and is none', async () => {
	writeCourse('course');
	mkdirSync(join(folder, 'course/2.yaml'));
	execFileSync('mkfifo', [join(folder, 'course/3.yml')]);
	expect((await readLibrary(folder)).problems.map(({ file, message }) => [file, message])).toEqual([
		['course/2.yaml', 'this is a folder, and its name is that of a file'],
		['course/3.yml', 'this is no file that can be read']
	]);
});

test('names what it passes over, so that nobody waits for it in vain', async () => {
	writeCourse('course');
	write('stray.yaml', ITEMS);
	for (const name of ['.1.yaml', '_draft.yml', '2.yaml.txt', 'french/1.yaml', 'img/a.png', 'notes.txt'])
		write(`course/${name}`, 'Not read.');
	const { problems, passedOver } = await readLibrary(folder);
	expect(problems).toEqual([]);
	expect(passedOver.map(({ file }) => file)).toEqual([
		'stray.yaml',
		'course/.1.yaml',
		'course/2.yaml.txt',
		'course/_draft.yml',
		'course/french/'
	]);
});

describe('links', () => {
	test('are followed as a mounted configuration has them', async () => {
		write('course/..2026_11_28/primer.yaml', PRIMER);
		write('course/..2026_11_28/1.yaml', ITEMS);
		symlinkSync('..2026_11_28', join(folder, 'course/..data'));
		for (const name of ['primer.yaml', '1.yaml']) symlinkSync(`..data/${name}`, join(folder, 'course', name));
		mkdirSync(join(folder, '..2026/mounted'), { recursive: true });
		write('..2026/mounted/primer.yaml', PRIMER);
		write('..2026/mounted/1.yaml', ITEMS);
		symlinkSync('..2026/mounted', join(folder, 'mounted'));
		write('course/.texts/primer.yaml', 'title: Une amorce');
		symlinkSync('.texts', join(folder, 'course/fr'));
		const { banks, problems } = await readBanks(folder);
		expect(problems).toEqual([]);
		expect(banks.map(({ primer, languages }) => [primer.id, languages])).toEqual([
			['course', ['en', 'fr']],
			['mounted', ['en']]
		]);
	});

	test('to the folder of questions itself are followed', async () => {
		write('real/course/primer.yaml', PRIMER);
		write('real/course/1.yaml', ITEMS);
		symlinkSync('real', join(folder, 'linked'));
		expect((await readBanks(join(folder, 'linked'))).banks).toHaveLength(1);
	});

	test.each([
		['course/2.yaml', '/etc/hostname', 'this is a link that leads out of the folder of questions'],
		['course/2.yaml', 'nowhere.yaml', 'this is a link to something that does not exist'],
		['course/2.yaml', '2.yaml', 'this is a link that leads in a circle'],
		['course/fr', '/etc', 'this is a link that leads out of the folder of questions'],
		['course/fr', '..', 'this is a link that leads in a circle'],
		['other', '/etc', 'this is a link that leads out of the folder of questions'],
		['other', '.', 'this is a link that leads in a circle'],
		['other', 'nowhere', 'this is a link to something that does not exist']
	])('%s to %s is named', async (name, to, message) => {
		writeCourse('course');
		symlinkSync(to, join(folder, name));
		expect((await readLibrary(folder)).problems).toEqual([expect.objectContaining({ file: name, message })]);
	});
});

test('takes the folder of a course itself', async () => {
	writeCourse('my-course');
	write('my-course/fr/primer.yaml', 'title: Une amorce');
	write('my-course/1.yaml', ITEMS.replace('value: 2', 'value: two'));
	const path = join(folder, 'my-course');
	expect((await readLibrary(path)).problems.map(({ file }) => file)).toEqual(['my-course/1.yaml']);
	write('my-course/1.yaml', ITEMS);
	const { located, problems } = await readLibrary(`${path}/`);
	expect(problems).toEqual([]);
	expect(located).toMatchObject([{ bank: { primer: { id: 'my-course' } }, folder: path }]);
});

test('takes a folder of items without a primer for a course that lacks it, and not its translation for one', async () => {
	write('my-course/1.yaml', ITEMS);
	write('my-course/fr/primer.yaml', 'title: Une amorce');
	const { problems } = await readLibrary(join(folder, 'my-course'));
	expect(problems).toMatchObject([{ file: 'my-course/primer.yaml', message: 'the file is missing' }]);
});

test('names a course within a course', async () => {
	writeCourse('course');
	writeCourse('course/inner');
	expect((await readLibrary(folder)).problems).toEqual([
		expect.objectContaining({ file: 'course/inner/', message: 'this is a course within a course' })
	]);
});

test.each(['settings', 'Reading', '_app', 'icons', 'fr'])('refuses a course called “%s”', async (name) => {
	writeCourse('course');
	writeCourse(name);
	const { located, broken, problems, passedOver } = await readLibrary(folder);
	expect(located).toHaveLength(1);
	// What begins with “_” is no course at all.
	if (name === '_app') return expect(passedOver).toMatchObject([{ file: '_app/' }]);
	expect(broken).toEqual([name]);
	expect(problems).toEqual([
		expect.objectContaining({ file: `${name}/`, message: 'the folder’s name is that of a page of the app' })
	]);
});

test('takes a name as any system writes its accents', async () => {
	writeCourse('e\u0301tude');
	expect((await readBanks(folder)).banks.map(({ primer }) => primer.id)).toEqual(['\u00e9tude']);
});

describe('limits', () => {
	test('of the number of files', async () => {
		writeCourse('course');
		for (let index = 0; index < MOST_FILES; index++) write(`course/more-${index}.yaml`, '');
		expect((await readLibrary(folder)).problems).toEqual([
			expect.objectContaining({
				file: 'course/',
				message: `the folder has ${MOST_FILES + 2} files of questions, and ${MOST_FILES} is the most that is read`
			})
		]);
	});

	test('of the size of all files of a course', async () => {
		writeCourse('course');
		for (let index = 0; index < 5; index++) {
			write(`course/more-${index}.yaml`, '');
			truncateSync(join(folder, `course/more-${index}.yaml`), LARGEST_FILE);
		}
		expect((await readLibrary(folder)).problems).toContainEqual(
			expect.objectContaining({ file: 'course/', message: expect.stringMatching(/80 MB in all, and 64 MB/) })
		);
	});

	test('of a text, reported at its place', async () => {
		writeCourse('course');
		write('course/1.yaml', ITEMS.replace('Which is *first*?', 'x'.repeat(LONGEST_TEXT + 1)));
		expect((await readLibrary(folder)).problems).toEqual([
			expect.objectContaining({ file: 'course/1.yaml', line: 8, path: 'items[0].stem' })
		]);
		write('course/1.yaml', ITEMS.replace('Which is *first*?', 'x'.repeat(LONGEST_TEXT)));
		expect((await readLibrary(folder)).problems).toEqual([]);
	});

	test('of the problems reported; the rest is counted', async () => {
		writeCourse('course');
		write('course/fr/1.yaml', 'items: []');
		write('course/1.yaml', `point: 1\nitems:\n${'- {}\n'.repeat(100_000)}`);
		const before = processorTime();
		const { problems } = await readLibrary(folder);
		expect(problems).toHaveLength(MOST_PROBLEMS + 1);
		expect(problems.at(-1)).toMatchObject({
			file: 'course/1.yaml',
			message: expect.stringContaining('99,000 more items')
		});
		expect(processorTime() - before).toBeLessThan(5000);
	});
});
