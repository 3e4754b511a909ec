import type { OfflineList } from '#lib/offline/offline-list.ts';

import { filesCache, leftBehind, pagesCache } from './cache-names.ts';
import { clientFiles, fillFiles, fillPages, type Ask, type Shelf } from './fill.ts';
import { keyOf } from './key.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What was kept, and when that was last compared with what the server has: milliseconds since 1970. */
interface Kept {
	list: OfflineList;
	checked: number;
}

interface Parts {
	caches: CacheStorage;
	ask: Ask;
	/** Of the build that the worker belongs to. */
	version: string;
	/** The client’s files in the first language. */
	built: readonly string[];
	/** Where the server tells what to keep. */
	listAddress: string;
}

/** What a device has kept to do without the network: whole sets of pages, each of which belongs together. */
export class OfflineStore {
	readonly #parts: Parts;
	#kept: Promise<Kept | undefined> | undefined;
	/** What the last answer from the network was made of. */
	#seen: string | undefined;
	#tried = -Infinity;
	#filling: Promise<boolean> | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** What is kept; undefined when nothing is, or it cannot be read. */
	async list(): Promise<OfflineList | undefined> {
		return (await this.#readKept())?.list;
	}

	/** A page, or what else is kept in each language. */
	async find(address: string, language: string): Promise<Response | undefined> {
		const list = await this.list();
		if (!list) return undefined;
		return this.#match(keyOf(address, language), pagesCache(list.fingerprint));
	}

	/** A file of the client: of this build, or of one that an open page may still run on. */
	async findFile(address: string): Promise<Response | undefined> {
		return (await this.#match(address, filesCache(this.#parts.version))) ?? this.#match(address);
	}

	/** Whether what is kept is, as far as one knows, what the server has. */
	async isCurrent(): Promise<boolean> {
		return this.#seen === undefined || this.#seen === (await this.list())?.fingerprint;
	}

	/**
	 * Takes note of what an answer of the server was made of.
	 *
	 * @returns whether what is kept should be refreshed: it is of other questions or another build, or a day has gone by
	 */
	async isOutdated(fingerprint: string, now: number): Promise<boolean> {
		this.#seen = fingerprint;
		if (now - this.#tried < MINUTE) return false;
		const kept = await this.#readKept();
		return kept?.list.fingerprint !== fingerprint || now - kept.checked > DAY;
	}

	/**
	 * Keeps all that the server has now, where that is not what is kept. What was kept stays in use until the last of it
	 * is there. Whoever asks for it meanwhile waits for the same.
	 *
	 * @returns false where the server has another build: what is kept stays as it is
	 * @throws when the server does not answer, or the device has no room
	 */
	fill(now: number): Promise<boolean> {
		this.#filling ??= this.#fill(now).finally(() => (this.#filling = undefined));
		return this.#filling;
	}

	/**
	 * Removes what is of no use any more.
	 *
	 * @param alone whether no page and no other worker may need the caches of another version
	 */
	async tidy(alone: boolean): Promise<void> {
		const { caches, version } = this.#parts;
		const list = await this.list();
		if (!list) return;
		for (const name of leftBehind(await caches.keys(), version, list.fingerprint, alone))
			await caches.delete(name);
	}

	async #fill(now: number): Promise<boolean> {
		const { caches, ask, version, built, listAddress } = this.#parts;
		this.#tried = now;
		const answer = await ask(listAddress);
		if (!answer) throw new Error('The server does not tell what to keep.');
		const list = (await answer.json()) as OfflineList;
		if (list.version !== version) return false;
		const files = await caches.open(filesCache(version));
		const before = (file: string) => this.findFile(file);
		await fillFiles(clientFiles(built, list.languages), shelfOf(files), before, ask);
		await this.#fillPages(list);
		await files.put(listAddress, Response.json({ list, checked: now } satisfies Kept));
		this.#kept = undefined;
		return true;
	}

	async #fillPages(list: OfflineList): Promise<void> {
		const { caches, ask } = this.#parts;
		const name = pagesCache(list.fingerprint);
		if ((await this.list())?.fingerprint === list.fingerprint && (await caches.has(name))) return;
		try {
			await fillPages(list, shelfOf(await caches.open(name)), ask);
		} catch (error) {
			// Half of it would only take up room.
			await caches.delete(name);
			throw error;
		}
	}

	#readKept(): Promise<Kept | undefined> {
		this.#kept ??= this.#match(this.#parts.listAddress, filesCache(this.#parts.version))
			.then((response) => response?.json() as Promise<Kept> | undefined)
			.catch(() => undefined);
		return this.#kept;
	}

	/** A cache that cannot be read is an empty one. */
	async #match(key: string, cacheName?: string): Promise<Response | undefined> {
		try {
			return await this.#parts.caches.match(key, { ignoreVary: true, ...(cacheName && { cacheName }) });
		} catch {
			return undefined;
		}
	}
}

function shelfOf(cache: Cache): Shelf {
	return {
		match: (address) => cache.match(address, { ignoreVary: true }),
		put: (address, response) => cache.put(address, response)
	};
}
