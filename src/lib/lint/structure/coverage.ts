import type { Item } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';
import { isProduction } from '#lib/kinds/index.ts';

import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';

/** Facts that items are to ask for. */
export function isScored({ status, scored }: Fact): boolean {
	return status !== 'slip' && scored !== false;
}

/** S-03: each fact is asked for in more than one way, and no slip of the source is keyed as truth. */
export const coverage: Rule = {
	id: 'S-03',
	level: 'warning',
	wants: 'Each fact has two items of two kinds, one of them a production; none rests on a slip.',
	once: true,
	source: 'ours',
	check: ({ bank: { primer, items } }) => {
		const on = itemsByFact(items);
		const slips = new Set(primer.facts.flatMap(({ id, status }) => (status === 'slip' ? id : [])));
		return [
			...primer.facts.flatMap((fact) => {
				const mine = on.get(fact.id) ?? [];
				return lacksItems(fact, mine) ? [lacking(fact, mine)] : [];
			}),
			...items.flatMap((item) => onSlips(item, slips))
		];
	}
};

/** The items that ask for each fact, by its id, in the order of the bank. */
export function itemsByFact(items: readonly Item[]): Map<string, Item[]> {
	const all = items.flatMap((item) => [...new Set(item.facts)].map((fact) => ({ fact, item })));
	const groups = Map.groupBy(all, ({ fact }) => fact);
	return new Map([...groups].map(([fact, group]) => [fact, group.map(({ item }) => item)]));
}

/**
 * Whether items should ask for a fact, but do not in as many ways as they should.
 *
 * @param mine those that ask for it
 */
export function lacksItems(fact: Fact, mine: readonly Item[]): boolean {
	return isScored(fact) && !(areEnough(mine) && mine.some(isProduction));
}

function areEnough(items: readonly Item[]): boolean {
	const kinds = new Set(items.map(({ kind }) => kind));
	return items.length >= thresholds.itemsPerFact && kinds.size >= thresholds.kindsPerFact;
}

function lacking({ id }: Fact, mine: readonly Item[]): Finding {
	const enough = areEnough(mine);
	const has = mine.length === 0 ? 'no item' : mine.map((item) => `“${item.id}” (${item.kind})`).join(', ');
	return {
		subject: { fact: id },
		path: [],
		message: `the fact ${id} has ${has}${enough ? ', none of which has an answer to produce' : ''}`,
		fix: enough
			? 'Add an item to type, order, sort or mark; or write “scored: false” in the fact if nobody needs to know it.'
			: 'Add items until it has two of two kinds; or write “scored: false” in the fact if nobody needs to know it.'
	};
}

function onSlips(item: Item, slips: ReadonlySet<string>): Finding[] {
	return item.facts
		.filter((id) => slips.has(id))
		.map((id) => ({
			subject: { item: item.id },
			path: ['facts', item.facts.indexOf(id)],
			level: 'error',
			message: `it rests on ${id}, which is a slip of the source`,
			fix: 'Base it on another fact; or, if it asks about the slip itself, set the rule aside and say so.'
		}));
}
