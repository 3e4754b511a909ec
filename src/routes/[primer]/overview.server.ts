import type { Bank } from '#lib/bank/bank.ts';
import { mostTogether } from '#lib/bank/draw.ts';
import { openItems, servesExamsAlone } from '#lib/bank/serving.ts';

import { finalTestOf } from './final-test.server.ts';
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

/** The points of a primer, and how many items each has. */
export function pathOf({ primer, items }: Bank) {
	return primer.points.map(({ id, title }) => ({
		...{ id, title },
		items: counted(items.filter((item) => item.point === id))
	}));
}

function counted(items: Bank['items']): Items {
	return { open: openItems({ items }).length, all: items.length };
}

/** What the page of a primer shows. */
export function overviewOf(bank: Bank, keepDays: number) {
	const { primer } = bank;
	return {
		primer: {
			id: primer.id,
			title: primer.title,
			language: primer.language,
			summary: primer.summary,
			points: pathOf(bank)
		},
		examsAlone: servesExamsAlone(primer),
		items: counted(bank.items),
		together: togetherIn(bank),
		finalTest: finalTestOf(bank),
		outline: outlineFor(bank),
		/** How many days an exam is kept after its end. */
		daysKept: keepDays
	};
}

export type PrimerOverview = ReturnType<typeof overviewOf>;
