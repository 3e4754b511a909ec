import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';

import type { Asked, Offered } from './asked.ts';
import type { ScoreChance } from './at-random.ts';
import {
	assigned,
	assignmentAtRandom,
	assignmentFaults,
	assignmentSamples,
	scoreAssignment,
	solveAssignment,
	type Assignment
} from './assignment.ts';
import { idsOf, isAssignmentOf, type Assigned } from './given.ts';
import { inOrder } from './key-data.ts';
import type { About } from './informed.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { drawn, idSchema, publicLabel, repeats, withId, type Label, MOST_PARTS, tooMany } from './option.ts';
import { pair, partsWith, passages, rationales, type Parts } from './parts.ts';
import { halfPlaced, isPlaced, unknownPlace, type Drawings } from './placed.ts';
import { unfit } from './readable.ts';
import type { Malformation, Score } from './score.ts';
import { sharing } from './sharing.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';

const element = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: line,
		category: idSchema,
		/** The member of the primer’s drawing of supporters that it is, or is among. */
		place: v.exactOptional(idSchema),
		why: line
	}),
	v.transform(withId)
);

const category = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: line,
		/** The group in the primer’s drawing of supporters that it is. */
		place: v.exactOptional(idSchema)
	}),
	v.transform(withId)
);

/** Each element belongs to one category. */
export const fields = {
	categories: v.pipe(
		v.array(category),
		v.minLength(2, 'has fewer than two categories\nAdd a category.'),
		v.maxLength(MOST_PARTS, () => tooMany('categories'))
	),
	elements: v.pipe(
		v.array(element),
		v.minLength(2, 'has fewer than two elements\nAdd an element.'),
		v.maxLength(MOST_PARTS, () => tooMany('elements'))
	),
	scoring: sharing
};

export type Categorise = v.InferOutput<typeof schema> & {
	/** Of categories that are groups in the drawing: those that supported it. Known from the bank. */
	backed?: readonly string[];
};
export const schema = v.strictObject(fields);

export interface CategoriseView {
	/** In the order written, which often means something: before and after, low to high. */
	categories: Label[];
	elements: Label[];
	/** Where the elements can also be placed in the drawing of supporters: which categories are within its frame. */
	inDrawing?: { backed: readonly string[] };
}

/** The id of the chosen category by the id of its element. */
export type CategoriseResponse = Assigned;
export const response = assigned;

export function faults(item: Categorise): AuthoringFault[] {
	return [
		...repeats(item.categories, ['categories']),
		...repeats(item.elements, ['elements']),
		...halfPlaced(item),
		...assignmentFaults(assignment(item), { list: 'elements', field: 'category', label: 'category' })
	];
}

/** Categories that are no group of the drawing of supporters, and elements that are no member of theirs. */
export function misplaced({ categories, elements }: Categorise, drawings: Drawings): AuthoringFault[] {
	const { groups } = drawings;
	const groupOf = (category: string) => {
		const place = categories.find(({ id }) => id === category)?.place;
		return groups?.find(({ id }) => id === place);
	};
	const missing = categories.flatMap(({ id, place }, index) => {
		if (place === undefined || groupOf(id)) return [];
		const message = groups ? `“support” has no group “${place}”` : 'there is no “support”';
		return [unknownPlace(drawings, ['categories', index, 'place'], message)];
	});
	if (missing.length > 0) return missing;
	return elements.flatMap(({ place, category }, index) => {
		const group = groupOf(category);
		if (place === undefined || group?.members.some(({ id }) => id === place)) return [];
		const message = `the group “${group?.id ?? ''}” of “support” has no member “${place}”`;
		return [unknownPlace(drawings, ['elements', index, 'place'], message)];
	});
}

export function publicView(item: Categorise, random: Random): CategoriseView {
	return {
		categories: item.categories.map(publicLabel),
		elements: drawn(item.elements, random),
		...(isPlaced(item.elements) && item.backed && { inDrawing: { backed: item.backed } })
	};
}

export function unreadable({ categories, elements }: CategoriseView, given: unknown): Malformation | null {
	return unfit(given, isAssignmentOf(idsOf(elements), idsOf(categories), given));
}

/** Elements in their category over all elements, or all or nothing. */
export function score(item: Categorise, given: unknown): Score {
	return scoreAssignment(assignment(item), given);
}

export function solution(item: Categorise): CategoriseResponse {
	return solveAssignment(assignment(item));
}

export function atRandom(item: Categorise): ScoreChance[] {
	return assignmentAtRandom(assignment(item));
}

/** Takes from the bank which of the categories are within the frame of the drawing. */
export function informed(item: Categorise, { hasBacked }: About): Categorise {
	if (!isPlaced(item.categories)) return item;
	return { ...item, backed: idsOf(item.categories.filter(({ place }) => hasBacked(place))) };
}

export function asked({ elements, categories }: Categorise): Asked {
	const places = elements.map(({ id, text, why, category }) => ({ id, text, why, key: category }));
	return { way: 'assign', places, labels: categories };
}

export function offered({ elements, categories }: CategoriseView): Offered {
	return { way: 'assign', places: elements, labels: categories };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: Categorise): Samples<CategoriseResponse> {
	return assignmentSamples(assignment(item));
}

export function keyData(item: Categorise): unknown {
	return inOrder(Object.entries(solution(item)));
}

export const wording = {
	id: 'same',
	text: 'asked',
	category: 'same',
	place: 'same',
	why: 'told'
} satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return true;
}

export function parts({ categories, elements }: Categorise): Parts {
	return partsWith({
		shown: [...passages(categories, 'categories'), ...passages(elements, 'elements')],
		rationales: rationales(elements, 'elements'),
		key: elements.map(({ text, category }) => pair(text, categories, category))
	});
}

function assignment({ elements, categories, scoring }: Categorise): Assignment {
	return {
		places: elements.map(({ id, why, category }) => ({ id, why, key: category })),
		labels: categories,
		scoring
	};
}
