import { expect, test } from 'vitest';

import { dueIn, openRounds } from './due.ts';
import type { ClassEvent } from './event.ts';
import { setupOf } from './fixtures.ts';
import { folded, newClass } from './fold.ts';

const begun = newClass({ setup: setupOf({ reading: 5, seconds: 20 }), createdAt: 0 });
const ask: ClassEvent = { type: 'ask', at: 0, position: 0 };

test('a class comes from its question to its end by what is due alone', () => {
	const read = folded(begun, [ask]);
	const open = dueIn(read, []);
	expect(open).toEqual({ type: 'open', at: 5000, round: 1 });
	expect(openRounds(read)).toBeNull();
	const asked = folded(read, open ? [open] : []);
	expect(openRounds(asked)).toEqual({ first: 1, last: 1 });
	const close = dueIn(asked, []);
	expect(close).toEqual({ type: 'close', at: 25_000, round: 1 });
	const closed = folded(asked, close ? [close] : []);
	expect(closed.value).toEqual({ running: 'closed' });
	expect(dueIn(closed, [])).toBeUndefined();
	expect(openRounds(closed)).toBeNull();
});

test('nothing is due in the lobby, in a pause, without a limit, or for somebody without one', () => {
	expect(dueIn(begun, [])).toBeUndefined();
	expect(dueIn(folded(begun, [ask, { type: 'pause', at: 1 }]), [])).toBeUndefined();
	const unlimited = newClass({ setup: setupOf(), createdAt: 0 });
	expect(dueIn(folded(unlimited, [ask]), [])).toBeUndefined();
	const granted = folded(begun, [
		{ type: 'grant', at: 0, pupil: 'free', times: null },
		ask,
		{ type: 'open', at: 5000, round: 1 }
	]);
	expect(dueIn(granted, ['free'])).toBeUndefined();
	expect(dueIn(granted, ['other'])).toMatchObject({ at: 25_000 });
});

test('where pupils go at their own pace, all rounds take answers together', () => {
	const own = newClass({ setup: setupOf({ pace: 'own', seconds: 600 }), createdAt: 0 });
	const asked = folded(own, [ask]);
	expect(openRounds(asked)).toEqual({ first: 1, last: 2 });
	expect(dueIn(asked, [])).toEqual({ type: 'close', at: 600_000, round: 1 });
});
