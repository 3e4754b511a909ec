import type { Typed } from '#lib/kinds/accept.ts';
import { squeeze } from '#lib/kinds/fold.ts';
import type { Interactions } from '#lib/kinds/index.ts';

import type { Bank } from '../bank.ts';
import { isItemOf, type Item } from '../item.ts';

type Blank = Interactions['cloze']['blanks'][number];

/**
 * Lets every edition of a bank take what is typed in another language of it: a learner may change the language when an
 * item is answered, and the answer is scored anew then.
 */
export function shareForms(banks: readonly Bank[]): Bank[] {
	if (banks.length < 2) return [...banks];
	const versions = Map.groupBy(
		banks.flatMap(({ items }) => items),
		({ id }) => id
	);
	return banks.map((bank) => ({
		...bank,
		items: bank.items.map((item) => shared(item, versions.get(item.id) ?? []))
	}));
}

function shared(item: Item, versions: readonly Item[]): Item {
	if (isItemOf(item, 'short-text')) {
		const others = versions.flatMap((other) =>
			isItemOf(other, 'short-text') ? other.interaction.accept : []
		);
		return { ...item, interaction: withForms(item.interaction, others) };
	}
	if (isItemOf(item, 'cloze')) {
		const all = versions.flatMap((other) => (isItemOf(other, 'cloze') ? other.interaction.blanks : []));
		return {
			...item,
			interaction: {
				...item.interaction,
				blanks: item.interaction.blanks.map((blank) => ofBlank(blank, all))
			}
		};
	}
	if (isItemOf(item, 'numeric')) {
		const units = versions.flatMap((other) => (isItemOf(other, 'numeric') ? other.interaction.unit : []));
		return {
			...item,
			interaction: { ...item.interaction, unit: unique([...item.interaction.unit, ...units]) }
		};
	}
	return item;
}

function ofBlank(blank: Blank, versions: readonly Blank[]): Blank {
	if ('choices' in blank) return blank;
	const others = versions.flatMap((other) =>
		other.id === blank.id && !('choices' in other) ? other.accept : []
	);
	return withForms(blank, others);
}

function withForms<T extends Typed>(typed: T, others: readonly string[]): T {
	const here = new Set([...typed.accept, ...typed.wrong.map(({ text }) => text)].map(squeeze));
	const elsewhere = unique(others).filter((form) => !here.has(squeeze(form)));
	return elsewhere.length === 0 ? typed : { ...typed, elsewhere };
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
