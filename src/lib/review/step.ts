import { firstAbility, firstDifficulty, updated } from './elo.ts';
import { isRelearning, stepFact } from './fact-step.ts';
import { isRight } from './grade.ts';
import type { Review } from './review.ts';
import {
	STATE_VERSION,
	type AbilityState,
	type DayTally,
	type ItemState,
	type Stepped,
	type Affected
} from './state.ts';

/**
 * The most time that a day counts, in milliseconds: even with a clock that jumped, the sum has to stay a whole number.
 */
const MOST_SPENT = Number.MAX_SAFE_INTEGER;

/**
 * What one answer changes: each fact that its item asks for, the item, the learner’s ability at its point, and the day
 * on which it was given. Reviews come in the order of their log. If a clock was set back in between, what it says now
 * counts: a day still to come would keep a fact from being asked.
 */
export function step(before: Affected, review: Review): Stepped {
	const facts = review.facts
		.filter((fact, index) => review.facts.indexOf(fact) === index)
		.map((fact) =>
			stepFact(
				before.facts.find((state) => state.fact === fact),
				fact,
				review
			)
		);
	const { item, ability } = stepEstimates(before, review);
	return { facts, item, ability, day: stepDay(before.day, review) };
}

/**
 * The item and the ability. An exam moves no estimate, so that it asks everybody alike; nor does an answer to what was
 * explained earlier that day, since it only shows that the explanation was read.
 */
function stepEstimates(before: Affected, review: Review): { item: ItemState; ability: AbilityState } {
	const right = isRight(review);
	const { primer, item, point, at, guess } = review;
	const ability = before.ability
		? { value: before.ability.ability, answers: before.ability.answers }
		: firstAbility();
	const difficulty = before.item
		? { value: before.item.difficulty, answers: before.item.answers }
		: firstDifficulty(review.difficulty);
	const frozen = review.occasion === 'exam' || before.facts.some((fact) => isRelearning(fact, review));
	const after = frozen ? { ability, difficulty } : updated(ability, difficulty, { guess, right });
	return {
		item: {
			version: STATE_VERSION,
			primer,
			item,
			difficulty: after.difficulty.value,
			answers: after.difficulty.answers,
			right,
			at
		},
		ability: {
			version: STATE_VERSION,
			primer,
			point,
			ability: after.ability.value,
			answers: after.ability.answers
		}
	};
}

function stepDay(before: DayTally | undefined, review: Review): DayTally {
	return {
		version: STATE_VERSION,
		primer: review.primer,
		day: review.day,
		answers: (before?.answers ?? 0) + 1,
		right: (before?.right ?? 0) + (isRight(review) ? 1 : 0),
		spent: Math.min(MOST_SPENT, (before?.spent ?? 0) + review.spent)
	};
}
