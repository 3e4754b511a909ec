import { and, assign, not, setup } from 'xstate';

import { initialContext, roundHere, roundsTogether } from './context.ts';
import type { ClassContext, ClassInput, Round } from './context.ts';
import type { ClassEvent } from './event.ts';

/** For the compiler alone. */
const types: { context?: ClassContext; events?: ClassEvent; input?: ClassInput } = {};

const machineSetup = setup({
	types,
	guards: {
		isOwnPace: ({ context }) => context.setup.pace === 'own',
		exists: ({ context, event }) => 'position' in event && event.position in context.setup.items,
		hasReading: ({ context }) => context.setup.reading > 0,
		/** What was meant for a round that is over must not meet the next one. */
		isOfThisRound: ({ context, event }) =>
			'round' in event && event.round === roundsTogether(context)[0]?.number,
		hasLength: ({ context }) => roundsTogether(context).some(({ length }) => length !== null),
		wasRevealed: ({ context, event }) =>
			'position' in event &&
			context.rounds.some(({ position, revealedAt }) => position === event.position && revealedAt !== null),
		isSecondRound: ({ context }) => roundHere(context)?.isSecond ?? false,
		wantsStandings: ({ context }) => context.setup.standings
	},
	actions: {
		advance: assign(({ context, event }) => ({ now: momentOf(event, context) })),
		begin: assign(({ context, event }) => {
			if (event.type !== 'ask') return {};
			const { setup, rounds } = context;
			const opensAt = momentOf(event, context) + setup.reading * 1000;
			const positions = setup.pace === 'own' ? [...setup.items.keys()] : [event.position];
			return {
				position: setup.pace === 'own' ? null : event.position,
				rounds: [
					...rounds,
					...positions.map((position, index) =>
						newRound(context, { number: rounds.length + index + 1, position, opensAt })
					)
				]
			};
		}),
		beginSecond: assign(({ context, event }) => {
			const { rounds, position } = context;
			if (position === null) return {};
			const opensAt = momentOf(event, context);
			const second = newRound(context, { number: rounds.length + 1, position, opensAt });
			return { rounds: [...rounds, { ...second, isSecond: true }] };
		}),
		/** Opened early, it opens now. */
		open: assign(({ context, event }) => ({
			rounds: together(context, (round) => ({
				...round,
				opensAt: Math.min(round.opensAt, momentOf(event, context))
			}))
		})),
		extend: assign(({ context, event }) => {
			if (event.type !== 'extend') return {};
			const passed = (round: Round) => Math.max(0, momentOf(event, context) - round.opensAt);
			return {
				rounds: together(context, (round) =>
					round.length === null
						? round
						: { ...round, length: Math.max(passed(round), round.length + event.seconds * 1000) }
				)
			};
		}),
		close: assign(({ context, event }) => ({
			rounds: together(context, (round) => ({ ...round, closedAt: momentOf(event, context) }))
		})),
		reveal: assign(({ context, event }) => ({
			position: context.position ?? 0,
			rounds: context.rounds.map((round) =>
				context.setup.pace === 'own' || round.position === context.position
					? revealed(round, momentOf(event, context))
					: round
			)
		})),
		/** What was answered until now counts, and nothing is kept back once it is over. */
		finish: assign(({ context, event }) => {
			const at = momentOf(event, context);
			const rounds = together(context, (round) =>
				round.closedAt === null && round.opensAt <= at ? { ...round, closedAt: at } : round
			);
			return { rounds: rounds.map((round) => revealed(round, at)) };
		}),
		show: assign(({ event }) => ('position' in event ? { position: event.position } : {})),
		/** Time has not passed for a round that was open meanwhile. */
		standStill: assign(({ context, event }) => {
			const passed = momentOf(event, context) - context.now;
			return {
				rounds: together(context, (round) =>
					round.closedAt === null
						? {
								...round,
								opensAt: round.opensAt + passed,
								pauses: [...round.pauses, { from: context.now, length: passed }]
							}
						: round
				)
			};
		}),
		lock: assign({ isLocked: true }),
		unlock: assign({ isLocked: false }),
		grant: assign(({ context, event }) =>
			event.type === 'grant' ? { grants: { ...context.grants, [event.pupil]: event.times } } : {}
		)
	}
});

/**
 * What a class may do next, from its lobby to its end. One machine for both paces.
 *
 * It knows neither pupils nor answers nor clock: every event says when it happened. A class is kept as the log of its
 * events, and any process finds out where it is by replaying them (`fold.ts`).
 */
export const classMachine = machineSetup.createMachine({
	id: 'class',
	context: ({ input }) => initialContext(input),
	initial: 'lobby',
	states: {
		lobby: {
			on: { ask: { guard: 'exists', target: 'running', actions: ['begin', 'advance'] } }
		},
		running: {
			initial: 'reading',
			on: {
				/** Whatever was going on. Where pupils go at their own pace, all is asked already. */
				ask: {
					guard: and([not('isOwnPace'), 'exists']),
					target: '.reading',
					actions: ['begin', 'advance']
				},
				pause: { target: 'paused', actions: 'advance' }
			},
			states: {
				/** The item is shown, and no answers are taken yet. */
				reading: {
					always: { guard: not('hasReading'), target: 'asking' },
					on: {
						open: { guard: 'isOfThisRound', target: 'asking', actions: ['open', 'advance'] }
					}
				},
				/** Answers are taken. */
				asking: {
					on: {
						extend: { guard: and(['isOfThisRound', 'hasLength']), actions: ['extend', 'advance'] },
						close: { guard: 'isOfThisRound', target: 'closed', actions: ['close', 'advance'] }
					}
				},
				/** Nothing is shown yet of what is right, nor of what was answered. */
				closed: {
					on: {
						discuss: {
							guard: and([not('isOwnPace'), not('isSecondRound')]),
							target: 'discussing',
							actions: 'advance'
						},
						reveal: { target: 'revealed', actions: ['reveal', 'advance'] },
						show: { guard: 'wasRevealed', target: 'revealed', actions: ['show', 'advance'] }
					}
				},
				discussing: {
					on: {
						'ask-again': { target: 'asking', actions: ['beginSecond', 'advance'] },
						reveal: { target: 'revealed', actions: ['reveal', 'advance'] }
					}
				},
				revealed: {
					on: {
						standings: { guard: 'wantsStandings', target: 'standings', actions: 'advance' },
						show: { guard: 'wasRevealed', actions: ['show', 'advance'] }
					}
				},
				standings: {
					on: {
						show: { guard: 'wasRevealed', target: 'revealed', actions: ['show', 'advance'] }
					}
				},
				where: { type: 'history' }
			}
		},
		paused: {
			on: { resume: { target: 'running.where', actions: ['standStill', 'advance'] } }
		},
		ended: { type: 'final' }
	},
	on: {
		// These do not move the clock on: a pause may go on around them.
		lock: { guard: ({ context }) => !context.isLocked, actions: 'lock' },
		unlock: { guard: ({ context }) => context.isLocked, actions: 'unlock' },
		grant: { actions: 'grant' },
		end: { target: '.ended', actions: ['finish', 'advance'] }
	}
});

export type ClassMachine = typeof classMachine;

function momentOf(event: ClassEvent, context: ClassContext): number {
	return Math.max(event.at, context.now);
}

function newRound(
	{ setup }: ClassContext,
	{ number, position, opensAt }: Pick<Round, 'number' | 'position' | 'opensAt'>
): Round {
	const length = setup.seconds === null ? null : setup.seconds * 1000;
	return { number, position, isSecond: false, opensAt, length, pauses: [], closedAt: null, revealedAt: null };
}

function revealed(round: Round, at: number): Round {
	return round.closedAt === null ? round : { ...round, revealedAt: round.revealedAt ?? at };
}

/** All rounds, with those that are open together changed. */
function together(context: ClassContext, change: (round: Round) => Round): Round[] {
	const those = new Set(roundsTogether(context).map(({ number }) => number));
	return context.rounds.map((round) => (those.has(round.number) ? change(round) : round));
}
