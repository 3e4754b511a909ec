import { and, assign, fromCallback, setup } from 'xstate';

import {
	entriesInOrder,
	entryAt,
	initialContext,
	itemAt,
	nextOpen,
	responsesOf,
	timeLeft,
	withEntry
} from './context.ts';
import { own } from '#lib/kinds/own.ts';

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

const machineSetup = setup({
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
			return { now: at, ...withEntry(context, { spent: entryAt(context).spent + (at - context.now) }) };
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

/**
 * What a quiz may do next, from a drawn form to its results. One machine for all behaviours, which differ only by
 * the configuration in `behaviour.ts`.
 *
 * It knows neither Svelte nor storage, network, clock or chance: every event says when it happened, the order of
 * options follows from the form's seed, and scoring and handing in are actors that the caller provides. The diagram
 * in this folder's README is made from it.
 */
export const quizMachine = machineSetup.createMachine({
	id: 'quiz',
	context: ({ input }) => initialContext(input),
	initial: 'active',
	states: {
		active: {
			initial: 'answering',
			on: {
				hide: { guard: 'pauses', target: 'paused' },
				tick: [
					{ guard: and(['timeIsUp', 'feedbackAtEnd']), target: 'submitting' },
					{ guard: 'timeIsUp', target: 'finished' }
				]
			},
			states: {
				answering: {
					initial: 'composing',
					exit: 'spend',
					on: {
						answer: { target: '.composing', actions: ['spend', 'recordResponse'] },
						certain: { target: '.composing', actions: ['spend', 'recordCertainty'] },
						elsewhere: { guard: 'feedbackAtEnd', actions: ['spend', 'recordElsewhere'] },
						warn: {
							guard: 'feedbackAtEnd',
							target: '.malformed',
							actions: ['spend', 'noteMalformation']
						},
						flag: { actions: ['spend', 'toggleFlag'] },
						hint: { guard: 'mayHaveHint', actions: ['spend', 'noteHint'] },
						check: [
							{
								guard: and(['feedbackAfterEach', 'lacksCertainty']),
								target: '.uncertain',
								actions: 'spend'
							},
							{ guard: 'feedbackAfterEach', target: 'checking' }
						],
						reveal: { guard: 'hasTried', target: 'feedback', actions: 'settle' },
						skip: [
							{
								guard: 'anotherIsOpen',
								target: 'answering',
								reenter: true,
								actions: ['setAside', 'toNextOpen']
							},
							{ target: 'overview', actions: 'setAside' }
						],
						next: [
							{ guard: and(['feedbackAtEnd', 'isLast']), target: 'overview' },
							{ guard: 'feedbackAtEnd', target: 'answering', reenter: true, actions: 'toNext' }
						],
						back: {
							guard: and(['feedbackAtEnd', 'notFirst']),
							target: 'answering',
							reenter: true,
							actions: 'toPrevious'
						},
						go: {
							guard: and(['feedbackAtEnd', 'exists']),
							target: 'answering',
							reenter: true,
							actions: 'toPosition'
						},
						finish: 'overview'
					},
					states: {
						/** The learner is working on it. */
						composing: {},
						/** Check was pressed with nothing given. */
						unanswered: {},
						/** What was given cannot be read; `malformation` says why. */
						malformed: {},
						/** Check was pressed without a certainty. */
						uncertain: {},
						/** The scorer could not be reached. */
						unscored: {},
						/** The last try was not right, and another is left. */
						retrying: {}
					}
				},
				checking: {
					invoke: {
						src: 'score',
						input: ({ context }) => ({ item: itemAt(context), response: entryAt(context).response })
					},
					on: {
						// Neither the end of time nor a hidden page cuts off an answer on its way.
						hide: {},
						tick: {},
						scored: [
							{ guard: 'isUnanswered', target: 'answering.unanswered' },
							{ guard: 'isMalformed', target: 'answering.malformed', actions: 'noteMalformation' },
							{ guard: 'mayTryAgain', target: 'answering.retrying', actions: 'recordTry' },
							{ target: 'feedback', actions: ['recordTry', 'settle'] }
						],
						unscored: 'answering.unscored'
					}
				},
				feedback: {
					exit: 'advance',
					on: {
						flag: { actions: ['advance', 'toggleFlag'] },
						next: [
							{ guard: 'anotherIsOpen', target: 'answering', actions: 'toNextOpen' },
							{ guard: 'someAreSkipped', target: 'overview' },
							{ target: '#quiz.finished' }
						],
						finish: 'overview'
					}
				},
				/** A look over all items before handing in, or before leaving some unanswered. */
				overview: {
					exit: 'advance',
					on: {
						elsewhere: { guard: 'feedbackAtEnd', actions: ['advance', 'recordElsewhere'] },
						go: { guard: 'mayAnswer', target: 'answering', actions: 'toPosition' },
						back: [
							{ guard: 'isOpen', target: 'answering' },
							{ guard: 'anotherIsOpen', target: 'answering', actions: 'toNextOpen' }
						],
						submit: [{ guard: 'feedbackAtEnd', target: '#quiz.submitting' }, { target: '#quiz.finished' }]
					}
				},
				where: { type: 'history', history: 'deep' }
			}
		},
		paused: {
			exit: 'standStill',
			on: { show: 'active.where' }
		},
		submitting: {
			invoke: {
				src: 'submit',
				input: ({ context }) => ({ form: context.form, responses: responsesOf(context) })
			},
			on: {
				graded: { target: 'finished', actions: 'recordGrades' },
				refused: { target: 'refused', actions: 'noteRefusal' }
			}
		},
		refused: {
			on: { submit: { guard: 'mayTryLater', target: 'submitting' } }
		},
		finished: {
			initial: 'results',
			states: {
				results: {
					on: { review: { guard: 'exists', target: 'reviewing', actions: 'toPosition' } }
				},
				reviewing: {
					on: {
						next: { guard: 'notLast', actions: 'toNext' },
						back: { guard: 'notFirst', actions: 'toPrevious' },
						review: { guard: 'exists', actions: 'toPosition' },
						results: 'results'
					}
				}
			}
		}
	}
});

export type QuizMachine = typeof quizMachine;

function momentOf(event: QuizEvent, context: QuizContext): number {
	return 'at' in event ? Math.max(event.at, context.now) : context.now;
}

function unprovided(): never {
	throw new Error('The quiz machine was started without its actors: provide “score” and “submit”.');
}
