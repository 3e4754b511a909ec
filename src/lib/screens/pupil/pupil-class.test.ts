import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, newClass } from '#lib/classroom/fold.ts';
import type { Me } from '#lib/classroom/protocol.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import { viewFor } from '#lib/classroom/view.ts';
import { loadRuns } from '#lib/kinds/loaded.ts';

import { PupilClass } from './pupil-class.svelte.ts';

/** A stream that a test speaks through. */
class Stream extends EventTarget {
	readyState = 1;

	close(): void {
		this.readyState = 2;
	}

	say(name: string, data: unknown): void {
		this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
	}
}

const START = 1_000_000;

let streams: Stream[];
let me: Me;
/** What was sent to the server, and what it answers: `me`, unless something else is set. */
let sent: { address: string; body: unknown }[];
let answer: unknown;
let stop: () => void;

beforeEach(async () => {
	await loadRuns(['single-choice', 'numeric']);
	vi.useFakeTimers({ now: START });
	localStorage.clear();
	streams = [];
	sent = [];
	answer = undefined;
	me = { id: 'p', name: 'Ada', team: null, standing: 'in', times: 1, token: 't', answers: [] };
	vi.stubGlobal('fetch', (address: string, options?: RequestInit) => {
		const body: unknown = typeof options?.body === 'string' ? JSON.parse(options.body) : undefined;
		sent.push({ address, body });
		return Promise.resolve(Response.json(answer ?? (body === undefined ? me : {})));
	});
});

afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const asking: ClassEvent[] = [{ type: 'ask', at: START, position: 0 }];

function viewAfter(events: ClassEvent[], otherwise: Partial<ClassSetup> = {}): ClassView {
	const bank = bankWith();
	const setup = setupOf({ primer: bank.primer.id, items: ['first', 'number'], ...otherwise });
	return viewFor('pupil', folded(newClass({ setup, createdAt: 0 }), events), events.length, bank);
}

/** @param ahead how far the page’s clock is ahead of the device’s, in milliseconds, as where that was set back since */
function openWith(view: ClassView | null, ahead = 0): PupilClass {
	const pupil = new PupilClass(
		{ id: 'c', me, view, now: START },
		{
			openStream: () => {
				const stream = new Stream();
				streams.push(stream);
				return stream as unknown as EventSource;
			},
			now: () => Date.now() + ahead,
			storage: localStorage
		}
	);
	stop = pupil.open();
	streams[0]?.say('time', START);
	flushSync();
	return pupil;
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const answersSent = () => sent.filter(({ address }) => address.endsWith('/answer')).map(({ body }) => body);

function askedIn(pupil: PupilClass) {
	const [asked] = pupil.asked;
	if (!asked) throw new Error('Nothing is asked.');
	return asked;
}

test('what is sent is what was chosen, once, and only if it is an answer', async () => {
	const pupil = openWith(viewAfter(asking, { certainty: true }));
	const asked = askedIn(pupil);
	expect(pupil.send(asked)).toBe('nothing');
	pupil.choose(asked, { response: 'one' });
	expect(pupil.send(asked)).toBe('uncertain');
	pupil.choose(asked, { certainty: 2 });
	expect(pupil.send(asked)).toBe(null);
	expect(pupil.send(asked)).toBe(null);
	await pass(0);
	expect(answersSent()).toMatchObject([{ round: 1, response: 'one', certainty: 2 }]);
	expect(pupil.answers.delivery(1)).toEqual({ is: 'kept' });
});

test('what was left on the device is dated, and forgotten, by the clock of the page', () => {
	const day = 86_400_000;
	const leave = (classId: string, at: number) =>
		localStorage.setItem(`five-points-class-${classId}`, JSON.stringify({ pupil: 'p', at }));
	leave('recent', START);
	leave('old', START - day);
	const pupil = openWith(viewAfter(asking), 30 * day);
	expect(localStorage.getItem('five-points-class-old')).toBeNull();
	expect(localStorage.getItem('five-points-class-recent')).not.toBeNull();
	pupil.choose(askedIn(pupil), { response: 'one' });
	expect(localStorage.getItem('five-points-class-c')).toContain(`"at":${START + 30 * day}`);
});

test('what cannot be read is not sent', () => {
	const pupil = openWith(viewAfter([{ type: 'ask', at: START, position: 1 }]));
	const asked = askedIn(pupil);
	pupil.choose(asked, { response: 'many' });
	expect(pupil.send(asked)).toBe('not-a-number');
	expect(answersSent()).toEqual([]);
});

test('what is chosen when time is up is sent by itself, and nothing can be chosen any more', async () => {
	const pupil = openWith(viewAfter(asking, { seconds: 10 }));
	const asked = askedIn(pupil);
	pupil.choose(asked, { response: 'one' });
	await pass(9700);
	expect([pupil.isOpen(asked.round), answersSent().length]).toEqual([true, 0]);
	await pass(300);
	expect(pupil.isOpen(asked.round)).toBe(false);
	expect(answersSent()).toMatchObject([{ round: 1, response: 'one' }]);
	pupil.choose(asked, { response: 'two' });
	expect(pupil.answers.given(1).response).toBe('one');
	await pass(5000);
	expect(answersSent()).toHaveLength(1);
});

test('a page that comes back long after the end sends nothing by itself', async () => {
	localStorage.setItem(
		'five-points-class-c',
		JSON.stringify({ pupil: 'p', drafts: [[1, { response: 'one', certainty: null }]] })
	);
	openWith(viewAfter([{ type: 'ask', at: START - 60_000, position: 0 }], { seconds: 10 }));
	await pass(3000);
	expect(answersSent()).toEqual([]);
});

test('extra time counts for whoever has it, as soon as the teacher gives it', async () => {
	const pupil = openWith(viewAfter(asking, { seconds: 10 }));
	const { round } = askedIn(pupil);
	await pass(4000);
	expect(pupil.left(round)).toBe(6000);
	streams[0]?.say('pupil', { name: 'Ada', team: null, standing: 'in', times: 2 });
	expect(pupil.left(round)).toBe(16_000);
	streams[0]?.say('pupil', { name: 'Ada B', team: null, standing: 'in', times: null });
	expect([pupil.left(round), pupil.self.name]).toEqual([Infinity, 'Ada B']);
	streams[0]?.say('pupil', 'odd');
	expect(pupil.self.name).toBe('Ada B');
});

test('an answer that may not be changed cannot be, once it is on its way', async () => {
	const pupil = openWith(viewAfter(asking, { mayChange: false }));
	const asked = askedIn(pupil);
	pupil.choose(asked, { response: 'one' });
	expect(pupil.isLocked(asked.round)).toBe(false);
	pupil.send(asked);
	expect(pupil.isLocked(asked.round)).toBe(true);
	await pass(0);
	expect(pupil.isLocked(asked.round)).toBe(true);
});

test('whoever is held back asks until they are let in, and then follows the class', async () => {
	me = { ...me, standing: 'held' };
	const pupil = openWith(null);
	expect([pupil.refusal, streams.length]).toEqual(['held', 0]);
	await pass(3000);
	expect(pupil.refusal).toBe('held');
	me = { ...me, standing: 'in' };
	await pass(3000);
	expect([pupil.refusal, streams.length]).toEqual([null, 1]);
	streams[0]?.say('time', START + 6000);
	streams[0]?.say('view', viewAfter(asking));
	expect(pupil.asked.map(({ item }) => item.id)).toEqual(['first']);
});

test('whoever is removed is told so, and comes back when the teacher lets them', async () => {
	const pupil = openWith(viewAfter(asking));
	streams[0]?.say('pupil', { name: 'Ada', team: null, standing: 'removed', times: 1 });
	me = { ...me, standing: 'removed' };
	expect(pupil.refusal).toBe('removed');
	await pass(3000);
	me = { ...me, standing: 'in' };
	await pass(3000);
	expect([pupil.refusal, streams.length]).toEqual([null, 2]);
});

test('what a server of another version sends is said, and what was there stays', () => {
	const pupil = openWith(viewAfter(asking));
	streams[0]?.say('view', { version: 9, phase: 'dancing' });
	flushSync();
	expect([pupil.isOutdated, pupil.view?.phase]).toEqual([true, 'asking']);
	streams[0]?.say('view', viewAfter([...asking, { type: 'close', at: START, round: 1 }]));
	expect([pupil.isOutdated, pupil.view?.phase]).toEqual([false, 'closed']);
});

test('what was chosen before the script was there is taken over', () => {
	const pupil = openWith(viewAfter(asking));
	const form = new FormData();
	form.set('round', '1');
	form.set('response', 'two');
	pupil.takeOver(form);
	expect(pupil.answers.given(1).response).toBe('two');
	form.set('round', '7');
	form.set('response', 'one');
	pupil.takeOver(form);
	expect(pupil.answers.given(1).response).toBe('two');
});
