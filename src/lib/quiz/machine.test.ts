import { describe, expect, test } from 'vitest';
import { createMachine, type AnyStateNode, type StateValue } from 'xstate';
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

/** Every event that a quiz can get, from the learner and from outside, with each variant that makes a difference. */
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
 * What distinguishes one state from another in the model: where it is and what was done with each item. It leaves out
 * when, what exactly was answered, and whether an item is flagged.
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
 * The machine without its two invocations, which a test model does not take: the events above include what they would
 * send back.
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

/** A walk over everything that a quiz of each behaviour can reach: its states, and the transitions out of them. */
const walks = behaviourNames.map((behaviour) => {
	const model = createTestModel(uninvoked, optionsFor(behaviour));
	const states = model.getShortestPaths({ allowDuplicatePaths: true }).map(({ state }) => state);
	const taken = new Set(states.flatMap((state) => events.flatMap((event) => transitionsTaken(state, event))));
	return { behaviour, states, taken };
});

const answering = 'active.answering';
const withFeedback = [
	...['composing', 'unanswered', 'malformed', 'unscored'].map((place) => `${answering}.${place}`),
	...[
		'active.checking',
		'active.feedback',
		'active.overview',
		'paused',
		'finished.results',
		'finished.reviewing'
	]
];

/** Where a quiz of each behaviour can be. */
const places: Record<BehaviourName, string[]> = {
	practice: withFeedback,
	retry: [...withFeedback, `${answering}.retrying`],
	certainty: [...withFeedback, `${answering}.uncertain`],
	exam: [
		...[`${answering}.composing`, `${answering}.malformed`, 'active.overview', 'submitting', 'refused'],
		...['finished.results', 'finished.reviewing']
	]
};

const onlyInExams = [
	'quiz.active · tick · 0',
	...['elsewhere · 0', 'warn · 0', 'next · 0', 'next · 1', 'back · 0', 'go · 0'].map(
		(transition) => `quiz.${answering} · ${transition}`
	),
	'quiz.active.overview · elsewhere · 0',
	'quiz.active.overview · submit · 0',
	'quiz.submitting · graded · 0',
	'quiz.submitting · refused · 0',
	'quiz.refused · submit · 0'
];
const withoutCertainty = `quiz.${answering} · check · 0`;
const giveUp = `quiz.${answering} · reveal · 0`;
const askForHint = `quiz.${answering} · hint · 0`;
const tryAgain = 'quiz.active.checking · scored · 2';

/** The transitions that a quiz of each behaviour never takes. */
const never: Record<BehaviourName, string[]> = {
	practice: [...onlyInExams, withoutCertainty, giveUp, tryAgain],
	retry: [...onlyInExams, withoutCertainty, askForHint],
	certainty: [...onlyInExams, giveUp, askForHint, tryAgain],
	exam: [
		...transitionsOf(quizMachine.root).filter((name) =>
			/^quiz\.(active\.(checking|feedback)|paused) · /.test(name)
		),
		...[withoutCertainty, giveUp, askForHint, `quiz.${answering} · check · 1`],
		...['quiz.active · hide · 0', 'quiz.active · tick · 1'],
		...['quiz.active.overview · back · 1', 'quiz.active.overview · submit · 1']
	]
};

describe.each(walks)('wherever $behaviour can get', ({ behaviour, states, taken }) => {
	test('it keeps what always holds', () => {
		for (const state of states) holds(state);
	});

	test('it is in one of its known places, and reaches all of them', () => {
		expect([...new Set(states.map(({ value }) => placeOf(value)))].toSorted()).toEqual(
			places[behaviour].toSorted()
		);
	});

	test('it takes every transition except those of other behaviours', () => {
		const untaken = transitionsOf(quizMachine.root).filter((name) => !taken.has(name));
		expect(untaken.toSorted()).toEqual(never[behaviour].toSorted());
	});
});

test('every transition is taken by some behaviour', () => {
	const taken = new Set(walks.flatMap((walk) => [...walk.taken]));
	expect(transitionsOf(quizMachine.root).filter((name) => !taken.has(name))).toEqual([]);
});

/** The name of a place, such as `active.feedback`. */
function placeOf(value: StateValue): string {
	if (typeof value === 'string') return value;
	return Object.entries(value)
		.map(([name, inner = '']) => `${name}.${placeOf(inner)}`)
		.join(' ');
}

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
