import { dayOf } from '../day.ts';
import type { StudyOutline, ItemOutline } from '../outline.ts';
import type { ItemState } from '../state.ts';
import { fitsWith, soundItems } from './askable.ts';
import { together } from './together.ts';

/** What is known of an item, as far as mistakes are concerned. */
type LastAnswer = Pick<ItemState, 'item' | 'right' | 'at'>;

/** How many mistakes one sitting asks again at most. */
const MOST = 20;

/**
 * Plans a sitting of mistakes: the items whose last answer was wrong, the latest first, twenty at most, and
 * those about one stimulus where the latest of them stands. Of two enemies the earlier waits for another sitting.
 *
 * @returns the ids of the items, in the order in which they are asked
 */
export function planMistakes(
	outline: StudyOutline,
	states: readonly LastAnswer[],
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
	return together(taken, outline.items)
		.flat()
		.map(({ id }) => id);
}

/**
 * How many mistakes of earlier days a sitting would ask again. What went wrong today is asked again anyway.
 *
 * @param today the day by the learner’s calendar
 */
export function countOldMistakes(
	outline: StudyOutline,
	states: readonly LastAnswer[],
	flawed: ReadonlySet<string>,
	today: string
): number {
	return planMistakes(
		outline,
		states.filter(({ at }) => dayOf(at) < today),
		flawed
	).length;
}
