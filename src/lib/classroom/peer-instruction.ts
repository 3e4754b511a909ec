import { mean } from '#lib/stats/moments.ts';

import type { Comparison, Gain } from './host-protocol.ts';
import type { RoundAdvice } from './room.ts';
import type { ClassSetup } from './setup.ts';

/**
 * What is advised after a round (Crouch and Mazur, 2001, American Journal of Physics 69, 970–977). Exactly at a bound it
 * is to discuss.
 *
 * @param fractions the scores of those whose answer could be read, from 0 to 1. Only 1 counts as right: who is partly
 * right still has something to find out from a neighbour
 * @returns undefined where nobody answered
 */
export function adviceFor(
	fractions: readonly number[],
	{ low, high }: ClassSetup['bounds']
): { share: number; advice: RoundAdvice } | undefined {
	if (fractions.length === 0) return undefined;
	const share = fractions.filter((fraction) => fraction === 1).length / fractions.length;
	return { share, advice: share < low ? 'explain' : share > high ? 'go-on' : 'discuss' };
}

/**
 * Compares two rounds of an item over those who answered both.
 *
 * @param first the scores of the first round, from 0 to 1, by pupil
 */
export function compared(
	first: ReadonlyMap<string, number>,
	second: ReadonlyMap<string, number>
): Comparison {
	const pairs = [...first].flatMap(([pupil, before]) => {
		const after = second.get(pupil);
		return after === undefined ? [] : [{ before, after }];
	});
	const those = (wasRight: boolean, isRight: boolean) =>
		pairs.filter(({ before, after }) => (before === 1) === wasRight && (after === 1) === isRight).length;
	const before = mean(pairs.map((pair) => pair.before));
	const after = mean(pairs.map((pair) => pair.after));
	return {
		stayedRight: those(true, true),
		rightToWrong: those(true, false),
		wrongToRight: those(false, true),
		stayedWrong: those(false, false),
		before: before ?? null,
		after: after ?? null,
		gain: before === undefined || after === undefined ? undefined : normalisedGain(before, after)
	};
}

/** What two sums of fractions may differ by where they are equal. */
const ROUNDING = 1e-9;

/**
 * The normalised gain of class averages, `(after − before) / (1 − before)`: low under 0.3, high from 0.7 (Hake, 1998,
 * American Journal of Physics 66, 64–74).
 *
 * @param before the mean score before, from 0 to 1
 * @returns undefined where there was nothing left to gain
 */
export function normalisedGain(before: number, after: number): Gain | undefined {
	if (before > 1 - ROUNDING) return undefined;
	const value = (after - before) / (1 - before);
	return { value, level: value > 0.7 - ROUNDING ? 'high' : value > 0.3 - ROUNDING ? 'medium' : 'low' };
}
