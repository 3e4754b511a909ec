import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cellLevels } from './mastery.ts';
import { movedBy } from './moved.ts';
import { anyReview, noon, review } from './review-fixtures.ts';
import type { Review } from './review.ts';
import { studyStateOf } from './study-state.ts';

/** A log of answers to one fact: each `+` right, each `-` wrong, a day apart. */
function answered(signs: string, from = '2026-11-01'): Review[] {
	return Array.from(signs).map((sign, index) => {
		const at = noon(from) + index * 86_400_000;
		return review({ id: `a${index}`, at, fraction: sign === '+' ? 1 : 0 });
	});
}

const last = (log: readonly Review[], count = 1) => new Set(log.slice(-count).map(({ id }) => id));

describe('what answers did to a fact', () => {
	test.each([
		['+', 1, 'unseen', 'familiar', 'rose'],
		['-', 1, 'unseen', 'seen', 'missed'],
		['--', 1, 'seen', 'seen', 'missed'],
		['+-', 1, 'familiar', 'seen', 'fell'],
		['++', 1, 'familiar', 'familiar', 'stayed'],
		['+-+', 2, 'familiar', 'familiar', 'stayed'],
		['-+', 2, 'unseen', 'familiar', 'rose']
	] as const)('of %s, the last %i: from %s to %s', (signs, count, from, to, how) => {
		const log = answered(signs);
		expect(movedBy(log, last(log, count))).toMatchObject([{ fact: 'F1', from, to, how }]);
	});

	test('comes back as everything answered since has it, though it tells only of them', () => {
		const log = answered('+-');
		const [moved] = movedBy(log, new Set(['a0']));
		expect(moved).toMatchObject({ from: 'unseen', to: 'familiar', how: 'rose', due: '2026-11-02' });
	});

	test('is nothing where the log has none of them', () => {
		expect(movedBy(answered('+'), new Set(['elsewhere']))).toEqual([]);
	});

	test('is what the fold of the log has before and after, whatever was answered in whatever order', () => {
		fc.assert(
			fc.property(fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 25 }), (log) => {
				const inPlace = log.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
				const cut = Math.floor(inPlace.length / 2);
				const answers = new Set(inPlace.slice(cut).map(({ id }) => id));
				const levelIn = (reviews: readonly Review[], fact: string) =>
					studyStateOf(reviews).facts.find((state) => state.fact === fact);
				for (const { fact, from, to, due, how } of movedBy(log, answers)) {
					expect(from).toBe(levelIn(inPlace.slice(0, cut), fact)?.level ?? 'unseen');
					expect(to).toBe(levelIn(inPlace, fact)?.level);
					expect(due).toBe(levelIn(inPlace, fact)?.due);
					const rise = cellLevels.indexOf(to) - cellLevels.indexOf(from);
					expect(how === 'fell').toBe(rise < 0);
				}
			})
		);
	});
});
