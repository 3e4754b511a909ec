import type { InferOutput } from 'valibot';

import type { Interactions, KindName, Views } from '#lib/kinds/index.ts';
import type { Rich } from '#lib/text/rich.ts';

import type { commonSchema } from './item-schema.ts';
import type { Stimulus, StimulusView } from './stimulus.ts';

export type { Difficulty } from './difficulty.ts';
export type { CognitiveLevel } from './item-schema.ts';

export type CommonFields = Omit<InferOutput<typeof commonSchema>, 'stimulus'> & {
	/** What it asks about together with other items, in the language of the item. */
	stimulus?: Stimulus;
	/** The point whose file the item is in; 0 is the primer as a whole. */
	point: number;
	/** The language of the original, if the item is not translated in this edition. */
	language?: string;
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
	/** The language that the item is in, where it is not that of its edition. */
	language?: string;
	/** Present where there is a hint, which is told only when it is asked for. */
	hasHint?: true;
	/** What it asks about together with other items: read before the stem. */
	stimulus?: StimulusView;
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
