import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';
import { newEntry } from '#lib/quiz/entry.ts';

import type { Planner } from '#lib/study/planner.ts';
import { placeInWords } from './place-words.ts';
import type { StudyHost } from './study-data.ts';
import { StudySession } from './study-session.svelte.ts';

const [bank] = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));
if (!bank) throw new Error('There is no course.');
const course = bank;
const [one, two] = course.items.filter(({ kind }) => kind === 'single-choice') as [Item, Item];
/** One that the course no longer has. */
const gone: Item = { ...one, id: 'gone' };
const primer = {
	id: course.primer.id,
	title: course.primer.title,
	points: [],
	first: 1,
	date: course.primer.source.date,
	language: 'en'
};

/** A planner that asks these items, a list for each round. */
function asking(...rounds: Item[][]): Planner & { next: ReturnType<typeof vi.fn> } {
	const left = rounds.map((round) => round.map(({ id }) => id));
	return { occasion: 'review', asksAgain: true, next: vi.fn(() => Promise.resolve(left.shift() ?? [])) };
}

function hostWith(changes: Partial<StudyHost> = {}): StudyHost {
	const find = (ids: readonly string[]) => course.items.filter(({ id }) => ids.includes(id));
	return {
		now: () => 0,
		lasting: () => true,
		fetchItems: vi.fn((ids: readonly string[]) => Promise.resolve(revealed(course, find(ids)))),
		fetchView: vi.fn((id: string, seed: string) => {
			const [item] = find([id]);
			if (!item) return Promise.reject(new Error(id));
			return Promise.resolve(viewOf(item, publicView(item, orderOf(seed, id))));
		}),
		nextDue: () => Promise.resolve('2026-12-03'),
		moved: () => Promise.reject(new Error('The device cannot be read.')),
		record: vi.fn(() => Promise.resolve()),
		...changes
	};
}

function begun(planner: Planner, host = hostWith()) {
	return new StudySession({ primer, behaviour: 'practice' }, planner, host);
}

function answer(session: StudySession, item: Item, fraction: number): void {
	const tries = [{ response: 'x', score: { state: 'scored' as const, fraction, parts: [] } }];
	const entry = { ...newEntry(), tries, scoredAt: 1 };
	session.scored({ id: `answer to ${item.id}`, item, facts: [], entry, at: 1, again: false });
}

describe('a session', () => {
	test('asks round after round, and is over when the planner has no more', async () => {
		const planner = asking([one, two], [two]);
		const session = begun(planner);
		await session.goOn();
		expect(session.phase).toBe('asking');
		expect(session.quiz?.form.items).toEqual([one.id, two.id]);
		expect(session.isAgain).toBe(false);
		answer(session, one, 1);
		answer(session, two, 0.5);
		await session.finished();
		expect(planner.next).toHaveBeenLastCalledWith(
			[
				{ item: one.id, facts: one.facts, right: true },
				{ item: two.id, facts: two.facts, right: false }
			],
			[one.id, two.id]
		);
		expect([session.isAgain, session.planned, session.before]).toEqual([true, 3, 2]);
		answer(session, two, 1);
		await session.finished();
		expect([session.phase, session.nextDue]).toEqual(['over', '2026-12-03']);
		expect(session.isBrokenOff).toBe(false);
	});

	test('counts what it asks again for itself, and leaves to the review what stays wrong', async () => {
		const planner = asking([one, two], [one, two], [one]);
		const session = begun(planner);
		const place = () => placeInWords(session, session.answered.length - session.before);
		await session.goOn();
		expect(place()).toBe('Question 1 of 2');
		answer(session, one, 0);
		expect(place()).toBe('Question 2 of 2');
		answer(session, two, 0);
		await session.finished();
		expect(place()).toBe('Once more: 1 of 2');
		answer(session, one, 0);
		expect(place()).toBe('Once more: 2 of 2');
		expect(session.counted.answered.map(({ item }) => item)).toEqual([one.id]);
		answer(session, two, 1);
		await session.finished();
		expect([session.phase, session.isBrokenOff]).toEqual(['over', false]);
		expect(planner.next).toHaveBeenCalledTimes(2);
	});

	test('says that there is nothing to ask', async () => {
		const session = begun(asking());
		await session.goOn();
		expect(session.phase).toBe('nothing');
	});

	test('shows the first question before it has the items, and fetches each of them once', async () => {
		const host = hostWith();
		const session = begun(asking([one, two], [two]), host);
		await session.goOn();
		expect(session.quiz?.views.map(({ id }) => id)).toEqual([one.id]);
		expect(host.fetchItems).not.toHaveBeenCalled();
		expect((await session.fetchItems()).items.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
		answer(session, one, 1);
		answer(session, two, 0);
		await session.finished();
		expect(host.fetchItems).toHaveBeenCalledTimes(1);
		expect(session.quiz?.items.map(({ id }) => id)).toContain(two.id);
	});

	test('does without the server where the items themselves are to be had', async () => {
		const session = begun(asking([one]), hostWith({ fetchView: () => Promise.reject(new Error('offline')) }));
		await session.goOn();
		expect(session.phase).toBe('asking');
		expect(session.quiz?.items.map(({ id }) => id)).toEqual([one.id]);
	});

	test('can be tried again where nothing was to be had', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		let online = false;
		const planner = { ...asking(), next: () => Promise.resolve([one.id]) };
		const session = begun(
			planner,
			hostWith({
				fetchView: () => Promise.reject(new Error('offline')),
				fetchItems: () =>
					online ? Promise.resolve(revealed(course, [one])) : Promise.reject(new Error('offline'))
			})
		);
		await session.goOn();
		expect(session.phase).toBe('unreachable');
		online = true;
		await session.goOn();
		expect(session.phase).toBe('asking');
	});

	test('leaves out what the course no longer has, where the items are fetched', async () => {
		const session = begun(asking([gone, one]));
		await session.goOn();
		expect(session.phase).toBe('asking');
		expect(session.quiz?.form.items).toEqual([one.id]);
		expect(session.planned).toBe(1);
	});

	test('leaves out what the course no longer has, where the first question came alone', async () => {
		const session = begun(asking([one, gone]));
		await session.goOn();
		const before = session.quiz?.id;
		expect(session.quiz?.views.map(({ id }) => id)).toEqual([one.id]);
		await session.fetchItems();
		expect(session.quiz?.form.items).toEqual([one.id]);
		expect(session.quiz?.id).not.toBe(before);
		answer(session, one, 1);
		await session.finished();
		expect([session.phase, session.planned, session.isBrokenOff]).toEqual(['over', 1, false]);
	});

	test('keeps what was given to the first question when it leaves out others', async () => {
		const session = begun(asking([one, gone]));
		await session.goOn();
		const given = { item: one.id, response: 'b', certainty: null };
		session.given(given);
		await session.fetchItems();
		expect(session.quiz).toMatchObject({ form: { items: [one.id] }, given });
		const other = begun(asking([one], [two]));
		await other.goOn();
		other.given(given);
		answer(other, one, 1);
		await other.finished();
		expect(other.quiz?.form.items).toEqual([two.id]);
		expect(other.quiz?.given).toBeUndefined();
	});

	test('has to be loaded anew where the course has nothing left of what was planned', async () => {
		const session = begun(asking([gone]));
		await session.goOn();
		expect(session.phase).toBe('outdated');
	});

	test('tries once where it is told to twice', async () => {
		const planner = asking([one], [two]);
		const session = begun(planner);
		await Promise.all([session.goOn(), session.goOn()]);
		expect(planner.next).toHaveBeenCalledTimes(1);
		expect([session.quiz?.form.items, session.isAgain]).toEqual([[one.id], false]);
	});

	test('asks another question where one is skipped, if it goes question by question', async () => {
		const planner = { ...asking([one], [two]), asksAgain: false, expected: 10 };
		const session = begun(planner);
		await session.goOn();
		await session.skip();
		expect(planner.next).toHaveBeenLastCalledWith([], [one.id]);
		expect(session.quiz?.form.items).toEqual([two.id]);
		expect([session.phase, session.before, session.planned]).toEqual(['asking', 0, 10]);
		await session.skip();
		expect([session.phase, session.isBrokenOff]).toEqual(['over', true]);
	});

	test('leaves skipping to the round, unless it goes question by question', () => {
		expect(begun(asking([one, two])).isOneByOne).toBe(false);
		expect(begun({ ...asking([one]), expected: 10 }).isOneByOne).toBe(true);
	});

	test('that is broken off asks for nothing more', async () => {
		const planner = asking([one, two], [one]);
		const session = begun(planner);
		await session.goOn();
		answer(session, one, 0);
		await session.finished();
		expect([session.phase, session.isBrokenOff]).toEqual(['over', true]);
		expect(planner.next).toHaveBeenCalledTimes(1);
	});

	test('waits for what it keeps before it plans on, and says what was not kept', async () => {
		let keep = () => {};
		const kept = new Promise<void>((resolve) => (keep = resolve));
		const planner = asking([one]);
		const session = begun(
			planner,
			hostWith({ record: () => kept.then(() => Promise.reject(new Error('full'))) })
		);
		await session.goOn();
		answer(session, one, 1);
		const finished = session.finished();
		await Promise.resolve();
		expect(planner.next).toHaveBeenCalledTimes(1);
		keep();
		await finished;
		expect(planner.next).toHaveBeenCalledTimes(2);
		expect(session.unsaved).toBe(true);
	});
});
