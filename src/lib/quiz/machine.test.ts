import { describe, expect, test } from 'vitest';
import { createMachine, type AnyStateNode } from 'xstate';
import { createTestModel } from 'xstate/graph';

import type { Score } from '#lib/kinds/score.ts';

import { behaviourNames, type BehaviourName } from './behaviour.ts';
import { entriesInOrder } from './context.ts';
import type { QuizEvent } from './event.ts';
import type { Form } from './form.ts';
import { quizMachine } from './machine.ts';
import type { QuizSnapshot } from './run.ts';

const MINUTE = 60_000;

function formOf(behaviour: BehaviourName): Form {
	return { primer: 'p', seed: 's', behaviour, items: ['one', 'two'], minutes: 1, extraTime: 1 };
}

const right: Score = { state: 'scored', fraction: 1, parts: [] };
const wrong: Score = { state: 'scored', fraction: 0, parts: [] };

/** All that can be said to a quiz, by learner and world, with each choice that makes a difference. */
const events: QuizEvent[] = [
	{ type: 'answer', at: 1, response: 'an answer' },
	{ type: 'certain', at: 1, certainty: 3 },
	{ type: 'warn', at: 1, malformation: 'not-a-number' },
	{ type: 'elsewhere', at: 1, answers: [{ item: 'two', response: 'an answer', at: 1 }] },
	{ type: 'check', at: 1 },
	{ type: 'reveal', at: 1 },
	{ type: 'skip', at: 1 },
	{ type: 'next', at: 1 },
	{ type: 'back', at: 1 },
	{ type: 'go', at: 1, position: 0 },
	{ type: 'go', at: 1, position: 1 },
	{ type: 'go', at: 1, position: 7 },
	{ type: 'flag', at: 1 },
	{ type: 'hint', at: 1 },
	{ type: 'finish', at: 1 },
	{ type: 'submit', at: 1 },
	{ type: 'hide', at: 1 },
	{ type: 'show', at: 1 },
	{ type: 'tick', at: 1 },
	{ type: 'tick', at: MINUTE },
	{ type: 'review', at: 1, position: 1 },
	{ type: 'results', at: 1 },
	{ type: 'scored', score: right },
	{ type: 'scored', score: wrong },
	{ type: 'scored', score: { state: 'unanswered' } },
	{ type: 'scored', score: { state: 'malformed', malformation: 'not-a-number' } },
	{ type: 'unscored' },
	{ type: 'graded', grades: { one: right, two: { state: 'unanswered' } } },
	{ type: 'refused', refusal: 'late' },
	{ type: 'refused', refusal: 'unreachable' }
];

/**
 * A state as the model tells states apart: where it is and what was done with each item, but not when, nor what exactly
 * was answered, nor whether an item is flagged.
 */
function serializeState({ value, context, historyValue }: QuizSnapshot): string {
	const entries = entriesInOrder(context).map((entry) => [
		entry.response !== null,
		entry.certainty,
		entry.tries.length,
		entry.tries.at(-1)?.score.fraction,
		entry.status
	]);
	const comesBackTo =
		value === 'paused'
			? Object.values(historyValue)
					.flat()
					.map((node) => node.id)
			: null;
	const refusal = value === 'refused' ? context.refusal : null;
	return JSON.stringify([value, context.position, entries, comesBackTo, refusal]);
}

/**
 * The machine without its two invocations, which a test model does not take: what they would send back is among the
 * events above instead.
 */
const uninvoked = createMachine(
	withoutInvocations(quizMachine.config),
	quizMachine.implementations
) as typeof quizMachine;

function withoutInvocations<T>(config: T): T {
	if (typeof config !== 'object' || config === null || Array.isArray(config)) return config;
	const kept = Object.entries(config).filter(([key]) => key !== 'invoke');
	return Object.fromEntries(kept.map(([key, value]) => [key, withoutInvocations(value)])) as T;
}

function optionsFor(behaviour: BehaviourName) {
	return {
		input: { form: formOf(behaviour), at: 0 },
		events: behaviour === 'certainty' ? events : events.filter(({ type }) => type !== 'certain'),
		serializeState
	};
}

/** Every transition of the machine, by the state it leaves, its event and its place among those for that event. */
function transitionsOf(node: AnyStateNode): string[] {
	const own = [...node.transitions].flatMap(([event, list]) =>
		list.map((_, index) => `${node.id} · ${event} · ${index}`)
	);
	return [...own, ...Object.values(node.states).flatMap(transitionsOf)];
}

function transitionsTaken(state: QuizSnapshot, event: QuizEvent): string[] {
	return quizMachine.getTransitionData(state, event).map((transition) => {
		const list = transition.source.transitions.get(transition.eventType) ?? [];
		return `${transition.source.id} · ${transition.eventType} · ${list.indexOf(transition)}`;
	});
}

describe('the paths through the statechart', () => {
	const taken = new Set<string>();

	describe.each(behaviourNames)('%s', (behaviour) => {
		const model = createTestModel(uninvoked, optionsFor(behaviour));

		test('every shortest path keeps what always holds', { timeout: 120_000 }, async () => {
			const paths = model.getShortestPaths({ allowDuplicatePaths: true });
			expect(paths.length).toBeGreaterThan(20);
			for (const path of paths) {
				await path.test({ states: { '*': holds }, events: {} });
			}
		});

		test('all of its steps are noted', { timeout: 120_000 }, () => {
			for (const { state } of model.getShortestPaths({ allowDuplicatePaths: true })) {
				for (const event of events) {
					for (const name of transitionsTaken(state, event)) taken.add(name);
				}
			}
			expect(taken.size).toBeGreaterThan(10);
		});
	});

	test('between them they take every transition', () => {
		expect(transitionsOf(quizMachine.root).filter((name) => !taken.has(name))).toEqual([]);
	});
});

/** What holds in every state that can be reached. */
function holds(state: QuizSnapshot): void {
	const { context } = state;
	const entries = entriesInOrder(context);
	expect(context.position in context.form.items).toBe(true);
	for (const entry of entries) {
		expect(entry.tries.length).toBeLessThanOrEqual(context.behaviour.tries);
		expect(entry.spent).toBeGreaterThanOrEqual(0);
		if (entry.tries.length > 0 && context.behaviour.feedback === 'end')
			expect(state.matches('finished')).toBe(true);
		if (entry.tries.length > 0 && context.behaviour.certainty) expect(entry.certainty).not.toBeNull();
	}
	if (state.matches({ active: 'feedback' })) {
		expect(context.behaviour.feedback).toBe('each');
		expect(entries[context.position]?.status).toBe('settled');
	}
	if (state.matches({ active: 'answering' })) expect(entries[context.position]?.status).not.toBe('settled');
	if (state.matches('paused')) expect(context.behaviour.pauses).toBe(true);
	if (state.matches('submitting') || state.matches('refused')) expect(context.behaviour.feedback).toBe('end');
}
