import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { ClassEvent } from '#lib/classroom/event.ts';
import { phaseOf } from '#lib/classroom/view.ts';
import { answerOf, classOf, pupilOf, standingOf } from '#lib/server/classes/staging.ts';
import { StoreUnavailable } from '#lib/server/database/faults.ts';

import { giveAnswer } from './answer.ts';
import { GRACE } from './due-timer.ts';
import { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import { LiveClasses } from './live-classes.ts';
import { removeClass } from './remove.ts';
import { keepClass, liveServices } from './staging.ts';

let services: LiveServices;
let opened: LiveClass[];

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000 });
	services = liveServices();
	opened = [];
});

afterEach(async () => {
	for (const live of opened) live.stop();
	await services.bus.close();
	vi.useRealTimers();
});

/** Opens the class, as a process of its own does. */
async function open(given: LiveServices = services): Promise<LiveClass> {
	const live = await LiveClass.open('c', given);
	if (!live) throw new Error('There is no class.');
	opened.push(live);
	return live;
}

/** Something that happens at the moment at which it is made. */
function happens(event: (at: number) => ClassEvent): (at: number) => ClassEvent {
	return event;
}

const ask = (position: number) => happens((at) => ({ type: 'ask', at, position }));
const close = (round: number) => happens((at) => ({ type: 'close', at, round }));
const settled = () => vi.advanceTimersByTimeAsync(0);

/** An answer to the first item, whose options are one and two. */
const given = (pupil: string, changes: { response?: unknown; round?: number; key?: string } = {}) => {
	const { at: _, ...answer } = answerOf(pupil, { response: 'one', ...changes });
	return answer;
};

test('there is no class that nobody has made', async () => {
	expect(await LiveClass.open('nobody’s', services)).toBeUndefined();
});

test('what happens is heard by everybody who looks, here and in other processes', async () => {
	await keepClass(services);
	const [one, other] = [await open(), await open()];
	const heard: string[] = [];
	one.onlookers.listen((change) => heard.push(`one: ${change}`));
	other.onlookers.listen((change) => heard.push(`other: ${change}`));
	expect(await one.act(ask(0))).toBe('done');
	await settled();
	expect(heard).toEqual(['one: log', 'other: log']);
	expect(other.view('pupil')).toMatchObject({ version: 1, phase: 'asking', position: 0 });
	expect(other.view('pupil')).toEqual(one.view('pupil'));
});

test('a view is made once for all who look, until something happens', async () => {
	await keepClass(services);
	const live = await open();
	expect(live.view('pupil')).toBe(live.view('pupil'));
	const before = live.view('pupil');
	await live.act(ask(0));
	expect(live.view('pupil')).not.toBe(before);
});

test('what may not happen where the class is does not happen', async () => {
	await keepClass(services);
	const live = await open();
	expect(await live.act(happens((at) => ({ type: 'reveal', at })))).toBe('refused');
	expect(await live.act(ask(7))).toBe('refused');
	expect(live.version).toBe(0);
});

test('of two who act at once both are done where both may be, and one where only one may', async () => {
	await keepClass(services);
	const [one, other] = [await open(), await open()];
	await one.act(ask(0));
	await other.read();
	expect(await Promise.all([one.act(close(1)), other.act(close(1))])).toEqual(
		expect.arrayContaining(['done', 'refused'])
	);
	const locked = happens((at) => ({ type: 'lock', at }));
	const reveal = happens((at) => ({ type: 'reveal', at }));
	expect(await Promise.all([one.act(locked), other.act(reveal)])).toEqual(['done', 'done']);
	await Promise.all([one.read(), other.read()]);
	expect([one.version, other.version]).toEqual([4, 4]);
	expect(one.state.context).toEqual(other.state.context);
});

test('word that was lost costs a delay', async () => {
	await keepClass(services);
	const deaf = { ...services, bus: { ...services.bus, listen: () => () => undefined } };
	const [one, other] = [await open(), await open(deaf)];
	await one.act(ask(0));
	await vi.advanceTimersByTimeAsync(5000);
	expect(other.version).toBe(1);
});

describe('what is due by itself', () => {
	test('happens when it is due, once, whoever sees to it', async () => {
		await keepClass(services, { reading: 5, seconds: 20 }, 'p');
		const [one, other] = [await open(), await open()];
		await one.act(ask(0));
		await settled();
		expect(phaseOf(other.state)).toBe('reading');
		await vi.advanceTimersByTimeAsync(5000);
		expect(phaseOf(one.state)).toBe('asking');
		await vi.advanceTimersByTimeAsync(20_000 + GRACE);
		expect([phaseOf(one.state), phaseOf(other.state)]).toEqual(['closed', 'closed']);
		expect(await services.classes.events('c', 0)).toEqual([
			{ sequence: 1, event: { type: 'ask', at: 1_000_000, position: 0 } },
			{ sequence: 2, event: { type: 'open', at: 1_005_000, round: 1 } },
			{ sequence: 3, event: { type: 'close', at: 1_025_000, round: 1 } }
		]);
	});

	test('happens after a restart, dated by when it was due', async () => {
		await keepClass(services, { seconds: 20 }, 'p');
		const before = await open();
		await before.act(ask(0));
		before.stop();
		await vi.advanceTimersByTimeAsync(60_000);
		const after = await open();
		await settled();
		expect(phaseOf(after.state)).toBe('closed');
		expect(after.state.context.rounds[0]?.closedAt).toBe(1_020_000);
	});

	test('waits for somebody with extra time, and comes later when more time is given', async () => {
		await keepClass(services, { seconds: 20 }, 'slow');
		const live = await open();
		await live.act(happens((at) => ({ type: 'grant', at, pupil: 'slow', times: 2 })));
		await live.act(ask(0));
		await vi.advanceTimersByTimeAsync(30_000);
		expect(phaseOf(live.state)).toBe('asking');
		await live.act(happens((at) => ({ type: 'extend', at, round: 1, seconds: 10 })));
		await vi.advanceTimersByTimeAsync(29_000);
		expect(phaseOf(live.state)).toBe('asking');
		await vi.advanceTimersByTimeAsync(1000 + GRACE);
		expect(phaseOf(live.state)).toBe('closed');
	});

	test('happens once the store answers again', async () => {
		await keepClass(services, { seconds: 20 }, 'p');
		let isDown = false;
		const { append } = services.classes;
		const shaky: LiveServices = {
			...services,
			classes: {
				...services.classes,
				append: (...asked) => (isDown ? Promise.reject(new StoreUnavailable('down')) : append(...asked))
			}
		};
		const live = await open(shaky);
		await live.act(ask(0));
		isDown = true;
		await vi.advanceTimersByTimeAsync(30_000);
		expect(phaseOf(live.state)).toBe('asking');
		isDown = false;
		await vi.advanceTimersByTimeAsync(1000);
		expect(phaseOf(live.state)).toBe('closed');
	});

	test('happens though another class cannot be read, which is told once', async () => {
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		await keepClass(services, { seconds: 20 }, 'p');
		const live = await open();
		await live.act(ask(0));
		live.stop();
		await services.classes.create(classOf('broken'));
		const standing = standingOf({ dueAt: 1_000_000 });
		await services.classes.append('broken', 0, { type: 'ask', at: 1_000_000, position: 0 }, standing);
		const { events } = services.classes;
		const classes = new LiveClasses({
			...services,
			classes: {
				...services.classes,
				events: (id, after) =>
					id === 'broken' ? Promise.reject(new TypeError('no such event')) : events(id, after)
			}
		});
		await vi.advanceTimersByTimeAsync(30_000);
		await classes.close();
		expect(phaseOf((await open()).state)).toBe('closed');
		expect(said.mock.calls.map(([words]) => String(words))).toEqual([
			expect.stringMatching(/cannot be gone on with.*no such event/)
		]);
		expect(String(said.mock.calls[0])).not.toContain('broken');
		said.mockRestore();
	});

	test('is nothing any more in a class that was deleted', async () => {
		await keepClass(services, { seconds: 20 }, 'p');
		const live = await open();
		await live.act(ask(0));
		await services.classes.remove('c');
		await vi.advanceTimersByTimeAsync(20_000);
		expect(await live.act(close(1))).toBe('unknown');
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('an answer', () => {
	test('is kept while its round is open, and not before and after', async () => {
		await keepClass(services, { closesWhenAll: false }, 'p');
		const live = await open();
		expect(await giveAnswer(services, live, given('p'))).toBe('closed');
		await live.act(ask(0));
		expect(await giveAnswer(services, live, given('p'))).toBe('kept');
		await live.act(close(1));
		expect(await giveAnswer(services, live, given('p', { key: 'another' }))).toBe('closed');
		expect(await services.answers.of('c', 'p')).toMatchObject([{ round: 1, response: 'one', at: 1_000_000 }]);
	});

	test('that is sent as time is up comes in time, and one that comes later does not', async () => {
		await keepClass(services, { seconds: 20, closesWhenAll: false }, 'p', 'q');
		const live = await open();
		await live.act(ask(0));
		await vi.advanceTimersByTimeAsync(20_000 + GRACE - 1);
		expect(await giveAnswer(services, live, given('p'))).toBe('kept');
		await vi.advanceTimersByTimeAsync(1);
		expect(await giveAnswer(services, live, given('q'))).toBe('closed');
		expect(live.state.context.rounds[0]?.closedAt).toBe(1_020_000);
	});

	test('comes in time while it is on its way for a moment after the end, and too late after that', async () => {
		await keepClass(services, { seconds: 20 }, 'p', 'slow');
		const live = await open();
		await live.act(happens((at) => ({ type: 'grant', at, pupil: 'slow', times: null })));
		await live.act(ask(0));
		await vi.advanceTimersByTimeAsync(20_000 + GRACE);
		expect(await giveAnswer(services, live, given('p'))).toBe('kept');
		await vi.advanceTimersByTimeAsync(1);
		expect(await giveAnswer(services, live, given('p', { key: 'another' }))).toBe('late');
		await vi.advanceTimersByTimeAsync(600_000);
		expect(await giveAnswer(services, live, given('slow'))).toBe('kept');
	});

	test('is one to its item', async () => {
		await keepClass(services, { closesWhenAll: false }, 'p');
		const live = await open();
		await live.act(ask(0));
		for (const response of [null, '', 'no option', 7, ['one'], { one: 'two' }])
			expect(await giveAnswer(services, live, given('p', { response }))).toBe('unfit');
	});

	test('to an item that has left the course is told so', async () => {
		await keepClass(services, { items: ['first', 'left'] }, 'p');
		const live = await open();
		await live.act(ask(1));
		expect(await giveAnswer(services, live, given('p'))).toBe('gone');
	});

	test('may be changed only if the teacher lets it', async () => {
		await keepClass(services, { mayChange: false, closesWhenAll: false }, 'p');
		const live = await open();
		await live.act(ask(0));
		expect(await giveAnswer(services, live, given('p'))).toBe('kept');
		expect(await giveAnswer(services, live, given('p'))).toBe('kept');
		expect(await giveAnswer(services, live, given('p', { key: 'another', response: 'two' }))).toBe('given');
	});

	test('of everybody closes the round, and not before everybody has', async () => {
		await keepClass(services, {}, 'p', 'q');
		await services.pupils.join('c', pupilOf('out', { standing: 'removed' }), 100);
		const [one, other] = [await open(), await open()];
		await one.act(ask(0));
		await giveAnswer(services, one, given('p'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(phaseOf(one.state)).toBe('asking');
		await giveAnswer(services, other, given('q'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(phaseOf(one.state)).toBe('closed');
	});

	test('of everybody closes the round where the last one was removed instead', async () => {
		await keepClass(services, {}, 'p', 'q');
		const live = await open();
		live.room.watch();
		await live.act(ask(0));
		await giveAnswer(services, live, given('p'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(phaseOf(live.state)).toBe('asking');
		await services.pupils.change('c', 'q', { standing: 'removed' });
		live.changed(pupilOf('q', { standing: 'removed' }));
		await vi.advanceTimersByTimeAsync(1000);
		expect(phaseOf(live.state)).toBe('closed');
	});

	test('is counted by the process that keeps it and by that of the host, and by no other', async () => {
		await keepClass(services, {}, 'p', 'q');
		const counting = (name: string): LiveServices => ({
			...services,
			answers: {
				...services.answers,
				counts: (...asked) => {
					counts.set(name, (counts.get(name) ?? 0) + 1);
					return services.answers.counts(...asked);
				}
			}
		});
		const counts = new Map<string, number>();
		const [keeper, hosts, other] = [counting('keeper'), counting('hosts'), counting('other')];
		const [one, host] = [await open(keeper), await open(hosts)];
		await open(other);
		host.room.watch();
		await one.act(ask(0));
		await vi.advanceTimersByTimeAsync(1000);
		counts.clear();
		await giveAnswer(keeper, one, given('p'));
		await vi.advanceTimersByTimeAsync(1000);
		expect([...counts.keys()].sort()).toEqual(['hosts', 'keeper']);
	});

	test('is no reason to read more than three times a second', async () => {
		const ids = Array.from({ length: 200 }, (_, index) => `p${index}`);
		await keepClass(services, { closesWhenAll: false }, ...ids);
		const live = await open();
		let told = 0;
		live.onlookers.listen((change) => (told += change === 'answers' ? 1 : 0));
		await live.act(ask(0));
		for (const id of ids) {
			await giveAnswer(services, live, given(id));
			await vi.advanceTimersByTimeAsync(10);
		}
		await vi.advanceTimersByTimeAsync(1000);
		expect(told).toBeGreaterThan(2);
		expect(told).toBeLessThanOrEqual(7);
	});
});

test('who joins by another process is known at once to whoever asks, and soon to all', async () => {
	await keepClass(services);
	const [one, other] = [await open(), await open()];
	await services.pupils.join('c', pupilOf('new'), 100);
	expect((await other.roster.find('new'))?.id).toBe('new');
	expect(await other.roster.find('nobody')).toBeUndefined();
	await services.pupils.join('c', pupilOf('newer'), 100);
	one.joined(pupilOf('newer'));
	expect([...one.roster.all.keys()]).toEqual(['newer']);
	await vi.advanceTimersByTimeAsync(1000);
	for (const each of [one, other]) expect([...each.roster.all.keys()]).toEqual(['new', 'newer']);
	expect(one.roster.mark).toBe(other.roster.mark);
});

test('a class that was deleted is gone at every process, also where word of it was lost', async () => {
	await keepClass(services);
	const deaf = { ...services, bus: { ...services.bus, listen: () => () => undefined } };
	const classes = [new LiveClasses(services), new LiveClasses(services), new LiveClasses(deaf)];
	const heard: string[] = [];
	const all = await Promise.all(classes.map((each) => each.open('c')));
	for (const [index, live] of all.entries())
		live?.onlookers.listen((change) => heard.push(`${index} ${change}`));
	const [first] = all;
	if (!first) throw new Error('There is no class.');
	await removeClass({ services }, first);
	await vi.advanceTimersByTimeAsync(1000);
	expect(heard).toEqual(['0 leave', '1 leave']);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(heard).toEqual(['0 leave', '1 leave', '2 leave']);
	for (const each of classes) {
		expect(await each.open('c')).toBeUndefined();
		await each.close();
	}
});

test('a rehearsal is deleted some time after it was left, and not while somebody looks at it', async () => {
	await keepClass(services, { alone: true });
	const classes = new LiveClasses(services);
	const stop = (await classes.open('c'))?.onlookers.listen(() => undefined);
	await vi.advanceTimersByTimeAsync(3_600_000);
	expect(await services.classes.load('c')).toBeDefined();
	stop?.();
	// It is loaded again, and its report is read.
	await vi.advanceTimersByTimeAsync(9 * 60_000);
	expect(await services.classes.load('c')).toBeDefined();
	await vi.advanceTimersByTimeAsync(62_000);
	expect(await services.classes.load('c')).toBeUndefined();
	await classes.close();
});
