import { own } from '#lib/kinds/own.ts';
import type { Malformation } from '#lib/kinds/score.ts';

import { behaviours, type Behaviour } from './behaviour.ts';
import { newEntry, type Entry } from './entry.ts';
import { timeAllowed, type Form } from './form.ts';
import type { KeptAnswer } from './event.ts';
import type { Closing, WhyNotGraded } from './grades.ts';

export interface QuizInput {
	form: Form;
	/** When the sitting began: milliseconds since 1970. */
	at: number;
}

/** All that a quiz knows besides the state it is in. Times are milliseconds since 1970. */
export interface QuizContext {
	form: Form;
	behaviour: Behaviour;
	/** The present item's place in the form, from 0. */
	position: number;
	/** What was done with each item, by its id. */
	entries: Record<string, Entry>;
	startedAt: number;
	/** When the last event happened, up to the end of the quiz. */
	now: number;
	/** How long the quiz was paused, in milliseconds. */
	paused: number;
	/** Why the last response could not be scored, as long as the learner sees that. */
	malformation: Malformation | null;
	/** Why the form was not graded, as long as the learner sees that. */
	refusal: WhyNotGraded | null;
	/** How the form ended, if a server kept the answers; null before that, and without one. */
	closing: Closing | null;
}

export function initialContext({ form, at }: QuizInput): QuizContext {
	return {
		form,
		behaviour: behaviours[form.behaviour],
		position: 0,
		entries: Object.fromEntries(form.items.map((id) => [id, newEntry()])),
		startedAt: at,
		now: at,
		paused: 0,
		malformation: null,
		refusal: null,
		closing: null
	};
}

/** The id of the item at a place in the form; the present one by default. */
export function itemAt(context: QuizContext, position = context.position): string {
	const id = context.form.items[position];
	if (id === undefined) throw new RangeError(`The form has no item at ${position}.`);
	return id;
}

/** What was done with the item at a place in the form; the present one by default. */
export function entryAt(context: QuizContext, position = context.position): Entry {
	return own(context.entries, itemAt(context, position)) ?? newEntry();
}

/** All entries, in the form's order. */
export function entriesInOrder(context: QuizContext): Entry[] {
	return context.form.items.map((_, position) => entryAt(context, position));
}

/** How much of the time allowed is left at a moment, in milliseconds; 0 when it is over, infinite without a limit. */
export function timeLeft(context: QuizContext, at: number): number {
	const elapsed = at - context.startedAt - context.paused;
	return Math.max(0, timeAllowed(context.form) - elapsed);
}

/** The place of the next open item after the present one, going round; undefined when no other is open. */
export function nextOpen(context: QuizContext): number | undefined {
	const count = context.form.items.length;
	for (let step = 1; step < count; step++) {
		const position = (context.position + step) % count;
		if (entryAt(context, position).status === 'open') return position;
	}
	return undefined;
}

/** The context with some fields of the present item's entry replaced. */
export function withEntry(context: QuizContext, change: Partial<Entry>): Pick<QuizContext, 'entries'> {
	return { entries: { ...context.entries, [itemAt(context)]: { ...entryAt(context), ...change } } };
}

/** How many items are done: settled or skipped; in an exam, where none is settled before its end, answered. */
export function doneIn({ form, entries }: Pick<QuizContext, 'form' | 'entries'>): number {
	const isDone = ({ status, response }: Entry) =>
		form.behaviour === 'exam' && status !== 'settled' ? response !== null : status !== 'open';
	return Object.values(entries).filter(isDone).length;
}

/** What was answered so far, and when. */
export function answersIn({ form, entries }: QuizContext): KeptAnswer[] {
	return form.items.flatMap((item): KeptAnswer[] => {
		const entry = entries[item];
		return entry && entry.answeredAt !== null
			? [{ item, response: entry.response, at: entry.answeredAt }]
			: [];
	});
}

/** What was given to each item of the form, by its id; null where nothing was. */
export function responsesOf(context: QuizContext): Record<string, unknown> {
	return Object.fromEntries(context.form.items.map((id) => [id, own(context.entries, id)?.response ?? null]));
}

/** The items, by id, whose first try was scored between two moments of a quiz. */
export function firstTries(before: QuizContext, after: QuizContext): string[] {
	const tries = ({ entries }: QuizContext, id: string) => own(entries, id)?.tries.length ?? 0;
	return after.form.items.filter((id) => tries(before, id) === 0 && tries(after, id) > 0);
}
