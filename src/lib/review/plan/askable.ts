import { areEnemies } from '#lib/bank/enemies.ts';

import type { StudyOutline, ItemOutline } from '../outline.ts';

/** The enemies of each item that has any among these, whichever of two names the other. */
export function enemiesOf(items: readonly ItemOutline[]): Map<string, ItemOutline[]> {
	const byId = new Map(items.map((item) => [item.id, item]));
	const pairs = items.flatMap((item) =>
		item.enemies.flatMap((id) => {
			const enemy = byId.get(id);
			return enemy
				? [
						{ item, enemy },
						{ item: enemy, enemy: item }
					]
				: [];
		})
	);
	const byItem = Map.groupBy(pairs, ({ item }) => item.id);
	return new Map([...byItem].map(([id, found]) => [id, found.map(({ enemy }) => enemy)]));
}

/** Whether an item may join those already taken: none of them is the same item or an enemy. */
export function fitsWith(item: ItemOutline, taken: readonly ItemOutline[]): boolean {
	return !taken.some((other) => other.id === item.id || areEnemies(item, other));
}

/** The items that the learner has not marked as flawed. */
export function soundItems({ items }: StudyOutline, flawed: ReadonlySet<string>): ItemOutline[] {
	return items.filter(({ id }) => !flawed.has(id));
}

/** The facts, by id, that can be asked: those for which the course still has an item not marked as flawed. */
export function askableFacts(outline: StudyOutline, flawed: ReadonlySet<string>): ReadonlySet<string> {
	return new Set(soundItems(outline, flawed).flatMap(({ facts }) => facts));
}

/** Of some items, those that ask for each fact. */
export function itemsByFact(items: readonly ItemOutline[]): Map<string, ItemOutline[]> {
	const byFact = new Map<string, ItemOutline[]>();
	for (const item of items) {
		for (const fact of item.facts) {
			const known = byFact.get(fact);
			if (known) known.push(item);
			else byFact.set(fact, [item]);
		}
	}
	return byFact;
}
