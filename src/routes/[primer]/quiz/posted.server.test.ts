import { isHttpError } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { entriesInOrder, entryAt } from '#lib/quiz/context.ts';
import { examWith } from '#lib/quiz/fixtures.ts';

import { carriedBy, withPost } from './posted.server.ts';

const bank = bankWith();
const form = examWith();
const NOW = 5000;

function post(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

const carried = (log: unknown, startedAt = 1000) =>
	carriedBy(post({ startedAt: String(startedAt), log: JSON.stringify(log) }), form, NOW);

describe('the attempt that a form post carries', () => {
	const log = [{ type: 'answer', at: 2000, response: 'one' }];

	test('is what the page had', () => {
		expect(carried(log)).toEqual({ startedAt: 1000, log });
	});

	test.each<[string, unknown, number]>([
		['a log of something else', [{ type: 'scored', at: 1 }], 1000],
		['no log', { log }, 1000],
		['a beginning that is still to come', log, NOW + 1],
		['a beginning that is none', log, NaN]
	])('is begun anew where there is %s', (_, given, startedAt) => {
		expect(carried(given, startedAt)).toEqual({ startedAt: NOW, log: [] });
	});

	test('is begun anew where a response is nested without end', () => {
		const log = `[{"type":"answer","at":2000,"response":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`;
		expect(carriedBy(post({ startedAt: '1000', log }), form, NOW)).toEqual({ startedAt: NOW, log: [] });
	});

	test('may hold many brackets that a learner typed', () => {
		const typed = [{ type: 'answer', at: 2000, response: '[{'.repeat(90) }];
		expect(carried(typed).log).toEqual(typed);
	});

	test('is bounded before it is replayed, and whoever sent it is told', () => {
		const flags = (count: number) => Array.from({ length: count }, () => ({ type: 'flag', at: 2000 }));
		expect(carried(flags(240)).log).toHaveLength(240);
		const refused = refusalOf(() => carried(flags(241)));
		expect(refused).toMatchObject({ status: 413, body: { message: expect.stringMatching(/too long/) } });
		expect(refused).toHaveProperty('body.fix');
	});
});

describe('a form post', () => {
	const begun = { form, startedAt: 1000, log: [] };

	test('gives what its fields hold, and does what its button says', () => {
		const next = withPost(bank, begun, post({ response: 'two', do: 'next' }), NOW);
		expect(next?.state.context.position).toBe(1);
		expect(next?.log.map(({ type }) => type)).toEqual(['answer', 'next']);
		expect(entriesInOrder(next?.state.context ?? never())[0]).toMatchObject({
			response: 'two',
			answeredAt: NOW
		});
	});

	test('warns of what cannot be read, once for each answer', () => {
		const onNumber = { ...begun, log: [{ type: 'next' as const, at: 2000 }] };
		const warned = withPost(bank, onNumber, post({ response: 'some', do: 'next' }), NOW);
		expect(warned?.state.matches({ active: { answering: 'malformed' } })).toBe(true);
		const left = withPost(
			bank,
			{ ...begun, log: warned?.log ?? [] },
			post({ response: 'some', do: 'next' }),
			NOW
		);
		expect(left?.state.matches({ active: 'overview' })).toBe(true);
		const other = withPost(
			bank,
			{ ...begun, log: warned?.log ?? [] },
			post({ response: 'none', do: 'next' }),
			NOW
		);
		expect(other?.state.matches({ active: { answering: 'malformed' } })).toBe(true);
		expect(entryAt(other?.state.context ?? never()).response).toBe('none');
	});

	test('does nothing with a button of another page', () => {
		const next = withPost(bank, begun, post({ do: 'constructor' }), NOW);
		expect(next?.log).toEqual([]);
	});

	test('is refused with a log that its form could not have led to', () => {
		const log = [{ type: 'go' as const, at: 2000, position: 7 }];
		expect(withPost(bank, { ...begun, log }, post({ do: 'next' }), NOW)).toBeUndefined();
	});
});

function refusalOf(work: () => unknown): unknown {
	try {
		work();
	} catch (refusal) {
		if (isHttpError(refusal)) return refusal;
		throw refusal;
	}
	return undefined;
}

function never(): never {
	throw new Error('There is no state.');
}
