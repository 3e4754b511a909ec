import * as v from 'valibot';

import { languageAt } from '#lib/language/addresses.ts';
import { offlineListSchema, type OfflineList } from '#lib/offline/offline-list.ts';
import { withClientOf } from '#lib/language/client-of.ts';
import { locales, type Locale } from '#lib/paraglide/runtime.js';

import { filesCache, leftBehind, pagesCache } from './cache-names.ts';
import { fillFiles, fillPages, type Ask, type Shelf } from './fill.ts';
import { keyOf } from './key.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How often to ask whether the server has something else, where its answers do not say. */
const NOW_AND_THEN = 10 * MINUTE;

/** A placeholder for the origin of an address, which is always this site’s. */
const ANY = 'http://any';

/** What was kept, and when it was last compared with what the server has: milliseconds since 1970. */
const keptSchema = v.object({ list: offlineListSchema, checked: v.number() });
type Kept = v.InferOutput<typeof keptSchema>;

interface Parts {
	caches: CacheStorage;
	ask: Ask;
	/** The version of the build that the worker belongs to. */
	version: string;
	/** The client’s files in the first language. */
	built: readonly string[];
	/** Where the server lists what to keep in a language. */
	listAddress: (language: Locale) => string;
}

/**
 * What a device has kept in order to work without the network: for each language that somebody has read here, a
 * complete set of pages that belong together.
 */
export class OfflineStore {
	readonly #parts: Parts;
	readonly #kept = new Map<Locale, Promise<Kept | undefined>>();
	/** What the last answer from the network was made of. */
	#seen: string | undefined;
	readonly #tried = new Map<Locale, number>();
	readonly #filling = new Map<Locale, Promise<boolean>>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** What is kept in a language; undefined if nothing is, or if it cannot be read. */
	async list(language: Locale): Promise<OfflineList | undefined> {
		return (await this.#readKept(language))?.list;
	}

	/** The languages in which something is kept, that of the build first. */
	async languages(): Promise<Locale[]> {
		const lists = await Promise.all(locales.map((language) => this.list(language)));
		return locales.filter((_, index) => lists[index]);
	}

	/** The languages in which a worker of any version keeps pages. */
	async languagesEver(): Promise<Locale[]> {
		const lists = await Promise.all(
			locales.map((language) => this.#match(this.#parts.listAddress(language)))
		);
		return locales.filter((_, index) => lists[index]);
	}

	/** A page, or anything else that is kept. */
	async find(address: string): Promise<Response | undefined> {
		const language = languageAt(new URL(address, ANY));
		const list = await this.list(language);
		if (!list) return undefined;
		return this.#match(keyOf(address), pagesCache(list.fingerprint, language));
	}

	/** A file of the client: of this build, or of one that an open page may still run on. */
	async findFile(address: string): Promise<Response | undefined> {
		return (await this.#match(address, filesCache(this.#parts.version))) ?? this.#match(address);
	}

	/** Whether what is kept in a language is what the server has, as far as is known. */
	async isCurrent(language: Locale): Promise<boolean> {
		return this.#seen === undefined || this.#seen === (await this.list(language))?.fingerprint;
	}

	/**
	 * Notes which questions and build an answer of the server was made from.
	 *
	 * @param fingerprint null if something on the way has dropped it: then the list is asked for now and then
	 * @returns whether what is kept in its language should be refreshed, because there is nothing, it has other
	 * questions or is of another build, or a day has gone by
	 */
	async isOutdated(fingerprint: string | null, language: Locale, now: number): Promise<boolean> {
		if (fingerprint !== null) this.#seen = fingerprint;
		const sinceTried = now - (this.#tried.get(language) ?? -Infinity);
		if (sinceTried < MINUTE) return false;
		const kept = await this.#readKept(language);
		if (fingerprint === null)
			return kept === undefined || Math.min(sinceTried, now - kept.checked) > NOW_AND_THEN;
		return kept?.list.fingerprint !== fingerprint || now - kept.checked > DAY;
	}

	/**
	 * Keeps all that the server now has in a language, unless that is what is kept. What was kept before stays in use
	 * until the last of it is there. Further calls meanwhile wait for the same result.
	 *
	 * @returns false if the server has another build: what is kept stays as it is
	 * @throws if the server does not answer, or if the device has no room
	 */
	fill(language: Locale, now: number): Promise<boolean> {
		const filling =
			this.#filling.get(language) ??
			this.#fill(language, now).finally(() => void this.#filling.delete(language));
		this.#filling.set(language, filling);
		return filling;
	}

	/**
	 * Removes what is no longer of use.
	 *
	 * @param alone whether no page and no other worker may need the caches of another version
	 */
	async tidy(alone: boolean): Promise<void> {
		const { caches, version } = this.#parts;
		const lists = await Promise.all(
			locales.map(async (language) => ({ language, list: await this.list(language) }))
		);
		const pages = lists.flatMap(({ language, list }) =>
			list ? [pagesCache(list.fingerprint, language)] : []
		);
		// A cache that is being filled is on no list yet.
		if (pages.length === 0 || this.#filling.size > 0) return;
		for (const name of leftBehind(await caches.keys(), version, pages, alone)) await caches.delete(name);
	}

	async #fill(language: Locale, now: number): Promise<boolean> {
		const { caches, ask, version, built, listAddress } = this.#parts;
		this.#tried.set(language, now);
		const address = listAddress(language);
		const list = await askForList(ask, address);
		if (list.version !== version) return false;
		this.#seen = list.fingerprint;
		const files = await caches.open(filesCache(version));
		const before = (file: string) => this.findFile(file);
		const own = built.map((file) => withClientOf(language, locales, file));
		await fillFiles(own, shelfOf(files), before, ask);
		await this.#fillPages(list, language);
		await files.put(address, Response.json({ list, checked: now } satisfies Kept));
		this.#kept.delete(language);
		return true;
	}

	async #fillPages(list: OfflineList, language: Locale): Promise<void> {
		const { caches, ask } = this.#parts;
		const name = pagesCache(list.fingerprint, language);
		if ((await this.list(language))?.fingerprint === list.fingerprint && (await caches.has(name))) return;
		try {
			const now = () => askForList(ask, this.#parts.listAddress(language));
			await fillPages(list, shelfOf(await caches.open(name)), ask, now);
		} catch (error) {
			// An incomplete set would only take up room.
			await caches.delete(name);
			throw error;
		}
	}

	#readKept(language: Locale): Promise<Kept | undefined> {
		const kept =
			this.#kept.get(language) ??
			this.#match(this.#parts.listAddress(language), filesCache(this.#parts.version))
				.then((response): Promise<unknown> | undefined => response?.json())
				.then((kept) => (v.is(keptSchema, kept) ? kept : undefined))
				.catch(() => undefined);
		this.#kept.set(language, kept);
		return kept;
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

async function askForList(ask: Ask, address: string): Promise<OfflineList> {
	const list: unknown = await (await ask(address))?.json();
	if (!v.is(offlineListSchema, list)) throw new Error('The server does not tell what to keep.');
	return list;
}

function shelfOf(cache: Cache): Shelf {
	return {
		match: (address) => cache.match(address, { ignoreVary: true }),
		put: (address, response) => cache.put(address, response)
	};
}
