import type { Component } from 'svelte';

import { isViewOf, type ItemView } from '#lib/bank/item.ts';
import type { KindName, Views } from '#lib/kinds/index.ts';
import type { Part } from '#lib/kinds/score.ts';

/** What every view of a kind is given. */
export interface KindViewProps {
	item: ItemView;
	/** The current response; null before anything is given. It may come from storage and have any shape. */
	response: unknown;
	/** Called on each change; with null when everything was taken back. */
	onanswer: (response: unknown) => void;
	/** Once the response was scored, for which all that shows it is loaded: the verdict on each part, by the part's id. */
	marks: ReadonlyMap<string, Part> | null;
	/** The response can no longer be changed. */
	locked: boolean;
	/** Id of the element that asks the question, to label groups of inputs. */
	labelledby: string;
}

/** What shows one kind. */
export type KindView = Component<KindViewProps>;

/** The part of a public view that belongs to its kind. */
export function interactionOf<K extends KindName>(item: ItemView, kind: K): Views[K] {
	if (!isViewOf(item, kind)) throw new Error(`The view for ${kind} was given an item of kind ${item.kind}.`);
	return item.interaction;
}
