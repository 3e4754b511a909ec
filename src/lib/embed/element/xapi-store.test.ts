import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check } from '#lib/quiz/fixtures.ts';

import { answeredBy, StagedStore } from '../platform/cmi5/staging.ts';
import { keptOnDevice } from '../platform/device.ts';
import type { Keeping } from '../platform/platform.ts';
import { BEGUN, outcomeWith, recordOf, scoredItem, Shelf } from '../platform/staging.ts';
import { showKeeping, storeOf, type ElementPlatform } from './xapi-store.ts';

const { window } = new JSDOM('<!doctype html><body></body>', {
	url: 'https://school.example/page?lesson=1#part'
});
let store: StagedStore;
let key = 0;

beforeEach(() => {
	store = new StagedStore('https://store.example/xapi', { isPlain: true });
	store.launch();
	key++;
	const putBack = answeredBy(() => store);
	vi.setSystemTime(BEGUN);
	vi.spyOn(console, 'warn').mockReturnValue();
	return putBack;
});

const arrived = () => vi.advanceTimersByTimeAsync(1);

function elementWith(attributes: Record<string, string>): Element {
	const element = window.document.createElement('five-points-quiz');
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	return element;
}

/** What the element of a page is told to tell, each time the page is opened. */
function opened(changes: Record<string, string> = {}, lasting = false): ElementPlatform {
	store.launch();
	const { authorization: auth, activity, registration } = store;
	const actor = JSON.stringify(store.actor);
	const named = {
		endpoint: 'https://store.example/xapi',
		auth,
		actor,
		'activity-id': activity,
		registration
	};
	const device = keptOnDevice(`test ${key}`, { lasting });
	const found = storeOf(elementWith({ ...named, ...changes }), device, 'en');
	if ('notice' in found) throw new Error(found.notice.attribute);
	return found.platform;
}

function keepingOf(platform: ElementPlatform): Keeping {
	let seen: Keeping = 'refused';
	platform.watch((keeping) => (seen = keeping))();
	return seen;
}

const begun = recordOf([answer('one'), check], { done: 1 });

function finish(platform: ElementPlatform): void {
	platform.keep(begun);
	platform.answered(scoredItem('first'));
	platform.finished(outcomeWith(2));
}

test('a quiz is told from its beginning to its end, with its score', async () => {
	const platform = opened();
	expect(await platform.resume()).toBeUndefined();
	finish(platform);
	await arrived();
	platform.leave();
	await arrived();
	expect(store.verbs()).toEqual(['initialized', 'answered', 'completed', 'terminated']);
	expect(store.statements[2]?.result).toMatchObject({
		completion: true,
		score: { scaled: 1, raw: 2, max: 2 }
	});
	expect(store.statements.map(({ object }) => object.id)).toContain(`${store.activity}#item-first`);
	expect(JSON.stringify(store.statements[1]?.context)).toBe(
		JSON.stringify({ language: 'en', registration: store.registration })
	);
});

test('with a mark to reach, it is passed or failed', async () => {
	finish(opened({ mastery: '0.7' }));
	await arrived();
	expect(store.verbs()).toEqual(['initialized', 'answered', 'passed', 'completed']);
});

test('what was kept is gone on with on another device, and told once', async () => {
	const first = opened();
	first.keep(begun);
	first.answered(scoredItem('first'));
	await vi.advanceTimersByTimeAsync(5000);
	first.leave();
	await arrived();
	key++;
	const second = opened();
	expect(await second.resume()).toEqual(begun);
	second.answered({ ...scoredItem('first'), again: true });
	await arrived();
	expect(store.verbs().filter((verb) => verb === 'answered')).toHaveLength(1);
});

test('another attempt at the same is told as one of its own', async () => {
	const first = opened();
	finish(first);
	await arrived();
	first.leave();
	await arrived();
	const second = opened();
	second.forget();
	// A quiz that begins anew asks at once, before the store has heard of it.
	expect(await second.resume()).toBeUndefined();
	await arrived();
	expect(store.states.get('five-points-attempt')).toBe('{}');
	second.keep({ ...begun, startedAt: begun.startedAt + 1 });
	second.answered({ ...scoredItem('first'), id: 'another/first' });
	second.finished(outcomeWith(1));
	await arrived();
	expect(store.verbs().filter((verb) => verb === 'completed')).toHaveLength(2);
	expect(store.verbs().filter((verb) => verb === 'answered')).toHaveLength(2);
});

describe('where the store', () => {
	test('is away, answers are kept, said to be held, and sent once it is back', async () => {
		vi.stubGlobal('localStorage', new Shelf());
		store.line = 'down';
		const platform = opened({}, true);
		const resuming = platform.resume();
		await vi.advanceTimersByTimeAsync(3000);
		expect(await resuming).toBeUndefined();
		finish(platform);
		await arrived();
		expect(keepingOf(platform)).toBe('held');
		store.line = 'up';
		await vi.advanceTimersByTimeAsync(60_000);
		expect(store.verbs()).toEqual(['initialized', 'answered', 'completed']);
		expect(keepingOf(platform)).toBe('kept');
	});

	test('is away until the page is left, the next page tells it, each answer once', async () => {
		store.line = 'down';
		const first = opened();
		first.keep(begun);
		first.answered(scoredItem('first'));
		await vi.advanceTimersByTimeAsync(3000);
		first.leave();
		await arrived();
		store.line = 'up';
		const second = opened();
		expect(await second.resume()).toEqual(begun);
		second.answered({ ...scoredItem('first'), again: true });
		await arrived();
		expect(store.verbs()).toEqual(['initialized', 'answered']);
	});

	test('is away when a quiz ends and its page is left, the next page tells the end as well', async () => {
		store.line = 'down';
		const first = opened();
		const { duration: _, ...outcome } = outcomeWith(2);
		finish(first);
		first.keep({ ...begun, outcome });
		await vi.advanceTimersByTimeAsync(3000);
		first.leave();
		await arrived();
		store.line = 'up';
		const second = opened();
		expect((await second.resume())?.outcome).toEqual(outcome);
		await arrived();
		expect(store.verbs()).toEqual(['initialized', 'completed']);
		expect(store.statements[1]?.result).toMatchObject({ score: { raw: 2 }, duration: 'PT2M0S' });
	});

	test('is away, the learner is told whether the device holds what was answered', async () => {
		store.line = 'down';
		vi.stubGlobal('localStorage', new Shelf());
		for (const [isLasting, keeping] of [
			[false, 'waiting'],
			[true, 'held']
		] as const) {
			const platform = opened({}, isLasting);
			finish(platform);
			await vi.advanceTimersByTimeAsync(3000);
			expect(keepingOf(platform)).toBe(keeping);
		}
	});

	test.each([
		[true, 'kept'],
		[false, 'refused']
	] as const)(
		'does not say what it keeps, the device may keep it (%s), and else it is %s',
		async (isLasting, keeping) => {
			vi.stubGlobal('localStorage', new Shelf());
			const platform = opened({}, isLasting);
			store.instead = ({ method, address }) =>
				method === 'GET' && address.pathname.endsWith('/state')
					? new Response(null, { status: 403 })
					: undefined;
			const resumed = platform.resume();
			await vi.advanceTimersByTimeAsync(5000);
			expect(await resumed).toBeUndefined();
			finish(platform);
			await vi.advanceTimersByTimeAsync(5000);
			expect(keepingOf(platform)).toBe(keeping);
		}
	);

	test('is away from a device that does something to what is finished elsewhere, it stays finished', async () => {
		const first = opened();
		first.keep(begun);
		await vi.advanceTimersByTimeAsync(5000);
		store.line = 'down';
		first.keep({ ...begun, updatedAt: begun.updatedAt + 9000 });
		first.leave();
		await arrived();
		store.line = 'up';
		key++;
		const elsewhere = opened();
		await elsewhere.resume();
		const { duration: _, ...outcome } = outcomeWith(2);
		const over = { ...begun, outcome };
		elsewhere.keep(over);
		elsewhere.finished(outcomeWith(2));
		elsewhere.leave();
		await arrived();
		key--;
		expect(await opened().resume()).toEqual(over);
	});

	test.each([
		['another seed', 'b?seed=other'],
		['the same seed', begun.id]
	])('is away while another attempt begins, by %s, the next page goes on with that one', async (_, id) => {
		const first = opened();
		finish(first);
		await arrived();
		first.leave();
		await arrived();
		store.line = 'down';
		const second = opened();
		second.forget();
		const startedAt = begun.updatedAt + 1;
		const other = { ...begun, id, startedAt, updatedAt: startedAt };
		second.keep(other);
		second.leave();
		await arrived();
		store.line = 'up';
		const third = opened();
		expect(await third.resume()).toEqual(other);
		// The store has heard of the same question and of an end, but not of these.
		third.answered({ ...scoredItem('first'), id: 'other/first', again: true });
		third.finished(outcomeWith(1));
		await arrived();
		const verbs = store.verbs();
		for (const verb of ['answered', 'completed'])
			expect(verbs.filter((each) => each === verb)).toHaveLength(2);
	});

	test.each([400, 403])(
		'refuses an answer (%i), the learner is told that it is kept all the same',
		async (status) => {
			const platform = opened();
			await platform.resume();
			await arrived();
			store.instead = ({ body }) => (body.includes('/answered') ? new Response(null, { status }) : undefined);
			finish(platform);
			await arrived();
			expect(keepingOf(platform)).toBe('untold');
			expect(store.verbs()).toEqual(['initialized', 'completed']);
			expect(await opened().resume()).toMatchObject({ id: begun.id });
		}
	);

	test('lets nobody in, it is asked again', async () => {
		const platform = opened({ auth: 'Basic wrong' });
		finish(platform);
		await arrived();
		expect(keepingOf(platform)).toBe('waiting');
	});
});

test.each([
	[{ endpoint: 'ftp://a.example' }, 'endpoint'],
	[{ actor: '' }, 'actor'],
	[{ actor: '{"name":"Ada"}' }, 'actor'],
	[{ actor: '[1]' }, 'actor'],
	[{ 'activity-id': 'quiz' }, 'activity-id'],
	[{ registration: 'class 7b' }, 'registration'],
	[{ mastery: '70' }, 'mastery']
])('an attribute that means nothing is named: %j', (changes, attribute) => {
	const named = { endpoint: 'https://a.example', actor: '{"mbox":"mailto:ada@a.example"}' };
	const found = storeOf(elementWith({ ...named, ...changes }), keptOnDevice('none'), 'en');
	expect(found).toMatchObject({ notice: { code: 'no-store', attribute } });
});

test('an activity without a name of its own has that of its page', async () => {
	const sent: string[] = [];
	vi.stubGlobal('fetch', (_: unknown, { body = '' }: { body?: string }) => {
		sent.push(body);
		return Promise.resolve(new Response('[]'));
	});
	storeOf(elementWith({ endpoint: '/xapi', actor: JSON.stringify(store.actor) }), keptOnDevice('own'), 'en');
	await arrived();
	expect(sent[0]).toContain('"id":"https://school.example/page?lesson=1"');
});

test('what is said of the store reads as its own language does, in whatever page', () => {
	const host = window.document.createElement('div');
	host.dir = 'rtl';
	const root = host.attachShadow({ mode: 'open' });
	const hide = showKeeping(root, opened(), 'en');
	expect(root.querySelector('p')).toMatchObject({ lang: 'en', dir: 'ltr', hidden: true });
	hide();
	expect(root.childElementCount).toBe(0);
});
