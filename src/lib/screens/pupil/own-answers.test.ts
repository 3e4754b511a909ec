import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { SentAnswer } from '#lib/classroom/protocol.ts';

import type { KeptHere } from './kept-on-device.ts';
import { OwnAnswers } from './own-answers.svelte.ts';

interface Attempt {
	answer: SentAnswer;
	tell: (told: { kept: string } | { refused: string }) => void;
	fail: () => void;
}

let attempts: Attempt[];
let left: KeptHere;
let elsewhere: number;
let answers: OwnAnswers;

const NOTHING: KeptHere = { waiting: [], drafts: new Map() };

beforeEach(() => {
	vi.useFakeTimers();
	attempts = [];
	left = NOTHING;
	elsewhere = 0;
	answers = answersWith();
	answers.open(NOTHING);
});

afterEach(() => {
	answers.stop();
	vi.useRealTimers();
});

function answersWith(arrived: ConstructorParameters<typeof OwnAnswers>[1] = []): OwnAnswers {
	return new OwnAnswers(
		{
			send: (answer) =>
				new Promise((tell, reject) =>
					attempts.push({ answer, tell, fail: () => reject(new Error('no network')) })
				),
			keep: (now) => (left = now),
			answeredElsewhere: () => elsewhere++
		},
		arrived
	);
}

const settled = () => vi.advanceTimersByTimeAsync(0);

test('what is chosen is not sent until the pupil sends it, and has arrived once the server says so', async () => {
	answers.choose(1, { response: 'a' });
	expect([answers.isUnsent(1), answers.delivery(1), attempts.length]).toEqual([true, undefined, 0]);
	expect([...left.drafts]).toEqual([[1, { response: 'a', certainty: null }]]);
	answers.send(1, false);
	expect([answers.isUnsent(1), answers.delivery(1)]).toEqual([false, { is: 'sending' }]);
	expect(left.waiting.map(({ response }) => response)).toEqual(['a']);
	attempts[0]?.tell({ kept: 'any' });
	await settled();
	expect(answers.delivery(1)).toEqual({ is: 'kept' });
	expect(answers.arrived(1)).toMatchObject({ response: 'a' });
	expect(left).toEqual(NOTHING);
});

test('sent twice, it is sent once; changed and sent, once more', async () => {
	answers.choose(1, { response: 'a', certainty: 3 });
	answers.send(1, true);
	answers.send(1, true);
	attempts[0]?.tell({ kept: 'any' });
	await settled();
	answers.send(1, true);
	expect(attempts).toHaveLength(1);
	expect(attempts[0]?.answer.certainty).toBe(3);
	answers.choose(1, { response: 'b' });
	expect(answers.isUnsent(1)).toBe(true);
	answers.choose(1, { response: 'a' });
	expect(answers.isUnsent(1)).toBe(false);
	answers.choose(1, { response: 'b' });
	answers.send(1, true);
	expect(attempts[1]?.answer.response).toBe('b');
	expect(new Set(attempts.map(({ answer }) => answer.key)).size).toBe(2);
});

test('an answer with its parts in another order is the same', () => {
	answers.know([{ round: 1, response: { x: '1', y: '2' }, certainty: null, at: 0, key: 'k' }]);
	answers.choose(1, { response: { y: '2', x: '1' } });
	expect(answers.isUnsent(1)).toBe(false);
	answers.choose(1, { response: { y: '1', x: '2' } });
	expect(answers.isUnsent(1)).toBe(true);
});

test('an answer that came too late is told, and the one before it counts', async () => {
	answers.know([{ round: 1, response: 'a', certainty: null, at: 0, key: 'k' }]);
	answers.choose(1, { response: 'b' });
	answers.send(1, false);
	attempts[0]?.tell({ refused: 'closed' });
	await settled();
	expect(answers.delivery(1)).toEqual({ is: 'refused', why: 'closed' });
	expect(answers.given(1)).toMatchObject({ response: 'a' });
	expect([answers.missed, left.drafts.size]).toEqual([[1], 0]);
	answers.readMissed();
	expect(answers.missed).toEqual([]);
});

test('what could not be read stays in the inputs, to be corrected', async () => {
	answers.choose(1, { response: 'twelve-ish' });
	answers.send(1, false);
	attempts[0]?.tell({ refused: 'unfit' });
	await settled();
	expect([answers.given(1).response, answers.isUnsent(1), answers.missed]).toEqual(['twelve-ish', true, []]);
	answers.choose(1, { response: '12' });
	answers.send(1, false);
	attempts[1]?.tell({ kept: 'any' });
	await settled();
	expect(answers.delivery(1)).toEqual({ is: 'kept' });
});

test('where another device has answered, the page asks what the server has', async () => {
	answers.choose(1, { response: 'b' });
	answers.send(1, false);
	attempts[0]?.tell({ refused: 'given' });
	await settled();
	expect(elsewhere).toBe(1);
	answers.know([{ round: 1, response: 'a', certainty: null, at: 0, key: 'k' }]);
	expect([answers.given(1).response, answers.isUnsent(1)]).toEqual(['a', false]);
});

test('a page that is opened again goes on: it sends what waited, and shows what was chosen', async () => {
	answers.choose(1, { response: 'a' });
	answers.send(1, false);
	attempts[0]?.fail();
	await settled();
	answers.choose(2, { response: ['x', 'y'], certainty: 2 });
	answers.stop();
	const [before] = attempts.splice(0);
	answers = answersWith();
	answers.open(left);
	expect(attempts.map(({ answer }) => answer)).toEqual([before?.answer]);
	expect(answers.delivery(1)).toEqual({ is: 'sending' });
	expect(answers.given(1).response).toBe('a');
	expect(answers.given(2)).toEqual({ response: ['x', 'y'], certainty: 2 });
});

test('what is chosen before it is opened takes nothing from what was left, and comes before it', () => {
	answers.stop();
	answers = answersWith();
	left = { waiting: [], drafts: new Map([1, 2].map((round) => [round, { response: 'a', certainty: null }])) };
	answers.choose(2, { response: 'b' });
	expect([...left.drafts.keys()]).toEqual([1, 2]);
	answers.open(left);
	expect([answers.given(1).response, answers.given(2).response]).toEqual(['a', 'b']);
});

test('an order of which some places are free is no answer', () => {
	answers.choose(1, { response: ['a', ''] });
	expect([answers.isWhole(1), answers.isUnsent(1)]).toEqual([false, false]);
	expect([answers.isWhole(2), answers.isUnsent(2)]).toEqual([false, false]);
});
