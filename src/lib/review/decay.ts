import { recallChance } from './memory.ts';
import type { Memory } from './state.ts';

const DAY = 86_400_000;
/** Nobody plans further ahead than this. */
const FAR = 36_500 * DAY;

/** The estimated chance of recall at a moment. */
export interface ChancePoint {
	/** Days from now. */
	day: number;
	/** From 0 to 1. */
	chance: number;
}

/**
 * How the chance of recall falls from now on, while nothing is answered: a point for each day, now included.
 *
 * @param now milliseconds since 1970
 */
export function decayOf(memory: Memory, now: number, days = 30): ChancePoint[] {
	return Array.from({ length: days + 1 }, (_, day) => ({
		day,
		chance: recallChance(memory, now + day * DAY)
	}));
}

/**
 * When the chance of recall falls below a share: milliseconds since 1970, to the minute, and perhaps in the past. Null
 * if that is more than a hundred years after the last review.
 */
export function fallsBelow(memory: Memory, share: number): number | null {
	let before = memory.at;
	let after = memory.at + FAR;
	if (recallChance(memory, after) >= share) return null;
	while (after - before > 60_000) {
		const middle = before + Math.floor((after - before) / 2);
		if (recallChance(memory, middle) < share) after = middle;
		else before = middle;
	}
	return after;
}
