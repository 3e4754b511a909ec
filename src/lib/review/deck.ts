import { seeded, shuffled } from '#lib/chance/random.ts';

/** Cards to go through in rounds until each has been known once. */
export interface Deck {
	/** The ids of the cards of this round, in their order; none once all are known. */
	round: readonly string[];
	/** The place of the present card in the round, from 0. */
	at: number;
	/** The ids of the cards that the learner knew. */
	known: ReadonlySet<string>;
}

/** A deck in an order that its seed decides: the same cards and seed give the same order anywhere. */
export function dealt(ids: readonly string[], seed: string): Deck {
	return { round: shuffled(ids, seeded(seed, 'cards')), at: 0, known: new Set() };
}

/** The id of the present card; undefined once all are known. */
export function presentCard({ round, at }: Deck): string | undefined {
	return round[at];
}

/** How many cards are not known yet. */
export function cardsLeft({ round, known }: Deck): number {
	return round.filter((id) => !known.has(id)).length;
}

/** Goes to the next card or, after the last of a round, to those not known yet. Going back stops at the first. */
export function moved(deck: Deck, by: 1 | -1): Deck {
	const at = deck.at + by;
	if (at < 0) return deck;
	if (at < deck.round.length) return { ...deck, at };
	return { ...deck, round: deck.round.filter((id) => !deck.known.has(id)), at: 0 };
}

/** Notes whether the learner knew the present card, and goes on. The round ends early once every card of it is known. */
export function judged(deck: Deck, knew: boolean): Deck {
	const card = presentCard(deck);
	if (card === undefined) return deck;
	const known = new Set(deck.known);
	if (knew) known.add(card);
	else known.delete(card);
	const next = { ...deck, known };
	return cardsLeft(next) === 0 ? { ...next, round: [], at: 0 } : moved(next, 1);
}

/** How many cards come before the present one comes again, if it is not known and all that were not known stay so. */
export function cardsUntilAgain({ round, at, known }: Deck): number {
	const leftInRound = round.length - 1 - at;
	const firstInNext = round.slice(0, at).filter((id) => !known.has(id)).length;
	return leftInRound + firstInNext;
}
