import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { createTestModel } from 'xstate/graph';

import { closesAt, endFor, roundHere, roundsTogether } from './context.ts';
import type { ClassEvent } from './event.ts';
import { setupOf } from './fixtures.ts';
import { folded, mayHappen, newClass, type ClassState } from './fold.ts';
import { classMachine } from './machine.ts';

const SECOND = 1000;

/** Every event that a class can get at a moment, with each variant that makes a difference. */
const eventsAt = (at: number): ClassEvent[] => [
	{ type: 'ask', at, position: 0 },
	{ type: 'ask', at, position: 1 },
	{ type: 'ask', at, position: 7 },
	...[1, 2, 3].flatMap((round): ClassEvent[] => [
		{ type: 'open', at, round },
		{ type: 'close', at, round }
	]),
	{ type: 'extend', at, round: 1, seconds: 10 },
	{ type: 'discuss', at },
	{ type: 'ask-again', at },
	{ type: 'reveal', at },
	{ type: 'show', at, position: 0 },
	{ type: 'show', at, position: 1 },
	{ type: 'standings', at },
	{ type: 'pause', at },
	{ type: 'resume', at },
	{ type: 'lock', at },
	{ type: 'unlock', at },
	{ type: 'grant', at, pupil: 'p', times: 2 },
	{ type: 'end', at }
];

/** What distinguishes one state from another: where it is, and how far each of its rounds is. Moments are left out. */
function whereItIs({ value, context, historyValue }: ClassState): string {
	const rounds = context.rounds.map(({ position, isSecond, closedAt, revealedAt }) => [
		position,
		isSecond,
		closedAt !== null,
		revealedAt !== null
	]);
	const comesBackTo =
		value === 'paused' ? Object.values(historyValue).flatMap((nodes) => nodes.map(({ id }) => id)) : null;
	return JSON.stringify([value, context.position, rounds, comesBackTo, context.isLocked]);
}

describe('the statechart of a class', () => {
	for (const setup of [
		setupOf({ reading: 5, seconds: 20, standings: true }),
		setupOf({ pace: 'own', seconds: 600 })
	]) {
		const paths = createTestModel(classMachine).getShortestPaths({
			input: { setup, createdAt: 0 },
			events: eventsAt(1),
			serializeState: whereItIs,
			// Asking again and again makes ever more rounds.
			stopWhen: ({ context }) => context.rounds.length > 2
		});

		test(`at the pace “${setup.pace}”: every path keeps its rounds in order`, () => {
			expect(paths.length).toBeGreaterThan(setup.pace === 'own' ? 10 : 100);
			for (const state of statesOn(paths)) expectSound(state);
		});

		test(`at the pace “${setup.pace}”: every state is reached but those that are not for it`, () => {
			const reached = new Set(statesOn(paths).flatMap(({ _nodes }) => _nodes.map(({ id }) => id)));
			const leaves = leavesOf(classMachine.root).filter((id) => !reached.has(id));
			expect(leaves).toEqual(
				setup.pace === 'own'
					? ['class.running.reading', 'class.running.discussing', 'class.running.standings']
					: []
			);
		});
	}
});

test('whatever happens to a class in whatever order, its rounds are sound, and it can be folded in parts', () => {
	const event = fc
		.tuple(fc.nat({ max: 100_000 }), fc.nat())
		.map(([at, index]) => eventsAt(at)[index % eventsAt(at).length])
		.filter((each) => each !== undefined);
	fc.assert(
		fc.property(fc.array(event, { maxLength: 40 }), fc.nat({ max: 40 }), (events, cut) => {
			const begun = newClass({ setup: setupOf({ reading: 5, seconds: 20, standings: true }), createdAt: 0 });
			const whole = folded(begun, events);
			expectSound(whole);
			const inParts = folded(folded(begun, events.slice(0, cut)), events.slice(cut));
			expect(inParts.context).toEqual(whole.context);
			expect(inParts.value).toEqual(whole.value);
			// A log keeps only what could happen: the rest says nothing.
			const kept: ClassEvent[] = [];
			events.reduce((state, each) => {
				if (mayHappen(state, each)) kept.push(each);
				return folded(state, [each]);
			}, begun);
			expect(folded(begun, kept).context).toEqual(whole.context);
		})
	);
});

describe('time', () => {
	const begun = newClass({ setup: setupOf({ reading: 5, seconds: 20 }), createdAt: 0 });

	test('a round opens after reading, and is as long as it should be', () => {
		const state = folded(begun, [{ type: 'ask', at: 1000, position: 0 }]);
		expect(state.value).toEqual({ running: 'reading' });
		expect(roundHere(state.context)).toMatchObject({ opensAt: 6000, length: 20 * SECOND });
		expect(closesAt(state.context, ['anybody'])).toBe(26_000);
	});

	test('opened early, it opens then', () => {
		const state = folded(begun, [
			{ type: 'ask', at: 1000, position: 0 },
			{ type: 'open', at: 2000, round: 1 }
		]);
		expect(closesAt(state.context, [])).toBe(22_000);
	});

	test('more time is added, and less never ends it before now', () => {
		const open: ClassEvent[] = [
			{ type: 'ask', at: 0, position: 0 },
			{ type: 'open', at: 5000, round: 1 }
		];
		const longer = folded(begun, [...open, { type: 'extend', at: 6000, round: 1, seconds: 30 }]);
		expect(closesAt(longer.context, [])).toBe(55_000);
		const shorter = folded(begun, [...open, { type: 'extend', at: 9000, round: 1, seconds: -60 }]);
		expect(closesAt(shorter.context, [])).toBe(9000);
	});

	test('extra time is a pupil’s own, and the round waits for it', () => {
		const state = folded(begun, [
			{ type: 'grant', at: 0, pupil: 'slow', times: 1.5 },
			{ type: 'grant', at: 0, pupil: 'free', times: null },
			{ type: 'ask', at: 0, position: 0 }
		]);
		const [round] = roundsTogether(state.context);
		expect(round && endFor(round, 1.5)).toBe(35_000);
		expect(closesAt(state.context, ['fast', 'slow'])).toBe(35_000);
		expect(closesAt(state.context, ['fast'])).toBe(25_000);
		expect(closesAt(state.context, ['fast', 'free'])).toBe(Infinity);
		expect(closesAt(state.context, ['constructor'])).toBe(25_000);
	});

	test('a pause takes nothing from anybody, whatever else happens in it', () => {
		const state = folded(begun, [
			{ type: 'ask', at: 0, position: 0 },
			{ type: 'open', at: 5000, round: 1 },
			{ type: 'pause', at: 10_000 },
			{ type: 'lock', at: 50_000 },
			{ type: 'resume', at: 110_000 }
		]);
		expect(state.value).toEqual({ running: 'asking' });
		expect(closesAt(state.context, [])).toBe(125_000);
	});

	test('what was meant for one round does not meet the next', () => {
		const state = folded(begun, [
			{ type: 'ask', at: 0, position: 0 },
			{ type: 'ask', at: 1, position: 1 },
			{ type: 'open', at: 2, round: 2 },
			{ type: 'close', at: 3, round: 1 }
		]);
		expect(state.value).toEqual({ running: 'asking' });
		expect(state.context.rounds.map(({ closedAt }) => closedAt)).toEqual([null, null]);
	});
});

test('the second round of an item is asked after a discussion, once', () => {
	const begun = newClass({ setup: setupOf(), createdAt: 0 });
	const state = folded(begun, [
		{ type: 'ask', at: 0, position: 1 },
		{ type: 'close', at: 1, round: 1 },
		{ type: 'discuss', at: 2 },
		{ type: 'ask-again', at: 3 },
		{ type: 'close', at: 4, round: 2 }
	]);
	expect(mayHappen(state, { type: 'discuss', at: 5 })).toBe(false);
	const revealed = folded(state, [{ type: 'reveal', at: 6 }]);
	expect(revealed.context.rounds).toMatchObject([
		{ number: 1, position: 1, isSecond: false, closedAt: 1, revealedAt: 6 },
		{ number: 2, position: 1, isSecond: true, closedAt: 4, revealedAt: 6 }
	]);
});

test('ended in the middle, what was answered counts and nothing is kept back, but what was left does not', () => {
	const begun = newClass({ setup: setupOf(), createdAt: 0 });
	const state = folded(begun, [
		{ type: 'ask', at: 0, position: 0 },
		{ type: 'ask', at: 1, position: 1 },
		{ type: 'pause', at: 2 },
		{ type: 'end', at: 3 }
	]);
	expect(state.value).toBe('ended');
	expect(state.context.rounds).toMatchObject([
		{ closedAt: null, revealedAt: null },
		{ closedAt: 3, revealedAt: 3 }
	]);
	expect(eventsAt(4).filter((event) => mayHappen(state, event))).toEqual([]);
});

/** What holds of every class: rounds are numbered as they came, and nothing is shown before it is closed. */
function expectSound({ context, value }: ClassState): void {
	const { rounds, setup, position } = context;
	expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, index) => index + 1));
	for (const round of rounds) {
		expect(setup.items[round.position]).toBeDefined();
		if (round.revealedAt !== null) expect(round.closedAt).not.toBeNull();
		if (round.length !== null) expect(round.length).toBeGreaterThanOrEqual(0);
	}
	const isOpen = JSON.stringify(value).includes('asking') || JSON.stringify(value).includes('reading');
	if (isOpen) for (const { closedAt } of roundsTogether(context)) expect(closedAt).toBeNull();
	if (JSON.stringify(value).includes('revealed')) expect(position).not.toBeNull();
}

function statesOn(paths: readonly { state: ClassState; steps: { state: ClassState }[] }[]): ClassState[] {
	return paths.flatMap(({ state, steps }) => [...steps.map((step) => step.state), state]);
}

function leavesOf(node: AnyStateNode): string[] {
	const within = Object.values(node.states);
	if (within.length > 0) return within.flatMap(leavesOf);
	return node.type === 'history' ? [] : [node.id];
}
