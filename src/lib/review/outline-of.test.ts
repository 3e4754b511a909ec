import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';

import { outlineOf } from './outline-of.ts';

test('a small course: points, the facts that items ask for, and items without anything that gives a key away', () => {
	expect(outlineOf(bankWith())).toEqual({
		primer: 'b',
		points: [1, 2],
		facts: [{ id: 'F1.1', point: 1 }],
		items: [
			{
				id: 'first',
				kind: 'single-choice',
				point: 1,
				facts: ['F1.1'],
				difficulty: 1,
				effort: 0,
				guess: 0.5,
				enemies: []
			},
			{
				id: 'number',
				kind: 'numeric',
				point: 1,
				facts: ['F1.1'],
				difficulty: 2,
				effort: 2,
				guess: 0,
				enemies: []
			}
		]
	});
});

test.each([
	['One comes first.', 'number'],
	['There are two.', 'first']
])('of two enemies the first names the other, whichever is written to: %s', (last, enemy) => {
	const line = `explanation: ${last}`;
	const { items } = outlineOf(bankWith({ items: [[line, `${line}\n    enemies: [${enemy}]`]] }));
	expect(items.map(({ enemies }) => enemies)).toEqual([['number'], []]);
});

test('a slip of the primer is never asked for', () => {
	const { facts, items } = outlineOf(
		bankWith({
			primer: [['status: as-of', 'status: slip']],
			items: [['facts: [F1.1]', 'facts: [F1.1, F2.1]']]
		})
	);
	expect(facts).toEqual([{ id: 'F1.1', point: 1 }]);
	expect(items[0]?.facts).toEqual(['F1.1']);
});

describe('the shipped courses', async () => {
	const banks = await readSoundBanks(fileURLToPath(new URL('../../../questions', import.meta.url)));

	test.each(banks.map((bank) => ({ name: bank.primer.id, bank })))('$name can be planned', ({ bank }) => {
		const { points, facts, items } = outlineOf(bank);
		const ids = new Set(facts.map(({ id }) => id));
		for (const item of items) {
			expect(item.facts.length).toBeGreaterThan(0);
			for (const fact of item.facts) expect(ids).toContain(fact);
			expect(item.enemies).not.toContain(item.id);
			// An item that most guesses solve says nothing about the learner.
			expect(item.guess).toBeLessThanOrEqual(0.5);
		}
		for (const { point } of facts) expect([0, ...points]).toContain(point);
	});
});
