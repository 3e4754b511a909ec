import type { CourseOutline, ItemOutline } from '../outline.ts';
import type { ItemState } from '../state.ts';
import { fitsWith, soundItems } from './askable.ts';

/** How many mistakes one sitting mends at most. */
const MOST = 20;

/**
 * Plans to mend mistakes: the items whose last answer was wrong, the latest first, twenty at most. Of two enemies the
 * earlier waits for another sitting.
 *
 * @returns the ids of the items, in the order in which they are asked
 */
export function planMistakes(
	outline: CourseOutline,
	states: readonly Pick<ItemState, 'item' | 'right' | 'at'>[],
	flawed: ReadonlySet<string>
): string[] {
	const sound = new Map(soundItems(outline, flawed).map((item) => [item.id, item]));
	const latestFirst = states
		.filter(({ right }) => !right)
		.toSorted((one, other) => other.at - one.at || (one.item < other.item ? -1 : 1));
	const taken: ItemOutline[] = [];
	for (const { item: id } of latestFirst) {
		const item = sound.get(id);
		if (item && fitsWith(item, taken)) taken.push(item);
		if (taken.length === MOST) break;
	}
	return taken.map(({ id }) => id);
}
