import type { Score } from './score.ts';
import { selectionRules, type Choosable, type SelectionScoring } from './selection.ts';
import type { Sharing } from './sharing.ts';

/*
 * What becomes of an answer at random, where every whole answer is as likely as another. Where answers multiply (orders,
 * sets) they are counted and not listed, since a page waits for this.
 */

/** A score that an answer at random may earn, and the chance that it does; both from 0 to 1. */
export interface ScoreChance {
	fraction: number;
	chance: number;
}

/** What typing blindly earns. */
export const NOTHING: ScoreChance[] = [{ fraction: 0, chance: 1 }];

/** What a choice at random earns of one or more: of each number of keys and distractors that may be among it. */
export function chosenAtRandom(options: readonly Choosable[], scoring: SelectionScoring): ScoreChance[] {
	const keys = options.filter((option) => option.key).length;
	const distractors = options.length - keys;
	const choices = 2 ** options.length - 1;
	return merged(
		waysToChoose(keys).flatMap((ofKeys, right) =>
			waysToChoose(distractors).flatMap((ofDistractors, wrong) => {
				if (right + wrong === 0) return [];
				const fraction = selectionRules[scoring]({ right, wrong, keys, distractors });
				return [{ fraction, chance: (ofKeys * ofDistractors) / choices }];
			})
		)
	);
}

/** In how many ways 0, 1, 2, … of so many can be chosen. */
function waysToChoose(from: number): number[] {
	let ways = 1;
	return Array.from({ length: from + 1 }, (_, chosen) => {
		if (chosen > 0) ways = (ways * (from - chosen + 1)) / chosen;
		return ways;
	});
}

export function factorial(number: number): number {
	return number < 2 ? 1 : number * factorial(number - 1);
}

/** Each fraction once, with all its chances. */
export function merged(outcomes: readonly ScoreChance[]): ScoreChance[] {
	const chances = new Map<number, number>();
	for (const { fraction, chance } of outcomes) chances.set(fraction, (chances.get(fraction) ?? 0) + chance);
	return [...chances].map(([fraction, chance]) => ({ fraction, chance }));
}

/** What is right with this chance, and else earns nothing. */
export function wholly(chance: number): ScoreChance[] {
	return [
		{ fraction: 0, chance: 1 - chance },
		{ fraction: 1, chance }
	];
}

/** What each of some responses earns, one as likely as another. */
export function alike<Interaction>(
	score: (interaction: Interaction, response: unknown) => Score,
	interaction: Interaction,
	responses: readonly unknown[]
): ScoreChance[] {
	return merged(
		responses.map((response) => {
			const result = score(interaction, response);
			const fraction = result.state === 'scored' ? result.fraction : 0;
			return { fraction, chance: 1 / responses.length };
		})
	);
}

/** What parts earn together that are right independently of one another, each with its own chance. */
export function apart(chances: readonly number[], scoring: Sharing): ScoreChance[] {
	const counts = chances.reduce(
		(before, chance) =>
			[...before, 0].map((sum, right) => sum * (1 - chance) + (before[right - 1] ?? 0) * chance),
		[1]
	);
	if (scoring === 'all-or-nothing') return wholly(counts.at(-1) ?? 0);
	return counts.map((chance, right) => ({ fraction: right / chances.length, chance }));
}
