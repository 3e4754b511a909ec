import { beforeEach, describe, expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examPage, keptIn } from '#lib/player/fixtures.ts';
import { entriesInOrder } from '#lib/quiz/context.ts';
import type { Sent, SittingReply } from '#lib/quiz/exchange.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { parseRecord } from '#lib/quiz/parse-record.ts';
import { isIn } from '#lib/quiz/state.ts';
import { Exams, GRACE, type Seen } from '#lib/server/exam/exams.ts';
import { exchange } from '#lib/server/exam/told.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';
import type { AttemptStore } from '#lib/store/attempt-store.ts';
import { attemptsInMemory } from '#lib/store/memory/attempts.ts';

import { QuizSession, type SessionHost } from './quiz-session.svelte.ts';
import type { Clock } from './steady-clock.ts';

const form = examWith();
const END = 600_000;

let now = 0;
let bank = bankWith();
let exams: Exams;
let id = '';
let isDown = false;
const sent = vi.fn<(sent: Sent) => void>();
const onscored = vi.fn<NonNullable<SessionHost['onscored']>>();
const sessions: QuizSession[] = [];

beforeEach(async () => {
	[now, isDown, bank] = [1000, false, bankWith()];
	sent.mockReset();
	onscored.mockReset();
	exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
	({ id } = await exams.begin(form));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	return () => {
		for (const session of sessions.splice(0)) session.stop();
		vi.useRealTimers();
	};
});

/** The exam as the server has it. */
async function look(): Promise<Seen> {
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	return seen;
}

/** Opens the exam on a page of a device. @param ahead how far the device’s clock is ahead, in milliseconds */
async function open(store: AttemptStore = attemptsInMemory(), ahead = 0): Promise<QuizSession> {
	let offset = ahead;
	const clock: Clock = { now: () => now + offset, correct: (told) => (offset = told - now) };
	const host: SessionHost = {
		now: clock.now,
		onscored,
		fetchItems: () => Promise.reject(new Error('An exam asks for no keys.')),
		attempts: keptIn(store),
		async exchange(what): Promise<SittingReply> {
			if (isDown) throw new Error('The server is down.');
			sent(what);
			return exchange(exams, bank, id, structuredClone(what));
		}
	};
	const session = new QuizSession(examPage(bank, await look(), now), host, { clock });
	sessions.push(session);
	await session.prepare();
	await session.keeper.attach();
	await session.connect();
	return session;
}

const give = (session: QuizSession, response: unknown) => session.send({ type: 'answer', response });
const responses = ({ state }: QuizSession) => entriesInOrder(state.context).map(({ response }) => response);

async function kept(): Promise<unknown> {
	const { answers } = await look();
	return Object.fromEntries(answers.map(({ item, response }) => [item, response]));
}

async function finished(session: QuizSession): Promise<void> {
	await expect.poll(() => isIn(session.state, 'finished')).toBe(true);
}

function handIn(session: QuizSession): Promise<void> {
	session.send({ type: 'finish' });
	session.send({ type: 'submit' });
	return finished(session);
}

describe('what is answered', () => {
	test('goes to the server at once when its question is left', async () => {
		const session = await open();
		now += 1000;
		give(session, 'one');
		session.send({ type: 'next' });
		await expect.poll(() => kept()).toEqual({ first: 'one' });
	});

	test('otherwise goes there within a few seconds, with what was changed meanwhile', async () => {
		const session = await open();
		sent.mockReset();
		for (const response of ['two', 'one']) {
			now += 1000;
			give(session, response);
		}
		expect(sent).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(3000);
		expect(sent).toHaveBeenCalledOnce();
		expect(await kept()).toEqual({ first: 'one' });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(sent).toHaveBeenCalledOnce();
	});

	test('is kept until the server answers again, and sent then', async () => {
		const session = await open();
		isDown = true;
		now += 1000;
		give(session, 'one');
		session.send({ type: 'next' });
		await expect.poll(() => session.onServer?.isReached).toBe(false);
		expect(session.onServer?.isComplete).toBe(false);
		isDown = false;
		await vi.advanceTimersByTimeAsync(2000);
		await expect.poll(() => session.onServer?.isReached).toBe(true);
		expect(session.onServer?.isComplete).toBe(true);
		expect(await kept()).toEqual({ first: 'one' });
	});

	test('goes there even if the server’s clock was set back, which stops the page’s own', async () => {
		const session = await open();
		now += 300_000;
		give(session, 'one');
		session.send({ type: 'next' });
		session.send({ type: 'back' });
		await expect.poll(() => kept()).toEqual({ first: 'one' });
		now -= 200_000;
		session.onServer?.wake();
		await expect.poll(() => sent.mock.lastCall?.[0].answers).toEqual([]);
		await expect.poll(() => session.onServer?.isComplete).toBe(true);
		for (const response of ['two', 'one', 'two']) {
			give(session, response);
			expect(session.onServer?.isComplete).toBe(false);
			await vi.advanceTimersByTimeAsync(3000);
			await expect.poll(() => kept()).toEqual({ first: response });
			expect(session.onServer?.isComplete).toBe(true);
		}
		await vi.advanceTimersByTimeAsync(60_000);
		expect(responses(session)).toEqual(['two', null]);
	});

	test('can be seen on another device', async () => {
		const here = await open();
		now += 1000;
		give(here, 'one');
		here.send({ type: 'next' });
		await expect.poll(() => kept()).toEqual({ first: 'one' });
		expect(responses(await open())).toEqual(['one', null]);
	});

	test('but never sent is there when the page is opened again on its device', async () => {
		const store = attemptsInMemory();
		const before = await open(store);
		isDown = true;
		now += 1000;
		give(before, 'one');
		await before.kept();
		before.stop();
		isDown = false;
		expect(responses(await open(store))).toEqual(['one', null]);
		expect(await kept()).toEqual({ first: 'one' });
	});
});

describe('two devices at once', () => {
	test('learn from each other, and say so', async () => {
		const [here, there] = [await open(), await open()];
		now += 1000;
		give(there, 'one');
		there.send({ type: 'next' });
		await expect.poll(() => kept()).toEqual({ first: 'one' });
		expect(here.onServer?.hasNews).toBe(false);
		now += 1000;
		here.send({ type: 'next' });
		give(here, '2');
		here.send({ type: 'next' });
		await expect.poll(() => here.onServer?.hasNews).toBe(true);
		expect(responses(here)).toEqual(['one', '2']);
		there.onServer?.wake();
		await expect.poll(() => responses(there)).toEqual(['one', '2']);
	});

	test('that answer the same question keep the later answer', async () => {
		const [here, there] = [await open(), await open()];
		now += 1000;
		isDown = true;
		give(here, 'one');
		here.send({ type: 'next' });
		await expect.poll(() => here.onServer?.isReached).toBe(false);
		isDown = false;
		now += 1000;
		give(there, 'two');
		there.send({ type: 'next' });
		await expect.poll(() => kept()).toEqual({ first: 'two' });
		here.onServer?.wake();
		await expect.poll(() => responses(here)).toEqual(['two', null]);
		expect(await kept()).toEqual({ first: 'two' });
	});

	test('end the same way: what one hands in is what the other shows', async () => {
		const [here, there] = [await open(), await open()];
		now += 1000;
		give(there, 'one');
		await handIn(there);
		now += 1000;
		give(here, 'two');
		here.send({ type: 'next' });
		await finished(here);
		expect(here.state.context.closing).toMatchObject({ by: 'learner', at: 2000 });
		const [first] = entriesInOrder(here.state.context);
		expect(first).toMatchObject({ response: 'one', late: true, tries: [{ score: { fraction: 1 } }] });
	});
});

describe('the end', () => {
	test('counts in self-study once, however often the exam is opened again', async () => {
		const store = attemptsInMemory();
		const session = await open(store);
		now += 1000;
		give(session, 'one');
		await handIn(session);
		await session.kept();
		const told = () =>
			onscored.mock.calls.map(([{ id, item, at, again }]) => ({ id, item: item.id, at, again }));
		const [first] = told();
		expect(told()).toEqual([{ id: expect.any(String), item: 'first', at: now, again: false }]);
		await finished(await open(store));
		expect(told()).toEqual([first, { ...first, again: true }]);
	});

	test('of an exam that was handed in gives its grades again wherever it is opened', async () => {
		const store = attemptsInMemory();
		const session = await open(store);
		now += 1000;
		give(session, 'two');
		await handIn(session);
		await session.kept();
		for (const where of [store, attemptsInMemory()]) {
			const again = await open(where);
			await finished(again);
			expect(entriesInOrder(again.state.context)[0]).toMatchObject({ response: 'two', tries: [{}] });
			expect(again.state.context.closing).toEqual(session.state.context.closing);
			expect(again.contents.item('first')?.explanation).toBeDefined();
		}
		expect(parseRecord(await store.load(`b?sitting=${id}`))).toMatchObject({
			outcome: { total: { earned: 0 } }
		});
	});

	test('comes while the device sleeps, with what the server has', async () => {
		const store = attemptsInMemory();
		const session = await open(store);
		now += 1000;
		give(session, 'one');
		session.send({ type: 'next' });
		await expect.poll(() => kept()).toEqual({ first: 'one' });
		now += END + GRACE;
		give(session, '2');
		session.onServer?.wake();
		await finished(session);
		const [first, number] = entriesInOrder(session.state.context);
		expect(session.state.context.closing).toMatchObject({ by: 'time' });
		expect(first).toMatchObject({ late: false, tries: [{ score: { fraction: 1 } }] });
		expect(number).toMatchObject({ response: null, late: true, tries: [] });
		await finished(await open(store));
	});

	test('is not where a wrong clock has it', async () => {
		const session = await open(attemptsInMemory(), 3_600_000);
		now += 1000;
		session.send({ type: 'tick' });
		expect(isIn(session.state, 'active')).toBe(true);
		now += END;
		session.send({ type: 'tick' });
		await finished(session);
		expect(session.state.context.closing).toMatchObject({ by: 'time' });
	});

	test('waits if the server does not answer, and comes by itself when it does', async () => {
		const session = await open();
		isDown = true;
		now += 1000;
		give(session, 'one');
		session.send({ type: 'finish' });
		session.send({ type: 'submit' });
		await expect.poll(() => session.state.context.refusal).toBe('unreachable');
		isDown = false;
		session.onServer?.wake();
		await finished(session);
		expect(entriesInOrder(session.state.context)[0]).toMatchObject({ late: false, tries: [{}] });
	});
});

test('an end that could not reach the server is sent again during its period of grace, even with nobody at the page', async () => {
	const session = await open();
	now += END - 2000;
	isDown = true;
	give(session, 'one');
	now += 2000;
	session.send({ type: 'tick' });
	await expect.poll(() => session.state.context.refusal).toBe('unreachable');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(isIn(session.state, 'refused')).toBe(true);
	isDown = false;
	now += 15_000;
	await vi.advanceTimersByTimeAsync(10_000);
	await finished(session);
	expect(entriesInOrder(session.state.context)[0]).toMatchObject({ late: false, tries: [{}] });
	sent.mockReset();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent).not.toHaveBeenCalled();
});

test('a page that is left tries no more', async () => {
	const session = await open();
	isDown = true;
	session.send({ type: 'finish' });
	session.send({ type: 'submit' });
	await expect.poll(() => session.state.context.refusal).toBe('unreachable');
	session.stop();
	isDown = false;
	sent.mockReset();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent).not.toHaveBeenCalled();
});

describe('a course that changes meanwhile', () => {
	test('may lose a question, which is then neither shown nor counted', async () => {
		const before = await open();
		bank = { ...bank, items: bank.items.filter(({ id }) => id !== 'number') };
		const session = await open();
		expect([session.isGone(0), session.isGone(1)]).toEqual([false, true]);
		now += 1000;
		give(session, 'one');
		await handIn(session);
		expect(entriesInOrder(session.state.context).map(({ ungraded }) => ungraded)).toEqual([null, 'gone']);
		before.onServer?.wake();
		await finished(before);
		expect(before.state.context.closing).toEqual(session.state.context.closing);
		expect(entriesInOrder(before.state.context).map(({ ungraded }) => ungraded)).toEqual([null, 'gone']);
	});

	test('may change one, and an answer that no longer fits it is reported', async () => {
		const session = await open();
		bank = bankWith({ items: [['text: two', 'text: second']] });
		now += 1000;
		give(session, 'two');
		session.send({ type: 'next' });
		await expect.poll(() => session.onServer?.unfit.has('first')).toBe(true);
		expect(await kept()).toEqual({});
	});
});

test('an unreadable answer is reported on leaving its question, once, and then left as it is', async () => {
	const session = await open();
	session.send({ type: 'next' });
	give(session, 'a few');
	expect(session.unreadable()).toBe('not-a-number');
	session.send({ type: 'next' });
	expect(isIn(session.state, 'active.answering.malformed')).toBe(true);
	expect(session.state.context.malformation).toBe('not-a-number');
	session.send({ type: 'next' });
	expect(isIn(session.state, 'active.overview')).toBe(true);
	expect(session.unreadable(1)).toBe('not-a-number');
	session.send({ type: 'submit' });
	await finished(session);
	expect(entriesInOrder(session.state.context)[1]?.ungraded).toBe('not-a-number');
});
