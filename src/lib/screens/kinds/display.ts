import type { Component } from 'svelte';

import { isItemOf, type Item, type ItemView } from '#lib/bank/item.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import type { Asked } from '#lib/kinds/asked.ts';
import type { Interactions, KindName, Views } from '#lib/kinds/index.ts';
import type { Run } from '#lib/kinds/kind.ts';
import { interactionOf } from '#lib/player/kinds/kind-view.ts';
import type { Rich } from '#lib/text/rich.ts';

import type { OnWall } from './on-wall.ts';

/** One line of an answer key. */
export interface AnswerLine {
	/** The letter or number under which the sheet has it. */
	mark?: string;
	/** What it is the answer to, if an item asks several things. */
	about?: Rich;
	/** The right words; several if several are right. */
	texts: Rich[];
}

/** How items of one kind are shown where nobody answers them: on paper, on a wall, and in what is told of a class. */
export interface Display {
	/** What to do on paper, in a sentence. */
	how: () => string;
	/** What is on paper below the stem, to answer with a pen. */
	Question: Component<{ item: ItemView }>;
	/** The item as it is asked, in the order that a seed draws: that of a quiz with the same seed. */
	view: (item: Item, seed: string) => ItemView;
	/** The right answer in words, with the letters and numbers of the sheet with the same seed. */
	answer: (item: Item, seed: string) => AnswerLine[];
	/** What a wall shows of an item below its stem. */
	onWall: (view: ItemView) => OnWall;
	/** What the item asks for. */
	asked: (item: Item) => Asked;
}

/** What goes with the component of a kind on paper. */
interface DisplayModule<K extends KindName> {
	default: Display['Question'];
	how: Display['how'];
	answer: (interaction: Interactions[K], view: Views[K]) => AnswerLine[];
	onWall: (view: Views[K]) => OnWall;
	publicView: Run<Interactions[K], Views[K], unknown>['publicView'];
	asked: Run<Interactions[K], Views[K], unknown>['asked'];
}

/** Adapts the display of one kind to items of any kind. */
export function display<K extends KindName>(
	kind: K,
	{ default: Question, how, answer, onWall, publicView, asked }: DisplayModule<K>
): Display {
	const known = (item: Item) => {
		if (!isItemOf(item, kind)) throw new Error(`An item of kind ${item.kind} was shown as ${kind}.`);
		return item;
	};
	const seen = (given: Item, seed: string) => {
		const item = known(given);
		return { item, view: publicView(item.interaction, orderOf(seed, item.id)) };
	};
	return {
		how,
		Question,
		view(given, seed) {
			const { item, view } = seen(given, seed);
			return viewOf(item, view);
		},
		answer(given, seed) {
			const { item, view } = seen(given, seed);
			return answer(item.interaction, view);
		},
		onWall: (view) => onWall(interactionOf(view, kind)),
		asked: (item) => asked(known(item).interaction)
	};
}
