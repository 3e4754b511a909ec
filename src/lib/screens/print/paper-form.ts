import type { Component } from 'svelte';

import { isItemOf, type Item, type ItemView } from '#lib/bank/item.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import type { Interactions, KindName, Views } from '#lib/kinds/index.ts';
import type { Run } from '#lib/kinds/kind.ts';
import type { Rich } from '#lib/text/rich.ts';

/** One line of an answer key. */
export interface AnswerLine {
	/** The letter or number under which the sheet has it. */
	mark?: string;
	/** What it is the answer to, if an item asks several things. */
	about?: Rich;
	/** The right words; several if several are right. */
	texts: Rich[];
}

/** How items of one kind are put on paper. */
export interface PaperForm {
	/** What to do, in a sentence. */
	how: () => string;
	/** What is below the stem, to answer with a pen. */
	Question: Component<{ item: ItemView }>;
	/** The item as it is asked, in the order that a seed draws: that of a quiz with the same seed. */
	view: (item: Item, seed: string) => ItemView;
	/** The right answer in words, with the letters and numbers of the sheet with the same seed. */
	answer: (item: Item, seed: string) => AnswerLine[];
}

/** What goes with the component of a kind on paper: what to do, and what is right. */
interface PaperModule<K extends KindName> {
	default: PaperForm['Question'];
	how: PaperForm['how'];
	publicView: Run<Interactions[K], Views[K], unknown>['publicView'];
	answer: (interaction: Interactions[K], view: Views[K]) => AnswerLine[];
}

/** Adapts the paper form of one kind to items of any kind. */
export function paperForm<K extends KindName>(
	kind: K,
	{ default: Question, how, publicView, answer }: PaperModule<K>
): PaperForm {
	const seen = (item: Item, seed: string) => {
		if (!isItemOf(item, kind)) throw new Error(`An item of kind ${item.kind} was put on paper as ${kind}.`);
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
		}
	};
}
