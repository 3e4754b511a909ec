import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { ITEMS, PRIMER } from './fixtures.ts';
import { openLibrary, type CurrentLibrary } from './current-library.server.ts';
import { BrokenBanks } from './problem.ts';
import { ITEMS_FR, PRIMER_FR } from './translation/fixtures.ts';

let folder: string;
let library: CurrentLibrary;

function write(path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	for (const course of ['both', 'english']) {
		write(`${course}/primer.yaml`, PRIMER);
		write(`${course}/1.yaml`, ITEMS);
	}
	write('both/fr/primer.yaml', PRIMER_FR);
	write('both/fr/1.yaml', ITEMS_FR);
	write('both/fr-CA/primer.yaml', 'title: Une amorce de chez nous');
	library = await openLibrary(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
	[undefined, 'A primer'],
	['en', 'A primer'],
	['en-US', 'A primer'],
	['fr', 'Une amorce'],
	['fr-BE', 'Une amorce'],
	['FR-ca', 'Une amorce de chez nous'],
	['de', 'A primer'],
	['', 'A primer'],
	['not a tag', 'A primer']
])('in %s, the primer is called “%s”', (language, title) => {
	expect(library.now.find('both', language)?.primer.title).toBe(title);
});

test('a primer without a translation comes as it was written', () => {
	expect(library.now.find('english', 'fr')?.primer).toMatchObject({ title: 'A primer', language: 'en' });
	expect(library.now.find('english', 'fr')?.languages).toEqual(['en']);
	expect(library.now.find('nowhere', 'fr')).toBeUndefined();
});

test('all primers come in a language, each as far as it has one', () => {
	expect(library.now.all('fr').map(({ primer }) => primer.title)).toEqual(['Une amorce', 'A primer']);
	expect(library.now.all().map(({ primer }) => primer.title)).toEqual(['A primer', 'A primer']);
});

test('each edition knows all languages, that of the original first, and is the same each time', () => {
	expect(library.now.find('both', 'fr')?.languages).toEqual(['en', 'fr', 'fr-CA']);
	expect(library.now.find('both', 'fr')).toBe(library.now.find('both', 'fr-BE'));
	expect(library.now.editionsOf('both').map(({ bank }) => bank.primer.language)).toEqual(['fr', 'fr-CA']);
	expect(library.now.editionsOf('nowhere')).toEqual([]);
});

describe('a course with a problem', () => {
	afterEach(async () => {
		rmSync(join(folder, 'english/fr'), { recursive: true, force: true });
		write('both/1.yaml', ITEMS);
		library = await openLibrary(folder);
	});

	test('alone is not served, and it is said which one and why', async () => {
		write('english/fr/1.yaml', 'items: [');
		library = await openLibrary(folder);
		expect(library.now.all().map(({ primer }) => primer.id)).toEqual(['both']);
		expect(library.now.unavailable).toEqual(['english']);
		expect([
			library.now.isUnavailable('english'),
			library.now.isUnavailable('both'),
			library.now.isUnavailable('nowhere')
		]).toEqual([true, false, false]);
		expect(library.now.problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['english/fr/1.yaml:1']);
	});

	test('stops the start if no other is left, and replaces none that is served', async () => {
		write('english/fr/1.yaml', 'items: [');
		write('both/1.yaml', 'items: [');
		await expect(openLibrary(folder)).rejects.toBeInstanceOf(BrokenBanks);
		const before = library.now;
		await expect(library.replace(folder)).rejects.toBeInstanceOf(BrokenBanks);
		expect(library.now).toBe(before);
		expect([library.now.folderOf('both'), library.now.all().length, library.now.problems]).toEqual([
			join(folder, 'both'),
			2,
			[]
		]);
	});

	test('is served as it last was if the library is only read again', async () => {
		const before = library.now.find('both');
		write('both/1.yaml', 'items: [');
		write('english/fr/1.yaml', 'items: [');
		await library.reread();
		expect(library.now.find('both')).toBe(before);
		expect(library.now.unavailable).toEqual([]);
		const files = library.now.problems.map(({ file }) => file);
		expect(files).toEqual(expect.arrayContaining(['both/1.yaml', 'english/fr/1.yaml']));
		write('both/1.yaml', ITEMS.replace('How many are there?', 'How many of them?'));
		await library.reread();
		expect(library.now.find('both')?.items[1]?.stem).toBe('How many of them?');
		expect(library.now.problems.map(({ file }) => file)).toEqual(['english/fr/1.yaml']);
	});
});

test('the edition number grows whenever anything served or said changes, and only then', async () => {
	const first = library.now.edition;
	await library.reread();
	expect(library.now.edition).toBe(first);
	write('both/1.yaml', 'items: [');
	await library.reread();
	const broken = library.now.edition;
	expect(broken).toBeGreaterThan(first);
	write('both/1.yaml', ITEMS.replace('How many are there?', 'How many of them?'));
	await library.reread();
	expect(library.now.edition).toBeGreaterThan(broken);
	write('both/1.yaml', ITEMS);
	await library.reread();
});

test('the fingerprint changes with a word in any language, and changes back with it', async () => {
	const before = library.now.fingerprint;
	write('both/fr/primer.yaml', PRIMER_FR.replace('Une amorce', 'Une autre amorce'));
	await library.replace(folder);
	expect(library.now.fingerprint).not.toBe(before);
	write('both/fr/primer.yaml', PRIMER_FR);
	await library.replace(folder);
	expect(library.now.fingerprint).toBe(before);
});

test('another folder replaces all courses at once, and a library taken before stays whole', async () => {
	const other = mkdtempSync(join(tmpdir(), 'five-points-'));
	onTestFinished(() => rmSync(other, { recursive: true }));
	mkdirSync(join(other, 'another'));
	writeFileSync(join(other, 'another/primer.yaml'), PRIMER);
	writeFileSync(join(other, 'another/1.yaml'), ITEMS);
	const current = await openLibrary(folder);
	const before = current.now;
	const names = (banks = current.now.all()) => banks.map(({ primer }) => primer.id);
	const replaced = current.replace(other);
	expect(names()).toEqual(['both', 'english']);
	await replaced;
	expect([names(), current.now.folder]).toEqual([['another'], other]);
	expect(current.now.edition).toBe(before.edition + 1);
	expect(names(before.all())).toEqual(['both', 'english']);
});

test('of two readings, the one requested last counts, however long each takes', async () => {
	const current = await openLibrary(folder);
	const larger = current.replace(folder);
	const smaller = current.replace(join(folder, 'english'));
	await Promise.all([larger, smaller]);
	expect(current.now.courses.map((course) => course.folder)).toEqual([join(folder, 'english')]);
});
