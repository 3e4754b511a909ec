import type { Score } from '#lib/kinds/score.ts';

import { newEntry, type Entry } from './entry.ts';
import type { LearnerAction, LearnerEvent } from './event.ts';
import type { Form } from './form.ts';
import { snapshotOf, type Attempt, type QuizSnapshot, type Scorer } from './run.ts';

export type { LearnerAction };

/** A form of three items without a time limit, for tests. */
export function formWith(changes: Partial<Form> = {}): Form {
	const form: Form = {
		primer: 'p',
		seed: 's',
		behaviour: 'practice',
		items: ['a', 'b', 'c'],
		minutes: null,
		extraTime: 1
	};
	return { ...form, ...changes };
}

/** An exam of ten minutes that asks both items of the sample bank, for tests. */
export function examWith(changes: Partial<Form> = {}): Form {
	const exam: Partial<Form> = { primer: 'b', behaviour: 'exam', items: ['first', 'number'], minutes: 10 };
	return formWith({ ...exam, ...changes });
}

export function scoredAt(fraction: number): Extract<Score, { state: 'scored' }> {
	return { state: 'scored', fraction, parts: [] };
}

/** Scores a number as that fraction, nothing as unanswered, and anything else as malformed; knows the items a to e. */
export const scorer: Scorer = (item, response) => {
	if (!/^[a-e]$/.test(item)) return undefined;
	if (response === null) return { state: 'unanswered' };
	return typeof response === 'number'
		? scoredAt(response)
		: { state: 'malformed', malformation: 'not-a-number' };
};

/** An entry with a scored try for each fraction. */
export function entryWith(fractions: number[], changes: Partial<Entry> = {}): Entry {
	return {
		...newEntry(),
		tries: fractions.map((fraction) => ({ response: fraction, score: scoredAt(fraction) })),
		...changes
	};
}

/** What was said, one second after another from the beginning at 0. */
export function logOf(said: readonly LearnerAction[]): LearnerEvent[] {
	return said.map((event, index) => ({ ...event, at: (index + 1) * 1000 }));
}

/** The state after all that was said. */
export function play(
	form: Form,
	said: readonly LearnerAction[],
	reply: Attempt['reply'] = null
): QuizSnapshot {
	const snapshot = snapshotOf({ form, startedAt: 0, log: logOf(said), reply }, scorer);
	if (!snapshot) throw new Error('The statechart did not take all that was said.');
	return snapshot;
}

/** To give a response, and to give it and have it checked. */
export const answer = (response: unknown): LearnerAction => ({ type: 'answer', response });
export const check: LearnerAction = { type: 'check' };
export const next: LearnerAction = { type: 'next' };
