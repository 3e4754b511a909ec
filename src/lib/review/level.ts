import type { Occasion, Review } from './review.ts';
import { masteryLevels, type FactState, type MasteryLevel } from './state.ts';

/** The level of a fact on the way from seen to mastered, and what it rests on. */
export type FactLevel = Pick<FactState, 'level' | 'since' | 'kinds'>;

/** An answer, as far as levels are concerned. */
export interface Answer extends Pick<Review, 'kind' | 'occasion'> {
	right: boolean;
	/** By the learner’s calendar: `2026-11-25`; the day of the answer before, if the fact had no time to rest since. */
	day: string;
	/** Whether the fact was due by then. */
	due: boolean;
	/** Whether it had gone wrong that day, and not been right since. */
	relearning: boolean;
}

/**
 * How a level rises and falls.
 *
 * - Answered at all: seen. Right once: familiar.
 * - Right in two kinds since it last fell: proficient. A second right answer in the same kind counts as a second kind
 *   if the fact had become due. Most facts have items of one kind only, and recalling a fact after it had time to fade
 *   shows as much as answering it in two ways within an hour.
 * - Proficient, and right again on a later day, with its turn not announced: mastered.
 * - Wrong: one level down, and what was shown before no longer counts. Nothing falls below seen.
 *
 * An answer given on the day on which the fact went wrong shows that the explanation was read: it raises the level to
 * familiar at most, and counts as no kind.
 */
export function nextLevel(before: FactLevel | undefined, answer: Answer): FactLevel {
	const { right, day, kind } = answer;
	const { level, since, kinds }: FactLevel = before ?? { level: 'seen', since: day, kinds: [] };
	const at = (next: MasteryLevel, kinds: FactLevel['kinds']): FactLevel => ({
		level: next,
		// A level cannot have been reached on a day still to come: the clock was set back.
		since: next === level && since <= day ? since : day,
		kinds
	});
	if (!right) return at(oneDown(level), []);
	if (answer.relearning) return at(level === 'seen' ? 'familiar' : level, kinds);
	const shown = kinds.includes(kind) ? kinds : [...kinds, kind];
	return at(oneUp(level, since, answer, { many: shown.length > 1, again: kinds.length > 0 }), shown);
}

function oneUp(
	level: MasteryLevel,
	since: string,
	{ day, due, occasion }: Answer,
	shown: { many: boolean; again: boolean }
): MasteryLevel {
	if (level === 'seen') return 'familiar';
	if (level === 'familiar') return shown.many || (shown.again && due) ? 'proficient' : 'familiar';
	return day > since && isMixed(occasion) ? 'mastered' : level;
}

function oneDown(level: MasteryLevel): MasteryLevel {
	return masteryLevels[Math.max(0, masteryLevels.indexOf(level) - 1)] ?? 'seen';
}

/** Whether questions came in an order that does not tell what they are about; a first pass goes point by point. */
function isMixed(occasion: Occasion): boolean {
	return occasion !== 'learn';
}
