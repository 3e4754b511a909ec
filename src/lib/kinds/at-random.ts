import type { Score } from './score.ts';
import { selectionRules, type Choosable, type SelectionScoring } from './selection.ts';
import type { Sharing } from './sharing.ts';

/*
 * What a random answer earns, if all complete answers are equally likely. Orders and sets are too many to
 * list, and a page waits for this, so they are counted instead.
 */

/** A score that a random answer may earn, and its probability; both from 0 to 1. */
export interface ScoreChance {
	fraction: number;
	chance: number;
}

/** What typing at random earns. */
export const NOTHING: ScoreChance[] = [{ fraction: 0, chance: 1 }];

/**
 * What choosing one or more options at random earns: by how many keys and how many distractors may be chosen.
 */
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

/** How many ways there are to choose 0, 1, 2, … of that many. */
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

/** Each fraction once, with its probabilities added up. */
export function merged(outcomes: readonly ScoreChance[]): ScoreChance[] {
	const chances = new Map<number, number>();
	for (const { fraction, chance } of outcomes) chances.set(fraction, (chances.get(fraction) ?? 0) + chance);
	return [...chances].map(([fraction, chance]) => ({ fraction, chance }));
}

/** Right with this probability, and otherwise worth nothing. */
export function wholly(chance: number): ScoreChance[] {
	return [
		{ fraction: 0, chance: 1 - chance },
		{ fraction: 1, chance }
	];
}

/** What each of some equally likely responses earns. */
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

/** What several parts earn together, if each is right independently with its own probability. */
export function apart(chances: readonly number[], scoring: Sharing): ScoreChance[] {
	const counts = chances.reduce(
		(before, chance) =>
			[...before, 0].map((sum, right) => sum * (1 - chance) + (before[right - 1] ?? 0) * chance),
		[1]
	);
	if (scoring === 'all-or-nothing') return wholly(counts.at(-1) ?? 0);
	return counts.map((chance, right) => ({ fraction: right / chances.length, chance }));
}
