import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { firstAbility, firstDifficulty, FURTHEST, successChance, updated, type Estimate } from './elo.ts';

const logits = fc.double({ min: -FURTHEST, max: FURTHEST, noNaN: true });
const guesses = fc.double({ min: 0, max: 0.9, noNaN: true });
const estimates = fc.record({ value: logits, answers: fc.nat(1000) });

describe('the chance of success', () => {
	test('lies between that of guessing and 1', () => {
		fc.assert(
			fc.property(logits, logits, guesses, (ability, difficulty, guess) => {
				const chance = successChance(ability, difficulty, guess);
				expect(chance).toBeGreaterThan(guess);
				expect(chance).toBeLessThan(1);
			})
		);
	});

	test('rises with ability and with guessing, and falls with difficulty', () => {
		const more = fc.double({ min: 0.001, max: 1, noNaN: true });
		fc.assert(
			fc.property(logits, logits, guesses, more, (ability, difficulty, guess, more) => {
				const chance = successChance(ability, difficulty, guess);
				expect(successChance(ability + more, difficulty, guess)).toBeGreaterThan(chance);
				expect(successChance(ability, difficulty + more, guess)).toBeLessThan(chance);
				expect(successChance(ability, difficulty, guess + more / 10)).toBeGreaterThan(chance);
			})
		);
	});

	test('is half between guessing and 1 where ability and difficulty are even', () => {
		expect(successChance(0.7, 0.7, 0)).toBe(0.5);
		expect(successChance(-1, -1, 0.25)).toBe(0.625);
	});

	test('of a newcomer is what authors mean by easy and difficult', () => {
		const [easy, middling, difficult] = ([1, 2, 3] as const).map((difficulty) =>
			successChance(firstAbility().value, firstDifficulty(difficulty).value, 0.25)
		);
		expect(easy).toBeCloseTo(0.798, 2);
		expect(middling).toBeCloseTo(0.625, 2);
		expect(difficult).toBeCloseTo(0.452, 2);
	});
});

describe('an answer', () => {
	test('raises a learner who was right and lowers the item, and the reverse, within bounds', () => {
		fc.assert(
			fc.property(estimates, estimates, guesses, fc.boolean(), (ability, difficulty, guess, right) => {
				const after = updated(ability, difficulty, { guess, right });
				const sign = right ? 1 : -1;
				expect(sign * (after.ability.value - ability.value)).toBeGreaterThanOrEqual(0);
				expect(sign * (difficulty.value - after.difficulty.value)).toBeGreaterThanOrEqual(0);
				for (const { value } of [after.ability, after.difficulty]) {
					expect(Math.abs(value)).toBeLessThanOrEqual(FURTHEST);
				}
				expect(after.ability.answers).toBe(ability.answers + 1);
			})
		);
	});

	test('moves an estimate less, the more answers it rests on', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -2, max: 2, noNaN: true }),
				fc.nat(500),
				fc.integer({ min: 1, max: 500 }),
				fc.boolean(),
				(value, answers, more, right) => {
					const move = (answers: number) =>
						Math.abs(
							updated({ value, answers }, firstDifficulty(2), { guess: 0.25, right }).ability.value - value
						);
					expect(move(answers + more)).toBeLessThan(move(answers));
				}
			)
		);
	});
});

describe('by how much', () => {
	const after = (answers: number, difficulty: 1 | 2 | 3 = 2) =>
		updated({ value: 0, answers }, { ...firstDifficulty(difficulty), answers }, { guess: 0, right: true });

	test('estimates move: of a learner by the whole surprise, of an item by four tenths of it', () => {
		expect(after(0).ability).toEqual({ value: 0.5, answers: 1 });
		expect(after(0).difficulty).toEqual({ value: -0.2, answers: 1 });
	});

	test('they settle: half as fast after 20 answers, a third after 40', () => {
		expect(after(20).ability.value).toBeCloseTo(0.25, 12);
		expect(after(40).ability.value).toBeCloseTo(0.5 / 3, 12);
		expect(after(20).difficulty.value).toBeCloseTo(-0.1, 12);
	});

	test('they move at most: four logits', () => {
		const far = { value: 3.9, answers: 0 };
		expect(updated(far, { value: 4, answers: 0 }, { guess: 0, right: true }).ability.value).toBe(4);
		expect(updated({ value: 4, answers: 0 }, far, { guess: 0, right: false }).difficulty.value).toBe(4);
		const low = { value: -3.9, answers: 0 };
		expect(updated(low, { value: -4, answers: 0 }, { guess: 0, right: false }).ability.value).toBe(-4);
		expect(FURTHEST).toBe(4);
	});

	test('a newcomer is average, and items are one logit apart', () => {
		expect(firstAbility()).toEqual({ value: 0, answers: 0 });
		expect(([1, 2, 3] as const).map(firstDifficulty)).toEqual([
			{ value: -1, answers: 0 },
			{ value: 0, answers: 0 },
			{ value: 1, answers: 0 }
		]);
	});
});

test('the estimates of simulated learners come close to what they can do', () => {
	/** How far the estimate is off after some answers to items like those of a course. */
	const error = (truth: number, seed: string, answers: number) => {
		const random = seeded(seed);
		const items = Array.from({ length: 60 }, (_, index) => ({
			estimate: firstDifficulty(((index % 3) + 1) as 1 | 2 | 3),
			truth: (index % 3) - 1 + (random() - 0.5),
			guess: [0, 0.25, 0.5][index % 3] ?? 0
		}));
		let ability: Estimate = firstAbility();
		for (let answer = 0; answer < answers; answer++) {
			const item = items[Math.floor(random() * items.length)];
			if (!item) continue;
			const right = random() < successChance(truth, item.truth, item.guess);
			const after = updated(ability, item.estimate, { guess: item.guess, right });
			ability = after.ability;
			item.estimate = after.difficulty;
		}
		return Math.abs(ability.value - truth);
	};
	const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
	const learners = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].flatMap((truth) =>
		Array.from({ length: 20 }, (_, index) => ({ truth, seed: `${truth} ${index}` }))
	);
	const errors = (answers: number) => mean(learners.map(({ truth, seed }) => error(truth, seed, answers)));
	const [before, soon, later] = [errors(0), errors(30), errors(300)];
	expect(soon).toBeLessThan(before / 1.5);
	expect(later).toBeLessThan(soon);
	expect(later).toBeLessThan(0.4);
});
