import { expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, newClass } from '#lib/classroom/fold.ts';
import { viewFor } from '#lib/classroom/view.ts';

import { readView } from './arrived.ts';

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
		expect(readView(JSON.parse(JSON.stringify(view)))).toEqual(view);
		expect(view.shown).toEqual(length < 3 ? [] : [1]);
	}
});

test('what is no view is none', () => {
	const view = viewFor('wall', newClass({ setup: setupOf(), createdAt: 0 }), 0, bankWith());
	for (const other of [null, 'view', [], { ...view, phase: 'toString' }, { ...view, asked: [{}] }])
		expect(readView(other)).toBeUndefined();
});
