import type { Item } from '#lib/bank/item.ts';
import { atRandom, score } from '#lib/kinds/index.ts';

const known = new WeakMap<Item, number>();

/** The expected score of a random answer, from 0 to 1: the mean over all answers, each equally likely. */
export function chanceOf(item: Item): number {
	const chance = known.get(item) ?? expectedScore(item);
	known.set(item, chance);
	return chance;
}

/** The fraction that a response earns; 0 if it is no answer. */
export function fraction(item: Item, response: unknown): number {
	const result = score(item, response);
	return result.state === 'scored' ? result.fraction : 0;
}

function expectedScore(item: Item): number {
	return atRandom(item).reduce((sum, { fraction, chance }) => sum + fraction * chance, 0);
}

/** The mean of some numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
