import type { Difficulty } from '#lib/bank/item.ts';

/** The ability of a learner about whom nothing is known, and the difficulty of an average item, in logits. */
const MIDDLE = 0;

/** Beyond this, in logits, the chance of success no longer distinguishes one learner or item from another. */
export const FURTHEST = 4;

/**
 * An item’s difficulty, in logits, by its author’s estimate. An average learner then solves an easy item with four
 * options four times in five, and a difficult one less than half the time.
 */
const seeds: Record<Difficulty, number> = { 1: -1, 2: 0, 3: 1 };

/** A first estimate moves by this much of a surprise, in logits. */
const ABILITY_PACE = 1;

/** An item’s author has estimated it already, and one learner’s answers add little to that. */
const ITEM_PACE = 0.4;

/** How fast estimates settle: after 20 answers they move half as much. */
const SETTLING = 0.05;

/** An estimate, in logits, and how many answers it rests on. */
export interface Estimate {
	value: number;
	answers: number;
}

/** What is known of a learner who has not answered anything. */
export function firstAbility(): Estimate {
	return { value: MIDDLE, answers: 0 };
}

/** What is known of an item that nobody has answered. */
export function firstDifficulty(difficulty: Difficulty): Estimate {
	return { value: seeds[difficulty], answers: 0 };
}

/**
 * The chance, from 0 to 1, that a learner answers an item right: `c + (1 − c) / (1 + e^−(θ − b))`, the logistic model
 * with a floor for guessing.
 *
 * @param ability θ, in logits
 * @param difficulty b, in logits
 * @param guess c: the chance that an answer at random is right
 */
export function successChance(ability: number, difficulty: number, guess: number): number {
	return guess + (1 - guess) / (1 + Math.exp(difficulty - ability));
}

/**
 * What an answer says about the learner and about the item: both estimates move by the surprise, and the more answers
 * they rest on, the less they move.
 *
 * An Elo rating with the uncertainty function `a / (1 + b·n)`, and the guessing floor of its model for multiple choice:
 * Pelánek, “Applications of the Elo rating system in adaptive educational systems”, Computers & Education 98 (2016),
 * 169–179. The values of a and b are ours.
 */
export function updated(
	ability: Estimate,
	difficulty: Estimate,
	answer: { guess: number; right: boolean }
): { ability: Estimate; difficulty: Estimate } {
	const surprise = (answer.right ? 1 : 0) - successChance(ability.value, difficulty.value, answer.guess);
	return {
		ability: moved(ability, ABILITY_PACE * surprise),
		difficulty: moved(difficulty, -ITEM_PACE * surprise)
	};
}

function moved({ value, answers }: Estimate, by: number): Estimate {
	const next = value + by / (1 + SETTLING * answers);
	return { value: Math.min(FURTHEST, Math.max(-FURTHEST, next)), answers: answers + 1 };
}
