import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';

import { Answers, type Asking } from './answers.ts';
import { FakeCaches } from './fixtures.ts';
import { LearnerLanguage } from './learner-language.ts';
import { PATIENCE } from './network-first.ts';
import { OfflineStore } from './offline-store.ts';

const list: OfflineList = {
	version: '1',
	fingerprint: '1-a',
	languages: ['en', 'fr'],
	pages: ['/', '/c'],
	files: ['/c/course', '/b/course'],
	fallback: '/'
};
const bank = bankWith();

const network = vi.fn<typeof fetch>();
const refresh = vi.fn(() => Promise.resolve());
const down = () => Promise.reject(new TypeError('The network is down.'));

let answers: Answers;
let language: LearnerLanguage;

beforeEach(async () => {
	vi.stubGlobal('fetch', network.mockReset());
	onTestFinished(() => void vi.unstubAllGlobals());
	refresh.mockClear();
	const caches = new FakeCaches();
	const ask = (address: string, spoken = '') => {
		const headers = { [FINGERPRINT_HEADER]: '1-a' };
		if (address === '/offline/list') return Promise.resolve(Response.json(list));
		if (address.startsWith('/b/course')) return Promise.resolve(Response.json(bank, { headers }));
		return Promise.resolve(new Response(`kept ${address} ${spoken}`, { headers }));
	};
	const store = new OfflineStore({ caches, ask, version: '1', built: [], listAddress: '/offline/list' });
	await store.fill(Date.now() - 120_000);
	language = new LearnerLanguage({
		caches,
		cookies: undefined,
		cookie: { name: 'language', maxAge: 60 },
		preferred: ['en']
	});
	answers = new Answers({ store, language, refresh });
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

function fresh(fingerprint: string, spoken = 'en'): Promise<Response> {
	const headers = { [FINGERPRINT_HEADER]: fingerprint, 'content-language': spoken };
	return Promise.resolve(new Response('fresh', { headers }));
}

test('a page comes from the network, and else as it was kept in the language of the last one', async () => {
	network.mockImplementationOnce(() => fresh('1-a', 'fr')).mockImplementation(down);
	const first = asking('/c');
	expect(await (await answers.to('page', first)).text()).toBe('fresh');
	await first.done();
	expect(refresh).not.toHaveBeenCalled();
	expect(await (await answers.to('page', asking('/c?seed=a'))).text()).toBe('kept /c fr');
	expect(
		await (await answers.to('page-data', asking('/c/__data.json?x-sveltekit-invalidated=01'))).text()
	).toBe('kept /c/__data.json fr');
});

test('a page of other questions has what is kept refreshed, once it has come', async () => {
	network.mockImplementation(() => fresh('1-b'));
	const page = asking('/c');
	await answers.to('page', page);
	await page.done();
	expect(refresh).toHaveBeenCalledOnce();
});

test('a course comes as it was kept, until the server is known to have another', async () => {
	network.mockImplementation(() => fresh('1-b'));
	const course = async () => (await answers.to('course', asking('/c/course?language=fr'))).text();
	expect(await course()).toBe('kept /c/course?language=fr fr');
	const page = asking('/c');
	await answers.to('page', page);
	await page.done();
	expect(await course()).toBe('fresh');
	network.mockImplementation(down);
	expect(await course()).toBe('kept /c/course?language=fr fr');
});

/** Has the network answer later than a page waits for what is kept. */
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

test('items come as they were kept where the network is slow, but not if the page is of other questions', async () => {
	const items = () => textOf(answers.to('items', asking('/b/quiz/items?ids=number')));
	slowNetwork();
	expect(await items()).toContain('"id":"number"');
	network.mockImplementationOnce(() => fresh('1-b'));
	const page = asking('/b');
	await answers.to('page', page);
	await page.done();
	expect(await items()).toBe('fresh');
	expect(await textOf(answers.to('course', asking('/b/course')))).toBe('fresh');
	network.mockImplementation(down);
	expect(await items()).toContain('"id":"number"');
});

test('where the kept course lacks an item, none of them come from it', async () => {
	network.mockImplementation(down);
	const answer = await answers.to('items', asking('/b/quiz/items?ids=number,added'));
	expect(answer.type).toBe('error');
	slowNetwork();
	expect(await textOf(answers.to('items', asking('/b/quiz/items?ids=number,added')))).toBe('fresh');
});

test('a page tells what it is of, even if the device has no room to note its language', async () => {
	network.mockImplementation(() => fresh('1-b'));
	vi.spyOn(language, 'note').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
	const page = asking('/c');
	await answers.to('page', page);
	await page.done();
	expect(await (await answers.to('course', asking('/c/course'))).text()).toBe('fresh');
});

test('a page that is not kept leads to the one that tells what works, with the way back', async () => {
	network.mockImplementation(down);
	const answer = await answers.to('page', asking('/c/quiz?behaviour=exam'));
	expect([answer.status, answer.headers.get('location')]).toEqual([
		302,
		'http://here/?of=%2Fc%2Fquiz%3Fbehaviour%3Dexam'
	]);
	expect((await answers.to('page-data', asking('/c/quiz/__data.json'))).type).toBe('error');
});

test('a page with a slash after it leads to the page itself, as on the server, so that its links hold', async () => {
	network.mockImplementation(down);
	const location = async (address: string) =>
		(await answers.to('page', asking(address))).headers.get('location');
	expect(await location('/c/?seed=a')).toBe('http://here/c?seed=a');
	expect(await location('/c/quiz/')).toBe('http://here/?of=%2Fc%2Fquiz%2F');
	expect(await location('/')).toBeNull();
	slowNetwork();
	const slow = location('/c/');
	await vi.runAllTimersAsync();
	expect(await slow).toBe('http://here/c');
});

test('a language is chosen without the network, and another site is no way back', async () => {
	network.mockImplementation(down);
	const choice = (chosen: string, back: string) =>
		answers.to(
			'language-choice',
			asking(`/language?back=${encodeURIComponent(back)}`, {
				method: 'POST',
				body: new URLSearchParams({ language: chosen })
			})
		);
	const answer = await choice('fr', '/c?n=5');
	expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://here/c?n=5']);
	expect(await language.now(list.languages)).toBe('fr');
	expect((await choice('tlh', 'http://elsewhere/')).headers.get('location')).toBe('http://here/');
	expect(await language.now(list.languages)).toBe('fr');
});
