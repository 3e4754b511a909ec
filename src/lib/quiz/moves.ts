import { assign, fromCallback, setup } from 'xstate';

import { own } from '#lib/kinds/own.ts';

import { entriesInOrder, entryAt, nextOpen, timeLeft, withEntry } from './context.ts';
import type { QuizContext, QuizInput } from './context.ts';
import { triesLeft, type Entry } from './entry.ts';
import type { QuizEvent } from './event.ts';
import type { Form } from './form.ts';
import { gradedEntry } from './grading.ts';

/** What the `score` actor is asked: score this response, and send back `scored` or `unscored`. */
export interface ScoreRequest {
	item: string;
	response: unknown;
}

/** What the `submit` actor is asked: grade this form, and send back `graded` or `refused`. */
export interface SubmitRequest {
	form: Form;
	/** By item id; null where nothing was given. */
	responses: Record<string, unknown>;
}

/** For the compiler alone. */
const types: { context?: QuizContext; events?: QuizEvent; input?: QuizInput } = {};

/**
 * What the statechart of a quiz is made of, by name: what it asks of where it is, what it notes, and what it leaves to its
 * caller.
 */
export const machineSetup = setup({
	types,
	actors: {
		score: fromCallback<QuizEvent, ScoreRequest, QuizEvent>(unprovided),
		submit: fromCallback<QuizEvent, SubmitRequest, QuizEvent>(unprovided)
	},
	guards: {
		feedbackAtEnd: ({ context }) => context.behaviour.feedback === 'end',
		feedbackAfterEach: ({ context }) => context.behaviour.feedback === 'each',
		pauses: ({ context }) => context.behaviour.pauses,
		timeIsUp: ({ context, event }) => timeLeft(context, momentOf(event, context)) === 0,
		lacksCertainty: ({ context }) => context.behaviour.certainty && entryAt(context).certainty === null,
		hasTried: ({ context }) => entryAt(context).tries.length > 0,
		isUnanswered: ({ event }) => event.type === 'scored' && event.score.state === 'unanswered',
		isMalformed: ({ event }) => event.type === 'scored' && event.score.state === 'malformed',
		mayTryAgain: ({ context, event }) =>
			event.type === 'scored' &&
			event.score.state === 'scored' &&
			event.score.fraction < 1 &&
			triesLeft(entryAt(context), context.behaviour) > 1,
		mayHaveHint: ({ context }) => context.behaviour.hints === 'asked',
		anotherIsOpen: ({ context }) => nextOpen(context) !== undefined,
		someAreSkipped: ({ context }) => entriesInOrder(context).some(({ status }) => status === 'skipped'),
		isOpen: ({ context }) => entryAt(context).status !== 'settled',
		isLast: ({ context }) => context.position === context.form.items.length - 1,
		notFirst: ({ context }) => context.position > 0,
		notLast: ({ context }) => context.position < context.form.items.length - 1,
		exists: ({ context, event }) => 'position' in event && event.position in context.form.items,
		/** An item whose feedback was seen is not answered again. */
		mayAnswer: ({ context, event }) =>
			'position' in event &&
			event.position in context.form.items &&
			entryAt(context, event.position).status !== 'settled',
		mayTryLater: ({ context }) => context.refusal === 'unreachable'
	},
	actions: {
		/** Moves the clock on to the moment of the event. */
		advance: assign(({ context, event }) => ({ now: momentOf(event, context) })),
		/** The same, and counts the time towards the present item. */
		spend: assign(({ context, event }) => {
			const at = momentOf(event, context);
			// Whoever comes back after the time was up has not spent on it what went by since.
			const more = Math.min(at - context.now, timeLeft(context, context.now));
			return { now: at, ...withEntry(context, { spent: entryAt(context).spent + more }) };
		}),
		standStill: assign(({ context, event }) => {
			const at = momentOf(event, context);
			return { now: at, paused: context.paused + (at - context.now) };
		}),
		recordResponse: assign(({ context, event }) =>
			event.type === 'answer'
				? withEntry(context, { response: event.response, answeredAt: momentOf(event, context) })
				: {}
		),
		recordElsewhere: assign(({ context, event }) => {
			if (event.type !== 'elsewhere') return {};
			const entries = { ...context.entries };
			for (const { item, response, at } of event.answers) {
				const entry = own(entries, item);
				if (entry) entries[item] = { ...entry, response, answeredAt: at };
			}
			return { entries };
		}),
		recordCertainty: assign(({ context, event }) =>
			event.type === 'certain' ? withEntry(context, { certainty: event.certainty }) : {}
		),
		recordTry: assign(({ context, event }) => {
			if (event.type !== 'scored' || event.score.state !== 'scored') return {};
			const { response, tries, scoredAt } = entryAt(context);
			return withEntry(context, {
				tries: [...tries, { response, score: event.score }],
				scoredAt: scoredAt ?? context.now
			});
		}),
		recordGrades: assign(({ context, event }) => {
			if (event.type !== 'graded') return {};
			const entries = context.form.items.map((id, position): [string, Entry] => [
				id,
				gradedEntry(id, entryAt(context, position), event, context.now)
			]);
			return { entries: Object.fromEntries(entries), refusal: null, closing: event.closing ?? null };
		}),
		noteMalformation: assign(({ event }) => {
			if (event.type === 'warn') return { malformation: event.malformation };
			return event.type === 'scored' && event.score.state === 'malformed'
				? { malformation: event.score.malformation }
				: {};
		}),
		noteRefusal: assign(({ event }) => (event.type === 'refused' ? { refusal: event.refusal } : {})),
		settle: assign(({ context }) => withEntry(context, { status: 'settled' })),
		setAside: assign(({ context }) => withEntry(context, { status: 'skipped' })),
		toggleFlag: assign(({ context }) => withEntry(context, { flagged: !entryAt(context).flagged })),
		noteHint: assign(({ context }) => withEntry(context, { hinted: true })),
		toNextOpen: assign(({ context }) => ({ position: nextOpen(context) ?? context.position })),
		toNext: assign(({ context }) => ({ position: context.position + 1 })),
		toPrevious: assign(({ context }) => ({ position: context.position - 1 })),
		toPosition: assign(({ event }) => ('position' in event ? { position: event.position } : {}))
	}
});

function momentOf(event: QuizEvent, context: QuizContext): number {
	return 'at' in event ? Math.max(event.at, context.now) : context.now;
}

function unprovided(): never {
	throw new Error('The quiz machine was started without its actors: provide “score” and “submit”.');
}
