import * as v from 'valibot';

import { shuffled, type Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Asked, Offered } from './asked.ts';
import { factorial, merged, wholly, type ScoreChance } from './at-random.ts';
import { idsOf, isOrderOf } from './given.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { byId, idSchema, publicLabel, repeats, withId, type Label, MOST_PARTS, tooMany } from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { partsWith, passages, rationales, type Parts } from './parts.ts';
import {
	adjacentPairs,
	inversionsAtRandom,
	kendall,
	kendallOf,
	successionsAtRandom,
	type Permutation
} from './rank.ts';
import { halfPlaced, isPlaced, unknownPlace, type Drawings } from './placed.ts';
import { unfit } from './readable.ts';
import { failed, isNothing, malformed, scored, UNANSWERED, type Malformation, type Score } from './score.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';

const NEITHER = 'is neither a number nor a date\nWrite a number, or a date such as 2018-11-12.';

/** A number, a day or a month; days and months are ISO 8601, which sorts as text. */
const sort = v.union(
	[
		v.pipe(v.number(), v.finite(NEITHER)),
		v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, NEITHER))
	],
	NEITHER
);

const element = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: line,
		sort,
		/** The event of the primer’s timeline that it is. */
		place: v.exactOptional(idSchema),
		why: line
	}),
	v.transform(withId)
);

type Element = v.InferOutput<typeof element>;

/** Elements to put in order. */
export const fields = {
	elements: v.pipe(
		v.array(element),
		v.minLength(3, 'has fewer than three elements\nAdd an element.'),
		v.maxLength(MOST_PARTS, () => tooMany('elements'))
	),
	scoring: v.optional(v.picklist(['kendall', 'all-or-nothing', 'adjacent-pairs']), 'kendall')
};

export type Ordering = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface OrderingView {
	elements: Label[];
	/** Whether they can also be placed on a timeline: each is an event of it. It says nothing of when. */
	onTimeline?: true;
}

/** The ids of all elements, from first to last; as long as a place is free, with an empty text there, it is no answer. */
export type OrderingResponse = v.InferOutput<typeof response>;
export const response = v.array(v.string());

const rules: Record<Ordering['scoring'], (places: Permutation) => number> = {
	kendall,
	'adjacent-pairs': adjacentPairs,
	'all-or-nothing': (places) => (places.every((place, index) => place === index) ? 1 : 0)
};

/** What a random order of this many elements earns, by each rule. */
const atRandomBy: Record<Ordering['scoring'], (elements: number) => ScoreChance[]> = {
	kendall: (elements) =>
		merged(
			inversionsAtRandom(elements).map((chance, pairs) => ({ fraction: kendallOf(pairs, elements), chance }))
		),
	'adjacent-pairs': (elements) =>
		successionsAtRandom(elements).map((chance, kept) => ({ fraction: kept / (elements - 1), chance })),
	'all-or-nothing': (elements) => wholly(1 / factorial(elements))
};

export function faults({ elements }: Ordering): AuthoringFault[] {
	return [
		...repeats(elements, ['elements']),
		...mixture(elements),
		...ties(elements),
		...halfPlaced({ elements })
	];
}

/** Elements that are no event of the timeline, or one of another date. */
export function misplaced({ elements }: Ordering, drawings: Drawings): AuthoringFault[] {
	const { events } = drawings;
	return elements.flatMap(({ place, sort }, index) => {
		if (place === undefined) return [];
		const event = events?.find(({ id }) => id === place);
		if (!event) {
			const message = events ? `“timeline” has no event “${place}”` : 'there is no “timeline”';
			return [unknownPlace(drawings, ['elements', index, 'place'], message)];
		}
		if (event.date === sort) return [];
		return [
			{
				path: ['elements', index, 'sort'],
				message: `is not the date of “${place}” in the timeline, which is ${event.date}`,
				fix: 'Write the same date in both, a day or a month, or leave “place” out in all elements.'
			}
		];
	});
}

/**
 * Shows neither the right order nor its reverse, so that the item does not appear solved or mirrored. The
 * shuffle starts from the order of ids: a shuffle of the right order could be undone by anybody who knows the
 * seed.
 */
export function publicView(item: Ordering, random: Random): OrderingView {
	const start = byId(item.elements);
	const key = inOrder(item);
	const tells = (order: readonly Element[]) =>
		order.every((element, index) => element === key[index]) ||
		order.every((element, index) => element === key.at(-1 - index));
	let shown = shuffled(start, random);
	for (let more = 100; more > 0 && tells(shown); more--) shown = shuffled(start, random);
	// A source of chance that only ever gives one of the two would loop for ever: in that case move the first
	// element to the end.
	if (tells(shown)) shown = [...shown.slice(1), ...shown.slice(0, 1)];
	return { elements: shown.map(publicLabel), ...(isPlaced(item.elements) && { onTimeline: true }) };
}

export function unreadable({ elements }: OrderingView, given: unknown): Malformation | null {
	return unfit(given, isOrderOf(idsOf(elements), given));
}

/** Only a complete order is an answer: no element twice, none left out. */
export function score(item: Ordering, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	if (!isOrderOf(idsOf(item.elements), given)) return malformed('not-a-response');
	if (given.length === 0 || given.includes('')) return UNANSWERED;
	const key = inOrder(item);
	const places = given.map((id) => key.findIndex((element) => element.id === id));
	return scored(
		rules[item.scoring](places),
		key.map(({ id, why, ...element }, index) => ({
			...(given[index] === id ? { id, verdict: 'right' as const, why } : failed({ id, why }, true)),
			...dateOf(element)
		}))
	);
}

export function solution(item: Ordering): OrderingResponse {
	return inOrder(item).map((element) => element.id);
}

export function atRandom({ elements, scoring }: Ordering): ScoreChance[] {
	return atRandomBy[scoring](elements.length);
}

export function asked(item: Ordering): Asked {
	return { way: 'arrange', elements: item.elements, order: solution(item) };
}

export function offered({ elements }: OrderingView): Offered {
	return { way: 'arrange', elements };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: Ordering): Samples<OrderingResponse> {
	const right = solution(item);
	const [first = '', second = '', ...rest] = right;
	const swapped = [second, first, ...rest];
	const rotated = [second, ...rest, first];
	return {
		right,
		partlyRight: firstPartlyRight([swapped, rotated], (response) => score(item, response)),
		wrong: right.toReversed(),
		unanswered: [],
		malformed: right.slice(1)
	};
}

export function keyData(item: Ordering): unknown {
	return solution(item);
}

export const wording = {
	id: 'same',
	text: 'asked',
	sort: 'same',
	place: 'same',
	why: 'told'
} satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 1;
}

export function isProduction(): boolean {
	return true;
}

export function parts({ elements }: Ordering): Parts {
	return partsWith({
		shown: passages(elements, 'elements'),
		rationales: rationales(elements, 'elements'),
		key: elements.map(({ text }) => plainText(text))
	});
}

function inOrder({ elements }: Ordering): Element[] {
	return elements.toSorted((one, other) => compare(one.sort, other.sort));
}

/** When an event of the timeline was, to be shown there once the order is known. */
function dateOf({ place, sort }: Pick<Element, 'sort'> & { place?: string }): { date?: string } {
	return place !== undefined && typeof sort === 'string' ? { date: sort } : {};
}

/** Numbers by size, dates as text. A tie is a fault, and so is a mixture; its numbers come first. */
function compare(one: Element['sort'], other: Element['sort']): number {
	if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
	return one < other ? -1 : 1;
}

function mixture(elements: readonly Element[]): AuthoringFault[] {
	const odd = elements.findIndex(({ sort }) => typeof sort !== typeof elements[0]?.sort);
	if (odd === -1) return [];
	return [
		{
			path: ['elements', odd, 'sort'],
			message: 'some elements sort by a number and some by a date',
			fix: 'Write all as numbers or all as dates.'
		}
	];
}

/**
 * Elements whose order is undecided (rule T-03): the same number or day, or a day within another's month.
 */
function ties(elements: readonly Element[]): AuthoringFault[] {
	return elements.flatMap(({ sort }, index): AuthoringFault[] => {
		const tied = elements.slice(0, index).some((earlier) => {
			if (typeof earlier.sort === 'number' || typeof sort === 'number') return earlier.sort === sort;
			return earlier.sort.startsWith(sort) || sort.startsWith(earlier.sort);
		});
		if (!tied) return [];
		return [
			{
				path: ['elements', index, 'sort'],
				message: `nothing tells whether “${sort}” comes before or after another element`,
				fix: 'Give a more exact date or another number, or leave one of the two out.'
			}
		];
	});
}
