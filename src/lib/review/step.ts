import { firstAbility, firstDifficulty, updated } from './elo.ts';
import { isRelearning, stepFact } from './fact-step.ts';
import { isRight } from './grade.ts';
import type { Review } from './review.ts';
import {
	STATE_VERSION,
	type AbilityState,
	type DayState,
	type FactState,
	type ItemState,
	type Stepped,
	type Touched
} from './state.ts';

/** The day on which something is due where nothing was learnt: the last that a calendar here can name. */
export const NEVER = '9999-12-31';

/**
 * What one answer changes: each fact that its item asks for, the item, the learner’s ability at its point, and the day
 * on which it was given. A review that is older than what is known never lowers a moment or a day.
 */
export function step(before: Touched, review: Review): Stepped {
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
	return { facts, item, ability, day: stepDay(before.day, review, facts) };
}

/**
 * The item and the ability. An exam moves no estimate, so that it asks everybody alike; nor does an answer to what was
 * explained earlier that day, since it shows who read the explanation.
 */
function stepEstimates(before: Touched, review: Review): { item: ItemState; ability: AbilityState } {
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
	const latest = at >= (before.item?.at ?? at);
	return {
		item: {
			version: STATE_VERSION,
			primer,
			item,
			difficulty: after.difficulty.value,
			answers: after.difficulty.answers,
			right: latest ? right : (before.item?.right ?? right),
			at: Math.max(at, before.item?.at ?? at)
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

function stepDay(before: DayState | undefined, review: Review, facts: readonly FactState[]): DayState {
	return {
		version: STATE_VERSION,
		primer: review.primer,
		day: review.day,
		answers: (before?.answers ?? 0) + 1,
		right: (before?.right ?? 0) + (isRight(review) ? 1 : 0),
		spent: (before?.spent ?? 0) + review.spent,
		nextDue: facts.reduce((first, { due }) => (due < first ? due : first), NEVER)
	};
}
