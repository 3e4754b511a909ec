import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { daysBetween } from './day.ts';
import type { Grade } from './grade.ts';
import { dueDay, recallChance, remember } from './memory.ts';
import type { Memory } from './state.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2022, 10, 29, 12);

/** The memory after a history of grades, each with the days since the one before. */
function after(history: readonly [number, Grade][]): Memory {
	let at = NOON;
	let memory: Memory | null = null;
	for (const [days, grade] of history) {
		at += days * DAY;
		memory = remember(memory, grade, at, days);
	}
	if (!memory) throw new Error('The history is empty.');
	return memory;
}

describe('with the published default parameters, FSRS-6', () => {
	/** Again, then Good five times, 0, 1, 3, 8 and 21 days later. */
	const history: [number, Grade][] = [
		[0, 'again'],
		[0, 'good'],
		[1, 'good'],
		[3, 'good'],
		[8, 'good'],
		[21, 'good']
	];

	test('the memory is what ts-fsrs, py-fsrs and fsrs-rs publish for one history', () => {
		// ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts, “memory state[short-term]”; py-fsrs, tests/test_basic.py,
		// test_memo_state; both after fsrs-rs, src/inference.rs, test_memo_state.
		const memory = after(history);
		expect(memory.stability).toBeCloseTo(53.62691, 4);
		expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
	});

	test('the first memory is what ts-fsrs publishes for each grade', () => {
		// packages/fsrs/__tests__/FSRS-6.test.ts, “first repeat”.
		expect(after([[0, 'again']])).toMatchObject({ stability: 0.212, difficulty: 6.4133 });
		expect(after([[0, 'hard']])).toMatchObject({ stability: 1.2931, difficulty: 5.11217071 });
		expect(after([[0, 'good']])).toMatchObject({ stability: 2.3065, difficulty: 2.11810397 });
	});

	test('difficulty moves as ts-fsrs publishes', () => {
		// packages/fsrs/__tests__/algorithm.test.ts, “next_difficulty”, from difficulty 5.
		const memory = { stability: 5, difficulty: 5, at: NOON };
		const moved = (grade: Grade) => remember(memory, grade, NOON + 5 * DAY, 5).difficulty;
		expect(moved('again')).toBeCloseTo(8.34176237, 8);
		expect(moved('hard')).toBeCloseTo(6.66599536, 8);
		expect(moved('good')).toBeCloseTo(4.99022837, 8);
	});

	test('stability moves within a day as ts-fsrs publishes', () => {
		// packages/fsrs/__tests__/algorithm.test.ts, “next_stability”, next_short_term_stability from stability 5.
		const memory = { stability: 5, difficulty: 5, at: NOON };
		const moved = (grade: Grade) => remember(memory, grade, NOON, 0).stability;
		expect(moved('again')).toBeCloseTo(1.596818, 8);
		expect(moved('hard')).toBe(5);
		expect(moved('good')).toBe(5);
	});

	test('the chance of recall is what ts-fsrs publishes', () => {
		// packages/fsrs/__tests__/algorithm.test.ts, “retrievability”: 0 to 3 days at a stability of 1 day.
		const memory = { stability: 1, difficulty: 5, at: NOON };
		const chances = [0, 1, 2, 3].map((days) => recallChance(memory, NOON + days * DAY));
		expect(chances).toEqual([1, 0.9, 0.84588465, 0.8093881]);
		// FSRS-6.test.ts, “get retrievability”: 8 days at the stability that Easy begins with.
		expect(recallChance({ ...memory, stability: 8.2956 }, NOON + 8 * DAY)).toBeCloseTo(0.9024733, 7);
	});
});

const moment = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) });
const grade = fc.constantFrom<Grade>('again', 'hard', 'good');
const memories = fc.record({
	stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
	at: moment
});

test('a memory stays within its bounds, whatever happens and however the clock is set', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(grade, moment, fc.nat(40_000)), { minLength: 1, maxLength: 60 }),
			(answers) => {
				let memory: Memory | null = null;
				for (const [grade, at, days] of answers) {
					memory = remember(memory, grade, at, memory ? days : 0);
					expect(memory.at).toBe(at);
					expect(memory.stability).toBeGreaterThanOrEqual(0.001);
					expect(memory.stability).toBeLessThanOrEqual(36_500);
					expect(memory.difficulty).toBeGreaterThanOrEqual(1);
					expect(memory.difficulty).toBeLessThanOrEqual(10);
				}
			}
		)
	);
});

test('a good answer leaves a memory no less stable than a hard one, and that no less than none', () => {
	fc.assert(
		fc.property(memories, fc.nat(400), (memory, days) => {
			const [again, hard, good] = (['again', 'hard', 'good'] as const).map(
				(grade) => remember(memory, grade, memory.at + days * DAY, days).stability
			);
			expect(good).toBeGreaterThanOrEqual(hard ?? NaN);
			expect(hard).toBeGreaterThanOrEqual(again ?? NaN);
		})
	);
});

test('the chance of recall falls as time goes by, from 1 and never to 0', () => {
	fc.assert(
		fc.property(memories, fc.nat(4000 * DAY), fc.nat(DAY), (memory, wait, more) => {
			const early = recallChance(memory, memory.at + wait);
			const late = recallChance(memory, memory.at + wait + more);
			expect(recallChance(memory, memory.at)).toBe(1);
			expect(late).toBeLessThanOrEqual(early);
			expect(late).toBeGreaterThan(0);
		})
	);
	expect(recallChance({ stability: 2, difficulty: 5, at: NOON }, NOON - 3 * DAY)).toBe(1);
});

test('nothing is put off for more than a hundred years', () => {
	const memory = { stability: 40_000, difficulty: 5, at: NOON };
	expect(daysBetween('2022-11-29', dueDay(memory, '2022-11-29'))).toBe(36_500);
});

test('a memory is due when its chance of recall is near 0.9, and not on the day itself', () => {
	fc.assert(
		fc.property(memories, (memory) => {
			const days = daysBetween('2022-11-29', dueDay(memory, '2022-11-29'));
			expect(days).toBe(Math.min(36_500, Math.max(1, Math.round(memory.stability))));
		})
	);
});
