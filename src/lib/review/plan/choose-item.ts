import type { ItemOutline } from '../outline.ts';
import type { FactState } from '../state.ts';
import { drawLot } from './draw-lot.ts';
import { bestOf } from './rank.ts';

/** From this stability on, in days, recalling a fact is preferred to recognising it. */
const STABLE = 7;

/**
 * Chooses the item that asks for a fact again. In this order, it prefers an item of another kind than the last; one not
 * asked lately; one that asks for nothing new; one about this fact rather than resting on it; and one that takes little
 * effort while the memory is young, and much once it is stable. Of equals one is drawn.
 *
 * @param candidates items that ask for the fact and may be asked now
 * @param fact its present state
 * @param seen the facts that were asked before, by id
 * @returns undefined where there is no candidate
 */
export function chooseItem(
	candidates: readonly ItemOutline[],
	fact: Pick<FactState, 'fact' | 'lastKind' | 'recent' | 'memory'>,
	seen: ReadonlySet<string>,
	seed: string
): ItemOutline | undefined {
	const towards = fact.memory.stability >= STABLE ? -1 : 1;
	return bestOf(candidates, (item) => [
		item.kind === fact.lastKind ? 1 : 0,
		recency(item, fact.recent),
		item.facts.every((each) => seen.has(each)) ? 0 : 1,
		item.facts[0] === fact.fact ? 0 : 1,
		towards * item.effort,
		drawLot(seed, item.id)
	]);
}

/** 0 where an item was not asked lately, more the later it was. */
function recency({ id }: ItemOutline, recent: readonly string[]): number {
	const place = recent.indexOf(id);
	return place === -1 ? 0 : recent.length - place;
}
