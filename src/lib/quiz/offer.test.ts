import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { checkBank } from '#lib/bank/check.ts';
import { changed, filesWith, ITEMS } from '#lib/bank/fixtures.ts';

import { behaviourNames } from './behaviour.ts';
import { offerOf } from './offer.ts';
import { readOptions } from './read-options.ts';
import { setForm } from './set-form.ts';

const more = {
	name: 'b/2.yaml',
	text: changed(ITEMS, [
		['point: 1', 'point: 2'],
		['id: first', 'id: other'],
		['id: number', 'id: other-number']
	])
};

function bankWith(changes: Parameters<typeof filesWith>[0]): Bank {
	const { bank } = checkBank('b', [...filesWith(changes), more]);
	if (!bank) throw new Error('The sample is broken.');
	return bank;
}

const mixed = bankWith({ items: [['id: number', 'id: number\n    for: exam']] });
const exams = bankWith({ primer: [['language: en', 'language: en\nserves: exam']] });
const open = bankWith({});

function drawn(bank: Bank, query: string) {
	const { options, notices } = readOptions(new URLSearchParams(query), offerOf(bank));
	const set = setForm(bank, options, 'seed');
	return { form: set.form, items: set.form.items.toSorted(), notices: [...notices, ...set.notices] };
}

const all = ['first', 'number', 'other', 'other-number'];
const free = ['first', 'other', 'other-number'];
const besidesExams = behaviourNames.filter((name) => name !== 'exam');

describe.each(besidesExams)('%s', (behaviour) => {
	test('asks nothing that is kept for exams', () => {
		expect(drawn(mixed, `behaviour=${behaviour}`).items).toEqual(free);
		expect(drawn(open, `behaviour=${behaviour}`).items).toEqual(all);
	});

	test('reports an item that is kept for exams, and goes on without it', () => {
		const { items, notices } = drawn(mixed, `behaviour=${behaviour}&items=number,first,nowhere`);
		expect(items).toEqual(['first']);
		expect(notices).toEqual([
			{ code: 'not-in-primer', name: 'items', given: ['nowhere'] },
			{ code: 'kept-for-exams', given: ['number'] }
		]);
		expect(drawn(mixed, `behaviour=${behaviour}&items=number`).items).toEqual(free);
		const named = new URLSearchParams({ behaviour, items: 'number,first' });
		expect(readOptions(named, offerOf(mixed)).options.items).toEqual(['first']);
	});

	test('has as many items as can be studied', () => {
		expect(drawn(mixed, `behaviour=${behaviour}&n=4`).notices).toEqual([
			expect.objectContaining({ code: 'out-of-range', used: 3, most: 3 })
		]);
	});

	test('becomes an exam where the course serves nothing else', () => {
		const { form, items, notices } = drawn(exams, `behaviour=${behaviour}`);
		expect(form).toMatchObject({ behaviour: 'exam', minutes: 4 });
		expect(items).toEqual(all);
		expect(notices).toEqual([{ code: 'exams-alone', given: behaviour }]);
	});
});

test('the points of a primer may be asked for, and no others', () => {
	expect(drawn(open, 'points=2')).toMatchObject({ items: ['other', 'other-number'], notices: [] });
	expect(drawn(open, 'points=2,7').notices).toEqual([
		{ code: 'not-in-primer', name: 'points', given: ['7'] }
	]);
});

test('an exam asks all, those that are kept as well as those that are not', () => {
	for (const bank of [open, mixed, exams]) {
		expect(drawn(bank, 'behaviour=exam')).toMatchObject({ items: all, notices: [] });
		expect(drawn(bank, 'behaviour=exam&items=number,other')).toMatchObject({
			items: ['number', 'other'],
			notices: []
		});
	}
});

test('a course for exams alone begins one if nobody says what it should be', () => {
	for (const query of ['', 'behaviour='])
		expect(drawn(exams, query)).toMatchObject({ form: { behaviour: 'exam' }, notices: [] });
	expect(drawn(exams, 'behaviour=nonsense').notices).toEqual([{ code: 'exams-alone', given: 'nonsense' }]);
});

test('whatever an address says, nothing but an exam asks what is kept', () => {
	const words = fc.constantFrom(
		'',
		'practice',
		'exam',
		'EXAM',
		' exam',
		'retry',
		'nonsense',
		...all,
		'1',
		'2'
	);
	const parts = fc.tuple(fc.constantFrom('behaviour', 'items', 'points', 'n', 'kinds', 'difficulty'), words);
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 8 }), (pairs) => {
			const { form } = drawn(mixed, new URLSearchParams(pairs).toString());
			expect(form.items.length).toBeGreaterThan(0);
			if (form.behaviour !== 'exam') expect(form.items).not.toContain('number');
			expect(drawn(exams, new URLSearchParams(pairs).toString()).form.behaviour).toBe('exam');
		})
	);
});
