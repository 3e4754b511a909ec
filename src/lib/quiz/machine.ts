import { and } from 'xstate';

import { entryAt, initialContext, itemAt, responsesOf } from './context.ts';
import { machineSetup } from './moves.ts';

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
