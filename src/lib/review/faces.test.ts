import { expect, test } from 'vitest';

import type { Fact } from '#lib/bank/primer.ts';

import { deckOf, facesOf } from './faces.ts';

const fact = (changes: Partial<Fact> = {}): Fact => ({
	id: 'F1',
	point: 1,
	status: 'stable',
	claim: 'It came out in Paris.',
	where: 'Opening',
	since: [],
	...changes
});

test('a cue asks for its claim', () => {
	expect(facesOf(fact({ cue: 'Where did it come out?' }))).toEqual({
		front: 'Where did it come out?',
		back: 'It came out in Paris.'
	});
});

test('without a cue, what the fact is about asks, and without a title the place that states it', () => {
	expect(facesOf(fact({ title: 'Where it came out' })).front).toBe('Where it came out');
	expect(facesOf(fact()).front).toBe('Opening');
});

test('no front leaves out words of the claim', () => {
	const claims = ['It came out on 12 November 2018.', 'The *Paris Call* was backed by 80 states.', 'hygiene'];
	for (const claim of claims)
		for (const title of [undefined, 'A title']) {
			const { front } = facesOf(fact({ claim, ...(title !== undefined && { title }) }));
			expect(front).not.toContain('[…]');
			expect(front).not.toBe(claim);
		}
});

test('a slip has no card, nor what nobody needs to know, unless its author wrote a cue', () => {
	const facts = [
		fact({ id: 'a' }),
		fact({ id: 'b', status: 'slip' }),
		fact({ id: 'c', scored: false }),
		fact({ id: 'd', status: 'slip', cue: 'How many principles has the declaration?' }),
		fact({ id: 'e', scored: false, cue: 'How is it arranged?' })
	];
	expect(deckOf(facts, null).map(({ id }) => id)).toEqual(['a', 'd', 'e']);
});

test('only some points', () => {
	const facts = [fact({ id: 'a', point: 0 }), fact({ id: 'b', point: 1 }), fact({ id: 'c', point: 2 })];
	expect(deckOf(facts, null).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(deckOf(facts, [1, 2]).map(({ id }) => id)).toEqual(['b', 'c']);
});
