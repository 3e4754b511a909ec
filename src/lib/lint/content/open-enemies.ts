import { isKept } from '#lib/bank/serving.ts';

import type { Finding, Rule } from '../rule.ts';

/** C-11: what can be studied gives away nothing that is kept for exams. */
export const openEnemies: Rule = {
	id: 'C-11',
	level: 'warning',
	wants: 'No item that is kept for exams has an enemy that anyone may study.',
	once: true,
	source: 'ours',
	check: ({ bank: { items } }) => {
		const byId = new Map(items.map((item) => [item.id, item]));
		const namedBy = Map.groupBy(
			items.flatMap((item) => item.enemies.map((enemy) => ({ enemy, item }))),
			({ enemy }) => enemy
		);
		return items.filter(isKept).flatMap((item) => {
			const own = item.enemies.flatMap((id) => byId.get(id) ?? []);
			const enemies = new Set([...own, ...(namedBy.get(item.id) ?? []).map((named) => named.item)]);
			return [...enemies]
				.filter((other) => !isKept(other))
				.map(({ id }): Finding => ({
					subject: { item: item.id },
					path: item.enemies.includes(id) ? ['enemies', item.enemies.indexOf(id)] : [],
					message: `it is kept for exams, and “${id}”, which gives it away or the reverse, can be studied`,
					fix: `Keep “${id}” for exams as well, or reword one of them; if this one gives the other away and not the reverse, set the rule aside and say so.`
				}));
		});
	}
};
