import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';
import { IMMUTABLE } from '#lib/language/client-of.ts';

import { dataOf, keyOf } from './key.ts';

/** Asks the server; undefined where it has no such thing. Throws when it does not answer, or refuses. */
export type Ask = (address: string) => Promise<Response | undefined>;

/** The part of a cache that filling needs. */
export interface Shelf {
	match: (address: string) => Promise<Response | undefined>;
	put: (address: string, response: Response) => Promise<void>;
}

/** The most requests at a time, since an open page has priority on the network. */
const WIDTH = 4;

/**
 * Keeps the client’s files, each once.
 *
 * @param before looks for one that an earlier version has kept; asked only for what never changes
 * @throws if one cannot be fetched or kept; those before it stay, so that the next attempt has less to do
 */
export async function fillFiles(
	files: readonly string[],
	shelf: Shelf,
	before: (address: string) => Promise<Response | undefined>,
	ask: Ask
): Promise<void> {
	await inTurns(files, async (file) => {
		if (await shelf.match(file)) return;
		const same = file.includes(IMMUTABLE) ? await before(file) : undefined;
		const response = same ?? (await ask(file));
		if (!response) throw new Error(`${file} is not on the server.`);
		await shelf.put(file, response);
	});
}

/**
 * Keeps all that the list names. A page that the server does not have is left out. Each answer says what it was made
 * from, unless a proxy drops that header: then the list is asked for once more at the end, and has to be the same.
 *
 * @param askForList gets the list as it is by then
 * @throws if the server does not answer, refuses or has changed meanwhile, or if the device has no room
 */
export async function fillPages(
	list: OfflineList,
	shelf: Shelf,
	ask: Ask,
	askForList: () => Promise<OfflineList>
): Promise<void> {
	const expectSame = (fingerprint: string) => {
		if (fingerprint !== list.fingerprint) throw new Error('The server has changed.');
	};
	const unsaid = new Set<string>();
	const keep = async (address: string): Promise<boolean> => {
		const response = await ask(address);
		if (!response) return false;
		const fingerprint = response.headers.get(FINGERPRINT_HEADER);
		if (fingerprint === null) unsaid.add(address);
		else expectSame(fingerprint);
		await shelf.put(keyOf(address), response);
		return true;
	};
	const all = [
		...list.pages.map((page) => async () => {
			if (await keep(page)) await keep(dataOf(page));
		}),
		...list.files.map((file) => () => keep(file))
	];
	await inTurns(all, (one) => one());
	if (unsaid.size > 0) expectSame((await askForList()).fingerprint);
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
	const rest = all.values();
	const turn = async () => {
		for (const one of rest) await work(one);
	};
	await Promise.all(Array.from({ length: WIDTH }, turn));
}
