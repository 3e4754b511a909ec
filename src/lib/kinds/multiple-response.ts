import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { Flaw, Samples } from './kind.ts';
import { drawn, option, publicLabel, repeats, type Label, notTooMany } from './option.ts';
import type { Score } from './score.ts';
import {
	scoreSelection,
	selection,
	selectionSamples,
	solveSelection,
	someKeys,
	type Selection
} from './selection.ts';

export { formValues as fromForm } from './form.ts';

/** Some options are right, and some are not. */
export const fields = {
	options: v.pipe(
		v.array(option),
		v.minLength(2, 'has fewer than two options\nAdd a distractor.'),
		notTooMany('options')
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

export function flaws({ options }: MultipleResponse): Flaw[] {
	return [...repeats(options, ['options']), ...someKeys(options, 'options')];
}

export function publicView(item: MultipleResponse, random: Random): MultipleResponseView {
	return { options: item.shuffle ? drawn(item.options, random) : item.options.map(publicLabel) };
}

export function score(item: MultipleResponse, given: unknown): Score {
	return scoreSelection(item.options, given, item.scoring);
}

export function solution(item: MultipleResponse): MultipleResponseResponse {
	return solveSelection(item.options);
}

export function samples(item: MultipleResponse): Samples<MultipleResponseResponse> {
	return selectionSamples(item.options, (response) => score(item, response));
}
