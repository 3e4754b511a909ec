import { findItem, type Bank } from '#lib/bank/bank.ts';
import { fromForm, score } from '#lib/kinds/index.ts';
import { eventSchema, type LearnerEvent } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';

import { logged } from '#lib/quiz/record.ts';
import { snapshotOf, type Attempt } from '#lib/quiz/run.ts';
import { entryAt, itemAt } from '#lib/quiz/context.ts';
import * as v from 'valibot';

const logSchema = v.array(eventSchema);

/** What a page without its script sends back with each answer: the attempt so far. */
export interface Posted {
	startedAt: number;
	log: LearnerEvent[];
}

/**
 * Takes a form post of a page whose script has not loaded: adds what it says to the attempt that it carries, as far
 * as the statechart takes it.
 *
 * @returns the attempt with the new events; begun anew where what was sent is not one
 */
export function takePost(bank: Bank, form: Form, post: FormData, now: number): Posted {
	const carried = readPosted(post, now);
	const attempt: Attempt = { form, ...carried, reply: null };
	let { log } = carried;
	if (!snapshotOf(attempt, scorer(bank))) return { startedAt: now, log: [] };
	for (const event of eventsOf(bank, attempt, post, now)) {
		const state = snapshotOf({ ...attempt, log }, scorer(bank));
		if (state?.can(event)) log = logged(log, event);
	}
	return { startedAt: carried.startedAt, log };
}

function eventsOf(bank: Bank, attempt: Attempt, post: FormData, at: number): LearnerEvent[] {
	const state = snapshotOf(attempt, scorer(bank));
	if (!state) return [];
	const item = findItem(bank, itemAt(state.context));
	const response = item ? fromForm(item.kind, post) : null;
	const certainty = Number(post.get('certainty'));
	const events: LearnerEvent[] = [{ type: 'tick', at }];
	if (state.matches({ active: 'answering' })) {
		// Given again, the same answer would take back what was said of it.
		if (response !== null && JSON.stringify(response) !== JSON.stringify(entryAt(state.context).response))
			events.push({ type: 'answer', at, response });
		if (certainty === 1 || certainty === 2 || certainty === 3)
			events.push({ type: 'certain', at, certainty });
	}
	const said = saidEvent(post.get('do'), at);
	return said ? [...events, said] : events;
}

/** The event that the pressed button stands for: its value is a type, and for some a position after a colon. */
function saidEvent(value: FormDataEntryValue | null, at: number): LearnerEvent | undefined {
	if (typeof value !== 'string') return undefined;
	const [type, position] = value.split(':');
	const result = v.safeParse(eventSchema, {
		type,
		at,
		...(position !== undefined && { position: Number(position) })
	});
	return result.success ? result.output : undefined;
}

function readPosted(post: FormData, now: number): Posted {
	const fresh = { startedAt: now, log: [] };
	const startedAt = Number(post.get('startedAt'));
	const text = post.get('log');
	if (typeof text !== 'string' || !Number.isFinite(startedAt) || startedAt <= 0 || startedAt > now)
		return fresh;
	try {
		const result = v.safeParse(logSchema, JSON.parse(text));
		return result.success ? { startedAt, log: result.output } : fresh;
	} catch {
		return fresh;
	}
}

function scorer(bank: Bank) {
	return (id: string, response: unknown) => {
		const item = findItem(bank, id);
		return item && score(item, response);
	};
}
