import { isKept } from '#lib/bank/serving.ts';

import type { Finding, Rule } from '../rule.ts';

/** C-11: what can be studied gives nothing away of what is kept for exams. */
export const openEnemies: Rule = {
	id: 'C-11',
	level: 'warning',
	wants: 'No item that is kept for exams has an enemy that anyone may study.',
	once: true,
	source: 'ours',
	check: ({ bank: { items } }) =>
		items.filter(isKept).flatMap((item) =>
			items
				.filter(
					(other) => !isKept(other) && (item.enemies.includes(other.id) || other.enemies.includes(item.id))
				)
				.map(({ id }): Finding => ({
					subject: { item: item.id },
					path: item.enemies.includes(id) ? ['enemies', item.enemies.indexOf(id)] : [],
					message: `it is kept for exams, and “${id}”, which gives it away or the reverse, can be studied`,
					fix: `Keep “${id}” for exams as well, or word one of them otherwise; if this one gives the other away and not the reverse, set the rule aside and say so.`
				}))
		)
};
