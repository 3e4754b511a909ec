import { expect, test, vi } from 'vitest';

import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';

import { fillFiles, fillPages, type Ask, type Shelf } from './fill.ts';

const list: OfflineList = {
	version: '1',
	fingerprint: '1-a',
	pages: ['/', '/c', '/c/later'],
	files: ['/c/course'],
	fallback: '/'
};

const nowhere = () => Promise.resolve(undefined);

/** A server that has all pages but one, and lists what it was asked for. */
const serverOf =
	(fingerprint: string): Ask =>
	(address) =>
		Promise.resolve(
			address === '/c/later'
				? undefined
				: new Response(address, { headers: { [FINGERPRINT_HEADER]: fingerprint } })
		);
const server = serverOf('1-a');
const never = () => Promise.reject(new Error('Each answer says what it was made from.'));

class MapShelf implements Shelf {
	readonly kept = new Map<string, Response>();
	match = (address: string) => Promise.resolve(this.kept.get(address));
	put = (address: string, response: Response) => Promise.resolve(void this.kept.set(address, response));
}

test('all pages are kept with what the router asks for; one that is not there is left out', async () => {
	const shelf = new MapShelf();
	await fillPages(list, shelf, server, never);
	expect([...shelf.kept.keys()].sort()).toEqual(['/', '/__data.json', '/c', '/c/__data.json', '/c/course']);
	expect(await shelf.kept.get('/c/course')?.text()).toBe('/c/course');
});

test('a server that goes away, or a device without room, is reported', async () => {
	const gone: Ask = (address) => (address === '/c' ? Promise.reject(new TypeError('gone')) : server(address));
	await expect(fillPages(list, new MapShelf(), gone, never)).rejects.toThrow('gone');
	const full = new MapShelf();
	full.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	await expect(fillPages(list, full, server, never)).rejects.toThrow('full');
});

test('pages with other questions than the list’s are not stored with its own', async () => {
	await expect(fillPages(list, new MapShelf(), serverOf('1-b'), never)).rejects.toThrow('changed');
});

test('a file that is kept, or never changes and was kept by an earlier version, is not asked for again', async () => {
	const shelf = new MapShelf();
	await shelf.put('/a', new Response('here'));
	const ask = vi.fn(server);
	const before = (file: string) => Promise.resolve(file.endsWith('/b') ? new Response('before') : undefined);
	await fillFiles(['/a', '/_app/immutable/b', '/_app/immutable/d', '/b'], shelf, before, ask);
	expect(ask.mock.calls.flat().sort()).toEqual(['/_app/immutable/d', '/b']);
	const texts = await Promise.all([...shelf.kept.values()].map((response) => response.text()));
	expect(texts.sort()).toEqual(['/_app/immutable/d', '/b', 'before', 'here']);
});

test('a file that is missing stops the rest, and what came before it stays', async () => {
	const shelf = new MapShelf();
	await expect(fillFiles(['/a', '/c/later'], shelf, nowhere, server)).rejects.toThrow('/c/later');
	expect([...shelf.kept.keys()]).toEqual(['/a']);
});

test('no more than four requests go out at a time', async () => {
	let [now, most] = [0, 0];
	const slow: Ask = async () => {
		most = Math.max(most, ++now);
		await new Promise((resolve) => setTimeout(resolve, 1));
		now--;
		return new Response(null, { headers: { [FINGERPRINT_HEADER]: '1-a' } });
	};
	await fillPages(list, new MapShelf(), slow, never);
	expect(most).toBe(4);
});
