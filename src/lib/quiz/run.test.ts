import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Score } from '#lib/kinds/score.ts';

import { behaviourNames } from './behaviour.ts';
import { entryAt } from './context.ts';
import type { LearnerEvent } from './event.ts';
import { answer, check, formWith, logOf, next, scoredAt, scorer, type LearnerAction } from './fixtures.ts';
import { logged } from './record.ts';
import { continued, runQuiz, snapshotOf, type Attempt, type QuizActor, type QuizServices } from './run.ts';

const grades = { a: scoredAt(1), b: scoredAt(0.5), c: { state: 'unanswered' } as Score };

/** Services that answer at once. */
const services: QuizServices = {
	score: ({ item, response }, reply) =>
		reply({ type: 'scored', score: scorer(item, response) ?? { state: 'unanswered' } }),
	submit: (_, reply) => reply({ type: 'graded', grades })
};

function attempt(changes: Partial<Attempt> = {}): Attempt {
	return { form: formWith(), startedAt: 0, log: [], reply: null, ...changes };
}

function start(begun: Attempt, around = services): QuizActor {
	const actor = runQuiz(begun, scorer, around);
	if (!actor) throw new Error('The attempt was refused.');
	return actor;
}

const response = fc.constantFrom(0, 0.5, 1, null, 'junk');
const said: fc.Arbitrary<LearnerAction> = fc.oneof(
	{ weight: 4, arbitrary: response.map(answer) },
	{ weight: 3, arbitrary: fc.constant(check) },
	{ weight: 2, arbitrary: fc.constant(next) },
	fc
		.constantFrom(1 as const, 2 as const, 3 as const)
		.map((certainty): LearnerAction => ({ type: 'certain', certainty })),
	fc.integer({ min: -1, max: 3 }).map((position): LearnerAction => ({ type: 'go', position })),
	fc.integer({ min: 0, max: 3 }).map((position): LearnerAction => ({ type: 'review', position })),
	fc.constantFrom<LearnerAction>(
		...(
			['reveal', 'skip', 'back', 'flag', 'finish', 'submit', 'hide', 'show', 'tick', 'results'] as const
		).map((type) => ({ type }))
	)
);

/** Sends all these events to a live quiz, some seconds apart, and logs those it takes, as a page does. */
function live(actor: QuizActor, all: [LearnerAction, number][]): LearnerEvent[] {
	let log: LearnerEvent[] = [];
	for (const [one, after] of all) {
		const event: LearnerEvent = { ...one, at: actor.getSnapshot().context.now + after };
		if (!actor.getSnapshot().can(event)) continue;
		log = logged(log, event);
		actor.send(event);
	}
	return log;
}

/** All that matters of a state. */
function essence(actor: QuizActor) {
	const { value, context } = actor.getSnapshot();
	return { value, context };
}

describe('replaying', () => {
	test('a log gives the state that the live quiz reached, with every response scored again', () => {
		const form = fc
			.tuple(fc.constantFrom(...behaviourNames), fc.constantFrom(null, 1))
			.map(([behaviour, minutes]) => formWith({ behaviour, minutes }));
		const steps = fc.array(fc.tuple(said, fc.integer({ min: 0, max: 9000 })), { maxLength: 40 });
		fc.assert(
			fc.property(form, steps, (drawn, all) => {
				const actor = start(attempt({ form: drawn }));
				const log = live(actor, all);
				const again = start(attempt({ form: drawn, log, reply: { type: 'graded', grades } }));
				expect(essence(again)).toEqual(essence(actor));
			}),
			{ numRuns: 300 }
		);
	});

	test('gives a quiz that can go on', () => {
		const actor = start(attempt({ log: logOf([answer(1), check]) }));
		actor.send({ type: 'next', at: 9000 });
		expect(actor.getSnapshot().context).toMatchObject({ position: 1, now: 9000 });
	});

	test('believes no score but its own', () => {
		const log = logOf([answer(1), check]);
		const harsh = snapshotOf(attempt({ log }), () => scoredAt(0));
		expect(harsh && entryAt(harsh.context).tries).toEqual([{ response: 1, score: scoredAt(0) }]);
		const forged = [...log, { type: 'scored', at: 9000, score: scoredAt(1) }] as unknown as LearnerEvent[];
		expect(snapshotOf(attempt({ log: forged }), scorer)).toBeUndefined();
	});
});

describe('a log that nobody could have made is refused:', () => {
	const sound = logOf([answer(1), check, next, answer(0), check]);

	test.each<[string, LearnerEvent[]]>([
		['a step left out', sound.toSpliced(2, 1)],
		['steps in another order', [...sound.slice(1, 2), ...sound.slice(0, 1), ...sound.slice(2)]],
		['time that runs back', sound.with(1, { type: 'check', at: 999 })],
		['an event before the beginning', [{ type: 'flag', at: -1 }]],
		['an event that its state does not take', [...sound, { type: 'results', at: 9000 }]],
		['a try at a settled item', [...sound, { type: 'check', at: 9000 }]],
		['a place outside the form', [{ type: 'go', at: 1, position: 1e9 }]]
	])('%s', (_, log) => {
		expect(snapshotOf(attempt({ log: sound }), scorer)).toBeDefined();
		expect(snapshotOf(attempt({ log }), scorer)).toBeUndefined();
		expect(runQuiz(attempt({ log }), scorer, services)).toBeUndefined();
	});

	test('a response to an item that no longer exists', () => {
		const form = formWith({ items: ['gone', 'a'] });
		expect(snapshotOf(attempt({ form, log: logOf([answer(1)]) }), scorer)).toBeDefined();
		expect(snapshotOf(attempt({ form, log: logOf([answer(1), check]) }), scorer)).toBeUndefined();
	});
});

test('two events of one moment are taken', () => {
	const log: LearnerEvent[] = [
		{ type: 'answer', at: 1000, response: 1 },
		{ type: 'check', at: 1000 }
	];
	expect(snapshotOf(attempt({ log }), scorer)?.value).toEqual({ active: 'feedback' });
});

describe('an attempt goes on', () => {
	const begun = attempt({ log: logOf([answer(0)]) });

	test('with what is said, from the state it has reached', () => {
		const log = continued(begun, scorer, (state) => {
			expect(entryAt(state.context).response).toBe(0);
			return [
				{ type: 'answer', at: 2000, response: 1 },
				{ type: 'check', at: 3000 }
			];
		});
		expect(log?.log).toEqual([
			{ type: 'answer', at: 2000, response: 1 },
			{ type: 'check', at: 3000 }
		]);
		expect(log?.state.value).toEqual({ active: 'feedback' });
		expect(log && entryAt(log.state.context).tries).toEqual([{ response: 1, score: scoredAt(1) }]);
		expect(begun.log).toEqual(logOf([answer(0)]));
	});

	test('without what its state does not take, and in the order of time', () => {
		const log = continued(begun, scorer, () => [
			{ type: 'next', at: 1500 },
			{ type: 'flag', at: 500 },
			{ type: 'check', at: 2000 }
		]);
		expect(log?.log).toEqual([...begun.log, { type: 'flag', at: 1000 }, { type: 'check', at: 2000 }]);
	});

	test('not at all where nobody could have made it', () => {
		const forged = attempt({ log: logOf([next]) });
		expect(
			continued(forged, scorer, () => {
				throw new Error('It was asked.');
			})
		).toBeUndefined();
	});
});

describe('handing in that was interrupted', () => {
	const log = logOf([answer(1), { type: 'finish' }, { type: 'submit' }]);
	const form = formWith({ behaviour: 'exam' });

	test('asks the server again', () => {
		const asked: unknown[] = [];
		const actor = start(attempt({ form, log }), {
			...services,
			submit: ({ responses }, reply) => {
				asked.push(responses);
				reply({ type: 'graded', grades });
			}
		});
		expect(asked).toEqual([{ a: 1, b: null, c: null }]);
		expect(actor.getSnapshot().matches('finished')).toBe(true);
	});

	test('does not ask when the grades are known', () => {
		const actor = start(attempt({ form, log, reply: { type: 'graded', grades } }), {
			...services,
			submit: () => {
				throw new Error('It was asked.');
			}
		});
		expect(actor.getSnapshot().matches('finished')).toBe(true);
	});
});

test('a score that comes late is waited for, and one that does not come is reported', () => {
	let reply: Parameters<QuizServices['score']>[1] = () => undefined;
	const actor = start(attempt(), { ...services, score: (_, later) => (reply = later) });
	for (const event of logOf([answer(1), check])) actor.send(event);
	expect(actor.getSnapshot().value).toEqual({ active: 'checking' });
	reply({ type: 'unscored' });
	expect(actor.getSnapshot().value).toEqual({ active: { answering: 'unscored' } });
	actor.send({ type: 'check', at: 9000 });
	reply({ type: 'scored', score: scoredAt(1) });
	expect(actor.getSnapshot().value).toEqual({ active: 'feedback' });
});
