import fc from 'fast-check';

import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { samples, score, type KindName, type Of } from '#lib/kinds/index.ts';
import type { Score } from '#lib/kinds/score.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import type { Form } from '#lib/quiz/form.ts';

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

/** Texts that have broken other stores: half a surrogate pair, NUL, names that every object has. */
const oddText = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'',
		'\0',
		'a\0b',
		'\ud800',
		'\udc00x',
		'\u2028',
		'"\\',
		'é',
		'e\u0301',
		'🦊',
		"'; --",
		'%',
		'?',
		'$1'
	),
	fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty')
);

/** Any JSON, as it comes from a request. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
	fc.jsonValue({ stringUnit: 'binary' }),
	fc.dictionary(
		oddText,
		fc.oneof(oddText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(oddText))
	),
	fc.constantFrom(0, -0, 1e308, 5e-324, 2 ** 53 + 2, 0.1 + 0.2, null, '', [], {}),
	fc.nat({ max: 500 }).map((depth) => {
		const text = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
		const value: unknown = JSON.parse(text);
		return value;
	})
);

/** Any score that a scorer can give, for each kind’s samples and for nonsense. */
const scores: Score[] = fixtures.flatMap(({ kind, raw }) => {
	const item: Of<KindName> = compile(kind, raw);
	const { right, partlyRight, wrong, unanswered, malformed } = samples(item);
	return [right, partlyRight, wrong, unanswered, malformed, 'x'.repeat(5000), 12].map((response) =>
		score(item, response)
	);
});

const moment = fc.oneof(
	fc.nat(),
	fc.double({ min: 0, max: 253_402_300_799_999, noNaN: true }),
	fc.constantFrom(0, 0.1, 1_795_867_200_123.456, 253_402_300_799_999)
);

export const anyForm: fc.Arbitrary<Form> = fc.record({
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
