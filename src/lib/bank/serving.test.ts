import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { changed, complaints, filesWith, ITEMS } from './fixtures.ts';
import { isKept, openBank, openItems, servesExamsAlone } from './serving.ts';
import type { SourceFile } from './source-file.ts';
import { frenchWith, PRIMER_FR } from './translation/fixtures.ts';

const keptItem: [string, string] = ['id: number', 'id: number\n    for: exam'];
const keptPoint: [string, string] = ['id: 1, title', 'id: 1, for: exam, title'];
const exams: [string, string] = ['language: en', 'language: en\nserves: exam'];

/** An item of point 2, beside the two of point 1. */
const second: SourceFile = {
	name: 'b/2.yaml',
	text: changed(ITEMS, [
		['point: 1', 'point: 2'],
		['id: first', 'id: other'],
		['id: number', 'id: other-number\n    enemies: [number]']
	])
};

function bankOf(changes: Parameters<typeof filesWith>[0], more: SourceFile[] = [second]) {
	const { bank, problems } = checkBank('b', [...filesWith(changes), ...more]);
	if (!bank) throw new Error(`The sample is broken: ${problems.map(({ message }) => message).join()}`);
	return bank;
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const all = ['first', 'number', 'other', 'other-number'];

describe('with their keys, anyone may have', () => {
	test.each<[string, Parameters<typeof filesWith>[0], string[]]>([
		['all items where nothing is said', {}, all],
		[
			'all items of a course that says it is open',
			{ primer: [['language: en', 'language: en\nserves: open']] },
			all
		],
		['all but an item that is kept', { items: [keptItem] }, ['first', 'other', 'other-number']],
		['all but the items of a point that is kept', { primer: [keptPoint] }, ['other', 'other-number']],
		['none of a course that serves exams', { primer: [exams] }, []],
		['none of it, whatever else is kept', { primer: [exams, keptPoint], items: [keptItem] }, []]
	])('%s', (_, changes, open) => {
		const bank = bankOf(changes);
		expect(idsOf(openItems(bank))).toEqual(open);
		expect(idsOf(openBank(bank).items)).toEqual(open);
		// An exam draws from all.
		expect(idsOf(bank.items)).toEqual(all);
		expect(idsOf(bank.items.filter(isKept))).toEqual(all.filter((id) => !open.includes(id)));
	});
});

test('a bank that keeps nothing is given as it is, and another is made once', () => {
	const [open, kept] = [bankOf({}), bankOf({ items: [keptItem] })];
	expect(openBank(open)).toBe(open);
	expect(openBank(kept)).toBe(openBank(kept));
	expect(openBank(openBank(kept))).toBe(openBank(kept));
});

test('what is given does not even name an item that is kept', () => {
	const open = JSON.stringify(openBank(bankOf({ items: [keptItem] })).items);
	expect(open).toContain('"other-number"');
	expect(open).not.toContain('"number"');
});

test('the facts of an open course stay, whichever items ask for them; a course for exams gives none away', () => {
	const kept = bankOf({ primer: [keptPoint] });
	expect(openBank(kept).primer.facts).toEqual(kept.primer.facts);
	const closed = openBank(
		bankOf({
			primer: [
				exams,
				['asks: what is first', 'asks: what is first, reading: Read.'],
				['points:', 'reading: Read.\npoints:']
			]
		})
	);
	expect(closed.primer).toMatchObject({ title: 'A primer', facts: [] });
	expect(JSON.stringify(closed)).not.toMatch(/One is first|Read\./);
	expect(servesExamsAlone(kept.primer)).toBe(false);
	expect(servesExamsAlone(closed.primer)).toBe(true);
});

test('the drawings of a course for exams tell its facts, and are not given away', () => {
	const drawn = checkBank('b', [
		second,
		...filesWith({ primer: [exams] }).map(({ name, text }) =>
			name.endsWith('primer.yaml')
				? {
						name,
						text: `${text}timeline:\n  title: When\n  summary: It was.\n  events:\n    - { id: a, date: 2018, text: It began, facts: [F1.1] }\n`
					}
				: { name, text }
		)
	]).bank;
	expect(drawn?.primer.timeline).toBeDefined();
	expect(drawn && openBank(drawn).primer).not.toHaveProperty('timeline');
});

test('a translation keeps what its original keeps, also an item that it lacks', () => {
	const { editions } = checkBank(
		'b',
		[...filesWith({ primer: [keptPoint] }), second],
		[{ language: 'fr', name: 'b/fr', files: [{ name: 'b/fr/primer.yaml', text: PRIMER_FR }] }]
	);
	expect(editions.map(({ bank }) => idsOf(openItems(bank)))).toEqual([['other', 'other-number']]);
});

describe('is refused', () => {
	test('a course of which nothing is left to study', () => {
		expect(complaints(filesWith({ items: [['id: first', 'id: first\n    for: exam'], keptItem] }))).toEqual([
			'b/primer.yaml every item is kept for exams, so nothing is left to study | Write “serves: exam” if the whole course is for exams; else take “for: exam” from some items or points.'
		]);
		expect(complaints(filesWith({ primer: [keptPoint] }))).toHaveLength(1);
		expect(complaints(filesWith({ primer: [exams, keptPoint] }))).toEqual([]);
	});

	test('a way to serve that there is not', () => {
		expect(complaints(filesWith({ primer: [['language: en', 'language: en\nserves: exams']] }))).toEqual([
			'b/primer.yaml:4:9 serves: is not a way to serve a course | Write “open”, or “exam” where no answer may be known before the end of an exam.'
		]);
		const remedy =
			'is not what an item or a point can be kept for | Write “for: exam”, or leave the line out.';
		expect(complaints(filesWith({ primer: [['id: 1, title', 'id: 1, for: study, title']] }))).toEqual([
			`b/primer.yaml:6:19 points[0].for: ${remedy}`
		]);
		expect(complaints(filesWith({ items: [['id: number', 'id: number\n    for: true']] }))).toEqual([
			`b/1.yaml:14:10 “number” for: ${remedy}`
		]);
	});

	test.each<[string, Parameters<typeof filesWith>[0], RegExp]>([
		[
			'as its original has it',
			{ primer: [exams], items: [['id: first', 'id: first\n    for: exam']] },
			/ is the same in every language \| Leave it out here\.$/
		],
		[
			'on its own',
			{},
			/^.* the original has no “(for|serves)” \| Leave it out, or write it in the original too\.$/
		]
	])('a translation that says it %s', (_, changes, expected) => {
		const french = frenchWith({
			primer: [['title: Une', 'serves: exam\ntitle: Une']],
			items: [['id: first', 'id: first\n    for: exam']]
		});
		const told = complaints(filesWith(changes), [french]);
		expect(told).toHaveLength(2);
		for (const each of told) expect(each).toMatch(expected);
	});
});
