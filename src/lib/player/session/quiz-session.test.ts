import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { isItemOf, type ItemOf } from '#lib/bank/item.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { samples } from '#lib/kinds/index.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';
import { entryAt } from '#lib/quiz/context.ts';
import { parseRecord } from '#lib/quiz/parse-record.ts';
import { isIn } from '#lib/quiz/state.ts';
import { attemptsInMemory } from '#lib/store/memory/attempts.ts';
import { newMemory } from '#lib/store/memory/memory.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';

import { keptIn } from '#lib/player/fixtures.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { QuizSession, type SessionHost } from './quiz-session.svelte.ts';

const [course] = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));
if (!course) throw new Error('There is no course.');
const items = course.items.filter((item) => isItemOf(item, 'single-choice')).slice(0, 4);
const [one, two] = items as [ItemOf<'single-choice'>, ItemOf<'single-choice'>];
const asked = revealed(course, items);

function quiz(behaviour: BehaviourName): QuizData {
	return {
		...asked,
		id: 'attempt',
		address: '?seed=s',
		form: {
			primer: 'paris-call',
			seed: 's',
			behaviour,
			items: items.map(({ id }) => id),
			minutes: null,
			extraTime: 1
		},
		points: [],
		asOf: '2018-11-13',
		language: 'en',
		views: [],
		elapsed: 0,
		posted: null,
		sitting: null
	};
}

/** Pages with one quiz and one store, which see the same clock. */
function device(behaviour: BehaviourName = 'practice') {
	let now = 1000;
	const memory = newMemory();
	const [store, study] = [attemptsInMemory(memory), studyInMemory(memory)];
	return {
		store,
		study,
		open: async () => {
			const onscored = vi.fn<NonNullable<SessionHost['onscored']>>();
			const host: SessionHost = {
				now: () => now++,
				fetchItems: () => Promise.resolve(asked),
				attempts: keptIn(store),
				onscored
			};
			const session = new QuizSession(quiz(behaviour), host);
			await session.prepare();
			await session.keeper.attach();
			const settle = () => session.kept();
			const scored = () => onscored.mock.calls.map(([each]) => each);
			const told = () => scored().flatMap(({ item, again }) => (again ? [] : item.id));
			return { session, settle, told, scored };
		},
		kept: async () => parseRecord(await store.load('attempt'))
	};
}

type Page = Awaited<ReturnType<ReturnType<typeof device>['open']>>;

/** Gives the right answer to the present question and goes on. */
async function answerAndGoOn({ session, settle }: Page): Promise<void> {
	const item = items[session.state.context.position];
	session.send({ type: 'answer', response: item && samples(item).right });
	session.send({ type: 'check' });
	session.send({ type: 'next' });
	await settle();
}

async function say({ session, settle }: Page, type: 'hide' | 'show' | 'flag' | 'check'): Promise<void> {
	session.send({ type });
	await settle();
	// A refused save sets something going that continues after it.
	await new Promise((resolve) => setTimeout(resolve, 0));
}

test('a response is handed over, and another quiz can begin with it', () => {
	const ongiven = vi.fn<NonNullable<SessionHost['ongiven']>>();
	const host = { now: () => 1, fetchItems: () => Promise.resolve(asked), ongiven };
	const given = { item: one.id, response: samples(one).right, certainty: 2 } as const;
	const session = new QuizSession(quiz('certainty'), host);
	session.send({ type: 'answer', response: given.response });
	session.send({ type: 'certain', certainty: 2 });
	expect(ongiven).toHaveBeenLastCalledWith(given);
	const next = new QuizSession({ ...quiz('certainty'), given }, host);
	expect(entryAt(next.state.context)).toMatchObject({ response: given.response, certainty: 2 });
	const other = new QuizSession({ ...quiz('certainty'), given: { ...given, item: two.id } }, host);
	expect(entryAt(other.state.context)).toMatchObject({ response: null, certainty: null });
	for (const each of [session, next, other]) each.stop();
});

test('the end is reported once with its outcome, and not again by a page opened later', async () => {
	const { store } = device();
	let now = 1000;
	const open = async () => {
		const onfinished = vi.fn<NonNullable<SessionHost['onfinished']>>();
		const fetchItems = () => Promise.resolve(asked);
		const host: SessionHost = { now: () => now, fetchItems, attempts: keptIn(store), onfinished };
		const session = new QuizSession(quiz('practice'), host);
		await session.prepare();
		await session.keeper.attach();
		return { session, onfinished };
	};
	const { session, onfinished } = await open();
	for (const item of items) {
		now += 1000;
		session.send({ type: 'answer', response: samples(item).right });
		session.send({ type: 'check' });
		expect(onfinished).not.toHaveBeenCalled();
		session.send({ type: 'next' });
	}
	session.send({ type: 'review', position: 0 });
	session.send({ type: 'results' });
	await session.kept();
	expect(onfinished).toHaveBeenCalledOnce();
	const [told] = onfinished.mock.lastCall ?? [];
	expect(told).toMatchObject({ total: { earned: 4, possible: 4 }, duration: 4000 });
	expect(Object.keys(told ?? {}).sort()).toEqual(['at', 'duration', 'points', 'total']);
	const later = await open();
	expect(isIn(later.session.state, 'finished')).toBe(true);
	expect(later.onfinished).not.toHaveBeenCalled();
});

test('a quiz whose page was closed when its time was up took no longer than it may', async () => {
	const { store } = device();
	let now = 1000;
	const onfinished = vi.fn<NonNullable<SessionHost['onfinished']>>();
	const open = async () => {
		const fetchItems = () => Promise.resolve(asked);
		const host: SessionHost = { now: () => now, fetchItems, attempts: keptIn(store), onfinished };
		const data = quiz('exam');
		const session = new QuizSession({ ...data, form: { ...data.form, minutes: 2 } }, host);
		await session.prepare();
		await session.keeper.attach();
		return session;
	};
	const first = await open();
	first.send({ type: 'answer', response: samples(one).right });
	await first.kept();
	first.stop();
	now += 5 * 3_600_000;
	const second = await open();
	second.send({ type: 'tick' });
	await second.kept();
	expect(onfinished.mock.lastCall).toMatchObject([{ total: { earned: 1 }, duration: 120_000 }]);
});

describe('an answer', () => {
	test('is reported again by a page that goes on, under the same name and with its own time', async () => {
		const { open } = device('retry');
		const first = await open();
		await say(first, 'hide');
		first.session.send({ type: 'show' });
		first.session.send({ type: 'answer', response: samples(one).wrong });
		await say(first, 'check');
		await answerAndGoOn(first);
		await answerAndGoOn(first);
		const before = first.scored();
		expect(before.map(({ item, again }) => [item.id, again])).toEqual([
			[one.id, false],
			[two.id, false]
		]);
		const second = await open();
		expect(second.scored().map(({ id, at, item }) => ({ id, at, item }))).toEqual(
			before.map(({ id, at, item }) => ({ id, at, item }))
		);
		expect(second.scored().every(({ again }) => again)).toBe(true);
		expect(new Set(before.map(({ id }) => id)).size).toBe(2);
		await answerAndGoOn(second);
		expect(second.told()).toEqual([items[2]?.id]);
	});

	test('that was checked by a form post, before the script was live, is reported as well', async () => {
		const page = await device().open();
		await answerAndGoOn(page);
		const { log, startedAt } = page.session.keeper.record;
		page.session.stop();
		const onscored = vi.fn<NonNullable<SessionHost['onscored']>>();
		const { store } = device();
		const host = {
			now: () => 9000,
			fetchItems: () => Promise.resolve(asked),
			attempts: keptIn(store),
			onscored
		};
		const session = new QuizSession({ ...quiz('practice'), posted: { startedAt, log, reply: null } }, host);
		await session.keeper.attach();
		expect(onscored.mock.calls.map(([{ item, again }]) => [item.id, again])).toEqual([[one.id, true]]);
		session.stop();
	});
});

describe('a device that can keep nothing', () => {
	const broken = () => Promise.reject(new Error('corrupt'));

	test.each([
		['load', { load: broken }],
		['load what was set aside from', { loadSetAside: broken }],
		['save to', { save: broken }],
		['do anything with', { load: broken, save: broken, setAside: broken, loadSetAside: broken }]
	] as const)('because it fails to %s is reported, and the quiz goes on', async (_, failing) => {
		const { store } = device();
		const session = new QuizSession(quiz('practice'), {
			now: () => 1,
			fetchItems: () => Promise.resolve(asked),
			attempts: keptIn({ ...store, ...failing })
		});
		await session.keeper.attach();
		expect(session.keeper.resumption).toBe('fresh');
		session.send({ type: 'answer', response: samples(one).right });
		await session.prepare();
		session.send({ type: 'check' });
		await session.kept();
		expect(session.keeper.unsaved).toBe('refused');
		expect(isIn(session.state, 'active.feedback')).toBe(true);
	});

	test('because what it kept can neither be replayed nor set aside is reported', async () => {
		const { store } = device();
		const load = () => Promise.resolve({ nothing: 'of the kind' });
		const session = new QuizSession(quiz('practice'), {
			now: () => 1,
			fetchItems: () => Promise.resolve(asked),
			attempts: keptIn({ ...store, load, setAside: broken })
		});
		await session.keeper.attach();
		expect(session.keeper.resumption).toBe('fresh');
		expect(session.keeper.unsaved).toBe('refused');
	});
});

describe('two pages with one quiz', () => {
	test('the older one catches up with the newer one when it is looked at', async () => {
		const { open, kept } = device();
		const here = await open();
		await answerAndGoOn(here);
		const there = await open();
		await say(here, 'hide');
		await say(there, 'flag');
		await answerAndGoOn(there);
		await answerAndGoOn(there);
		await say(there, 'hide');
		await say(here, 'show');
		expect(here.session.state.context.position).toBe(3);
		expect(here.session.keeper.unsaved).toBe('refused');
		expect(await kept()).toMatchObject({ done: 3 });
		expect(there.told()).toEqual([items[1]?.id, items[2]?.id]);
		expect(here.told()).toEqual([one.id]);
		await answerAndGoOn(here);
		expect(isIn(here.session.state, 'finished')).toBe(true);
		expect((await kept())?.outcome?.total).toEqual({ earned: 4, possible: 4 });
	});

	test('a page hidden too late changes nothing of what was done elsewhere', async () => {
		const { open, kept } = device();
		const here = await open();
		await answerAndGoOn(here);
		const there = await open();
		await answerAndGoOn(there);
		await say(here, 'hide');
		expect(await kept()).toMatchObject({ done: 2 });
		await answerAndGoOn(there);
		expect(await kept()).toMatchObject({ done: 3 });
		expect(there.session.state.context.position).toBe(3);
	});

	test('an answer to the question that both ask is kept, and reported once', async () => {
		const { open, kept } = device();
		const here = await open();
		await answerAndGoOn(here);
		const there = await open();
		await say(there, 'flag');
		here.session.send({ type: 'answer', response: samples(two).right });
		await say(here, 'check');
		const { context } = here.session.state;
		expect(entryAt(context)).toMatchObject({ flagged: true, status: 'settled' });
		expect(await kept()).toMatchObject({ done: 2 });
		expect(here.told()).toEqual([one.id, two.id]);
	});

	test('an event meant for a question that was answered elsewhere does not reach the next one', async () => {
		const { open, kept } = device();
		const here = await open();
		await answerAndGoOn(here);
		const there = await open();
		await answerAndGoOn(there);
		here.session.send({ type: 'answer', response: samples(two).wrong });
		await say(here, 'check');
		expect(here.session.state.context.position).toBe(2);
		expect(entryAt(here.session.state.context).response).toBeNull();
		expect(await kept()).toMatchObject({ done: 2 });
	});

	test('two that begin at the same time keep what was done in both', async () => {
		const { open, kept } = device();
		const [here, there] = [await open(), await open()];
		await answerAndGoOn(here);
		await say(there, 'flag');
		expect(there.session.state.context.position).toBe(1);
		expect(await kept()).toMatchObject({ done: 1 });
	});
});

describe('after everything was deleted', () => {
	test('an open quiz goes on, says that it is no longer kept, and brings nothing back', async () => {
		const { open, store, study } = device();
		const page = await open();
		await answerAndGoOn(page);
		await say(page, 'hide');
		await study.clear();
		await say(page, 'show');
		expect(page.session.keeper.unsaved).toBe('let-go');
		await answerAndGoOn(page);
		await say(page, 'hide');
		await say(page, 'show');
		expect(await store.load('attempt')).toBeUndefined();
		expect((await study.count()).quizzes).toBe(0);
		expect(page.session.state.context.position).toBe(2);
	});

	test('a quiz that had not been kept before is kept', async () => {
		const { open, kept, study } = device();
		const page = await open();
		await study.clear();
		await answerAndGoOn(page);
		expect(await kept()).toMatchObject({ done: 1 });
	});
});

test('a quiz that another page has made unreadable is left as it is', async () => {
	const { open, store, kept } = device();
	const page = await open();
	await answerAndGoOn(page);
	const before = await kept();
	if (!before) throw new Error('Nothing was kept.');
	const newer = { ...before, done: -1 };
	await store.save(newer, 7, await store.revision('attempt'));
	await say(page, 'flag');
	expect(page.session.keeper.unsaved).toBe('let-go');
	await answerAndGoOn(page);
	expect(await store.load('attempt')).toEqual(newer);
});
