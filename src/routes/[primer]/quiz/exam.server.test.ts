import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { bankWith } from '#lib/bank/fixtures.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { examWith } from '#lib/quiz/fixtures.ts';
import { StoreUnavailable } from '#lib/server/database/faults.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';

import { changedWords, kept, postToExam, type ExamPost } from './exam.server.ts';

const form = examWith();
const bank = bankWith();
/** The course once its first question has other options. */
const changed = bankWith({
	items: [
		['text: two', 'text: second'],
		['text: one', 'text: number one']
	]
});

let exams: Exams;
let id = '';
/** The attempt as the page that came last carries it. */
let carried: ExamPost['posted'];

beforeEach(async () => {
	exams = new Exams({ sittings: sittingsInMemory(), now: Date.now });
	const { id: begun, startedAt } = await exams.begin(form);
	[id, carried] = [begun, { startedAt, log: [] }];
});

/** Posts what a page of the exam has: the attempt that it carries along, and its fields. */
async function press(course: Bank, fields: Record<string, string>): Promise<ExamPost> {
	const post = new FormData();
	const hidden = { startedAt: String(carried.startedAt), log: JSON.stringify(carried.log) };
	for (const [name, value] of Object.entries({ ...hidden, ...fields })) post.set(name, value);
	const became = await postToExam(exams, course, { token: '', id }, post);
	if (typeof became === 'string') throw new Error(`Denied: ${became}`);
	carried = became.posted;
	return became;
}

describe('a post that answers a question which was changed meanwhile', () => {
	test('tells so, until the question is answered as it is now', async () => {
		expect((await press(bank, { response: 'one', do: 'next' })).unfit).toEqual([]);
		await press(changed, { do: 'back' });
		expect((await press(changed, { response: 'two', do: 'next' })).unfit).toEqual(['first']);
		expect((await press(changed, { response: 'two', do: 'next' })).unfit).toEqual(['first']);
		const next = await press(changed, { response: '2', do: 'back' });
		expect(next.unfit).toEqual(['first']);
		expect(next.seen.answers.map(({ response }) => response)).toEqual(['one', '2']);
		const mended = await press(changed, { response: 'second', do: 'next' });
		expect(mended.unfit).toEqual([]);
		expect(mended.seen.answers.map(({ response }) => response)).toEqual(['second', '2']);
	});

	test('and hands in tells that it was not graded', async () => {
		await press(changed, { response: 'two', do: 'finish' });
		await press(changed, { do: 'finish' });
		const { seen, unfit } = await press(changed, { do: 'submit' });
		expect(unfit).toEqual(['first']);
		expect(seen.sitting.closed).toMatchObject({ grades: { first: { state: 'unanswered' } } });
	});
});

test.each([
	[
		'en',
		/^Question 2 has since been changed .* answer the question as it is now\.$/,
		/^Questions 1, 2 were changed .* not graded\.$/
	],
	[
		'fr',
		/^La question 2 a été modifiée .* telle qu’elle est maintenant\.$/,
		/^Les questions 1, 2 .* pas été notées\.$/
	]
] as const)('it is told in words by the numbers of the questions: %s', async (language, one, several) => {
	overwriteGetLocale(() => language);
	const { seen } = await press(bank, { do: 'flag' });
	expect(changedWords(seen, [])).toBeUndefined();
	expect(changedWords(seen, ['number'])).toMatch(one);
	const over = await press(bank, { do: 'finish' }).then(() => press(bank, { do: 'submit' }));
	expect(changedWords(over.seen, ['first', 'number'])).toMatch(several);
});

describe('where the store of exams does not answer', () => {
	const away = new StoreUnavailable('The PostgreSQL at db:5432 does not answer. Is it running?');

	test('whoever asks is told so and what is safe, and the operator which store it is', async () => {
		overwriteGetLocale(() => 'en');
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const exams: Pick<Exams, 'look'> = { look: () => Promise.reject(away) };
		await expect(kept(exams.look(id, bank))).rejects.toMatchObject({
			status: 503,
			body: {
				message: 'Exams cannot be reached just now',
				fix: expect.stringContaining('What it has kept is safe.') as string
			}
		});
		expect(said.mock.calls).toEqual([[away.message]]);
		said.mockRestore();
	});

	test('any other fault stays one', async () => {
		const fault = new TypeError('of our own');
		await expect(kept(Promise.reject(fault))).rejects.toBe(fault);
		expect(await kept(Promise.resolve('answer'))).toBe('answer');
	});
});
