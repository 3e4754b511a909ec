import type { Item } from '#lib/bank/item.ts';
import type { Bar, BarGroup, RoundTally, TwoRounds } from '#lib/classroom/host-protocol.ts';
import { pickWords } from '#lib/screens/teach/pick-words.ts';

import { displays } from '../kinds/index.ts';

/** What a bar of a tally stands for, in words that need no heading: “Canada → State”, “Blank 2: Paris”. */
function barWords(item: Item, { part }: Pick<BarGroup, 'part'>, { id, typed }: Bar): string {
	const { way } = displays[item.kind].asked(item);
	switch (way) {
		case 'choose':
		case 'judge':
			return pickWords(item, id);
		case 'judge-and-reason':
			return pickWords(item, part === 'verdict' ? `verdict:${id}` : id);
		case 'assign':
			return pickWords(item, `${part}:${id}`);
		case 'arrange':
			// The part is the place.
			return pickWords(item, `${id}:${part}`);
		case 'fill':
			return pickWords(item, `${part}:${typed ?? id}`);
		case 'write':
		case 'calculate':
			return typed ?? id;
	}
}

/** How often one thing was given in two rounds. */
export interface ChangedBar {
	/** Tells it from the others. */
	name: string;
	words: string;
	key: boolean;
	before: number;
	after: number;
}

/** What was given in either of two rounds, and what is right. What was typed may be in one of them alone. */
export function changedBars({ first, second }: TwoRounds, item: Item): ChangedBar[] {
	const [before, after] = [first, second].map((tally) => new Map(barsOf(tally, item)));
	const all = new Map([...(before ?? []), ...(after ?? [])]);
	return [...all]
		.map(([name, { words, key }]) => ({
			...{ name, words, key },
			before: before?.get(name)?.count ?? 0,
			after: after?.get(name)?.count ?? 0
		}))
		.filter((bar) => bar.key || bar.before + bar.after > 0);
}

function barsOf(
	{ groups }: RoundTally,
	item: Item
): [string, { words: string; key: boolean; count: number }][] {
	return groups.flatMap((group) =>
		group.bars.map((bar): [string, { words: string; key: boolean; count: number }] => [
			`${group.part ?? ''}:${bar.id}`,
			{ words: barWords(item, group, bar), key: bar.key, count: bar.count }
		])
	);
}
