import type { Bank } from '#lib/bank/bank.ts';
import { picturesOf } from '#lib/bank/pictures.ts';

import { outlineFor } from './outline.server.ts';

/** What the page of a primer shows: its points in our words, and how many items each has. */
export function overviewOf(bank: Bank) {
	const { primer, items } = bank;
	const count = (point: number) => items.filter((item) => item.point === point).length;
	return {
		primer: {
			id: primer.id,
			title: primer.title,
			language: primer.language,
			summary: primer.summary,
			source: primer.source,
			points: primer.points.map(({ id, title, summary, asks }) => ({
				...{ id, title, summary, asks },
				items: count(id)
			}))
		},
		items: items.length,
		facts: primer.facts.length,
		outline: outlineFor(bank),
		pictures: picturesOf(primer)
	};
}

export type PrimerOverview = ReturnType<typeof overviewOf>;
