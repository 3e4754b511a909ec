import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';

import {
	assigned,
	assignmentFlaws,
	assignmentSamples,
	scoreAssignment,
	solveAssignment,
	type Assignment
} from './assignment.ts';
import type { Assigned } from './given.ts';
import type { Flaw, Samples } from './kind.ts';
import { drawn, idSchema, label, publicLabel, repeats, withId, type Label, notTooMany } from './option.ts';
import type { Score } from './score.ts';
import { sharing } from './sharing.ts';

export { formParts as fromForm } from './form.ts';

const element = v.pipe(
	v.strictObject({ id: v.exactOptional(idSchema), text: line, category: idSchema, why: line }),
	v.transform(withId)
);

/** Each element belongs to one category. */
export const fields = {
	categories: v.pipe(
		v.array(label),
		v.minLength(2, 'has fewer than two categories\nAdd a category.'),
		notTooMany('categories')
	),
	elements: v.pipe(
		v.array(element),
		v.minLength(2, 'has fewer than two elements\nAdd an element.'),
		notTooMany('elements')
	),
	scoring: sharing
};

export type Categorise = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface CategoriseView {
	/** In the order written, which often means something: before and after, low to high. */
	categories: Label[];
	elements: Label[];
}

/** The id of the chosen category by the id of its element. */
export type CategoriseResponse = Assigned;
export const response = assigned;

export function flaws(item: Categorise): Flaw[] {
	return [
		...repeats(item.categories, ['categories']),
		...repeats(item.elements, ['elements']),
		...assignmentFlaws(assignment(item), { list: 'elements', field: 'category', label: 'category' })
	];
}

export function publicView(item: Categorise, random: Random): CategoriseView {
	return {
		categories: item.categories.map(publicLabel),
		elements: drawn(item.elements, random)
	};
}

/** Elements in their category over all elements, or all or nothing. */
export function score(item: Categorise, given: unknown): Score {
	return scoreAssignment(assignment(item), given);
}

export function solution(item: Categorise): CategoriseResponse {
	return solveAssignment(assignment(item));
}

export function samples(item: Categorise): Samples<CategoriseResponse> {
	return assignmentSamples(assignment(item));
}

function assignment({ elements, categories, scoring }: Categorise): Assignment {
	return {
		places: elements.map(({ id, why, category }) => ({ id, why, key: category })),
		labels: categories,
		scoring
	};
}
