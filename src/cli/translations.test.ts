import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, courseCopy } from './fixtures.ts';

const course = courseCopy();

beforeEach(course.make);
afterEach(course.remove);

const check = (...args: string[]) => call('check', course.path('questions'), ...args);

describe('five-points check, of a translation,', () => {
	test('lists what is missing, with its place, and does not fail', async () => {
		course.change('fr/0-opening.yaml', /\n {4}hint: .+/, '');
		course.change('fr/primer.yaml', /\n {4}where: .+/, '');
		const { status, stdout } = await check();
		expect(status).toBe(0);
		expect(stdout).toMatch(
			/\nMissing translations\nparis-call\/fr\/primer\.yaml:\d+:\d+: facts\[0\]\.where: is not translated\n {4}Write it in French; until then the English is shown\.\nparis-call\/fr\/0-opening\.yaml:\d+:\d+: “[\w-]+” hint: is not translated\n/
		);
		expect(stdout).toMatch(/, 2 missing translations/);
		expect(JSON.parse((await check('--json')).stdout)).toMatchObject({
			missing: [
				{ file: 'paris-call/fr/primer.yaml', path: 'facts[0].where', line: expect.any(Number) },
				{ file: 'paris-call/fr/0-opening.yaml', path: expect.stringContaining(' hint') }
			]
		});
	});

	test('lists each item of a file that is not there', async () => {
		rmSync(course.file('fr/5-timing.yaml'));
		const { status, stdout } = await check();
		expect(status).toBe(0);
		expect(stdout).toMatch(
			/paris-call\/fr\/5-timing\.yaml: “[\w-]+”: the item is not translated\n {4}Write it in French; until then the whole item is shown in English\.\n/
		);
	});

	test('says what is wrong with its place there, and fails', async () => {
		course.change('fr/0-opening.yaml', /(?=\n {4}stem: )/, '\n    difficulty: 1');
		course.change('fr/primer.yaml', /\n {2}- id: 1\n/, '\n  - id: 8\n');
		const { status, stdout } = await check();
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/paris-call\/fr\/primer\.yaml:\d+:\d+: points\[0\]\.id: the original has no “8” here/
		);
		expect(stdout).toMatch(
			/paris-call\/fr\/0-opening\.yaml:\d+:5: “[\w-]+”: “difficulty” is the same in every language\n {4}Leave it out here\.\n/
		);
		expect(stdout).toMatch(/\n2 problems in 2 files\.\n$/);
	});

	test('tells what the rules find in it, in its file, beside what they find in the original', async () => {
		course.change('fr/0-opening.yaml', /(?<=\n {8}text: ).+/, 'toutes ces réponses');
		const { status, stdout } = await check();
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/^Errors\nparis-call\/fr\/0-opening\.yaml:\d+:15: “[\w-]+” options\[0\]\.text: the option “toutes ces réponses” refers to others \(W-01\)\n/
		);
	});

	test('takes a second language', async () => {
		mkdirSync(course.file('pt-BR'));
		writeFileSync(course.file('pt-BR/primer.yaml'), 'title: O Apelo de Paris\n');
		const { status, stdout } = await check();
		expect(status).toBe(0);
		expect(stdout).toMatch(/, translated into French and Brazilian Portuguese\n/);
		expect(stdout).toMatch(/pt-BR\/0-opening\.yaml: “launch-event”: the item is not translated/);
	});
});
