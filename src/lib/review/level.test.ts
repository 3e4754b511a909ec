import { describe, expect, test } from 'vitest';

import { nextLevel, type Answer, type FactLevel } from './level.ts';

const usual: Answer = {
	right: true,
	kind: 'single-choice',
	occasion: 'review',
	day: '2026-11-25',
	due: false,
	relearning: false
};

/** Where a fact stands after some answers, each given by what is unusual about it. */
function after(...answers: Partial<Answer>[]): FactLevel | undefined {
	return answers.reduce<FactLevel | undefined>(
		(before, answer) => nextLevel(before, { ...usual, ...answer }),
		undefined
	);
}

const level = (...answers: Partial<Answer>[]) => after(...answers)?.level;
const wrong = { right: false };
const cloze = { kind: 'cloze' } as const;
const nextDay = { day: '2026-11-26' };

describe('rising', () => {
	test('one answer: seen where it was wrong, familiar where it was right', () => {
		expect(after(wrong)).toEqual({ level: 'seen', since: '2026-11-25', kinds: [] });
		expect(after({})).toEqual({ level: 'familiar', since: '2026-11-25', kinds: ['single-choice'] });
	});

	test('right in two kinds: proficient', () => {
		expect(level({}, {})).toBe('familiar');
		expect(after({}, cloze)).toMatchObject({ level: 'proficient', kinds: ['single-choice', 'cloze'] });
	});

	test('right twice in one kind: proficient where the fact had become due', () => {
		expect(level({}, nextDay)).toBe('familiar');
		expect(level({}, { ...nextDay, due: true })).toBe('proficient');
	});

	test('right again on a later day: mastered, but not in a first pass', () => {
		expect(level({}, cloze, {})).toBe('proficient');
		expect(after({}, cloze, nextDay)).toMatchObject({ level: 'mastered', since: '2026-11-26' });
		expect(level({}, cloze, { ...nextDay, occasion: 'learn' })).toBe('proficient');
		for (const occasion of ['review', 'mixed', 'adaptive', 'mistakes', 'quiz', 'exam'] as const) {
			expect(level({}, cloze, { ...nextDay, occasion })).toBe('mastered');
		}
	});

	test('a level that is kept has the date on which it was first reached', () => {
		expect(after({}, nextDay)).toMatchObject({ level: 'familiar', since: '2026-11-25' });
		const passed = [{}, cloze, { ...nextDay, occasion: 'learn' as const }];
		expect(after(...passed)).toMatchObject({ level: 'proficient', since: '2026-11-25' });
		expect(level(...passed, nextDay)).toBe('mastered');
	});

	test('no answer raises it by two', () => {
		expect(level(wrong, { ...nextDay, due: true })).toBe('familiar');
		expect(level({}, { ...cloze, ...nextDay, due: true })).toBe('proficient');
	});
});

describe('falling', () => {
	const mastered = [{}, cloze, nextDay];

	test('each wrong answer takes one level, down to seen', () => {
		expect(level(...mastered, wrong)).toBe('proficient');
		expect(level(...mastered, wrong, wrong)).toBe('familiar');
		expect(level(...mastered, wrong, wrong, wrong)).toBe('seen');
		expect(level(...mastered, wrong, wrong, wrong, wrong)).toBe('seen');
	});

	test('what was shown before no longer counts', () => {
		expect(after({}, wrong)).toMatchObject({ level: 'seen', kinds: [] });
		expect(level({}, wrong, cloze)).toBe('familiar');
		expect(level({}, wrong, cloze, {})).toBe('proficient');
	});

	test('a level is regained on a later day than it was lost', () => {
		const fallen = [...mastered, { ...wrong, day: '2026-11-30' }];
		expect(level(...fallen, { day: '2026-11-30' })).toBe('proficient');
		expect(level(...fallen, { day: '2026-12-01' })).toBe('mastered');
	});
});

describe('relearning', () => {
	const relearning = { relearning: true };

	test('raises it to familiar at most, and counts as no kind', () => {
		expect(after(wrong, relearning)).toMatchObject({ level: 'familiar', kinds: [] });
		expect(level(wrong, relearning, { ...relearning, ...cloze })).toBe('familiar');
		expect(level(wrong, relearning, { ...nextDay, due: true })).toBe('familiar');
		expect(level(wrong, relearning, { ...nextDay, due: true }, { ...nextDay, ...cloze })).toBe('proficient');
	});

	test('keeps what is higher', () => {
		expect(level({}, cloze, nextDay, wrong, relearning)).toBe('proficient');
	});
});
