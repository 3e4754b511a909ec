import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, mayHappen, newClass, type ClassState } from '#lib/classroom/fold.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { viewFor } from '#lib/classroom/view.ts';

import { commandKeys, commandsFor, type Command } from './commands.ts';

const classWith = (otherwise: Partial<ClassSetup> = {}) =>
	newClass({ setup: setupOf({ items: ['first', 'number'], ...otherwise }), createdAt: 0 });

const seen = (state: ClassState) => viewFor('wall', state, 0, bankWith());

const eventAt = ({ event }: Command, at: number): ClassEvent => ({ ...event, at });

/** Goes on with what is offered first until the class is over. */
function wayOf(state: ClassState): string[] {
	const way: string[] = [];
	for (let at = 1; state.status === 'active' && at < 50; at++) {
		const [main] = commandsFor(seen(state));
		if (!main) break;
		way.push(main.name);
		state = folded(state, [eventAt(main, at)]);
	}
	return way;
}

describe('whoever does what is offered first', () => {
	test('teaches a whole class', () => {
		const item = ['close', 'reveal'];
		expect(wayOf(classWith())).toEqual(['begin', ...item, 'next', ...item, 'end']);
	});

	test('comes by the time to read and the standings where there are any', () => {
		const item = ['open', 'close', 'reveal', 'standings'];
		const way = wayOf(classWith({ reading: 5, standings: true }));
		expect(way).toEqual(['begin', ...item, 'next', ...item, 'end']);
	});

	test('shows each item where pupils went at their own pace', () => {
		expect(wayOf(classWith({ pace: 'own' }))).toEqual(['begin', 'close', 'reveal', 'next', 'end']);
	});
});

test.each([
	{},
	{ reading: 5, seconds: 60, standings: true },
	{ pace: 'own' as const, seconds: 600, standings: true }
])('wherever a class is, all that is offered may happen, by keys of their own: %o', (otherwise) => {
	const waiting = [classWith(otherwise)];
	const met = new Set<string>();
	for (let state = waiting.pop(); state; state = waiting.pop()) {
		for (const advice of [null, 'discuss', 'explain'] as const) {
			const commands = commandsFor(seen(state), advice);
			const keys = commands.map(({ name }) => commandKeys[name]);
			expect(new Set(keys).size, JSON.stringify(state.value)).toBe(keys.length);
			for (const command of commands) {
				const event = eventAt(command, state.context.now + 1);
				expect(mayHappen(state, event), `${command.name} in ${JSON.stringify(state.value)}`).toBe(true);
				const after = folded(state, [event]);
				const { rounds, position, isLocked } = after.context;
				const key = JSON.stringify([after.value, position, isLocked, rounds.length, seen(after).shown]);
				if (met.has(key) || rounds.length > 3) continue;
				met.add(key);
				waiting.push(after);
			}
		}
	}
	expect(met.size).toBeGreaterThan(10);
});

test('what is advised comes first, and a second round is not discussed again', () => {
	const closed = folded(classWith(), [
		{ type: 'ask', at: 1, position: 0 },
		{ type: 'close', at: 2, round: 1 }
	]);
	const names = (state: ClassState, advice: 'discuss' | 'explain' | null) =>
		commandsFor(seen(state), advice).map(({ name }) => name);
	expect(names(closed, 'discuss').slice(0, 2)).toEqual(['discuss', 'reveal']);
	expect(names(closed, 'explain').slice(0, 2)).toEqual(['reveal', 'discuss']);
	const second = folded(closed, [
		{ type: 'discuss', at: 3 },
		{ type: 'ask-again', at: 4 },
		{ type: 'close', at: 5, round: 2 }
	]);
	expect(names(second, 'discuss')).not.toContain('discuss');
});

test('whoever has gone back sees the next item again, and does not ask it again', () => {
	const both = [0, 1].flatMap((position): ClassEvent[] => [
		{ type: 'ask', at: 1, position },
		{ type: 'close', at: 2, round: position + 1 },
		{ type: 'reveal', at: 3 }
	]);
	const back = folded(classWith(), [...both, { type: 'show', at: 4, position: 0 }]);
	expect(commandsFor(seen(back))[0]).toEqual({ name: 'next', event: { type: 'show', position: 1 } });
});
