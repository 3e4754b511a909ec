import { describe, expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';

import { bankWith } from '../fixtures.ts';
import { languageOf } from '../languages/index.ts';
import { lengthened, withOptions } from '../mutation-fixtures.ts';
import { shippedEditions } from '../shipped-fixtures.ts';
import { thresholds } from '../thresholds.ts';
import { blindResults } from './blind.ts';
import { planted } from './fixtures.ts';
import { keyPlaces } from './key-place.ts';

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, number) => all + number, 0);
}

function resultsOf(bank: Bank) {
	return blindResults(bank, languageOf(bank.primer.language));
}

describe.each(await shippedEditions())('over $name', ({ bank }) => {
	test.each(resultsOf(bank))('to $says stays within chance + 0.10', ({ score, chance, items }) => {
		expect(items).toBeGreaterThan(10);
		expect(score).toBeLessThanOrEqual(chance + 0.1);
	});

	test('to take the same place each time stays within chance + 0.10, too', () => {
		const items = bank.items.filter(({ kind }) => kind === 'single-choice');
		const many = keyPlaces({ ...bank, items }).filter(
			({ counts }) => sum(counts) >= thresholds.positionItems
		);
		expect(many.length).toBeGreaterThan(0);
		for (const { options, counts } of many) {
			for (const count of counts) expect(count / sum(counts)).toBeLessThanOrEqual(1 / options + 0.1);
		}
	});

	test('to take the longest would not, if keys were twice as long', () => {
		const items = bank.items.map((item) => withOptions(item, lengthened) ?? item);
		const longest = resultsOf({ ...bank, items }).find(({ name }) => name === 'longest');
		expect(longest?.score).toBeGreaterThan((longest?.chance ?? 1) + 0.4);
	});
});

describe('a bank with a planted cue is given away by the strategy for it:', () => {
	test.each(Object.entries(planted))('%s', (name, items) => {
		const gains = resultsOf(bankWith(...items)).map((result) => ({
			...result,
			gain: result.score - result.chance
		}));
		expect(gains.find((result) => result.name === name)?.gain).toBeGreaterThan(thresholds.blindGain);
	});
});

test('where the options hold no absolute word, the strategy without them guesses', () => {
	const items = [...planted.middle, ...planted['select-all']].map((item, index) => ({
		...item,
		id: `i${index}`
	}));
	const result = resultsOf(bankWith(...items)).find(({ name }) => name === 'no-absolutes');
	expect(result?.score).toBeCloseTo(result?.chance ?? 0, 10);
});
