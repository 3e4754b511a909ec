import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';

import { bankIn, inLanguage } from './course-file.ts';
import { canAsk, drawQuiz } from './draw.ts';
import { editionOf } from './edition.ts';
import { courseFileOf } from './write.ts';

const { located } = await readLibrary(join(import.meta.dirname, '../../../../questions'));
const [shipped] = located;
if (!shipped) throw new Error('There is no course.');
const all = [shipped.bank, ...shipped.editions.map(({ bank }) => bank)];
const course = courseFileOf(all);
if (!course) throw new Error('The course serves exams alone.');

describe('a course that travels', () => {
	test('has all its languages, and each is found by any tag that means it', () => {
		expect(course.banks.map(({ primer }) => primer.language)).toEqual(['en', 'fr']);
		expect(bankIn(course, 'fr-CA')?.primer.language).toBe('fr');
		expect(bankIn(course, 'EN')?.primer.language).toBe('en');
		expect(bankIn(course, 'de')).toBeUndefined();
	});

	test('is of the same version in one language alone as in all', () => {
		expect(inLanguage(course, 'fr-CA')).toEqual({ ...course, banks: course.banks.slice(1) });
		expect(inLanguage(course, 'de')).toEqual({ ...course, banks: course.banks.slice(0, 1) });
	});

	test('has nothing that is kept for exams, not even the name of an item', () => {
		const kept = bankWith({
			items: [
				['id: number', 'id: number\n    for: exam'],
				['id: first', 'id: first\n    enemies: [number]']
			]
		});
		const travels = courseFileOf([kept]);
		expect(travels?.banks[0].items.map(({ id }) => id)).toEqual(['first']);
		expect(JSON.stringify(travels)).not.toContain('number');
	});

	test('is none if it serves exams alone', () => {
		expect(
			courseFileOf([bankWith({ primer: [['language: en', 'language: en\nserves: exam']] })])
		).toBeUndefined();
		expect(courseFileOf([])).toBeUndefined();
	});

	test('leaves out what no quiz shows', () => {
		const ignore = 'ignore: [{ rule: W-19, reason: here it is meant so }]';
		const shared = bankWith({
			items: [
				['items:\n', `stimuli:\n  - { id: ferry, title: A ferry, text: It drifts., ${ignore} }\nitems:\n`],
				['stem: Which', 'stimulus: ferry\n    stem: Which']
			]
		});
		const withStimulus = JSON.stringify(courseFileOf([shared]));
		expect(withStimulus).toContain('It drifts.');
		expect(withStimulus).not.toContain('ignore');
		const text = JSON.stringify(course);
		for (const key of ['cue', 'reading', 'wording', 'blueprint', 'ignore'])
			expect(text).not.toContain(`"${key}":`);
	});
});

describe('the edition of some content', () => {
	test('changes with a word of it, and with nothing else', () => {
		const edition = editionOf([bankWith()]);
		expect(edition).toMatch(/^[0-9a-f]{16}$/);
		expect(editionOf([bankWith()])).toBe(edition);
		expect(editionOf([bankWith({ items: [['One comes first.', 'One is first.']] })])).not.toBe(edition);
	});
});

describe('the same seed', () => {
	test('draws the same questions here and in the app, whatever else is asked for', () => {
		const ids = course.banks[0].items.map(({ id }) => id);
		const options = fc.record(
			{
				behaviour: fc.constantFrom(...behaviourNames),
				points: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
				number: fc.integer({ min: 1, max: 88 }),
				items: fc.subarray(ids, { minLength: 1 }),
				order: fc.constantFrom('mixed' as const, 'fixed' as const),
				minutes: fc.integer({ min: 1, max: 60 })
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(options, fc.stringMatching(/^[a-z0-9]{1,8}$/), (wanted, seed) => {
				for (const [index, bank] of course.banks.entries()) {
					const { form, address } = drawQuiz(bank, { ...wanted, seed }, 'other');
					const app = all[index] ?? shipped.bank;
					const asked = readOptions(new URLSearchParams(address), offerOf(app));
					expect(asked.notices).toEqual([]);
					expect(setForm(app, asked.options, 'another').form).toEqual(form);
					expect(canAsk(bank, form)).toBe(true);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('cannot be asked of a course that has lost a question, or of another', () => {
		const [bank] = course.banks;
		const { form } = drawQuiz(bank, {}, 'seed');
		const fewer = { ...bank, items: bank.items.filter(({ id }) => id !== form.items[0]) };
		expect(canAsk(fewer, form)).toBe(false);
		expect(canAsk(bankWith(), form)).toBe(false);
	});
});
