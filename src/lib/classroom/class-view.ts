import * as v from 'valibot';

import { areViews, isRevealed } from '#lib/bank/arrived.ts';
import type { ItemView } from '#lib/bank/item.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { isKindName } from '#lib/kinds/names.ts';

import { rulesSchema } from './setup.ts';

// What everybody sees of a class, written once for the server that makes it and the pages that read it.

const phaseSchema = v.picklist([
	...(['lobby', 'reading', 'asking', 'closed', 'discussing'] as const),
	...(['revealed', 'standings', 'paused', 'ended'] as const)
]);

/** Where a class is, in one word. */
export type Phase = v.InferOutput<typeof phaseSchema>;

const areKnown = (items: readonly { kind: string }[]) => items.every(({ kind }) => isKindName(kind));

/**
 * Checks a view as a server has sent it: one from another version may have what this one could not show. Of the items only
 * the outline, for which {@link areViews} has its reason.
 */
export const classViewSchema = v.pipe(
	v.object({
		/** The number of the last event of the log: of two views, the one with the higher number is the newer. */
		version: v.number(),
		phase: phaseSchema,
		/** The place of the item that is asked or shown, from 0; null before the first, and where all are asked at once. */
		position: v.nullable(v.number()),
		/** How many items there are. */
		total: v.number(),
		rules: rulesSchema,
		isLocked: v.boolean(),
		/** The places of the items that were revealed, from the first; they can be shown again. */
		shown: v.array(v.number()),
		/**
		 * The rounds that are read, answered, discussed or revealed now, in the order of their items. One whose item has left
		 * the course is missing.
		 */
		rounds: v.array(
			v.object({
				number: v.number(),
				position: v.number(),
				isSecond: v.boolean(),
				opensAt: v.number(),
				length: v.nullable(v.number())
			})
		),
		/** What is asked in each of those rounds, in their order, without a key. */
		asked: v.custom<ItemView[]>((value) => areViews(value) && areKnown(value)),
		/** The same with keys and explanations; null until it is revealed. */
		revealed: v.nullable(v.custom<Revealed>((value) => isRevealed(value) && areKnown(value.items)))
	}),
	v.check(({ asked, rounds }) => asked.length === rounds.length)
);

/** What everybody of an audience sees of a class, all alike; it holds a key only once that has been revealed. */
export type ClassView = v.InferOutput<typeof classViewSchema>;
