import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { Asked, Offered } from './asked.ts';
import { chosenAtRandom, type ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import { idsOf, isSomeOf } from './given.ts';
import { inOrder } from './key-data.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { drawn, option, publicLabel, repeats, type Label, MOST_PARTS, tooMany } from './option.ts';
import { partsOfSet, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import type { Malformation, Score } from './score.ts';
import {
	scoreSelection,
	selection,
	selectionSamples,
	solveSelection,
	someKeys,
	type Selection
} from './selection.ts';
import type { WordingOf } from './wording.ts';

export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/** Some options are right, and some are not. */
export const fields = {
	options: v.pipe(
		v.array(option),
		v.minLength(2, 'has fewer than two options\nAdd a distractor.'),
		v.maxLength(MOST_PARTS, () => tooMany('options'))
	),
	shuffle: v.optional(v.boolean(), true),
	scoring: v.optional(
		v.picklist(['balanced', 'all-or-nothing', 'per-option', 'right-minus-wrong']),
		'balanced'
	)
};

export type MultipleResponse = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface MultipleResponseView {
	options: Label[];
}

/** The ids of the chosen options, in any order. */
export type MultipleResponseResponse = Selection;
export const response = selection;

export function faults({ options }: MultipleResponse): AuthoringFault[] {
	return [...repeats(options, ['options']), ...someKeys(options, 'options')];
}

export function publicView(item: MultipleResponse, random: Random): MultipleResponseView {
	return { options: item.shuffle ? drawn(item.options, random) : item.options.map(publicLabel) };
}

export function unreadable({ options }: MultipleResponseView, given: unknown): Malformation | null {
	return unfit(given, isSomeOf(idsOf(options), given));
}

export function score(item: MultipleResponse, given: unknown): Score {
	return scoreSelection(item.options, given, item.scoring);
}

export function solution(item: MultipleResponse): MultipleResponseResponse {
	return solveSelection(item.options);
}

export function atRandom({ options, scoring }: MultipleResponse): ScoreChance[] {
	return chosenAtRandom(options, scoring);
}

export function asked({ options }: MultipleResponse): Asked {
	return { way: 'choose', many: true, options };
}

export function offered({ options }: MultipleResponseView): Offered {
	return { way: 'choose', many: true, options };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: MultipleResponse): Samples<MultipleResponseResponse> {
	return selectionSamples(item.options, (response) => score(item, response));
}

export function keyData(item: MultipleResponse): unknown {
	return inOrder(solution(item));
}

export const wording = { id: 'same', text: 'asked', why: 'told' } satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return false;
}

export function parts({ options, shuffle }: MultipleResponse): Parts {
	return partsOfSet(options, ['options'], { of: 'options', many: true, shuffled: shuffle });
}

export function choice({ options }: MultipleResponse): Choice<MultipleResponseResponse> {
	return { options, many: true, responses: (ids) => [[...ids]] };
}
