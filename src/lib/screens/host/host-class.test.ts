import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { playedClass } from '#lib/classroom/played-fixtures.ts';
import { classEventSchema } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, mayHappen, newClass } from '#lib/classroom/fold.ts';
import type { Room } from '#lib/classroom/room.ts';
import { tallied } from '#lib/classroom/tally.ts';
import { viewFor } from '#lib/classroom/view.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type { HostEvent } from './commands.ts';
import { HostClass } from './host-class.svelte.ts';

const { bank } = playedClass();

/** A server of one class, as far as its host sees it. */
class Server {
	state = newClass({
		setup: setupOf({ items: ['single-choice', 'true-false'], standings: true }),
		createdAt: 0
	});
	version = 0;
	room: Room = { present: 2, held: 0, removed: 0, answered: 0, connected: 2, people: 1, advice: null };
	/** What was asked of it, in its order. */
	readonly asked: string[] = [];
	/** Whether nobody can reach it. */
	isGone = false;
	/** Whether it takes what it is sent, and then says nothing, as where the network goes without a word. */
	isSilent = false;
	#waiting: (() => void)[] = [];

	fetch = async (address: string, body: unknown, signal: AbortSignal | null): Promise<Response> => {
		const what = address.replace(/^\/live\/c\//, '');
		if (this.isGone) throw new TypeError('no network');
		if (what.startsWith('view')) {
			const after = Number(/after=(\d+)/.exec(what)?.[1] ?? -1);
			if (this.version <= after)
				await new Promise<void>((resolve) => {
					this.#waiting.push(resolve);
					signal?.addEventListener('abort', () => resolve());
				});
			const view = viewFor('wall', this.state, this.version, bank);
			return Response.json({ now: 5000, view, room: this.room });
		}
		this.asked.push(what);
		if (this.isSilent)
			return new Promise((_, reject) => {
				signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
			});
		if (what === 'event') return this.#act(body);
		if (what === 'people' && body !== undefined)
			return isMapping(body) && body['pupil'] === 'a'
				? Response.json({ pupil: { id: 'a' } })
				: Response.json({ refused: 'unknown-pupil' }, { status: 404 });
		if (what === 'people')
			return Response.json({
				pupils: [
					{
						...{ id: 'a', name: 'Ada', team: null, standing: 'in', joinedAt: 0 },
						...{ answered: [], times: 1, doubt: null }
					}
				]
			});
		const [item] = bank.items;
		if (what === 'tally' && item)
			return Response.json({
				rounds: [{ number: 1, isSecond: false, tally: tallied(item, [], this.version) }],
				comparison: null
			});
		return Response.json({ pupils: [], teams: [] });
	};

	#act(body: unknown): Response {
		const event = parsed(classEventSchema, { ...(isMapping(body) && body), at: this.version + 1 });
		if (!event || !mayHappen(this.state, event))
			return Response.json({ refused: 'refused' }, { status: 409 });
		this.state = folded(this.state, [event]);
		this.version++;
		return Response.json({ version: this.version });
	}

	/** Lets those who wait for news have it. */
	tell(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const each of waiting) each();
	}
}

let server: Server;
let hosted: HostClass;

beforeEach(async () => {
	vi.useFakeTimers();
	server = new Server();
	hosted = new HostClass('/live/c', {
		fetch: (address, how) =>
			server.fetch(
				address instanceof Request ? address.url : address.toString(),
				typeof how?.body === 'string' ? JSON.parse(how.body) : undefined,
				how?.signal ?? null
			),
		openStream: undefined,
		now: () => 1000
	});
	hosted.open();
	await vi.advanceTimersByTimeAsync(1);
});

afterEach(() => {
	hosted.close();
	vi.useRealTimers();
});

/** Says something, and lets the news of it come. */
async function say(event: HostEvent): Promise<void> {
	await hosted.say(event);
	server.tell();
	await vi.advanceTimersByTimeAsync(1);
}

test('the host sees where the class is, by the server’s clock, and who is there', () => {
	expect([hosted.state, hosted.view?.phase, hosted.now()]).toEqual(['open', 'lobby', 5000]);
	expect(hosted.people.map(({ name }) => name)).toEqual(['Ada']);
});

test('what was said is not said twice before it is seen', async () => {
	await hosted.say({ type: 'ask', position: 0 });
	expect([hosted.isBusy, hosted.view?.phase]).toEqual([true, 'lobby']);
	await hosted.say({ type: 'ask', position: 0 });
	expect(server.state.context.rounds).toHaveLength(1);
	server.tell();
	await vi.advanceTimersByTimeAsync(1);
	expect([hosted.isBusy, hosted.view?.phase]).toEqual([false, 'asking']);
});

test('what the class thought comes with the reveal, and is gone with the next item', async () => {
	await say({ type: 'ask', position: 0 });
	await say({ type: 'close', round: 1 });
	expect(server.asked).not.toContain('tally');
	await say({ type: 'reveal' });
	expect(hosted.tally?.rounds).toHaveLength(1);
	await say({ type: 'standings' });
	expect([hosted.tally, hosted.standings]).toEqual([null, { pupils: [], teams: [] }]);
});

test('a refusal is told in one word until something happens, and so is a server that does not answer', async () => {
	await say({ type: 'reveal' });
	expect([hosted.trouble, hosted.isBusy]).toEqual(['refused', false]);
	server.isGone = true;
	await say({ type: 'ask', position: 0 });
	expect([hosted.trouble, hosted.isBusy]).toEqual(['unsent', false]);
	server.isGone = false;
	await say({ type: 'ask', position: 0 });
	expect(hosted.trouble).toBeNull();
});

test('a server that says nothing for long is one that does not answer, and the host can go on', async () => {
	server.isSilent = true;
	const said = say({ type: 'ask', position: 0 });
	const tried = hosted.answersWithin();
	await vi.advanceTimersByTimeAsync(20_000);
	expect([hosted.trouble, hosted.isBusy]).toEqual(['unsent', false]);
	expect(await tried).toBeNull();
	await said;
	server.isSilent = false;
	await say({ type: 'ask', position: 0 });
	expect(hosted.view?.phase).toBe('asking');
});

test('a test of the connection ends, also where there is none', async () => {
	expect(await hosted.answersWithin()).toBeGreaterThanOrEqual(0);
	server.isGone = true;
	expect(await hosted.answersWithin()).toBeNull();
});

test('a change of a pupil is seen at once, or why it is none', async () => {
	expect(await hosted.change('a', { standing: 'removed' })).toBeNull();
	expect(hosted.people[0]?.standing).toBe('removed');
	expect(await hosted.change('b', { name: 'B' })).toBe('unknown-pupil');
});

test('the list of pupils is asked for again when it has changed, and as answers come only while it is looked at', async () => {
	const times = () => server.asked.filter((what) => what === 'people').length;
	await say({ type: 'ask', position: 0 });
	expect(times()).toBe(1);
	const news = async (room: Partial<Room>) => {
		server.room = { ...server.room, ...room };
		server.version++;
		server.tell();
		await vi.advanceTimersByTimeAsync(1);
	};
	await news({ answered: 1 });
	expect(times()).toBe(1);
	await news({ people: 2 });
	expect(times()).toBe(2);
	hosted.watch(true);
	await vi.advanceTimersByTimeAsync(1);
	await news({ answered: 2 });
	expect(times()).toBe(4);
});
