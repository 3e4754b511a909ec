import { describe, expect, test } from 'vitest';

import { localized } from '#lib/language/addresses.ts';
import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';

import type { Ask } from './fill.ts';
import { FakeCaches } from './fixtures.ts';
import { OfflineStore } from './offline-store.ts';

const DAY = 86_400_000;
const LIST = '/offline/list';

/** A server that may be updated, given other questions, or taken down. */
class Server {
	fingerprint = '1-a';
	version = '1';
	/** An address that it fails at. */
	broken: string | undefined;
	asked = 0;
	/** Whether a proxy on the way drops the headers that it does not know. */
	isStripped = false;
	/** Called before each answer. */
	answering: (address: string) => void = () => undefined;

	ask = (address: string): Promise<Response | undefined> => {
		this.asked++;
		this.answering(address);
		if (address === this.broken) return Promise.reject(new TypeError('The network is down.'));
		if (address.endsWith(LIST))
			return Promise.resolve(Response.json(this.#list(address.slice(0, -LIST.length))));
		const text = `${this.fingerprint} ${address}`;
		const headers = new Headers(this.isStripped ? {} : { [FINGERPRINT_HEADER]: this.fingerprint });
		return Promise.resolve(new Response(text, { headers }));
	};

	#list(home: string): OfflineList {
		const { version, fingerprint } = this;
		return { version, fingerprint, pages: [`${home}/c`], files: [], fallback: `${home}/c` };
	}
}

function storeOf(caches: FakeCaches, { ask }: Pick<Server, 'ask'>, version = '1'): OfflineStore {
	return new OfflineStore({
		caches,
		ask,
		version,
		built: ['/_app/immutable/a.js', '/icons/a.png'],
		listAddress: (language) => localized(LIST, language)
	});
}

async function texts(store: OfflineStore): Promise<(string | undefined)[]> {
	const found = [store.find('/fr/c'), store.find('/fr/c/__data.json')];
	return Promise.all(found.map(async (response) => (await response)?.text()));
}

test('what was filled is found, even by a worker that has just started', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	expect(await storeOf(caches, server).fill('fr', 0)).toBe(true);
	const store = storeOf(caches, server);
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	expect(await (await store.findFile('/_app/immutable/fr/a.js'))?.text()).toContain('/fr/a.js');
	expect(await store.find('/fr/elsewhere')).toBeUndefined();
	expect(await store.findFile('/_app/immutable/b.js')).toBeUndefined();
});

test('other questions replace what was kept when all of them are there, and not before', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const store = storeOf(caches, server);
	await store.fill('fr', 0);
	Object.assign(server, { fingerprint: '1-b', broken: '/fr/c/__data.json' });
	await expect(store.fill('fr', 1)).rejects.toThrow('down');
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	expect(caches.names()).not.toContain('five-points-pages-1-b.fr');

	server.broken = undefined;
	await store.fill('fr', 2);
	expect(await texts(store)).toEqual(['1-b /fr/c', '1-b /fr/c/__data.json']);
	await store.tidy(true);
	expect(caches.names()).toEqual(['five-points-files-1', 'five-points-pages-1-b.fr']);
});

test('two pages at once have it filled once, and neither removes what the other keeps', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const asked = new Set<string>();
	const answerOnce: Ask = (address) => {
		if (asked.has(address)) return Promise.reject(new TypeError('The network is down.'));
		asked.add(address);
		return server.ask(address);
	};
	const store = storeOf(caches, { ask: answerOnce });
	expect(await Promise.all([store.fill('fr', 0), store.fill('fr', 0)])).toEqual([true, true]);
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	await expect(store.fill('fr', 1)).rejects.toThrow('down');
});

test('what has not changed is not asked for again', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const store = storeOf(caches, server);
	await store.fill('fr', 0);
	server.asked = 0;
	await store.fill('fr', DAY);
	expect(server.asked).toBe(1);
});

describe('behind a proxy that drops headers which it does not know', () => {
	function stripped() {
		const server = Object.assign(new Server(), { isStripped: true });
		return { server, store: storeOf(new FakeCaches(), server) };
	}

	test('all is kept the same', async () => {
		const { store } = stripped();
		expect(await store.fill('fr', 0)).toBe(true);
		expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	});

	test('pages of questions that changed meanwhile are not put together', async () => {
		const { server, store } = stripped();
		server.answering = (address) => {
			if (address.endsWith('__data.json')) server.fingerprint = '1-b';
		};
		await expect(store.fill('fr', 0)).rejects.toThrow('changed');
		expect(await store.list('fr')).toBeUndefined();
		server.answering = () => undefined;
		await store.fill('fr', 1);
		expect(await texts(store)).toEqual(['1-b /fr/c', '1-b /fr/c/__data.json']);
	});

	test('other questions are looked for now and then, and what was kept is then known to be old', async () => {
		const { server, store } = stripped();
		expect(await store.isOutdated(null, 'fr', 0)).toBe(true);
		await store.fill('fr', 0);
		expect(await store.isOutdated(null, 'fr', 9 * 60_000)).toBe(false);
		expect(await store.isOutdated(null, 'fr', 11 * 60_000)).toBe(true);
		Object.assign(server, { fingerprint: '1-b', broken: '/fr/c' });
		await expect(store.fill('fr', 11 * 60_000)).rejects.toThrow('down');
		expect(await store.isCurrent('fr')).toBe(false);
	});
});

test('pages of another build are left to that build’s worker', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const store = storeOf(caches, server);
	await store.fill('fr', 0);
	Object.assign(server, { fingerprint: '2-a', version: '2' });
	expect(await store.fill('fr', DAY)).toBe(false);
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);

	await storeOf(caches, server, '2').fill('fr', DAY);
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
});

test('a new version takes over what never changes, and asks for all else', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const old = storeOf(caches, server);
	await old.fill('fr', 0);
	Object.assign(server, { fingerprint: '2-a', version: '2' });
	const store = storeOf(caches, server, '2');
	await store.fill('fr', DAY);
	const found = async (store: OfflineStore, address: string) => (await store.findFile(address))?.text();
	expect(await found(store, '/_app/immutable/fr/a.js')).toBe('1-a /_app/immutable/fr/a.js');
	expect(await found(store, '/icons/a.png')).toBe('2-a /icons/a.png');
	expect(await found(old, '/icons/a.png')).toBe('1-a /icons/a.png');
});

test('what is kept is outdated when the server has something else, or after a day, but is not compared with every page', async () => {
	const server = new Server();
	const store = storeOf(new FakeCaches(), server);
	expect(await store.isOutdated('1-a', 'fr', 0)).toBe(true);
	await store.fill('fr', 0);
	expect([await store.isOutdated('1-a', 'fr', DAY), await store.isCurrent('fr')]).toEqual([false, true]);
	expect([await store.isOutdated('1-b', 'fr', 1000), await store.isCurrent('fr')]).toEqual([false, false]);
	expect(await store.isOutdated('1-b', 'fr', 60_000)).toBe(true);
	expect(await store.isOutdated('1-a', 'fr', DAY + 1)).toBe(true);
});

test('caches that cannot be read keep nothing, and break nothing', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	await storeOf(caches, server).fill('fr', 0);
	const store = storeOf(caches, server);
	caches.match = () => Promise.reject(new DOMException('broken', 'UnknownError'));
	expect(await store.find('/fr/c')).toBeUndefined();
	expect(await store.findFile('/_app/immutable/fr/a.js')).toBeUndefined();
	expect(await store.isOutdated('1-a', 'fr', 0)).toBe(true);
});

const sound: OfflineList = { version: '1', fingerprint: '1-a', pages: ['/c'], files: [], fallback: '/c' };

test.for([
	null,
	[],
	'Log in to this network',
	{},
	{ version: '1' },
	{ ...sound, pages: undefined },
	{ ...sound, files: [1] },
	{ ...sound, fingerprint: null }
])('an invalid list, such as %j, keeps nothing, and is asked for again', async (list) => {
	const caches = new FakeCaches();
	const store = storeOf(caches, { ask: () => Promise.resolve(Response.json(list)) });
	await expect(store.fill('en', 0)).rejects.toThrow('does not tell what to keep');
	expect(caches.names()).toEqual([]);
	expect(await store.isOutdated('1-a', 'en', DAY)).toBe(true);
});

test.for([
	null,
	[],
	{},
	{ list: {} },
	{ list: { ...sound, pages: '/c' }, checked: 0 },
	{ list: sound },
	{ list: sound, checked: 'today' }
])('what was kept with a list like %j is fetched again', async (kept) => {
	const [caches, server] = [new FakeCaches(), new Server()];
	await (await caches.open('five-points-files-1')).put(LIST, Response.json(kept));
	const store = storeOf(caches, server);
	expect(await store.list('en')).toBeUndefined();
	expect(await store.isOutdated('1-a', 'en', 1)).toBe(true);
	await store.tidy(true);
	await store.fill('en', 2);
	expect(await store.isOutdated('1-a', 'en', DAY)).toBe(false);
	expect(await (await store.find('/c'))?.text()).toBe('1-a /c');
});

test('each language is kept when it is read, and does not disturb the others', async () => {
	const [caches, server] = [new FakeCaches(), new Server()];
	const store = storeOf(caches, server);
	await store.fill('fr', 0);
	expect(await store.languages()).toEqual(['fr']);
	expect([await store.find('/c'), await store.findFile('/_app/immutable/a.js')]).toEqual([
		undefined,
		undefined
	]);
	// A language that is not kept is worth asking for, however recently another one was compared.
	expect(await store.isOutdated('1-a', 'en', 1)).toBe(true);

	Object.assign(server, { broken: '/c' });
	await expect(store.fill('en', 1)).rejects.toThrow('down');
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	Object.assign(server, { broken: undefined, fingerprint: '1-b' });
	await store.fill('en', 2);
	await store.tidy(true);
	expect(await (await store.find('/c'))?.text()).toBe('1-b /c');
	expect(await texts(store)).toEqual(['1-a /fr/c', '1-a /fr/c/__data.json']);
	expect(await storeOf(caches, server, '2').languagesEver()).toEqual(['en', 'fr']);
});
