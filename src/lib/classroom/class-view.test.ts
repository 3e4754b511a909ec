import { expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { classViewSchema } from './class-view.ts';
import type { ClassEvent } from './event.ts';
import { setupOf } from './fixtures.ts';
import { folded, newClass } from './fold.ts';
import { viewFor } from './view.ts';

const WAY: ClassEvent[] = [
	{ type: 'ask', at: 1, position: 1 },
	{ type: 'close', at: 2, round: 1 },
	{ type: 'reveal', at: 3 },
	{ type: 'standings', at: 4 },
	{ type: 'pause', at: 5 },
	{ type: 'end', at: 6 }
];

test('each view that a server makes is read as it is, and says what was shown', () => {
	const setup = setupOf({ items: ['first', 'number'], standings: true });
	for (let length = 0; length <= WAY.length; length++) {
		const state = folded(newClass({ setup, createdAt: 0 }), WAY.slice(0, length));
		const view = viewFor('wall', state, length, bankWith());
		expect(parsed(classViewSchema, JSON.parse(JSON.stringify(view)))).toEqual(view);
		expect(view.shown).toEqual(length < 3 ? [] : [1]);
	}
});

test('what is no view is none, nor what this version could not show', () => {
	const setup = setupOf({ items: ['first', 'number'] });
	const view = viewFor('wall', folded(newClass({ setup, createdAt: 0 }), WAY.slice(0, 3)), 3, bankWith());
	expect(parsed(classViewSchema, view)).toEqual(view);
	const [round] = view.rounds;
	const ofNewKind = view.asked.map((item) => ({ ...item, kind: 'drawing' }));
	for (const other of [
		...[null, 'view', [], { ...view, phase: 'toString' }, { ...view, asked: [{}] }],
		...[
			{ ...view, asked: [] },
			{ ...view, rounds: [null] },
			{ ...view, rounds: [{ ...round, length: '5' }] }
		],
		...[
			{ ...view, rules: { ...view.rules, teams: 2 } },
			{ ...view, rules: { ...view.rules, scoring: 'stars' } },
			{ ...view, isLocked: undefined },
			{ ...view, shown: ['1'] },
			{ ...view, total: undefined }
		],
		...[
			{ ...view, asked: ofNewKind },
			{ ...view, revealed: { ...view.revealed, items: ofNewKind } }
		]
	])
		expect(parsed(classViewSchema, other)).toBeUndefined();
});

test('a round whose item has left the course is missing, and what is asked goes with the others', () => {
	const setup = setupOf({ items: ['first', 'gone', 'number'], pace: 'own' });
	const state = folded(newClass({ setup, createdAt: 0 }), [{ type: 'ask', at: 1, position: 0 }]);
	const { rounds, asked } = viewFor('pupil', state, 1, bankWith());
	expect(rounds.map(({ position }) => setup.items[position])).toEqual(asked.map(({ id }) => id));
	expect(asked.map(({ id }) => id)).toEqual(['first', 'number']);
});
