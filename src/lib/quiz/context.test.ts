import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
	answersIn,
	doneIn,
	entryAt,
	firstTries,
	initialContext,
	itemAt,
	nextOpen,
	responsesOf,
	timeLeft
} from './context.ts';
import { isGiven, isRight, newEntry } from './entry.ts';
import { answer, check, entryWith, formWith, next, play, scoredAt, type LearnerAction } from './fixtures.ts';
import { timeAllowed } from './form.ts';
import { snapshotOf } from './run.ts';

const MINUTE = 60_000;
const hide: LearnerAction = { type: 'hide' };
const show: LearnerAction = { type: 'show' };
const flag: LearnerAction = { type: 'flag' };

test.each([
	['exam', [{ response: 'a' }, { status: 'skipped' }, {}], 1],
	['exam', [{ response: 'a', status: 'skipped' }, { status: 'settled' }, {}], 2],
	['practice', [{ response: 'a' }, { status: 'skipped' }, { status: 'settled' }], 2]
] as const)('of an attempt in %s at %o, this many are done: %i', (behaviour, given, done) => {
	const entries = Object.fromEntries(given.map((entry, index) => [`${index}`, { ...newEntry(), ...entry }]));
	expect(doneIn({ form: formWith({ behaviour }), entries })).toBe(done);
});

describe('the time', () => {
	test('allowed is the minutes times the extra time, or without end', () => {
		expect(timeAllowed({ minutes: 10, extraTime: 1 })).toBe(10 * MINUTE);
		expect(timeAllowed({ minutes: 10, extraTime: 1.5 })).toBe(15 * MINUTE);
		expect(timeAllowed({ minutes: null, extraTime: 2 })).toBe(Infinity);
	});

	test('left runs down to zero, and no further', () => {
		const context = initialContext({ form: formWith({ minutes: 1, extraTime: 2 }), at: 5000 });
		expect(timeLeft(context, 5000)).toBe(2 * MINUTE);
		expect(timeLeft(context, 5000 + MINUTE)).toBe(MINUTE);
		expect(timeLeft(context, 5000 + 3 * MINUTE)).toBe(0);
		expect(timeLeft({ ...context, form: formWith() }, 1e15)).toBe(Infinity);
	});

	test('stops while the page is hidden, if the behaviour says so', () => {
		const form = formWith({ minutes: 1 });
		const { context } = play(form, [answer(1), hide, show]);
		expect(context.paused).toBe(1000);
		expect(timeLeft(context, 3000)).toBe(MINUTE - 2000);
		expect(() => play({ ...form, behaviour: 'exam' }, [answer(1), hide])).toThrow('did not take');
	});

	test('stops as often as the page is hidden', () => {
		const { context } = play(formWith({ minutes: 1 }), [hide, show, answer(1), hide, show, hide, show]);
		expect(context.paused).toBe(3000);
		expect(timeLeft(context, 7000)).toBe(MINUTE - 4000);
	});

	test('spent goes to the item that is before the learner, without pauses', () => {
		const { context } = play(formWith(), [
			answer(1),
			hide,
			show,
			answer(0),
			check,
			flag,
			{ type: 'next' },
			{ type: 'skip' }
		]);
		// Shown at 0, hidden from 2 s to 3 s, checked at 5 s; the feedback until 7 s counts for none.
		expect([0, 1, 2].map((position) => entryAt(context, position).spent)).toEqual([4000, 1000, 0]);
		expect(context.now).toBe(8000);
	});

	test('spent is no longer than what is left, though the page was opened again after that', () => {
		const log = [{ ...answer(1), at: 1000 }, { type: 'tick', at: 5 * 60 * MINUTE } as const];
		const exam = { form: formWith({ behaviour: 'exam', minutes: 2 }), startedAt: 0, log, reply: null };
		const context = snapshotOf(exam, () => undefined)?.context;
		expect(context?.entries['a']?.spent).toBe(2 * MINUTE);
	});

	test('spent, paused and taken for feedback adds up to all the time there was', () => {
		const said = fc.array(
			fc.constantFrom(
				answer(1),
				check,
				hide,
				show,
				flag,
				{ type: 'skip' } as const,
				{ type: 'next' } as const
			)
		);
		fc.assert(
			fc.property(said, (all) => {
				let taken: LearnerAction[] = [];
				for (const one of all) {
					try {
						play(formWith(), [...taken, one]);
						taken = [...taken, one];
					} catch {
						// Events that mean nothing in this state are not sent.
					}
				}
				const { context } = play(formWith(), taken);
				const spent = Object.values(context.entries).reduce((sum, entry) => sum + entry.spent, 0);
				expect(spent + context.paused).toBeLessThanOrEqual(context.now);
				expect(Math.min(spent, context.paused)).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 50 }
		);
	});
});

test('the next open item is found going round, and never the present one', () => {
	const context = initialContext({ form: formWith(), at: 0 });
	const settled = { ...entryAt(context), status: 'settled' as const };
	expect(nextOpen(context)).toBe(1);
	expect(nextOpen({ ...context, position: 2 })).toBe(0);
	expect(nextOpen({ ...context, entries: { ...context.entries, b: settled } })).toBe(2);
	expect(nextOpen({ ...context, entries: { a: entryAt(context), b: settled, c: settled } })).toBeUndefined();
});

test('responses are given for every item of the form, and for no other', () => {
	const { context } = play(formWith({ behaviour: 'exam' }), [answer(1)]);
	expect(responsesOf(context)).toEqual({ a: 1, b: null, c: null });
});

test('answers are given with their moments, including those taken back, but not those never given', () => {
	const form = formWith({ behaviour: 'exam' });
	const { context } = play(form, [answer(1), { type: 'next' }, answer(0), answer(null)]);
	expect(answersIn(context)).toEqual([
		{ item: 'a', response: 1, at: 1000 },
		{ item: 'b', response: null, at: 4000 }
	]);
});

test('nothing is known of an item before anything is done with it', () => {
	expect(entryAt(initialContext({ form: formWith(), at: 5 }))).toEqual({
		response: null,
		answeredAt: null,
		certainty: null,
		tries: [],
		status: 'open',
		flagged: false,
		hinted: false,
		spent: 0,
		scoredAt: null,
		ungraded: null,
		late: false
	});
});

test('an item is right once its last try was, entirely', () => {
	expect([[], [0.99], [1], [1, 0], [0, 1]].map((tries) => isRight(entryWith(tries)))).toEqual([
		false,
		false,
		true,
		false,
		true
	]);
});

test('a place that the form does not have is an error', () => {
	const context = initialContext({ form: formWith(), at: 0 });
	expect(itemAt(context, 2)).toBe('c');
	expect(() => itemAt(context, 3)).toThrow(new RangeError('The form has no item at 3.'));
});

describe('the items whose first try was scored', () => {
	test('are those of this moment, right or wrong', () => {
		const form = formWith();
		const asked = play(form, [answer(0)]).context;
		const told = play(form, [answer(0), check]).context;
		const later = play(form, [answer(0), check, next, answer(1), check]).context;
		expect(firstTries(asked, told)).toEqual(['a']);
		expect(firstTries(told, later)).toEqual(['b']);
		expect(firstTries(told, told)).toEqual([]);
	});

	test('are none of which nothing is known', () => {
		const told = play(formWith(), [answer(0), check]).context;
		expect(firstTries({ ...told, entries: {} }, told)).toEqual(['a']);
		expect(firstTries(told, { ...told, entries: {} })).toEqual([]);
	});

	test('are reported once, even with several tries', () => {
		const form = formWith({ behaviour: 'retry' });
		const once = play(form, [answer(0), check]).context;
		expect(firstTries(once, play(form, [answer(0), check, answer(1), check]).context)).toEqual([]);
	});

	test('are reported together when an exam is graded, except for those without an answer', () => {
		const form = formWith({ behaviour: 'exam' });
		const said = [answer(1), { type: 'finish' } as const];
		const graded = play(form, [...said, { type: 'submit' }], {
			type: 'graded',
			grades: { a: scoredAt(1), b: scoredAt(0), c: { state: 'unanswered' } }
		});
		expect(firstTries(play(form, said).context, graded.context)).toEqual(['a', 'b']);
	});
});

test('something is given once there is a response, and an order of which places are free is none', () => {
	const given = (response: unknown) => isGiven({ ...newEntry(), response });
	expect([null, [], ['', 'a'], ['', '']].map(given)).toEqual([false, false, false, false]);
	expect([['a', 'b'], 'a', { a: 'b' }, 0, false].every(given)).toBe(true);
});
