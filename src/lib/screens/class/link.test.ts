import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { setupOf } from '#lib/classroom/fixtures.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';

import { ClassLink, type LinkHost } from './link.ts';

/** A stream that a test speaks through. */
class Stream extends EventTarget {
	readyState = 0;
	readonly address: string;

	constructor(address: string) {
		super();
		this.address = address;
		streams.push(this);
	}

	close(): void {
		this.readyState = 2;
	}

	say(name: string, data: unknown): void {
		this.readyState = 1;
		this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
	}

	fail(isOver: boolean): void {
		this.readyState = isOver ? 2 : 0;
		this.dispatchEvent(new Event('error'));
	}
}

let streams: Stream[];
let asked: { address: string; answer: (body: unknown, status?: number) => void; fail: () => void }[];
let link: ClassLink;

beforeEach(() => {
	vi.useFakeTimers();
	streams = [];
	asked = [];
	link = linkWith(true);
});

afterEach(() => {
	link.close();
	vi.useRealTimers();
});

function linkWith(hasStreams: boolean, otherwise: Partial<LinkHost> = {}): ClassLink {
	return new ClassLink('/live/c', 'pupil', {
		fetch: (address, options) =>
			new Promise((resolve, reject) => {
				options?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
				asked.push({
					address: address instanceof Request ? address.url : address.toString(),
					answer: (body, status = 200) => resolve(Response.json(body, { status })),
					fail: () => reject(new TypeError('no network'))
				});
			}),
		openStream: hasStreams ? (address) => new Stream(address) as unknown as EventSource : undefined,
		now: () => 1000,
		read: (sent) =>
			typeof sent === 'object' && sent !== null && 'version' in sent
				? viewOf(Number(sent.version))
				: undefined,
		changed: () => undefined,
		...otherwise
	});
}

function viewOf(version: number): ClassView {
	const { language, pace, scoring, certainty, names, teams, words, mayChange, standings } = setupOf();
	return {
		...{
			version,
			phase: 'lobby',
			position: null,
			total: 2,
			isLocked: false,
			shown: [],
			rounds: [],
			asked: [],
			revealed: null
		},
		rules: { language, pace, scoring, certainty, names, teams, words, mayChange, standings }
	};
}

test('news come by the stream, and never go back', () => {
	link.open();
	expect(link.state).toBe('opening');
	streams[0]?.say('time', 61_000);
	streams[0]?.say('view', viewOf(2));
	expect([link.state, link.view?.version, link.now()]).toEqual(['open', 2, 61_000]);
	streams[0]?.say('view', viewOf(1));
	streams[0]?.say('view', 'what is no view');
	expect(link.view?.version).toBe(2);
	expect(asked).toEqual([]);
});

test('a stream that is cut is told as lost until it is back', () => {
	link.open();
	streams[0]?.say('time', 1000);
	streams[0]?.fail(false);
	expect(link.state).toBe('lost');
	streams[0]?.say('time', 1000);
	expect(link.state).toBe('open');
});

test('where something holds the stream back, it asks again and again', async () => {
	link.open();
	await vi.advanceTimersByTimeAsync(5000);
	expect(streams[0]?.readyState).toBe(2);
	expect(asked.map(({ address }) => address)).toEqual(['/live/c/view?as=pupil']);
	asked[0]?.answer({ now: 5000, view: viewOf(3) });
	await vi.advanceTimersByTimeAsync(0);
	expect([link.state, link.view?.version, link.now()]).toEqual(['open', 3, 5000]);
	expect(asked[1]?.address).toBe('/live/c/view?as=pupil&after=3');
	asked[1]?.fail();
	await vi.advanceTimersByTimeAsync(0);
	expect(link.state).toBe('lost');
	await vi.advanceTimersByTimeAsync(500);
	asked[2]?.answer({ refused: 'wait' }, 503);
	await vi.advanceTimersByTimeAsync(999);
	expect(asked).toHaveLength(3);
	await vi.advanceTimersByTimeAsync(1);
	asked[3]?.answer({ now: 9000, view: null });
	await vi.advanceTimersByTimeAsync(0);
	expect([link.state, link.view?.version]).toEqual(['open', 3]);
});

test('where the server refuses the stream for a while, it asks, and goes back to the stream', async () => {
	link.open();
	streams[0]?.say('time', 1000);
	streams[0]?.say('view', viewOf(2));
	streams[0]?.fail(false);
	streams[0]?.fail(true);
	expect(link.state).toBe('lost');
	// Nothing may have changed: it is there again with an answer that waits for nothing.
	expect(asked.map(({ address }) => address)).toEqual(['/live/c/view?as=pupil']);
	asked[0]?.answer({ refused: 'wait' }, 503);
	await vi.advanceTimersByTimeAsync(500);
	asked[1]?.answer({ now: 5000, view: viewOf(3) });
	await vi.advanceTimersByTimeAsync(0);
	expect([link.state, link.view?.version, streams.length]).toEqual(['open', 3, 1]);
	await vi.advanceTimersByTimeAsync(5000);
	asked[2]?.answer({ now: 10_000, view: null });
	await vi.advanceTimersByTimeAsync(0);
	expect([streams.length, asked.length, link.state]).toEqual([2, 3, 'open']);
	streams[1]?.say('time', 11_000);
	streams[1]?.say('view', viewOf(4));
	await vi.advanceTimersByTimeAsync(30_000);
	expect([asked.length, link.state, link.view?.version]).toEqual([3, 'open', 4]);
});

test('a stream that is refused each time is tried ever more rarely, and the page is told of nothing', async () => {
	const states: string[] = [];
	link = linkWith(true, { changed: () => states.push(link.state) });
	link.open();
	streams[0]?.fail(true);
	for (let second = 0; second < 600; second++) {
		asked.at(-1)?.answer({ now: 5000, view: viewOf(1) });
		await vi.advanceTimersByTimeAsync(1000);
		if (streams.at(-1)?.readyState === 0) streams.at(-1)?.fail(true);
	}
	expect(new Set(states)).toEqual(new Set(['open']));
	expect(streams.length).toBeGreaterThan(4);
	expect(streams.length).toBeLessThan(10);
});

test('where something holds streams back, none is tried again', async () => {
	link.open();
	await vi.advanceTimersByTimeAsync(5000);
	for (let second = 0; second < 600; second++) {
		asked.at(-1)?.answer({ now: 5000, view: viewOf(1) });
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect(streams).toHaveLength(1);
});

test('a page that is not let in learns why, and asks no more', async () => {
	link.open();
	streams[0]?.fail(true);
	asked[0]?.answer({ refused: 'removed' }, 403);
	await vi.advanceTimersByTimeAsync(60_000);
	expect([link.state, link.refusal]).toEqual(['refused', 'removed']);
	expect(asked).toHaveLength(1);
});

test('a page that is seen again opens its stream at once, unless it is open', () => {
	link.open();
	streams[0]?.say('time', 1000);
	link.wake();
	expect(streams).toHaveLength(1);
	streams[0]?.fail(false);
	link.wake();
	expect(streams).toHaveLength(2);
	streams[1]?.say('view', viewOf(4));
	expect(link.view?.version).toBe(4);
});

test('a stream that says nothing any more is opened again', async () => {
	link.open();
	streams[0]?.say('time', 1000);
	await vi.advanceTimersByTimeAsync(39_000);
	streams[0]?.say('time', 1000);
	await vi.advanceTimersByTimeAsync(39_000);
	expect(streams).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(1000);
	expect([link.state, streams.length, streams[0]?.readyState]).toEqual(['lost', 2, 2]);
});

test('a browser without streams asks', async () => {
	link = linkWith(false);
	link.open();
	expect(asked).toHaveLength(1);
	asked[0]?.answer({ now: 2000, view: viewOf(1) });
	await vi.advanceTimersByTimeAsync(0);
	expect(link.view?.version).toBe(1);
});

test('a host is told of those who are there, by the stream or when it asks', async () => {
	const room = { present: 3, held: 1, removed: 0, answered: 2, connected: 3, people: 7, advice: null };
	link.open();
	streams[0]?.say('time', 1000);
	streams[0]?.say('room', room);
	streams[0]?.say('room', 'what is no room');
	expect(link.room).toEqual(room);
	link.close();
	link = linkWith(false);
	link.open();
	asked[0]?.answer({ now: 2000, view: viewOf(1), room: { ...room, answered: { 1: 2, 2: 0 } } });
	await vi.advanceTimersByTimeAsync(0);
	expect(link.room?.answered).toEqual({ 1: 2, 2: 0 });
});

test('a page that is seen again after long does not trust its stream', () => {
	link.open();
	streams[0]?.say('time', 1000);
	link.wake(true);
	expect([streams.length, streams[0]?.readyState]).toEqual([2, 2]);
});

test('a page that asks is woken too: it asks at once, and drops a request that hangs', async () => {
	link = linkWith(false);
	link.open();
	asked[0]?.fail();
	await vi.advanceTimersByTimeAsync(100);
	expect(asked).toHaveLength(1);
	link.wake();
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(39_000);
	expect(asked).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(1000);
	expect([link.state, asked.length]).toEqual(['lost', 3]);
	asked[2]?.answer({ now: 2000, view: viewOf(1) });
	await vi.advanceTimersByTimeAsync(0);
	expect(link.state).toBe('open');
});

test('a device that is off the network has lost its class, until something comes through', () => {
	link.open();
	link.lose();
	expect(link.state).toBe('opening');
	streams[0]?.say('time', 1000);
	link.lose();
	expect(link.state).toBe('lost');
	streams[0]?.say('time', 2000);
	expect(link.state).toBe('open');
});

test('a server that cannot go on says so, and when it can again', async () => {
	link.open();
	streams[0]?.say('time', 1000);
	streams[0]?.say('wait', true);
	expect(link.state).toBe('waiting');
	// The server still says the time, which changes nothing.
	streams[0]?.say('time', 2000);
	expect(link.state).toBe('waiting');
	streams[0]?.say('wait', false);
	expect(link.state).toBe('open');
	link.close();
	link = linkWith(false);
	link.open();
	asked[0]?.answer({ refused: 'wait' }, 503);
	await vi.advanceTimersByTimeAsync(0);
	expect(link.state).toBe('waiting');
	await vi.advanceTimersByTimeAsync(500);
	asked[1]?.answer({ now: 2000, view: viewOf(1) });
	await vi.advanceTimersByTimeAsync(0);
	expect(link.state).toBe('open');
});

test('a stream that is opened again does not wait for what the one before it was told to', () => {
	link.open();
	streams[0]?.say('time', 1000);
	streams[0]?.say('wait', true);
	link.wake(true);
	streams[1]?.say('time', 1000);
	expect(link.state).toBe('open');
});

test('a page that has asked too often asks again later', async () => {
	link = linkWith(false);
	link.open();
	asked[0]?.answer({ refused: 'slow-down' }, 429);
	await vi.advanceTimersByTimeAsync(500);
	expect([link.state, asked.length]).toEqual(['lost', 2]);
});

test('a page begins with what it came with', () => {
	link = linkWith(true, { known: { view: viewOf(7), now: 501_000 } });
	expect([link.view?.version, link.now()]).toEqual([7, 501_000]);
	link.open();
	streams[0]?.say('view', viewOf(6));
	expect(link.view?.version).toBe(7);
	streams[0]?.say('view', viewOf(8));
	expect(link.view?.version).toBe(8);
});

test('a pupil is told of themselves, by the stream or when the page asks', async () => {
	const told: unknown[] = [];
	const self = (sent: unknown) => void told.push(sent);
	link = linkWith(true, { self });
	link.open();
	streams[0]?.say('pupil', { name: 'Ada' });
	link.close();
	link = linkWith(false, { self });
	link.open();
	asked[0]?.answer({ now: 2000, view: null, pupil: { name: 'Bo' }, mark: 'a b' });
	await vi.advanceTimersByTimeAsync(0);
	expect(asked[1]?.address).toBe('/live/c/view?as=pupil&mark=a%20b');
	asked[1]?.answer({ now: 2000, view: null });
	await vi.advanceTimersByTimeAsync(0);
	expect(told).toEqual([{ name: 'Ada' }, { name: 'Bo' }]);
});
