import type { Bank } from '#lib/bank/bank.ts';
import { mostTogether } from '#lib/bank/draw.ts';
import { openItems, servesExamsAlone } from '#lib/bank/serving.ts';

import { outlineFor } from './outline.server.ts';

/** How many items there are to study with, and how many an exam may ask. */
export interface Items {
	open: number;
	all: number;
}

const together = new WeakMap<Bank, Items>();

/** How many items one quiz and one exam can ask: of those that give one another away, only some. */
function togetherIn(bank: Bank): Items {
	const known = together.get(bank) ?? { open: mostTogether(openItems(bank)), all: mostTogether(bank.items) };
	together.set(bank, known);
	return known;
}

/** What the page of a primer shows: its points, and how many items each has. */
export function overviewOf(bank: Bank, keepDays: number) {
	const { primer, items } = bank;
	const count = (all: Bank['items']): Items => ({ open: openItems({ items: all }).length, all: all.length });
	return {
		primer: {
			id: primer.id,
			title: primer.title,
			language: primer.language,
			summary: primer.summary,
			points: primer.points.map(({ id, title }) => ({
				...{ id, title },
				items: count(items.filter((item) => item.point === id))
			}))
		},
		examsAlone: servesExamsAlone(primer),
		items: count(items),
		together: togetherIn(bank),
		outline: outlineFor(bank),
		/** How many days an exam is kept after its end. */
		daysKept: keepDays
	};
}

export type PrimerOverview = ReturnType<typeof overviewOf>;
