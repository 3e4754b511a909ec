import * as v from 'valibot';

import type { Rich } from '#lib/text/rich.ts';

import { idsOf, isSomeOf } from './given.ts';
import type { AuthoringFault, Samples } from './kind.ts';
import { optionPart } from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { count, isNothing, malformed, scored, UNANSWERED, type Score } from './score.ts';

/** Something that may be chosen along with others: an option, a span of a passage. */
export interface Choosable {
	id: string;
	key: boolean;
	why: Rich;
}

/** The ids of what was chosen, in any order. */
export const selection = v.array(v.string());

export type Selection = v.InferOutput<typeof selection>;

/** Scores a set of chosen options by a rule. */
export function scoreSelection(
	options: readonly Choosable[],
	given: unknown,
	scoring: SelectionScoring
): Score {
	if (isNothing(given)) return UNANSWERED;
	if (!isSomeOf(idsOf(options), given)) return malformed('not-a-response');
	if (given.length === 0) return UNANSWERED;
	const parts = options.map((option) => optionPart(option, given.includes(option.id)));
	const right = count(parts, 'right');
	const wrong = count(parts, 'wrong');
	const keys = right + count(parts, 'missed');
	const distractors = wrong + count(parts, 'passed');
	return scored(selectionRules[scoring]({ right, wrong, keys, distractors }), parts);
}

/** How many keys and distractors were chosen, and how many of each there are. */
export interface ChosenCounts {
	right: number;
	wrong: number;
	keys: number;
	distractors: number;
}

/** The rules that score a choice of several: from those counts to a fraction between 0 and 1. */
export const selectionRules = {
	/**
	 * `+1/K` for each of K keys, `−1/D` for each of D distractors, never below 0. Choosing all or none scores
	 * 0, and guessing gains nothing on average except through the floor.
	 */
	balanced: ({ right, wrong, keys, distractors }) => Math.max(0, right / keys - wrong / distractors),
	/**
	 * `+1/K` for each key, `−1/K` for each distractor, never below 0: the “+/−” scoring of select-all-that-apply
	 * and highlight items in the Next Generation NCLEX (NCSBN).
	 */
	'right-minus-wrong': ({ right, wrong, keys }) => Math.max(0, (right - wrong) / keys),
	/**
	 * Each option rightly chosen or left alone counts 1/n, as if it were a true/false item of its own
	 * (multiple true-false: Albanese and Sabers, 1988, Journal of Educational Measurement 25).
	 */
	'per-option': ({ right, wrong, keys, distractors }) => (right + distractors - wrong) / (keys + distractors),
	/** All keys and no distractor, or nothing. */
	'all-or-nothing': ({ right, wrong, keys }) => (right === keys && wrong === 0 ? 1 : 0)
} satisfies Record<string, (counts: ChosenCounts) => number>;

export type SelectionScoring = keyof typeof selectionRules;

/** Faults of a list in which some must be keys and some must not (rule S-05). */
export function someKeys(options: readonly Choosable[], path: string): AuthoringFault[] {
	const keys = options.filter((option) => option.key).length;
	if (keys > 0 && keys < options.length) return [];
	return [
		keys === 0
			? { path: [path], message: `none of the ${path} is a key`, fix: 'Mark one or more with “key: true”.' }
			: { path: [path], message: `all of the ${path} are keys`, fix: 'Add one that is wrong to choose.' }
	];
}

export function solveSelection(options: readonly Choosable[]): Selection {
	return options.filter((option) => option.key).map((option) => option.id);
}

export function selectionSamples(
	options: readonly Choosable[],
	score: (response: Selection) => Score
): Samples<Selection> {
	const right = solveSelection(options);
	const wrong = options.filter((option) => !option.key).map((option) => option.id);
	return {
		right,
		partlyRight: firstPartlyRight([right.slice(1), [...right, ...wrong.slice(0, 1)]], score),
		wrong,
		unanswered: [],
		malformed: [...right, ...right]
	};
}
