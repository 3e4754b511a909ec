import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { behaviourNames, behaviours, certainties } from './behaviour.ts';
import { newEntry, type Entry } from './entry.ts';
import { entryWith } from './fixtures.ts';
import { certaintyMarks, fullMark, markOf, tally } from './mark.ts';

const fraction = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
const entry = fc
	.tuple(fc.array(fraction, { maxLength: 3 }), fc.option(fc.constantFrom(...certainties)))
	.map(([fractions, certainty]): Entry => entryWith(fractions, { certainty }));

describe('an item', () => {
	test('earns its fraction, and nothing without a try', () => {
		expect(markOf(newEntry(), behaviours.practice)).toBe(0);
		expect(markOf(entryWith([0.25]), behaviours.practice)).toBe(0.25);
		expect(markOf(entryWith([1]), behaviours.exam)).toBe(1);
	});

	test('earns a third less for each try before the last, but never less than nothing', () => {
		const marks = [[1], [0, 1], [0, 0, 1], [0, 0, 0.5], [0.5, 0.9]].map((tries) =>
			markOf(entryWith(tries), behaviours.retry)
		);
		[1, 2 / 3, 1 / 3, 0, 0.9 - 1 / 3].forEach((mark, index) => expect(marks[index]).toBeCloseTo(mark, 12));
	});

	test.each([
		[1, 1, 1, 0, 0.5],
		[2, 2, 2, -2, 1],
		[3, 3, 3, -6, 1.5]
	] as const)('at certainty %i earns %i for right, and %i, %i, %d', (certainty, right, mark, wrong, half) => {
		expect(certaintyMarks[certainty].right).toBe(right);
		expect(markOf(entryWith([1], { certainty }), behaviours.certainty)).toBe(mark);
		expect(markOf(entryWith([0], { certainty }), behaviours.certainty)).toBe(wrong);
		expect(markOf(entryWith([0.5], { certainty }), behaviours.certainty)).toBe(half);
		expect(markOf(entryWith([], { certainty }), behaviours.certainty)).toBe(0);
	});

	test('with anything right loses nothing, however sure its learner was', () => {
		for (const share of [1e-9, 0.01, 0.49])
			expect(markOf(entryWith([share], { certainty: 3 }), behaviours.certainty)).toBeCloseTo(3 * share, 12);
	});

	test('counts as given with the least certainty if none was said', () => {
		expect(markOf(entryWith([1]), behaviours.certainty)).toBe(1);
		expect(markOf(entryWith([0]), behaviours.certainty)).toBe(0);
	});

	test('stays within its bounds, and earns all only when right', () => {
		fc.assert(
			fc.property(entry, fc.constantFrom(...behaviourNames), (one, name) => {
				const behaviour = behaviours[name];
				const mark = markOf(one, behaviour);
				expect(mark).toBeLessThanOrEqual(fullMark(behaviour));
				expect(mark).toBeGreaterThanOrEqual(behaviour.certainty ? -6 : 0);
				if (mark === fullMark(behaviour)) expect(one.tries.at(-1)?.score.fraction).toBe(1);
			})
		);
	});

	test('never earns less for a better last try', () => {
		fc.assert(
			fc.property(entry, fraction, fraction, fc.constantFrom(...behaviourNames), (one, f, g, name) => {
				const markWith = (last: number) =>
					markOf({ ...one, tries: [...one.tries.slice(0, 2), ...entryWith([last]).tries] }, behaviours[name]);
				expect(markWith(Math.max(f, g))).toBeGreaterThanOrEqual(markWith(Math.min(f, g)));
			})
		);
	});
});

describe('a tally', () => {
	test('adds up', () => {
		const entries = [entryWith([1]), entryWith([0.5]), entryWith([0]), newEntry()];
		expect(tally(entries, behaviours.practice)).toEqual({
			earned: 1.5,
			possible: 4,
			right: 1,
			partlyOrWrong: 2,
			unreadable: 0,
			unanswered: 1,
			gone: 0
		});
		expect(
			tally([entryWith([0], { certainty: 3 }), entryWith([1], { certainty: 2 })], behaviours.certainty)
		).toMatchObject({
			earned: -4,
			possible: 6
		});
		expect(tally([], behaviours.practice)).toMatchObject({ earned: 0, possible: 0 });
	});

	test('leaves out what is no longer in the course, and distinguishes what could not be read from what was left empty', () => {
		const gone = { ...newEntry(), ungraded: 'gone' } as const;
		const unread = { ...newEntry(), ungraded: 'not-a-number' } as const;
		expect(tally([entryWith([1]), gone, unread, newEntry(), gone], behaviours.exam)).toEqual({
			earned: 1,
			possible: 3,
			right: 1,
			partlyOrWrong: 0,
			unreadable: 1,
			unanswered: 1,
			gone: 2
		});
	});

	test('counts every item once', () => {
		fc.assert(
			fc.property(fc.array(entry), fc.constantFrom(...behaviourNames), (entries, name) => {
				const { earned, possible, ...counts } = tally(entries, behaviours[name]);
				expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(entries.length);
				expect(earned).toBeLessThanOrEqual(possible + 1e-9);
			})
		);
	});
});
