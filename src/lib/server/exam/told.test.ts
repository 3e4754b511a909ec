import { beforeEach, describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import type { KeptAnswer } from '#lib/quiz/event.ts';
import type { Sent } from '#lib/quiz/exchange.ts';
import { examWith } from '#lib/quiz/fixtures.ts';

import { sittingsInMemory } from '../sittings/memory.ts';
import { Exams } from './exams.ts';
import { exchange, replyOf } from './told.ts';

const form = examWith({ items: ['number', 'first', 'gone'] });

const bank = bankWith();

let now = 0;
let exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
let id = '';

beforeEach(async () => {
	now = 0;
	exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
	({ id } = await exams.begin(form));
	now = 1000;
});

const one: KeptAnswer = { item: 'first', response: 'one', at: 600 };
const two: KeptAnswer = { item: 'number', response: '2', at: 700 };
const tell = (sent: Partial<Sent> = {}) =>
	exchange(exams, bank, id, { answers: [], known: 0, handIn: false, ...sent });

test('a page that knows all that the server has is told nothing of it', async () => {
	expect(await tell({ answers: [one, two], known: 1300 })).toEqual({
		state: 'open',
		now: 1000,
		answers: [],
		unfit: []
	});
});

test('a page that knows something else is told all, and what did not fit', async () => {
	await tell({ answers: [one, two] });
	expect(await tell({ answers: [{ ...one, response: 'other', at: 900 }], known: 1500 })).toEqual({
		state: 'open',
		now: 1000,
		answers: [one, two],
		unfit: ['first']
	});
});

describe('a page that hands in', () => {
	test('is told grades, keys and how it came to its end, of what the course still has', async () => {
		const told = await tell({ answers: [one], handIn: true });
		expect(told).toMatchObject({
			state: 'closed',
			now: 1000,
			reply: {
				type: 'graded',
				grades: { first: { fraction: 1 }, number: { state: 'unanswered' } },
				closing: { at: 1000, by: 'learner', gone: ['gone'], answers: [one] }
			}
		});
		expect(told.state === 'closed' && told.revealed.items.map((item) => item.id)).toEqual([
			'number',
			'first'
		]);
	});

	test('is told so in the words of the reader’s language', async () => {
		await tell({ answers: [{ ...one, response: 'two' }], handIn: true });
		const french = bankWith({ items: [['why: It is second.', 'why: C’est le deuxième.']] });
		const seen = await exams.look(id, french);
		if (typeof seen === 'string') throw new Error(`Denied: ${seen}`);
		expect(JSON.stringify(replyOf(french, seen)?.grades)).toContain('deuxième');
	});
});

test('a sitting that is answered has no reply', async () => {
	const seen = await exams.look(id, bank);
	expect(typeof seen !== 'string' && replyOf(bank, seen)).toBeNull();
});

test('what is sent to no sitting, or does not belong to it, is refused, handed in or not', async () => {
	for (const handIn of [true, false]) {
		expect(await exchange(exams, bank, 'other', { answers: [one], known: 0, handIn })).toEqual({
			state: 'refused',
			refusal: 'late'
		});
		expect(await tell({ answers: [{ ...one, item: 'other' }], handIn })).toEqual({
			state: 'refused',
			refusal: 'altered'
		});
	}
});
