import { error } from '@sveltejs/kit';
import * as v from 'valibot';

import { findItem, type Bank } from '#lib/bank/bank.ts';
import { isDeeper } from '#lib/kinds/given.ts';
import { fromForm, publicView, score, unreadable } from '#lib/kinds/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { entryAt, itemAt } from '#lib/quiz/context.ts';
import { eventSchema, type LearnerEvent } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';
import { leavesQuestion } from '#lib/quiz/leaving.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { continued, type Continued, type QuizSnapshot } from '#lib/quiz/run.ts';

import { ENTER } from '../../(frame)/framed.ts';

/** How much a log may hold per item of its form, and in addition: many times what anybody does. */
const EVENTS_PER_ITEM = 20;
const MORE_EVENTS = 200;

/** How deep a log may be nested; a response is nested no deeper than this by half. */
const DEPTH = 10;

const logSchema = v.array(eventSchema);

/** What a page without its script sends back with each answer: the attempt so far. */
export interface Posted {
	startedAt: number;
	log: LearnerEvent[];
}

/**
 * The attempt that a form post carries; a new one if what was sent is not an attempt. Its size is limited
 * before anything is replayed.
 */
export function carriedBy(post: FormData, form: Form, now: number): Posted {
	const fresh = { startedAt: now, log: [] };
	const startedAt = Number(post.get('startedAt'));
	const text = post.get('log');
	if (typeof text !== 'string' || !Number.isFinite(startedAt) || startedAt <= 0 || startedAt > now)
		return fresh;
	const log = parseLog(text);
	if (log && log.length > form.items.length * EVENTS_PER_ITEM + MORE_EVENTS)
		error(413, { message: m.too_much_posted(), fix: m.too_much_posted_fix() });
	return log ? { startedAt, log } : fresh;
}

/**
 * Goes on with an attempt by what a form post says, as far as the statechart takes it.
 *
 * @returns undefined when its form could not have led to the attempt
 */
export function withPost(
	bank: Bank,
	attempt: Posted & { form: Form },
	post: FormData,
	now: number
): Continued | undefined {
	return continued({ ...attempt, reply: null }, scorerOf(bank), (state) => eventsOf(bank, state, post, now));
}

/** Scores responses to the items of a bank. */
function scorerOf(bank: Bank) {
	return (id: string, response: unknown) => {
		const item = findItem(bank, id);
		return item && score(item, response);
	};
}

function eventsOf(bank: Bank, state: QuizSnapshot, post: FormData, at: number): LearnerEvent[] {
	const { context } = state;
	const item = findItem(bank, itemAt(context));
	const response = item ? fromForm(item.kind, post) : null;
	const certainty = Number(post.get('certainty'));
	const events: LearnerEvent[] = [{ type: 'tick', at }];
	if (state.matches({ active: 'answering' })) {
		// Giving the same answer again would withdraw its feedback.
		if (response !== null && JSON.stringify(response) !== JSON.stringify(entryAt(context).response))
			events.push({ type: 'answer', at, response });
		if (certainty === 1 || certainty === 2 || certainty === 3)
			events.push({ type: 'certain', at, certainty });
	}
	const pressed = post.get('do');
	const said = saidEvent(pressed === ENTER ? mainOf(state) : pressed, at);
	if (!said) return events;
	const view = item && { kind: item.kind, interaction: publicView(item, () => 0) };
	const given = response ?? entryAt(context).response;
	const isNew = events.some(({ type }) => type === 'answer');
	const malformation = view && leavesQuestion(state, said, isNew) ? unreadable(view, given) : null;
	return [...events, malformation ? { type: 'warn', at, malformation } : said];
}

/** What the main button of a question says. */
function mainOf(state: QuizSnapshot): 'next' | 'check' {
	const checks = state.matches({ active: 'answering' }) && state.context.behaviour.feedback !== 'end';
	return checks ? 'check' : 'next';
}

/** The event of the pressed button: its value is a type, for some with a position after a colon. */
function saidEvent(value: FormDataEntryValue | null, at: number): LearnerEvent | undefined {
	if (typeof value !== 'string') return undefined;
	const [type, position] = value.split(':');
	return parsed(eventSchema, { type, at, ...(position !== undefined && { position: Number(position) }) });
}

function parseLog(text: string): LearnerEvent[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isDeeper(value, DEPTH) ? undefined : parsed(logSchema, value);
	} catch {
		return undefined;
	}
}
