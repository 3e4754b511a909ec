import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { ITEMS, PRIMER } from './fixtures.ts';
import {
	allBanks,
	edition,
	editionsOf,
	findBank,
	folderOf,
	isUnavailable,
	libraryFingerprint,
	libraryProblems,
	openLibrary,
	refreshLibrary,
	unavailableCourses
} from './library.server.ts';
import { BrokenBanks } from './problem.ts';
import { ITEMS_FR, PRIMER_FR } from './translation/fixtures.ts';

let folder: string;

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
	await openLibrary(folder);
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
	expect(findBank('both', language)?.primer.title).toBe(title);
});

test('a primer without a translation comes as it was written', () => {
	expect(findBank('english', 'fr')?.primer).toMatchObject({ title: 'A primer', language: 'en' });
	expect(findBank('english', 'fr')?.languages).toEqual(['en']);
	expect(findBank('nowhere', 'fr')).toBeUndefined();
});

test('all primers come in a language, each as far as it has one', () => {
	expect(allBanks('fr').map(({ primer }) => primer.title)).toEqual(['Une amorce', 'A primer']);
	expect(allBanks().map(({ primer }) => primer.title)).toEqual(['A primer', 'A primer']);
});

test('each edition knows all languages, that of the original first, and is the same each time', () => {
	expect(findBank('both', 'fr')?.languages).toEqual(['en', 'fr', 'fr-CA']);
	expect(findBank('both', 'fr')).toBe(findBank('both', 'fr-BE'));
	expect(editionsOf('both').map(({ bank }) => bank.primer.language)).toEqual(['fr', 'fr-CA']);
	expect(editionsOf('nowhere')).toEqual([]);
});

describe('a course with a problem', () => {
	afterEach(async () => {
		rmSync(join(folder, 'english/fr'), { recursive: true, force: true });
		write('both/1.yaml', ITEMS);
		await openLibrary(folder);
	});

	test('alone is not served, and it is said which one and why', async () => {
		write('english/fr/1.yaml', 'items: [');
		await openLibrary(folder);
		expect(allBanks().map(({ primer }) => primer.id)).toEqual(['both']);
		expect(unavailableCourses()).toEqual(['english']);
		expect([isUnavailable('english'), isUnavailable('both'), isUnavailable('nowhere')]).toEqual([
			true,
			false,
			false
		]);
		expect(libraryProblems().map(({ file, line }) => `${file}:${line}`)).toEqual(['english/fr/1.yaml:1']);
	});

	test('stops the start where no other is left, and the library stays as it was', async () => {
		write('english/fr/1.yaml', 'items: [');
		write('both/1.yaml', 'items: [');
		await expect(openLibrary(folder)).rejects.toBeInstanceOf(BrokenBanks);
		expect([folderOf('both'), allBanks().length, libraryProblems()]).toEqual([join(folder, 'both'), 2, []]);
	});

	test('is served as it last was where the library is only read again', async () => {
		const before = findBank('both');
		write('both/1.yaml', 'items: [');
		write('english/fr/1.yaml', 'items: [');
		await refreshLibrary();
		expect(findBank('both')).toBe(before);
		expect(unavailableCourses()).toEqual([]);
		const files = libraryProblems().map(({ file }) => file);
		expect(files).toEqual(expect.arrayContaining(['both/1.yaml', 'english/fr/1.yaml']));
		write('both/1.yaml', ITEMS.replace('How many are there?', 'How many of them?'));
		await refreshLibrary();
		expect(findBank('both')?.items[1]?.stem).toBe('How many of them?');
		expect(libraryProblems().map(({ file }) => file)).toEqual(['english/fr/1.yaml']);
	});
});

test('the edition counts each time that anything served or said is another, and only then', async () => {
	const first = edition();
	await refreshLibrary();
	expect(edition()).toBe(first);
	write('both/1.yaml', 'items: [');
	await refreshLibrary();
	const broken = edition();
	expect(broken).toBeGreaterThan(first);
	write('both/1.yaml', ITEMS.replace('How many are there?', 'How many of them?'));
	await refreshLibrary();
	expect(edition()).toBeGreaterThan(broken);
	write('both/1.yaml', ITEMS);
	await refreshLibrary();
});

test('the fingerprint is another one when a word has changed, in whichever language, and the old one when it is back', async () => {
	const before = libraryFingerprint();
	write('both/fr/primer.yaml', PRIMER_FR.replace('Une amorce', 'Une autre amorce'));
	await openLibrary(folder);
	expect(libraryFingerprint()).not.toBe(before);
	write('both/fr/primer.yaml', PRIMER_FR);
	await openLibrary(folder);
	expect(libraryFingerprint()).toBe(before);
});
