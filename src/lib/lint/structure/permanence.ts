import { isOfAnother, remedyOfCopy } from '#lib/bank/copied.ts';

import { keyPrint, LOCK_FILE } from '../lock.ts';
import type { Finding, Rule } from '../rule.ts';

function foreign(count: number): Finding {
	return {
		subject: 'primer',
		path: [],
		message: `${LOCK_FILE} belongs to another course: hardly any of its ${count} items is in this one`,
		fix: remedyOfCopy('put the items back under their old ids.')
	};
}

/** S-01: ids are permanent, and a changed key says so. */
export const permanence: Rule = {
	id: 'S-01',
	level: 'error',
	wants: 'An item keeps its id for good or is retired, and a changed key comes with a higher “rev”.',
	once: true,
	source: 'ours',
	needs: 'lock',
	check: ({ bank, lock }) => {
		if (!lock) return [];
		const items = new Map(bank.items.map((item) => [item.id, item]));
		const retired = new Set(bank.retired);
		const ids = Object.keys(lock.items).filter((id) => !retired.has(id));
		if (isOfAnother(ids, (id) => items.has(String(id)))) return [foreign(ids.length)];
		return Object.entries(lock.items).flatMap(([id, { rev, key }]): Finding[] => {
			if (retired.has(id)) return [];
			const item = items.get(id);
			if (!item) {
				return [
					{
						subject: 'primer',
						path: [],
						message: `the item “${id}”, which is in ${LOCK_FILE}, is gone`,
						fix: 'Put it back under its old id; or, if it is gone for good, list the id under “retired” in the file that it was in, so that no other item gets it.'
					}
				];
			}
			const now = item.rev ?? 1;
			if (now < rev) {
				return [
					{
						subject: { item: id },
						path: ['rev'],
						message: `its “rev” is ${now}, and it was ${rev} before`,
						fix: `Write ${rev} or more.`
					}
				];
			}
			if (now > rev || keyPrint(item) === key) return [];
			return [
				{
					subject: { item: id },
					path: ['rev'],
					message: 'its key has changed since it was locked',
					fix: `Undo the change; or, if the new key is meant, write “rev: ${rev + 1}” and run “npx five-points lock”.`
				}
			];
		});
	}
};
