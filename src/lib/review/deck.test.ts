import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cardsLeft, cardsUntilAgain, dealt, judged, moved, presentCard, type Deck } from './deck.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

test('the seed decides the order', () => {
	expect(dealt(ids, 'x')).toEqual(dealt(ids, 'x'));
	expect(dealt(ids, 'x').round.toSorted()).toEqual(ids);
	expect(['x', 'y', 'z'].map((seed) => dealt(ids, seed).round.join(''))).not.toEqual([
		'abcde',
		'abcde',
		'abcde'
	]);
});

test('cards that were not known come again, in their order, until they are', () => {
	const { round } = dealt(ids, 'x');
	let deck: Deck = dealt(ids, 'x');
	for (const id of round) deck = judged(deck, id === round[0] || id === round[3]);
	expect(deck.round).toEqual([round[1], round[2], round[4]]);
	expect(cardsLeft(deck)).toBe(3);
	for (let rest = 3; rest > 0; rest--) deck = judged(deck, true);
	expect(presentCard(deck)).toBeUndefined();
	expect(deck.known).toEqual(new Set(ids));
});

test('a known card no longer counts as left, and a round ends when none is', () => {
	const deck: Deck = { round: ['a', 'b', 'c'], at: 0, known: new Set(['b', 'c']) };
	expect(cardsLeft(deck)).toBe(1);
	const done = judged(deck, true);
	expect(done).toEqual({ round: [], at: 0, known: new Set(['a', 'b', 'c']) });
	expect(judged(deck, false)).toEqual({ round: ['a', 'b', 'c'], at: 1, known: new Set(['b', 'c']) });
});

test('going back and forth judges nothing, and a card that was passed over comes again', () => {
	let deck: Deck = dealt(ids, 'x');
	expect(moved(deck, -1)).toEqual(deck);
	expect(presentCard(moved(moved(deck, 1), -1))).toBe(presentCard(deck));
	for (let rest = ids.length; rest > 0; rest--) deck = moved(deck, 1);
	expect(deck).toEqual(dealt(ids, 'x'));
});

test('a card that was known can be taken back', () => {
	const deck = judged(moved(judged(dealt(ids, 'x'), true), -1), false);
	expect(deck.known.size).toBe(0);
});

test('whatever is done, no card is lost, and the deck ends when every card is known', () => {
	const steps = fc.array(fc.constantFrom('knew', 'not-yet', 'next', 'back'), { maxLength: 60 });
	fc.assert(
		fc.property(steps, fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 }), (said, cards) => {
			let deck: Deck = dealt(cards, 'any');
			for (const step of said) {
				if (step === 'next' || step === 'back') deck = moved(deck, step === 'next' ? 1 : -1);
				else deck = judged(deck, step === 'knew');
				expect(new Set([...deck.known, ...deck.round])).toEqual(new Set(cards));
				expect(presentCard(deck) === undefined).toBe(deck.known.size === cards.length);
			}
			for (let rest = cards.length; rest > 0; rest--) deck = judged(deck, true);
			for (let rest = cards.length; rest > 0; rest--) deck = judged(deck, true);
			expect(presentCard(deck)).toBeUndefined();
		})
	);
});

test('how many cards come before one that was not known comes again is what happens where none becomes known', () => {
	const bits = fc.array(fc.constantFrom('knew', 'not', 'next', 'back'), { maxLength: 12 });
	fc.assert(
		fc.property(bits, (acts) => {
			let deck: Deck = dealt(ids, 'x');
			for (const act of acts) {
				const next =
					act === 'next' ? moved(deck, 1) : act === 'back' ? moved(deck, -1) : judged(deck, act === 'knew');
				if (presentCard(next) !== undefined) deck = next;
			}
			const card = presentCard(deck);
			const expected = cardsUntilAgain(deck);
			deck = judged(deck, false);
			let passed = 0;
			for (; presentCard(deck) !== card; passed++)
				deck = deck.known.has(presentCard(deck) ?? '') ? moved(deck, 1) : judged(deck, false);
			expect(passed).toBe(expected);
		})
	);
});
