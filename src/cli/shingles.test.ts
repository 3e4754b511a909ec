import { writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, courseCopy } from './fixtures.ts';

const course = courseCopy();

beforeEach(course.make);
afterEach(course.remove);

const shingles = (...args: string[]) => call('shingles', ...args);

describe('five-points shingles', () => {
	test('writes fingerprints of a text, and not a word of it', async () => {
		const source = course.path('source.txt');
		writeFileSync(source, 'Seven grey geese flew slowly over the quiet northern lake.');
		const { status, stdout } = await shingles(course.file(''), source);
		expect([status, stdout]).toEqual([
			0,
			expect.stringMatching(/source-shingles\.json: 3 runs of 8 words\.\n$/)
		]);
		const written = course.read('source-shingles.json');
		expect(JSON.parse(written)).toEqual({ words: 8, runs: expect.any(Array) });
		expect(written).not.toMatch(/geese/i);
	});

	test('by which “check” then finds what was copied', async () => {
		const source = course.path('source.txt');
		writeFileSync(source, 'Seven grey geese flew slowly over the quiet northern lake.');
		await shingles(course.file(''), source);
		course.change(
			'primer.yaml',
			/(?<=\n {4}claim: ).+/,
			'There GREY geese flew slowly, over the quiet northern water.'
		);
		const { status, stdout } = await call('check', course.path('questions'));
		expect(status).toBe(1);
		expect(stdout).toContain(
			'“grey geese flew slowly over the quiet northern” is in the source word for word (C-07)'
		);
	});

	test.each([
		['a reading', /(?<=\n {8}text: \|\n {10}).+/, 'Grey geese flew slowly over the quiet northern sea.'],
		[
			'that of the whole',
			/(?<=\nreading: \|\n {2}).+/,
			'Grey geese flew slowly over the quiet northern sea.'
		],
		['a cue', /(?<=\n {4}cue: ).+/, 'Which grey geese flew slowly over the quiet northern sea?']
	])('also in %s', async (_, place, words) => {
		const source = course.path('source.txt');
		writeFileSync(source, 'Seven grey geese flew slowly over the quiet northern lake.');
		await shingles(course.file(''), source);
		course.change('primer.yaml', place, words);
		expect((await call('check', course.path('questions'))).stdout).toContain(
			'“grey geese flew slowly over the quiet northern” is in the source word for word (C-07)'
		);
	});

	test.each([
		['no text', ['one'], '“shingles” takes the folder of a primer and a text file.'],
		['a third name', ['one', 'two', 'three'], '“shingles” takes the folder of a primer and a text file.'],
		['a text that cannot be read', ['one', '/nowhere.txt'], '“/nowhere.txt” cannot be read.']
	])('refuses %s', async (_, args, said) => {
		const { status, stderr } = await shingles(...args);
		expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
	});

	test('refuses a folder that is not there', async () => {
		const source = course.path('source.txt');
		writeFileSync(source, 'Words.');
		const { status, stderr } = await shingles(course.path('nowhere'), source);
		expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be written.')]);
	});
});
