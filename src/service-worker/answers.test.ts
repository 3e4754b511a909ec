import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { localized } from '#lib/language/addresses.ts';
import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';

import { Answers, type Asking } from './answers.ts';
import { FakeCaches } from './fixtures.ts';
import { PATIENCE } from './network-first.ts';
import { OfflineStore } from './offline-store.ts';

const list: OfflineList = {
	version: '1',
	fingerprint: '1-a',
	pages: ['/fr', '/fr/c'],
	files: ['/fr/c/course', '/fr/b/course'],
	fallback: '/fr'
};
const bank = bankWith();

const network = vi.fn<typeof fetch>();
const refresh = vi.fn((_language: string) => Promise.resolve());
const down = () => Promise.reject(new TypeError('The network is down.'));

let answers: Answers;
const setCookie = vi.fn<(cookie: CookieInit) => Promise<void>>();

beforeEach(async () => {
	vi.stubGlobal('fetch', network.mockReset());
	onTestFinished(() => void vi.unstubAllGlobals());
	refresh.mockClear();
	const caches = new FakeCaches();
	const ask = (address: string) => {
		const headers = { [FINGERPRINT_HEADER]: '1-a' };
		if (address === '/fr/offline/list') return Promise.resolve(Response.json(list));
		if (address === '/fr/b/course') return Promise.resolve(Response.json(bank, { headers }));
		return Promise.resolve(new Response(`kept ${address}`, { headers }));
	};
	const store = new OfflineStore({
		caches,
		ask,
		version: '1',
		built: [],
		listAddress: (language) => localized('/offline/list', language)
	});
	await store.fill('fr', Date.now() - 120_000);
	setCookie.mockReset().mockResolvedValue(undefined);
	answers = new Answers({ store, cookies: { set: setCookie }, refresh });
});

/** What a browser asks the worker, and what it goes on with after its answer. */
function asking(address: string, init?: RequestInit): Asking & { done: () => Promise<unknown> } {
	const going: unknown[] = [];
	return {
		request: new Request(`http://here${address}`, init),
		preloadResponse: Promise.resolve(undefined),
		waitUntil: (promise) => void going.push(promise),
		done: () => Promise.all(going)
	};
}

function fresh(fingerprint: string): Promise<Response> {
	const headers = { [FINGERPRINT_HEADER]: fingerprint };
	return Promise.resolve(new Response('fresh', { headers }));
}

test('a page comes from the network, or else from what was kept', async () => {
	network.mockImplementationOnce(() => fresh('1-a')).mockImplementation(down);
	const first = asking('/fr/c');
	expect(await (await answers.to('page', first)).text()).toBe('fresh');
	await first.done();
	expect(refresh).not.toHaveBeenCalled();
	expect(await (await answers.to('page', asking('/fr/c?seed=a'))).text()).toBe('kept /fr/c');
	expect(
		await (await answers.to('page-data', asking('/fr/c/__data.json?x-sveltekit-invalidated=01'))).text()
	).toBe('kept /fr/c/__data.json');
});

test('a page with other questions causes what is kept to be refreshed, once it has come', async () => {
	network.mockImplementation(() => fresh('1-b'));
	const page = asking('/fr/c');
	await answers.to('page', page);
	await page.done();
	expect(refresh).toHaveBeenCalledOnce();
});

test('a page without a fingerprint, which a proxy may drop, has what is kept looked at', async () => {
	network.mockImplementation(() => Promise.resolve(new Response('fresh')));
	for (const address of ['/fr/c', '/c']) {
		const page = asking(address);
		expect(await (await answers.to('page', page)).text()).toBe('fresh');
		await page.done();
	}
	expect(refresh.mock.calls).toEqual([['en']]);
});

test('an answer that refuses says nothing of what the server has', async () => {
	network.mockImplementation(() => Promise.resolve(new Response('busy', { status: 502 })));
	const page = asking('/c');
	await answers.to('page', page);
	await page.done();
	expect(refresh).not.toHaveBeenCalled();
});

test('a course comes from what was kept, until the server is known to have another', async () => {
	network.mockImplementation(() => fresh('1-b'));
	const course = async () => (await answers.to('course', asking('/fr/c/course'))).text();
	expect(await course()).toBe('kept /fr/c/course');
	const page = asking('/fr/c');
	await answers.to('page', page);
	await page.done();
	expect(await course()).toBe('fresh');
	network.mockImplementation(down);
	expect(await course()).toBe('kept /fr/c/course');
});

/** Makes the network answer later than a page waits before it takes what is kept. */
function slowNetwork(): void {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
	network.mockImplementation(
		() => new Promise((resolve) => setTimeout(() => resolve(new Response('fresh')), PATIENCE * 2))
	);
}

async function textOf(answer: Promise<Response>): Promise<string> {
	await vi.runAllTimersAsync();
	return (await answer).text();
}

test('items come from what was kept if the network is slow, but not if the page has other questions', async () => {
	const items = () => textOf(answers.to('items', asking('/fr/b/quiz/items?ids=number')));
	slowNetwork();
	expect(await items()).toContain('"id":"number"');
	network.mockImplementationOnce(() => fresh('1-b'));
	const page = asking('/fr/b');
	await answers.to('page', page);
	await page.done();
	expect(await items()).toBe('fresh');
	expect(await textOf(answers.to('course', asking('/fr/b/course')))).toBe('fresh');
	network.mockImplementation(down);
	expect(await items()).toContain('"id":"number"');
});

test('if the kept course lacks an item, none of them come from it', async () => {
	network.mockImplementation(down);
	const answer = await answers.to('items', asking('/fr/b/quiz/items?ids=number,added'));
	expect(answer.type).toBe('error');
	slowNetwork();
	expect(await textOf(answers.to('items', asking('/fr/b/quiz/items?ids=number,added')))).toBe('fresh');
});

test('a page that is not kept leads to the one that says what works, with a way back', async () => {
	network.mockImplementation(down);
	const answer = await answers.to('page', asking('/fr/c/quiz?behaviour=exam'));
	expect([answer.status, answer.headers.get('location')]).toEqual([
		302,
		'http://here/fr?of=%2Ffr%2Fc%2Fquiz%3Fbehaviour%3Dexam'
	]);
	expect((await answers.to('page-data', asking('/fr/c/quiz/__data.json'))).type).toBe('error');
});

test('a page with a slash after it leads to the page itself, as on the server, so that its links hold', async () => {
	network.mockImplementation(down);
	const location = async (address: string) =>
		(await answers.to('page', asking(address))).headers.get('location');
	expect(await location('/fr/c/?seed=a')).toBe('http://here/fr/c?seed=a');
	expect(await location('/fr/c/quiz/')).toBe('http://here/fr?of=%2Ffr%2Fc%2Fquiz%2F');
	expect(await location('/fr')).toBeNull();
	slowNetwork();
	const slow = location('/fr/c/');
	await vi.runAllTimersAsync();
	expect(await slow).toBe('http://here/fr/c');
});

test('an address without a language leads to the page in a language that is kept, or else to what works', async () => {
	network.mockImplementation(down);
	const location = async (address: string) =>
		(await answers.to('page', asking(address))).headers.get('location');
	expect(await location('/')).toBe('http://here/fr');
	expect(await location('/c?seed=a')).toBe('http://here/fr/c?seed=a');
	expect(await location('/c/quiz')).toBe('http://here/fr?of=%2Fc%2Fquiz');
});

test('a page in a language that is not kept causes that language to be kept', async () => {
	network.mockImplementation(() => fresh('1-a'));
	for (const address of ['/fr/c', '/c']) {
		const page = asking(address);
		await answers.to('page', page);
		await page.done();
	}
	expect(refresh.mock.calls).toEqual([['en']]);
});

test('a language can be chosen without the network, and the way back never leads to another site', async () => {
	network.mockImplementation(down);
	const choice = async (chosen: string, back: string) => {
		const answer = await answers.to(
			'language-choice',
			asking(`/language?back=${encodeURIComponent(back)}`, {
				method: 'POST',
				body: new URLSearchParams({ language: chosen })
			})
		);
		return [answer.status, answer.headers.get('location')];
	};
	expect(await choice('fr', '/c?n=5')).toEqual([303, 'http://here/fr/c?n=5']);
	expect(await choice('en', '/fr/c?n=5')).toEqual([303, 'http://here/c?n=5']);
	expect(setCookie.mock.calls.flat()).toMatchObject([
		{ name: 'language', value: 'fr' },
		{ name: 'language', value: 'en' }
	]);
	expect(await choice('tlh', 'http://elsewhere/')).toEqual([303, 'http://here/']);
	setCookie.mockRejectedValue(new TypeError('blocked'));
	expect(await choice('fr', '/')).toEqual([303, 'http://here/fr']);
});
