import fc from 'fast-check';

import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { samples, score, type KindName, type Of } from '#lib/kinds/index.ts';
import type { Score } from '#lib/kinds/score.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import type { Form } from '#lib/quiz/form.ts';

import { anyJson, moment, oddText } from '../database/values-staging.ts';
import type { Closing, KeptAnswer, Sitting } from './sittings.ts';

const form: Form = {
	...{ primer: 'paris-call', seed: 's', behaviour: 'exam', items: ['a', 'b', 'c'] },
	...{ minutes: 30, extraTime: 1 }
};

/** A sitting of the items a, b and c, from 1000 to 1,801,000. */
export function sitting(id: string, changes: Partial<Sitting> = {}): Omit<Sitting, 'closed'> {
	return { id, form, startedAt: 1000, endsAt: 1_801_000, ...changes };
}

export function answer(item: string, response: unknown, at = 2000): KeptAnswer {
	return { item, response, at };
}

/** Grades each answer that is `true` as right, and all others as wrong. */
export function closing(answers: readonly KeptAnswer[], changes: Partial<Closing> = {}): Closing {
	const grades = answers.map(({ item, response }): [string, Score] => [
		item,
		{ state: 'scored', fraction: response === true ? 1 : 0, parts: [] }
	]);
	return { at: 9000, by: 'learner', grades: Object.fromEntries(grades), gone: [], ...changes };
}

/** Any score that a scorer can give, for each kind’s samples and for nonsense. */
const scores: Score[] = fixtures.flatMap(({ kind, raw }) => {
	const item: Of<KindName> = compile(kind, raw);
	const { right, partlyRight, wrong, unanswered, malformed } = samples(item);
	return [right, partlyRight, wrong, unanswered, malformed, 'x'.repeat(5000), 12].map((response) =>
		score(item, response)
	);
});

const anyForm: fc.Arbitrary<Form> = fc.record({
	primer: oddText,
	seed: oddText,
	behaviour: fc.constantFrom(...behaviourNames),
	items: fc.array(oddText, { minLength: 1, maxLength: 20 }),
	minutes: fc.option(fc.double({ min: 0.01, max: 1e6, noNaN: true })),
	extraTime: fc.double({ min: 1, max: 4, noNaN: true })
});

export const anySitting: fc.Arbitrary<Omit<Sitting, 'closed'>> = fc.record({
	id: oddText,
	form: anyForm,
	startedAt: moment,
	endsAt: fc.oneof(moment, fc.constant(Infinity))
});

export const anyAnswers: fc.Arbitrary<KeptAnswer[]> = fc.array(
	fc.record({ item: oddText, response: anyJson, at: moment }),
	{ maxLength: 20 }
);

export const anyClosing: fc.Arbitrary<Closing> = fc.record({
	at: moment,
	by: fc.constantFrom('learner', 'time'),
	grades: fc.array(fc.tuple(oddText, fc.constantFrom(...scores))).map((pairs) => Object.fromEntries(pairs)),
	gone: fc.array(oddText)
});
