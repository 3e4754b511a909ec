import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Round } from './context.ts';
import { setupOf } from './fixtures.ts';
import { folded, newClass } from './fold.ts';
import { marksFor, mostFor, type Rules } from './scoring.ts';

const round: Round = {
	number: 1,
	position: 0,
	isSecond: false,
	opensAt: 1000,
	length: 20_000,
	pauses: [],
	closedAt: null,
	revealedAt: null
};
const marks: Rules = { scoring: 'marks', certainty: false, pace: 'teacher' };
const speed: Rules = { ...marks, scoring: 'speed' };

const earned = (
	rules: Rules,
	{ fraction = 1, at = 1000, certainty = null, times = 1, of = round }: Partial<Earning> = {}
) =>
	marksFor(
		rules,
		{ round: of, times },
		{ response: 'a', certainty, at },
		{
			state: 'scored',
			fraction,
			parts: []
		}
	);
interface Earning {
	fraction: number;
	at: number;
	certainty: 1 | 2 | 3 | null;
	times: number | null;
	of: Round;
}

test('marks are the fraction, and with certainty those of Moodle', () => {
	expect([0, 0.5, 1].map((fraction) => earned(marks, { fraction }))).toEqual([0, 0.5, 1]);
	const certain = { ...marks, certainty: true };
	expect(([1, 2, 3] as const).map((certainty) => earned(certain, { certainty }))).toEqual([1, 2, 3]);
	expect(([1, 2, 3] as const).map((certainty) => earned(certain, { certainty, fraction: 0 }))).toEqual([
		0, -2, -6
	]);
	expect(mostFor(certain, { round, times: 1 })).toBe(3);
	expect(earned({ ...marks, scoring: 'none' })).toBe(0);
	expect(mostFor({ ...marks, scoring: 'none' }, { round, times: 1 })).toBe(0);
});

test('speed gains a quarter at once, half of that in the middle and nothing at the end', () => {
	expect([1000, 11_000, 21_000, 30_000].map((at) => earned(speed, { at }))).toEqual([1.25, 1.125, 1, 1]);
	expect(earned(speed, { fraction: 0.5 })).toBe(0.625);
	expect(earned(speed, { fraction: 0 })).toBe(0);
});

test('who has extra time is measured over it, and who has no limit gains nothing', () => {
	expect(earned(speed, { at: 21_000, times: 2 })).toBe(1.125);
	expect(earned(speed, { times: null })).toBe(1);
	expect(mostFor(speed, { round, times: null })).toBe(1);
});

test('there is nothing to gain without a limit, in a second round, or at one’s own pace', () => {
	expect(earned(speed, { of: { ...round, length: null } })).toBe(1);
	expect(earned(speed, { of: { ...round, isSecond: true } })).toBe(1);
	expect(earned({ ...speed, pace: 'own' })).toBe(1);
});

test('a pause gives nothing to who answered before it, and takes nothing from who answers after it', () => {
	const state = folded(newClass({ setup: setupOf({ seconds: 20 }), createdAt: 0 }), [
		{ type: 'ask', at: 1000, position: 0 },
		{ type: 'pause', at: 12_000 },
		{ type: 'resume', at: 112_000 }
	]);
	const [of = round] = state.context.rounds;
	expect(earned(speed, { of, at: 11_000 })).toBe(1.125);
	expect(earned(speed, { of, at: 111_000 + 5000 })).toBeCloseTo(1 + 0.25 * 0.25);
});

test('whatever comes, an answer earns at most what can be earned, and no less for being faster', () => {
	const moment = fc.integer({ min: -5000, max: 100_000 });
	const fraction = fc.double({ min: 0, max: 1, noNaN: true });
	const sure = fc.constantFrom(1 as const, 2 as const, 3 as const);
	fc.assert(
		fc.property(moment, moment, fraction, sure, fc.boolean(), (one, other, share, certainty, asked) => {
			const rules: Rules = { ...speed, certainty: asked };
			const [early, late] = [Math.min(one, other), Math.max(one, other)].map((at) =>
				earned(rules, { at, fraction: share, certainty })
			);
			expect(early).toBeGreaterThanOrEqual(late ?? 0);
			expect(early).toBeLessThanOrEqual(mostFor(rules, { round, times: 1 }));
		})
	);
});
