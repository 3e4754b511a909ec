import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { difficulties } from '#lib/bank/difficulty.ts';
import { kindNames } from '#lib/kinds/names.ts';
import { locales } from '#lib/paraglide/runtime.js';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import { questionOrders } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';

import { quizQuery, readChoice, writeChoice, type Choice } from './choice.ts';

const offer = { points: [1, 2, 3], items: ['one', 'two', 'three', 'four'], hasOutcomes: true };
const some = <T>(list: readonly T[]) =>
	fc.option(fc.shuffledSubarray([...list], { minLength: 1 }), { nil: null });

const common = {
	behaviour: fc.constantFrom(...behaviourNames),
	order: fc.constantFrom(...questionOrders),
	minutes: fc.option(fc.double({ min: 1, max: 600, noNaN: true }), { nil: null }),
	extraTime: fc.double({ min: 1, max: 4, noNaN: true }),
	seed: fc.stringMatching(/^[a-z0-9]{1,12}$/)
};
const none = fc.constant(null);
const drawn = fc.record({
	...common,
	count: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
	points: some(offer.points),
	difficulties: some(difficulties),
	kinds: some(kindNames),
	over: fc.constantFrom(null, 'outcomes' as const),
	items: none
});
const picked = fc.record({
	...common,
	...{ count: none, points: none, difficulties: none, kinds: none, over: none, items: some(offer.items) }
});
const others = { isSame: fc.boolean(), language: fc.constantFrom(...locales) };

/** Everything that can be chosen. */
const choices: fc.Arbitrary<Choice> = fc.oneof(
	fc.record({ ...others, pick: fc.constant('draw'), options: drawn }),
	fc.record({ ...others, pick: fc.constant('hand'), options: picked })
);

describe('whatever is chosen', () => {
	test('the link that is built asks the quiz for just that', () => {
		fc.assert(
			fc.property(choices, (choice) => {
				const { options, notices } = readOptions(new URLSearchParams(quizQuery(choice)), offer);
				const { seed } = choice.options;
				expect({ options, notices }).toEqual({
					options: { ...choice.options, seed: choice.isSame ? seed : null },
					notices: []
				});
			})
		);
	});

	test('the page for teachers comes back with it from its own address', () => {
		fc.assert(
			fc.property(choices, (choice) => {
				const query = new URLSearchParams(writeChoice(choice));
				expect(readChoice(query, offer, 'en')).toEqual({ choice, notices: [] });
			})
		);
	});
});

test('the address of a quiz is taken for a choice', () => {
	const read = (query: string) => readChoice(new URLSearchParams(query), offer, 'fr').choice;
	expect(read('behaviour=retry&points=2&n=3&seed=x')).toMatchObject({
		...{ pick: 'draw', isSame: true, language: 'fr' },
		options: { behaviour: 'retry', points: [2], count: 3, seed: 'x', items: null }
	});
	expect(read('items=two,one&order=fixed')).toMatchObject({
		pick: 'hand',
		options: { items: ['two', 'one'], order: 'fixed' }
	});
});

test('a form that was sent with fields of both ways counts those of the way that was chosen', () => {
	const query = 'points=2&n=3&kinds=cloze&difficulty=1&items=two&seed=s';
	const read = (pick: string) => readChoice(new URLSearchParams(`${query}&pick=${pick}`), offer, 'en').choice;
	expect(quizQuery(read('draw'))).toBe('?behaviour=practice&points=2&n=3&difficulty=1&kinds=cloze&seed=s');
	expect(quizQuery(read('hand'))).toBe('?behaviour=practice&items=two&seed=s');
});
