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

test('without a cue, the claim itself asks, with its telling words left out', () => {
	expect(facesOf(fact())).toEqual({ front: 'It came out in […].', back: 'It came out in Paris.' });
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
