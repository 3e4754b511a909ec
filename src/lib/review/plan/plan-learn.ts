import { areEnemies } from '#lib/bank/enemies.ts';

import type { StudyOutline, ItemOutline } from '../outline.ts';
import { askableFacts, enemiesOf, fitsWith, itemsByFact, soundItems } from './askable.ts';
import { drawLot } from './draw-lot.ts';
import { bestOf, compareRanks, type Rank } from './rank.ts';
import { together } from './together.ts';

/** How many items a pass asks at most: about ten minutes of them. */
const MOST = 12;

export interface LearnRequest {
	outline: StudyOutline;
	/** The point to pass through; 0 is the primer as a whole. */
	point: number;
	/** The facts that were asked before, by id. */
	seen: ReadonlySet<string>;
	flawed: ReadonlySet<string>;
	seed: string;
}

export interface LearnPlan {
	/** The ids of the items, in the order in which they are asked. */
	items: string[];
	/**
	 * Facts not asked before that wait for the next pass, because this one is full or their items would give others
	 * away.
	 */
	later: string[];
}

/**
 * Plans a first pass through a point: an item about each of its facts and, for facts without one, a few that ask for
 * what is left; twelve items at most. The easiest come first; of equals, those that show the right answer to be
 * recognised; those about one stimulus where the easiest of them stands. Facts that cannot be asked are left out, and so are those that were asked before, unless all of them
 * were. Enemies never meet.
 */
export function planLearn({ outline, point, seen, flawed, seed }: LearnRequest): LearnPlan {
	const askable = askableFacts(outline, flawed);
	const facts = outline.facts
		.filter(({ id, point: of }) => of === point && askable.has(id))
		.map(({ id }) => id);
	const unseen = facts.filter((fact) => !seen.has(fact));
	const wanted = unseen.length > 0 ? unseen : facts;
	const open = new Set(wanted);
	const asked = new Set<string>();
	const taken: ItemOutline[] = [];
	let candidates = soundItems(outline, flawed);
	const enemies = enemiesOf(candidates);
	while (taken.length < MOST) {
		candidates = candidates.filter((item) => item.facts.some((fact) => open.has(fact)));
		const byFact = itemsByFact(candidates);
		const next = bestOf(candidates, (item) => [
			// Another point’s items ask for what was not read yet.
			item.point === point ? 0 : 1,
			stranded(item, open, byFact, enemies),
			isAbout(item, open) ? 0 : 1,
			isAbout(item, open) ? item.facts.length : -item.facts.filter((fact) => open.has(fact)).length,
			...easeOf(item),
			drawLot(seed, item.id)
		]);
		if (!next) break;
		taken.push(next);
		for (const fact of next.facts) asked.add(fact);
		candidates = candidates.filter((item) => fitsWith(item, [next]));
		// What an item is about is done with; what it rests on besides may have an item of its own.
		const hasItsOwn = (fact: string) =>
			isAbout(next, open) && fact !== next.facts[0] && candidates.some(({ facts }) => facts[0] === fact);
		for (const fact of next.facts.filter((fact) => !hasItsOwn(fact))) open.delete(fact);
	}
	const order = taken
		.map((item) => ({ item, rank: [...easeOf(item), drawLot(seed, item.id)] }))
		.sort((one, other) => compareRanks(one.rank, other.rank))
		.map(({ item }) => item);
	return {
		items: together(order, outline.items)
			.flat()
			.map(({ id }) => id),
		later: unseen.filter((fact) => !asked.has(fact))
	};
}

/** Whether an item is about an open fact, and does not only rest on it. */
function isAbout({ facts: [first] }: ItemOutline, open: ReadonlySet<string>): boolean {
	return first !== undefined && open.has(first);
}

/** How many open facts no item could ask for any longer once this one is taken. */
function stranded(
	item: ItemOutline,
	open: ReadonlySet<string>,
	byFact: ReadonlyMap<string, readonly ItemOutline[]>,
	enemies: ReadonlyMap<string, readonly ItemOutline[]>
): number {
	const theirs = new Set(enemies.get(item.id)?.flatMap(({ facts }) => facts));
	return [...theirs].filter(
		(fact) => open.has(fact) && byFact.get(fact)?.every((other) => areEnemies(item, other))
	).length;
}

/** Lower for easier items. */
function easeOf({ difficulty, effort }: ItemOutline): Rank {
	return [difficulty, effort];
}
