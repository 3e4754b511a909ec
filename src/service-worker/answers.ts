import { FINGERPRINT_HEADER } from '#lib/offline/offline-list.ts';
import { pathWithin } from '#lib/offline/path-within.ts';

import { courseOfItems, itemsFrom } from './items.ts';
import type { LearnerLanguage } from './learner-language.ts';
import { networkElse, networkFirst } from './network-first.ts';
import type { OfflineStore } from './offline-store.ts';
import type { Wanted } from './request.ts';

interface Parts {
	store: OfflineStore;
	language: LearnerLanguage;
	/** Keeps anew what has changed on the server. */
	refresh: () => Promise<void>;
}

/** As much of a `FetchEvent` as an answer takes. */
export type Asking = Pick<FetchEvent, 'request' | 'preloadResponse' | 'waitUntil'>;

/** How the worker answers: from the network where it can, except for what never changes. */
export class Answers {
	readonly #parts: Parts;
	readonly #ways: Record<Wanted, (event: Asking) => Promise<Response>> = {
		'client-file': (event) => this.#clientFile(event),
		page: (event) => this.#page(event),
		'page-data': (event) => this.#pageData(event),
		course: (event) => this.#course(event),
		items: (event) => this.#items(event),
		file: (event) => this.#file(event),
		'language-choice': (event) => this.#languageChoice(event)
	};

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	to(wanted: Wanted, event: Asking): Promise<Response> {
		return this.#ways[wanted](event);
	}

	async #clientFile({ request }: Asking): Promise<Response> {
		return (await this.#parts.store.findFile(request.url)) ?? fetch(request);
	}

	async #page(event: Asking): Promise<Response> {
		const { url } = event.request;
		const network = preloaded(event);
		event.waitUntil(this.#learnFrom(network));
		const kept = async () => (await this.#find(url)) ?? (await this.#withoutSlash(url));
		return (await networkFirst(network, kept)) ?? (await this.#fallback(url)) ?? network;
	}

	async #pageData(event: Asking): Promise<Response> {
		const { url } = event.request;
		const network = fetch(event.request);
		event.waitUntil(this.#learnFrom(network));
		return (await networkFirst(network, () => this.#find(url))) ?? Response.error();
	}

	/** A course is long: what is kept comes first, unless the server is known to have another one. */
	async #course({ request }: Asking): Promise<Response> {
		const find = () => this.#find(request.url);
		const kept = (await this.#parts.store.isCurrent()) ? await find() : undefined;
		return kept ?? (await networkElse(fetch(request), find)) ?? Response.error();
	}

	/** Where the server is known to have other questions, what is kept may hold an outdated key: it comes last. */
	async #items({ request }: Asking): Promise<Response> {
		const make = async () => {
			const course = await this.#find(courseOfItems(request.url), request.url);
			return course && itemsFrom(course, request.url);
		};
		const way = (await this.#parts.store.isCurrent()) ? networkFirst : networkElse;
		return (await way(fetch(request), make)) ?? Response.error();
	}

	async #file({ request }: Asking): Promise<Response> {
		return (await networkFirst(fetch(request), () => this.#find(request.url))) ?? Response.error();
	}

	async #languageChoice({ request }: Asking): Promise<Response> {
		const form = request.clone();
		const choose = async () => {
			const chosen = (await form.formData()).get('language');
			const { languages = [] } = (await this.#parts.store.list()) ?? {};
			if (typeof chosen === 'string' && languages.includes(chosen))
				await this.#parts.language.choose(chosen, Date.now());
			const { origin, searchParams } = new URL(request.url);
			return Response.redirect(origin + pathWithin(origin, searchParams.get('back') ?? '/'), 303);
		};
		return (await networkFirst(fetch(request), choose)) ?? Response.error();
	}

	/**
	 * What is kept under an address, in the language that an address asks for, else in that of the learner.
	 *
	 * @param asking the address that may name the language
	 */
	async #find(address: string, asking = address): Promise<Response | undefined> {
		const { store, language } = this.#parts;
		const list = await store.list();
		if (!list) return undefined;
		const named = new URL(asking).searchParams.get('language');
		return store.find(address, named ?? (await language.now(list.languages)));
	}

	/** Sends to a page whose address has a slash too many, as the server does: its own addresses are relative. */
	async #withoutSlash(url: string): Promise<Response | undefined> {
		const { origin, pathname, search } = new URL(url);
		const { pages = [] } = (await this.#parts.store.list()) ?? {};
		const page = pathname.slice(0, -1);
		return pathname.endsWith('/') && pages.includes(page)
			? Response.redirect(origin + page + search)
			: undefined;
	}

	/** Sends to the page that tells what works without the network. */
	async #fallback(url: string): Promise<Response | undefined> {
		const { origin, pathname, search } = new URL(url);
		const { fallback } = (await this.#parts.store.list()) ?? {};
		if (fallback === undefined || pathname === fallback) return undefined;
		return Response.redirect(`${origin}${fallback}?of=${encodeURIComponent(pathname + search)}`);
	}

	/** Takes note of what the server’s answer tells: the learner’s language, and whether what is kept is outdated. */
	async #learnFrom(network: Promise<Response>): Promise<void> {
		const { store, language, refresh } = this.#parts;
		try {
			const { headers } = await network;
			const [fingerprint, spoken] = [headers.get(FINGERPRINT_HEADER), headers.get('content-language')];
			// First, as it must be known even if the device has no room for a note.
			const outdated = fingerprint !== null && (await store.isOutdated(fingerprint, Date.now()));
			if (spoken !== null) await language.note(spoken);
			if (outdated) await refresh();
		} catch {
			// The network is down, or the device has no room: what is kept stays, and the next page tries again.
		}
	}
}

/** The page as the browser has asked for it while the worker was still waking up. */
async function preloaded(event: Asking): Promise<Response> {
	const response: unknown = await event.preloadResponse;
	return response instanceof Response ? response : fetch(event.request);
}
