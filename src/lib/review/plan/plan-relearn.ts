import type { StudyOutline, ItemOutline } from '../outline.ts';
import type { FactState } from '../state.ts';
import { fitsWith, itemsByFact, soundItems } from './askable.ts';
import { chooseItem } from './choose-item.ts';
import { together } from './together.ts';

/**
 * Plans a round that asks again for facts that have just gone wrong: each by another item, or by the same if there is
 * no other. Enemies never meet in a round, so a fact may be left to the next one. An enemy of an item of an earlier
 * round may come, since what it gives away has been explained already.
 *
 * @param missed the facts as the wrong answers left them
 * @param seen the facts that were asked before, by id
 * @returns the ids of the items, in the order in which they are asked; none if every item that asks for the facts is
 * marked as flawed
 */
export function planRelearn(
	outline: StudyOutline,
	missed: readonly Pick<FactState, 'fact' | 'lastKind' | 'recent' | 'memory'>[],
	seen: ReadonlySet<string>,
	flawed: ReadonlySet<string>,
	seed: string
): string[] {
	const byFact = itemsByFact(soundItems(outline, flawed));
	const taken: ItemOutline[] = [];
	for (const fact of missed) {
		if (taken.some(({ facts }) => facts.includes(fact.fact))) continue;
		const candidates = byFact.get(fact.fact) ?? [];
		const others = candidates.filter(({ id }) => id !== fact.recent[0]);
		const fitting = (others.length > 0 ? others : candidates).filter((item) => fitsWith(item, taken));
		const item = chooseItem(fitting, fact, seen, seed);
		if (item) taken.push(item);
	}
	return together(taken, outline.items)
		.flat()
		.map(({ id }) => id);
}
