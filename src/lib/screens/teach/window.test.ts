import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readLonger, readWindow, typedIn, typedParameters } from './window.ts';

const NOON = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

test('a window has both bounds, one, or none', () => {
	expect(readWindow('', '', NOON)).toEqual({ opensAt: null, closesAt: null });
	expect(readWindow(iso(NOON), iso(NOON + HOUR), NOON)).toEqual({ opensAt: NOON, closesAt: NOON + HOUR });
	expect(readWindow(iso(NOON - HOUR), '', NOON)).toEqual({ opensAt: NOON - HOUR, closesAt: null });
	expect(readWindow(' ', iso(NOON + 1), NOON)).toEqual({ opensAt: null, closesAt: NOON + 1 });
});

test('a moment without a zone is one of this machine', () => {
	const at = new Date('2026-12-01T14:00').getTime();
	expect(readWindow('2026-12-01T14:00', '', NOON)).toEqual({ opensAt: at, closesAt: null });
});

describe('a window is refused', () => {
	test.each([
		[iso(NOON + HOUR), iso(NOON + HOUR), 'closes-first'],
		[iso(NOON + 2 * HOUR), iso(NOON + HOUR), 'closes-first'],
		['', iso(NOON), 'closed-already'],
		['', iso(NOON - HOUR), 'closed-already'],
		['tomorrow', '', 'not-a-moment'],
		['', '2026-02-30T25:00', 'not-a-moment'],
		['', '2027-02-31T10:00', 'not-a-moment'],
		['2027-02-29T10:00Z', '', 'not-a-moment'],
		['28/11/2026', '', 'not-a-moment'],
		['9999-01-01T00:00', '', 'not-a-moment']
	])('from “%s” to “%s”', (opens, closes, problem) => {
		expect(readWindow(opens, closes, NOON)).toBe(problem);
	});
});

test('whatever is typed gives a window in which an exam can be begun, or a reason', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.integer({ min: 0, max: Date.UTC(2199, 0) }).map(iso),
		fc.constantFrom('', '2026-11-28T12:00', '1e9', '0')
	);
	fc.assert(
		fc.property(text, text, (opens, closes) => {
			const window = readWindow(opens, closes, NOON);
			if (typeof window === 'string') return;
			const { opensAt, closesAt } = window;
			expect(Math.max(NOON, opensAt ?? 0)).toBeLessThan(closesAt ?? Infinity);
		})
	);
});

test('extra time is a few factors from above 1 to 4, each once, the smallest first', () => {
	expect(readLonger(['1.5', '1.25', '1.5'])).toEqual([1.25, 1.5]);
	expect(readLonger(['2,1.33', ''])).toEqual([1.33, 2]);
	expect(readLonger(['1', '0', '-2', '4.01', 'twice', 'NaN', 'Infinity', '1e9', '4'])).toEqual([4]);
	expect(readLonger(Array.from({ length: 10_000 }, (_, index) => String(1.1 + index / 10_000)))).toHaveLength(
		6
	);
});

test('what was typed for an exam comes back from the address that keeps it', () => {
	const typed = fc.record({
		...{ opens: fc.string({ unit: 'binary' }), closes: fc.string({ unit: 'binary' }), isOnce: fc.boolean() },
		longer: fc.subarray([1.25, 1.33, 1.5, 2])
	});
	fc.assert(
		fc.property(typed, (some) => {
			expect(typedIn(new URLSearchParams(typedParameters(some)))).toEqual(some);
		})
	);
});
