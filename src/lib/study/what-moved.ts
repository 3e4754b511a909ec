import { adviceFor, type Advice } from '#lib/review/advice.ts';
import { dayOf } from '#lib/review/day.ts';
import { mapOf, type KnowledgeMap } from '#lib/review/mastery.ts';
import { movedBy, type Moved } from '#lib/review/moved.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { countOldMistakes } from '#lib/review/plan/plan-mistakes.ts';
import type { FactState } from '#lib/review/state.ts';
import { readLog } from '#lib/store/merge.ts';
import type { CheckedStudy } from '#lib/store/study.ts';

import { flawedItems } from './learner.ts';

/** What the answers of a quiz or a session have done to what a learner knows, and what there is to do next. */
export interface WhatMoved {
	/** The facts that they asked for; empty where the device has kept none of them. */
	moved: Moved[];
	/** The map as it would be without them, and as it is. */
	before: KnowledgeMap;
	after: KnowledgeMap;
	/** What to do next; undefined for a course without facts to ask. */
	advice: Advice | undefined;
	/** The day by the learner’s calendar. */
	today: string;
}

/**
 * Reads from the device what some answers have moved.
 *
 * @param answers their ids in the log
 * @param now milliseconds since 1970
 * @throws when the device cannot be read
 */
export async function whatMoved(
	learner: Pick<CheckedStudy, 'log' | 'facts' | 'items' | 'flaws'>,
	outline: StudyOutline,
	answers: ReadonlySet<string>,
	now: number
): Promise<WhatMoved> {
	const { primer } = outline;
	const [log, states, items, flawed] = await Promise.all([
		learner.log(primer),
		learner.facts(primer),
		learner.items(primer),
		flawedItems(learner, primer)
	]);
	const moved = movedBy(readLog(log), answers);
	const today = dayOf(now);
	const after = mapOf(outline, states, flawed, now);
	return {
		moved,
		before: mapOf(outline, statesBefore(states, moved), flawed, now),
		after,
		advice: adviceFor(after, countOldMistakes(outline, items, flawed, today)),
		today
	};
}

/** Facts as they stood before they moved, as far as levels go. */
function statesBefore(states: readonly FactState[], moved: readonly Moved[]): FactState[] {
	const from = new Map(moved.map((move) => [move.fact, move.from]));
	return states.flatMap((state) => {
		const level = from.get(state.fact) ?? state.level;
		return level === 'unseen' ? [] : { ...state, level };
	});
}
