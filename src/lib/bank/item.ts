import * as v from 'valibot';

import type { Interactions, KindName, Views } from '#lib/kinds/index.ts';
import { idSchema } from '#lib/kinds/option.ts';
import { prose } from '#lib/text/markdown.ts';
import type { Rich } from '#lib/text/rich.ts';

import { day } from './day.ts';
import { pointNumber } from './point-number.ts';

export const levels = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type Level = (typeof levels)[number];

export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];

/** What every item has, whatever its kind. */
const commonFields = {
	id: idSchema,
	/** The facts of the primer that the item rests on. */
	facts: v.pipe(v.array(v.string()), v.minLength(1, 'names no fact\nName the fact that the key rests on.')),
	difficulty: v.picklist(difficulties),
	level: v.picklist(levels),
	/** The day as of which to answer, where that matters. */
	asOf: v.exactOptional(day),
	stem: prose,
	explanation: prose,
	hint: v.exactOptional(prose),
	/** Items that give this one away, or the reverse; they never meet in one form. */
	enemies: v.optional(v.array(v.string()), [])
};

export type CommonFields = v.InferOutput<typeof commonSchema> & {
	/** The point whose file the item stands in; 0 is the primer as a whole. */
	point: number;
};

/** An item of one kind, checked and compiled, with its key. */
export type ItemOf<K extends KindName> = CommonFields & { kind: K; interaction: Interactions[K] };

/** An item of any kind. */
export type Item = ItemOf<KindName>;

/** What a learner may see of an item before answering it. */
export type ItemViewOf<K extends KindName> = {
	id: string;
	kind: K;
	point: number;
	asOf?: string;
	stem: Rich;
	interaction: Views[K];
};

export type ItemView = ItemViewOf<KindName>;

/** Whether an item is of a kind. */
export function isItemOf<K extends KindName>(item: Item, kind: K): item is ItemOf<K> {
	return item.kind === kind;
}

/** Whether a public view is that of an item of a kind. */
export function isViewOf<K extends KindName>(view: ItemView, kind: K): view is ItemViewOf<K> {
	return view.kind === kind;
}

/** What every item has: its schema, without the fields of its kind. */
export const commonSchema = v.strictObject(commonFields);

/** What the head of a file of items holds; its items are checked one by one, each by its kind's schema. */
export const itemsFileSchema = v.strictObject({
	point: pointNumber(0),
	items: v.array(v.unknown())
});
