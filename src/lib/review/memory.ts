import { FSRSAlgorithm, Rating } from 'ts-fsrs';

import { addDays } from './day.ts';
import type { Grade } from './grade.ts';
import type { Memory } from './state.ts';

const DAY = 86_400_000;

/**
 * FSRS-6 with its published default parameters (Ye, Su, Cao: “A Stochastic Shortest Path Algorithm for Optimizing
 * Spaced Repetition Scheduling”, KDD 2022; version 6 of 2025): a fact is due when its chance of recall has fallen to
 * 0.9, a hundred years ahead at most. Its random spread of the days is turned off, so that the same log always gives
 * the same days.
 */
const fsrs = new FSRSAlgorithm({ request_retention: 0.9, maximum_interval: 36_500, enable_fuzz: false });

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } satisfies Record<Grade, Rating>;

/**
 * What a memory becomes when it is reviewed.
 *
 * Days are whole, as FSRS was fitted to them; on the same day its formula for the short term holds.
 *
 * @param memory as the last review left it; null if there was none
 * @param at when it was reviewed: milliseconds since 1970
 * @param days how many days after the last review that was, by the learner’s calendar; 0 if there was none
 */
export function remember(memory: Memory | null, grade: Grade, at: number, days: number): Memory {
	const { stability, difficulty } = fsrs.next_state(memory, days, ratings[grade]);
	return { stability, difficulty, at };
}

/** The chance, from 0 to 1, of recalling something at a moment (milliseconds since 1970). */
export function recallChance(memory: Memory, at: number): number {
	return fsrs.forgetting_curve(Math.max(0, at - memory.at) / DAY, memory.stability);
}

/** The day on which a memory should be reviewed again: at the earliest, the day after its last review. */
export function dueDay(memory: Memory, day: string): string {
	return addDays(day, fsrs.next_interval(memory.stability, 0));
}
