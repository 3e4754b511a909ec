import type { Component } from 'svelte';

import { isItemOf, isViewOf, type Item, type ItemView } from '#lib/bank/item.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import type { Interactions, KindName, Responses, Views } from '#lib/kinds/index.ts';
import type { Kind } from '#lib/kinds/kind.ts';
import { malformed, type Part, type Score } from '#lib/kinds/score.ts';

/** What every view of a kind is given. */
export interface KindViewProps {
	item: ItemView;
	/** The response as it stands; null before anything is given. It may come from storage and be of any shape. */
	response: unknown;
	/** Told of each change; null when everything was taken back. */
	onanswer: (response: unknown) => void;
	/** Once the response was scored: what became of each part, by the part's id. */
	marks: ReadonlyMap<string, Part> | null;
	/** The response can no longer be changed. */
	locked: boolean;
	/** Id of the element that asks the question, to label groups of inputs. */
	labelledby: string;
}

/** What shows one kind: a module that is loaded when the first item of the kind comes up. */
export interface KindModule {
	default: Component<KindViewProps>;
	/** The response that its inputs hold, as the kind's `fromForm` reads it; null where nothing was given. */
	read: (form: FormData) => unknown;
	/** Loads what follows once the learner begins: no first question needs it. */
	loadLogic: () => Promise<KindLogic>;
}

/** What the client needs of a kind to run it where the key is on the device. */
export interface KindLogic {
	view: (item: Item, seed: string) => ItemView;
	score: (item: Item, response: unknown) => Score;
	/** The response that is entirely right; null for an item of another kind. */
	solution: (item: Item) => unknown;
}

type Functions<I, V, R> = Pick<Kind<I, V, R>, 'publicView' | 'score' | 'solution'>;

/** Fits a kind's pure functions to items of any kind. */
export function kindLogic<K extends KindName>(
	kind: K,
	{ publicView, score, solution }: Functions<Interactions[K], Views[K], Responses[K]>
): KindLogic {
	return {
		view(item, seed) {
			if (!isItemOf(item, kind)) throw mismatch(kind, item.kind);
			return viewOf(item, publicView(item.interaction, orderOf(seed, item.id)));
		},
		score: (item, response) =>
			isItemOf(item, kind) ? score(item.interaction, response) : malformed('not-a-response'),
		solution: (item) => (isItemOf(item, kind) ? solution(item.interaction) : null)
	};
}

/** The part of a public view that belongs to its kind. */
export function interactionOf<K extends KindName>(item: ItemView, kind: K): Views[K] {
	if (!isViewOf(item, kind)) throw mismatch(kind, item.kind);
	return item.interaction;
}

function mismatch(expected: KindName, found: KindName): Error {
	return new Error(`The view for ${expected} was given an item of kind ${found}.`);
}
