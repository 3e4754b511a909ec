import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { publicView } from '#lib/kinds/index.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import { readSoundBanks } from './read.server.ts';
import { orderOf, viewOf } from './view.ts';

const banks = await readSoundBanks(fileURLToPath(new URL('../../../questions', import.meta.url)));
const items = banks.flatMap((bank) => bank.items);

/** Fields from which a key follows, or that are told only after an answer. */
const PRIVATE = [
	'key',
	'why',
	'match',
	'category',
	'sort',
	'accept',
	'wrong',
	'value',
	'near',
	'tolerance',
	'slips',
	'verdict',
	'place',
	'date'
].concat(['scoring', 'shuffle', 'explanation', 'hint', 'facts', 'enemies', 'difficulty', 'level']);

test('the shipped bank has items of every point', () => {
	expect(new Set(items.map(({ point }) => point))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

describe.each(items)('the public view of $id', (item) => {
	const view = viewOf(item, publicView(item, orderOf('a seed', item.id)));

	test('has no private field at any depth', () => {
		// The source of a stimulus has a date too, which gives nothing away.
		const { stimulus, ...own } = view;
		if (item.stimulus?.sourceAfter) expect(stimulus).not.toHaveProperty('source');
		expect(fieldsIn(own).filter((field) => PRIVATE.includes(field))).toEqual([]);
		expect(Object.keys(view).filter((field) => !['asOf', 'hasHint', 'stimulus'].includes(field))).toEqual([
			'id',
			'kind',
			'point',
			'stem',
			'interaction'
		]);
	});

	test('holds none of the texts that are told after an answer', () => {
		const shown = textsIn(view);
		for (const told of [
			...textsUnder(item.interaction, ['why', 'accept', 'wrong']),
			words(item.explanation)
		]) {
			expect(shown).not.toContain(told);
		}
		if (item.hint) expect(shown).not.toContain(words(item.hint));
	});

	test('is the same for the same seed, and in the form’s order of options only', () => {
		expect(viewOf(item, publicView(item, orderOf('a seed', item.id)))).toEqual(view);
		expect(textsIn(viewOf(item, publicView(item, orderOf('other', item.id)))).toSorted()).toEqual(
			textsIn(view).toSorted()
		);
	});
});

function words(rich: Rich): string {
	return plainText(rich);
}

function fieldsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(fieldsIn);
	return Object.entries(value).flatMap(([field, inner]) => [field, ...fieldsIn(inner)]);
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function textsUnder(value: unknown, fields: string[]): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([field, inner]) =>
		fields.includes(field) ? textsIn(inner) : textsUnder(inner, fields)
	);
}
