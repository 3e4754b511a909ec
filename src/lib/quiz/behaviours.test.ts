import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';

import { entriesInOrder, entryAt } from './context.ts';
import type { KeptAnswer } from './event.ts';
import { answer, check, formWith, next, play, scoredAt, scorer, type LearnerAction } from './fixtures.ts';
import { quizMachine } from './machine.ts';
import { tally } from './mark.ts';
import { runQuiz } from './run.ts';

const MINUTE = 60_000;
const skip: LearnerAction = { type: 'skip' };
const finish: LearnerAction = { type: 'finish' };
const submit: LearnerAction = { type: 'submit' };
const back: LearnerAction = { type: 'back' };
const elsewhere = (...answers: KeptAnswer[]): LearnerAction => ({ type: 'elsewhere', answers });
const go = (position: number): LearnerAction => ({ type: 'go', position });

describe('practice', () => {
	const form = formWith();

	test('tells what is right after each answer, and goes on', () => {
		const told = play(form, [answer(0.5), check]);
		expect(told.value).toEqual({ active: 'feedback' });
		expect(entryAt(told.context)).toMatchObject({ status: 'settled', tries: [{ response: 0.5 }] });
		expect(play(form, [answer(0.5), check, next]).context.position).toBe(1);
	});

	test('does not count an empty or unreadable response as wrong', () => {
		const empty = play(form, [check]);
		expect(empty.value).toEqual({ active: { answering: 'unanswered' } });
		const junk = play(form, [answer('junk'), check]);
		expect(junk.value).toEqual({ active: { answering: 'malformed' } });
		expect(junk.context.malformation).toBe('not-a-number');
		expect([entryAt(empty.context).tries, entryAt(junk.context).tries]).toEqual([[], []]);
		expect(play(form, [answer('junk'), check, answer(1)]).value).toEqual({
			active: { answering: 'composing' }
		});
	});

	test('returns to skipped items before the end', () => {
		const said = [skip, answer(1), check, next, answer(1), check, next];
		const overview = play(form, said);
		expect(overview.value).toEqual({ active: 'overview' });
		expect(entriesInOrder(overview.context).map(({ status }) => status)).toEqual([
			'skipped',
			'settled',
			'settled'
		]);
		expect(play(form, [...said, go(0), answer(0), check, next]).matches('finished')).toBe(true);
		expect(() => play(form, [...said, go(1)])).toThrow('did not take');
	});

	test('gives a hint on request, which the entry remembers', () => {
		expect(entryAt(play(form, [answer(1), { type: 'hint' }, check]).context)).toMatchObject({
			hinted: true,
			tries: [{ response: 1 }]
		});
		for (const behaviour of ['retry', 'exam', 'certainty'] as const)
			expect(() => play(formWith({ behaviour }), [{ type: 'hint' }])).toThrow('did not take');
	});

	test('has no way back to an item, and no jump', () => {
		for (const other of [{ type: 'back' } as const, go(2), next]) {
			expect(() => play(form, [answer(1), other])).toThrow('did not take');
		}
	});

	test('goes back from the overview to the item it came from, or to the next open one', () => {
		const from = play(form, [finish, back]);
		expect(from.value).toEqual({ active: { answering: 'composing' } });
		expect(from.context.position).toBe(0);
		const settled = play(form, [answer(1), check, finish, back]);
		expect(settled.value).toEqual({ active: { answering: 'composing' } });
		expect(settled.context.position).toBe(1);
		const done = formWith({ items: ['a'] });
		expect(() => play(done, [answer(1), check, finish, back])).toThrow('did not take');
	});

	test('reviews its items from the first to the last, and no further', () => {
		const review = (position: number): LearnerAction => ({ type: 'review', position });
		const said = [finish, submit];
		expect(() => play(form, [...said, review(0), back])).toThrow('did not take');
		expect(() => play(form, [...said, review(2), next])).toThrow('did not take');
		expect(() => play(form, [...said, review(3)])).toThrow('did not take');
		expect(play(form, [...said, review(0), next, next]).context.position).toBe(2);
		expect(play(form, [...said, review(2), review(1), { type: 'results' }]).value).toEqual({
			finished: 'results'
		});
		expect(() => play(form, [...said, review(2), review(3)])).toThrow('did not take');
	});

	test('remembers a flag until it is taken away, while answering and with the feedback', () => {
		const flag: LearnerAction = { type: 'flag' };
		const flagged = (...said: LearnerAction[]) => entryAt(play(form, said).context).flagged;
		expect([flagged(flag), flagged(flag, flag)]).toEqual([true, false]);
		const told = play(form, [answer(1), check, flag]);
		expect(entryAt(told.context)).toMatchObject({ flagged: true, spent: 2000 });
		expect(told.context.now).toBe(3000);
	});

	test('waits for a score, even if time ends or the page is hidden meanwhile', () => {
		const actor = runQuiz({ form: formWith({ minutes: 1 }), startedAt: 0, log: [], reply: null }, scorer, {
			score: () => undefined,
			submit: () => undefined
		});
		actor?.send({ type: 'answer', at: 1000, response: 1 });
		actor?.send({ type: 'check', at: 2000 });
		actor?.send({ type: 'hide', at: 3000 });
		actor?.send({ type: 'tick', at: 5 * MINUTE });
		expect(actor?.getSnapshot().value).toEqual({ active: 'checking' });
		expect(actor?.getSnapshot().context.entries['a']?.spent).toBe(2000);
	});

	test('takes nothing from another page', () => {
		expect(() => play(form, [elsewhere()])).toThrow('did not take');
		expect(() => play(form, [{ type: 'warn', malformation: 'not-a-number' }])).toThrow('did not take');
	});

	test('ends with results, and a review of each item', () => {
		const said = [finish, submit];
		expect(play(form, said).value).toEqual({ finished: 'results' });
		const review = play(form, [...said, { type: 'review', position: 2 }, { type: 'back' }]);
		expect(review.value).toEqual({ finished: 'reviewing' });
		expect(review.context.position).toBe(1);
	});
});

describe('retry', () => {
	const form = formWith({ behaviour: 'retry' });

	test('gives three tries, each costing more than the one before', () => {
		const again = play(form, [answer(0), check]);
		expect(again.value).toEqual({ active: { answering: 'retrying' } });
		const second = play(form, [answer(0), check, answer(1), check]);
		expect(second.value).toEqual({ active: 'feedback' });
		expect(tally([entryAt(second.context)], second.context.behaviour).earned).toBeCloseTo(2 / 3);
		const third = play(form, [answer(0), check, answer(0), check, answer(0.9), check]);
		expect(third.value).toEqual({ active: 'feedback' });
		expect(tally([entryAt(third.context)], third.context.behaviour).earned).toBeCloseTo(0.9 - 2 / 3);
	});

	test('shows the answer when asked to, but not before a try', () => {
		const reveal: LearnerAction = { type: 'reveal' };
		expect(() => play(form, [reveal])).toThrow('did not take');
		const shown = play(form, [answer(0), check, reveal]);
		expect(shown.value).toEqual({ active: 'feedback' });
		expect(entryAt(shown.context)).toMatchObject({ status: 'settled', tries: [{ response: 0 }] });
	});

	test('remembers when its first try was scored', () => {
		const { context } = play(form, [answer(0), check, answer(1), check]);
		expect(entryAt(context)).toMatchObject({ scoredAt: 2000, answeredAt: 3000, spent: 4000 });
	});

	test('counts no try for what cannot be read', () => {
		const { context } = play(form, [answer('junk'), check, answer(null), check, answer(1), check]);
		expect(tally([entryAt(context)], context.behaviour).earned).toBe(1);
	});
});

describe('exam', () => {
	const form = formWith({ behaviour: 'exam', minutes: 1, extraTime: 2 });
	const graded = {
		type: 'graded',
		grades: { a: scoredAt(1), b: scoredAt(0), c: { state: 'unanswered' } }
	} as const;

	test('goes back and forth, and tells nothing', () => {
		const said = [answer(1), next, answer(0), { type: 'back' } as const, { type: 'flag' } as const, go(2)];
		const state = play(form, said);
		expect(state.context.position).toBe(2);
		expect(
			entriesInOrder(state.context).map(({ response, flagged, tries }) => [response, flagged, tries])
		).toEqual([
			[1, true, []],
			[0, false, []],
			[null, false, []]
		]);
		expect(() => play(form, [answer(1), check])).toThrow('did not take');
		expect(() => play(form, [go(3)])).toThrow('did not take');
	});

	test('is looked over before it is handed in, and graded then', () => {
		expect(play(form, [answer(1), next, next, next]).value).toEqual({ active: 'overview' });
		const said = [answer(1), finish, go(1), answer(0), finish, submit];
		expect(play(form, said).value).toBe('submitting');
		const { value, context } = play(form, said, graded);
		expect(value).toEqual({ finished: 'results' });
		expect(tally(entriesInOrder(context), context.behaviour)).toEqual({
			earned: 1,
			possible: 3,
			right: 1,
			partlyOrWrong: 1,
			unreadable: 0,
			unanswered: 1,
			gone: 0
		});
	});

	test('takes what was answered on another page, of the items that it asks', () => {
		const [a, b] = [
			{ item: 'a', response: 0, at: 500 },
			{ item: 'b', response: 1, at: 600 }
		];
		const strange = { item: 'constructor', response: 1, at: 700 };
		for (const said of [[answer(1)], [answer(1), finish]]) {
			const { context } = play(form, [...said, elsewhere(a, b, strange)]);
			expect(Object.keys(context.entries)).toEqual(['a', 'b', 'c']);
			expect(context.entries['a']).toMatchObject({ response: 0, answeredAt: 500 });
			expect(context.entries['b']).toMatchObject({ response: 1, answeredAt: 600 });
			expect(context.entries['c']).toMatchObject({ response: null, answeredAt: null });
			expect(context.now).toBe(1000 * (said.length + 1));
		}
	});

	test('warns of what cannot be read, and says why', () => {
		const warned = play(form, [answer('x'), { type: 'warn', malformation: 'other-unit' }]);
		expect(warned.value).toEqual({ active: { answering: 'malformed' } });
		expect(warned.context.malformation).toBe('other-unit');
		expect(entryAt(warned.context).spent).toBe(2000);
	});

	test('ends at its first and its last item', () => {
		expect(() => play(form, [back])).toThrow('did not take');
		expect(play(form, [next, next]).value).toEqual({ active: { answering: 'composing' } });
		expect(play(form, [next, next, next]).context.position).toBe(2);
		expect(() => play(form, [finish, go(3)])).toThrow('did not take');
	});

	test('remembers how it was closed, and why it was not graded', () => {
		const closing = { at: 5000, by: 'time' as const, gone: ['c'], answers: [] };
		const closed = play(form, [finish, submit], { ...graded, closing });
		expect(closed.context).toMatchObject({ closing, refusal: null });
		expect(play(form, [finish, submit], graded).context.closing).toBeNull();
		expect(play(form, [finish, submit], { type: 'refused', refusal: 'altered' }).context).toMatchObject({
			refusal: 'altered',
			closing: null
		});
	});

	test('may be handed in again when the server was not reached, and only then', () => {
		const said = [finish, submit];
		expect(play(form, said, { type: 'refused', refusal: 'late' }).can({ type: 'submit', at: 9000 })).toBe(
			false
		);
		const unreached = play(form, said, { type: 'refused', refusal: 'unreachable' });
		expect(unreached.can({ type: 'submit', at: 9000 })).toBe(true);
	});

	test('hands itself in when the time, with its extra, is over', () => {
		const said: LearnerAction[] = [
			answer(1),
			...Array.from({ length: 118 }, () => ({ type: 'flag' }) as const)
		];
		const almost = play(form, said);
		expect(almost.context.now).toBeLessThan(2 * MINUTE);
		expect(almost.can({ type: 'tick', at: 2 * MINUTE - 1 })).toBe(false);
		expect(play(form, [...said, { type: 'tick' }]).value).toBe('submitting');
	});
});

describe('certainty', () => {
	const form = formWith({ behaviour: 'certainty' });
	const certain = (certainty: 1 | 2 | 3): LearnerAction => ({ type: 'certain', certainty });

	test('is asked for before an answer is checked', () => {
		expect(play(form, [answer(1), check]).value).toEqual({ active: { answering: 'uncertain' } });
		expect(play(form, [answer(1), check, certain(2), check]).value).toEqual({ active: 'feedback' });
	});

	test('takes up time like an answer, and leaves the answer as it was', () => {
		const { context } = play(form, [answer(1), certain(3)]);
		expect(entryAt(context)).toMatchObject({ certainty: 3, response: 1, answeredAt: 1000, spent: 2000 });
	});

	test('may be changed until then, and decides what is earned', () => {
		const { context } = play(form, [
			certain(3),
			answer(0),
			certain(2),
			check,
			next,
			answer(1),
			certain(3),
			check,
			next
		]);
		expect(tally(entriesInOrder(context), context.behaviour)).toMatchObject({ earned: 1, possible: 9 });
	});
});

test('when time is over outside an exam, the quiz ends with what there is', () => {
	const form = formWith({ minutes: 0.05 });
	const state = play(form, [answer(1), check, { type: 'tick' }]);
	expect(state.value).toEqual({ finished: 'results' });
});

test('an event dated too early gets the moment of the one before it', () => {
	const actor = runQuiz({ form: formWith(), startedAt: 5000, log: [], reply: null }, scorer, {
		score: () => undefined,
		submit: () => undefined
	});
	actor?.send({ type: 'answer', at: 4000, response: 1 });
	expect(actor?.getSnapshot().context).toMatchObject({
		now: 5000,
		entries: { a: { spent: 0, answeredAt: 5000 } }
	});
});

test('a machine that can neither score nor hand in says what it lacks', async () => {
	const actor = createActor(quizMachine, { input: { form: formWith(), at: 0 } });
	const fault = new Promise((resolve) => actor.subscribe({ error: resolve }));
	actor.start();
	actor.send({ type: 'answer', at: 1, response: 1 });
	actor.send({ type: 'check', at: 2 });
	expect(await fault).toEqual(
		new Error('The quiz machine was started without its actors: provide “score” and “submit”.')
	);
});
