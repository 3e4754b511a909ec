import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { bankWith } from '#lib/bank/fixtures.ts';
import { examWith } from '#lib/quiz/fixtures.ts';

import type { Classes } from '../classes/classes.ts';
import { classesInMemory } from '../classes/memory.ts';
import { classOf, standingOf } from '../classes/staging.ts';
import { StoreUnavailable } from '../database/faults.ts';
import { sittingsInMemory } from '../sittings/memory.ts';
import type { Sittings } from '../sittings/sittings.ts';
import { openExams, type ExamsConfiguration, type OpenExams } from './open-exams.ts';

const stores = vi.hoisted(() => ({ openStores: vi.fn() }));
vi.mock('../open-stores.ts', () => stores);

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
/** How long after its end an exam still accepts answers given in time. */
const GRACE = 30 * SECOND;
const START = Date.UTC(2026, 10, 25, 12);

const form = examWith({ minutes: 1 });

const bank = bankWith();
const say = vi.fn();
const close = vi.fn(() => Promise.resolve());
let sittings: Sittings;
let classes: Classes;

let opened: OpenExams | undefined;

async function open(changes: Partial<ExamsConfiguration> = {}): Promise<OpenExams> {
	const library = () => libraryOf([bank]);
	opened = await openExams({ data: 'data', keepDays: 30, library, say, ...changes });
	return opened;
}

function libraryOf(banks: readonly Bank[]): ReturnType<ExamsConfiguration['library']> {
	return { find: () => banks[0], inAllLanguages: () => banks };
}

/** Whether some sittings are closed by now. */
async function areClosed(ids: readonly string[]): Promise<boolean[]> {
	const found = await Promise.all(ids.map((id) => sittings.load(id)));
	return found.map((sitting) => sitting?.closed?.by === 'time');
}

beforeEach(() => {
	vi.useFakeTimers({ now: START, toFake: ['Date', 'setInterval', 'clearInterval'] });
	vi.clearAllMocks();
	sittings = sittingsInMemory();
	classes = classesInMemory().classes;
	const kept = { sittings, classes };
	stores.openStores.mockImplementation(() => Promise.resolve({ stores: kept, words: [], close }));
});

afterEach(async () => {
	await opened?.close();
	vi.useRealTimers();
});

/** Advances time, and waits for whatever that triggers. */
async function wait(time: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(time);
}

describe('what keeps exams', () => {
	test('goes by the clock of the server, and is closed once', async () => {
		const { exams, close: closeExams } = await open();
		expect(exams.now).toBe(START);
		await closeExams();
		expect(close).toHaveBeenCalledTimes(1);
	});

	test('is where the configuration says, and tells what its opening has to tell', async () => {
		stores.openStores.mockResolvedValue({ stores: { sittings, classes }, words: ['One.', 'Two.'], close });
		await open({ data: 'folder' });
		expect(stores.openStores.mock.calls).toMatchObject([[{ data: 'folder' }]]);
		expect(say.mock.calls).toEqual([['One.'], ['Two.']]);
	});

	test('counts as right what is right in any language of the course that is there', async () => {
		const other = bankWith({ items: [['value: 2', 'value: 3']] });
		const { exams } = await open({ library: () => libraryOf([bank, other]) });
		const { id } = await exams.begin(form);
		const answers = [{ item: 'number', response: '3', at: START }];
		expect(await exams.handIn(id, bank, answers)).toMatchObject({
			sitting: { closed: { grades: { number: { fraction: 1 } } } }
		});
	});
});

describe('exams whose time is over', () => {
	test('are closed within a quarter of a minute, though nobody asks', async () => {
		const { exams } = await open();
		const { id } = await exams.begin(form);
		await wait(MINUTE + GRACE);
		expect(await areClosed([id])).toEqual([false]);
		await wait(15 * SECOND);
		expect(await areClosed([id])).toEqual([true]);
	});

	test('are closed at once where it ended while the server was away', async () => {
		await sittings.begin({ id: 'old', form, startedAt: START - HOUR, endsAt: START - HOUR + MINUTE });
		await open();
		await wait(0);
		expect(await areClosed(['old'])).toEqual([true]);
	});

	test('are closed a hundred in a round, lest learners wait', async () => {
		const ids = Array.from({ length: 101 }, (_, index) => `s${String(index)}`);
		for (const id of ids) await sittings.begin({ id, form, startedAt: 0, endsAt: START - HOUR });
		await open();
		await wait(15 * SECOND - 1);
		expect((await areClosed(ids)).filter(Boolean)).toHaveLength(100);
		await wait(1);
		expect((await areClosed(ids)).filter(Boolean)).toHaveLength(101);
	});

	test('are left alone once all is closed', async () => {
		const { exams, close: closeExams } = await open();
		const { id } = await exams.begin(form);
		await closeExams();
		await wait(HOUR);
		expect(await areClosed([id])).toEqual([false]);
	});

	test('are looked for by one round at a time', async () => {
		const looks = vi.spyOn(sittings, 'ended');
		let goOn: (ids: string[]) => void = () => undefined;
		looks.mockReturnValueOnce(new Promise((resolve) => (goOn = resolve)));
		await open();
		await wait(MINUTE);
		expect(looks).toHaveBeenCalledTimes(1);
		goOn([]);
		await wait(15 * SECOND);
		expect(looks).toHaveBeenCalledTimes(2);
	});
});

describe('what cannot be done', () => {
	test('is said once, and again only after it was well', async () => {
		const looks = vi.spyOn(sittings, 'ended');
		looks.mockRejectedValue(new StoreUnavailable('The database is away.'));
		await open();
		await wait(MINUTE);
		expect(say.mock.calls).toEqual([['The database is away.']]);
		looks.mockResolvedValue([]);
		await wait(15 * SECOND);
		looks.mockRejectedValue(new TypeError('It has no name.'));
		await wait(MINUTE);
		expect(say.mock.calls).toEqual([['The database is away.'], ['TypeError: It has no name.']]);
	});

	test('is not said of what the server itself has closed meanwhile', async () => {
		let fail: (reason: Error) => void = () => undefined;
		vi.spyOn(sittings, 'ended').mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
		const { close: closeExams } = await open();
		await closeExams();
		fail(new StoreUnavailable('The database is closed.'));
		await wait(MINUTE);
		expect(say).not.toHaveBeenCalled();
	});

	test('is said of the exam that cannot be closed', async () => {
		await sittings.begin({ id: 'odd', form, startedAt: 0, endsAt: START - HOUR });
		vi.spyOn(sittings, 'load').mockRejectedValue(new SyntaxError('Unexpected end'));
		await open();
		await wait(MINUTE);
		expect(say.mock.calls).toEqual([[expect.stringMatching(/^The sitting odd .*Unexpected end$/)]]);
	});

	test('waits where the course is not there for now', async () => {
		const banks: Bank[] = [];
		await sittings.begin({ id: 'old', form, startedAt: 0, endsAt: START - HOUR });
		await open({ library: () => libraryOf(banks) });
		await wait(MINUTE);
		expect([await areClosed(['old']), say.mock.calls]).toEqual([[false], []]);
		banks.push(bank);
		await wait(15 * SECOND);
		expect(await areClosed(['old'])).toEqual([true]);
	});
});

test('exams are removed so many days after their end, within the hour', async () => {
	const kept = START - 7 * DAY;
	for (const endsAt of [kept - 1, kept, kept + HOUR])
		await sittings.begin({ id: String(endsAt - kept), form, startedAt: 0, endsAt });
	const left = async () => {
		const found = await Promise.all(['-1', '0', String(HOUR)].map((id) => sittings.load(id)));
		return found.flatMap((sitting) => sitting?.id ?? []);
	};
	// They were not closed in time, as after days without a server: the days still count from their end.
	const removals = vi.spyOn(sittings, 'removeEndedBefore');
	await open({ keepDays: 7 });
	await wait(0);
	expect(await left()).toEqual(['0', String(HOUR)]);
	await wait(HOUR - 1);
	expect(removals).toHaveBeenCalledTimes(1);
	await wait(1);
	expect(removals).toHaveBeenCalledTimes(2);
	expect(await left()).toEqual([String(HOUR)]);
	await wait(HOUR);
	expect(await left()).toEqual([]);
});

test('classes are removed so many days after their end, or after the last that happened in them', async () => {
	const kept = START - 7 * DAY;
	for (const endedAt of [kept - 1, kept]) {
		const id = `ended ${endedAt - kept}`;
		await classes.create(classOf(id));
		await classes.append(id, 0, { type: 'end', at: endedAt }, standingOf({ open: null, endedAt }));
	}
	for (const createdAt of [kept - 1, kept])
		await classes.create(classOf(`made ${createdAt - kept}`, { createdAt }));
	const left = async () => {
		const ids = ['ended -1', 'ended 0', 'made -1', 'made 0'];
		return (await Promise.all(ids.map((id) => classes.load(id)))).flatMap((found) => found?.id ?? []);
	};
	await open({ keepDays: 7 });
	await wait(0);
	expect(await left()).toEqual(['ended 0', 'made 0']);
	await wait(HOUR);
	expect(await left()).toEqual([]);
});
