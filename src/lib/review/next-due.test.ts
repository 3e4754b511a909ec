import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays } from './day.ts';
import { NEVER, nextDue } from './next-due.ts';

const day = fc.nat(50).map((days) => addDays('2026-11-25', days));
const facts = fc.array(day.map((due) => ({ due })));

test('nothing is due where nothing was learnt', () => {
	expect(nextDue([])).toBe(NEVER);
});

test('what was due before a day is not next from that day on', () => {
	expect(nextDue([{ due: '2026-11-20' }, { due: '2026-11-28' }], '2026-11-25')).toBe('2026-11-28');
	expect(nextDue([{ due: '2026-11-20' }], '2026-11-25')).toBe(NEVER);
});

test('it is the due day of one of the facts, and from the given day on none is due before it', () => {
	fc.assert(
		fc.property(facts, day, (all, from) => {
			const next = nextDue(all, from);
			expect(next >= from).toBe(true);
			expect(next === NEVER || all.some(({ due }) => due === next)).toBe(true);
			expect(all.filter(({ due }) => due >= from && due < next)).toEqual([]);
		})
	);
});
