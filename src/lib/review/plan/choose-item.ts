import type { ItemOutline } from '../outline.ts';
import type { FactState } from '../state.ts';
import { drawLot } from './draw-lot.ts';
import { bestOf } from './rank.ts';

/** From this stability on, in days, a fact is rather brought up than recognised. */
const STABLE = 7;

/**
 * Chooses the item that asks for a fact again: of another kind than the last, not one of those asked lately, asking for
 * nothing that was not asked before, about this fact rather than resting on it, and the harder to recognise the more
 * stable the memory is; in this order. Of equals one is drawn.
 *
 * @param candidates items that ask for the fact and may be asked now
 * @param fact as it stands
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
