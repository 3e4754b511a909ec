import type { CourseOutline } from '../outline.ts';
import type { FactState } from '../state.ts';
import { soundItems } from './askable.ts';
import { chooseItem } from './choose-item.ts';

/**
 * The item that asks again for a fact that has just gone wrong: another one, or the same where there is no other. It
 * may be an enemy of what was asked, since the explanation has been given away already.
 *
 * @param fact as the wrong answer left it
 * @returns the item’s id; undefined where all that ask for the fact are marked as flawed
 */
export function planRelearn(
	outline: CourseOutline,
	fact: Pick<FactState, 'fact' | 'lastKind' | 'recent' | 'memory'>,
	flawed: ReadonlySet<string>,
	seed: string
): string | undefined {
	const candidates = soundItems(outline, flawed).filter(({ facts }) => facts.includes(fact.fact));
	const others = candidates.filter(({ id }) => id !== fact.recent[0]);
	return chooseItem(others.length > 0 ? others : candidates, fact, seed)?.id;
}
