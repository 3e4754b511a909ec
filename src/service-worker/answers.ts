import { languageAt, localized } from '#lib/language/addresses.ts';
import { CHOICE_AGE, CHOICE_COOKIE, LANGUAGE } from '#lib/language/choice.ts';
import { FINGERPRINT_HEADER } from '#lib/offline/offline-list.ts';
import { pathWithin } from '#lib/offline/path-within.ts';
import { baseLocale, isLocale, type Locale } from '#lib/paraglide/runtime.js';

import { courseOfItems, itemsFrom } from './items.ts';
import { networkElse, networkFirst } from './network-first.ts';
import type { OfflineStore } from './offline-store.ts';
import type { Wanted } from './request.ts';

interface Parts {
	store: OfflineStore;
	cookies: { set: (cookie: CookieInit) => Promise<void> } | undefined;
	/** Caches what has changed on the server in a language or is not cached yet. */
	refresh: (language: Locale) => Promise<void>;
}

/** The part of a `FetchEvent` that an answer needs. */
export type Asking = Pick<FetchEvent, 'request' | 'preloadResponse' | 'waitUntil'>;

/** How the worker answers: from the network if it can, except for immutable files. */
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
		event.waitUntil(this.#learnFrom(network, url));
		const kept = async () => (await this.#parts.store.find(url)) ?? (await this.#withoutSlash(url));
		return (await networkFirst(network, kept)) ?? (await this.#instead(url)) ?? network;
	}

	async #pageData(event: Asking): Promise<Response> {
		const { url } = event.request;
		const network = fetch(event.request);
		event.waitUntil(this.#learnFrom(network, url));
		return (await networkFirst(network, () => this.#parts.store.find(url))) ?? Response.error();
	}

	/** A course is long: what is kept comes first, unless the server is known to have another one. */
	async #course({ request }: Asking): Promise<Response> {
		const { store } = this.#parts;
		const find = () => store.find(request.url);
		const kept = (await store.isCurrent(languageAt(new URL(request.url)))) ? await find() : undefined;
		return kept ?? (await networkElse(fetch(request), find)) ?? Response.error();
	}

	/**
	 * If the server is known to have other questions, the cache may contain an outdated key: it comes last.
	 */
	async #items({ request }: Asking): Promise<Response> {
		const { store } = this.#parts;
		const make = async () => {
			const course = await store.find(courseOfItems(request.url));
			return course && itemsFrom(course, request.url);
		};
		const way = (await store.isCurrent(languageAt(new URL(request.url)))) ? networkFirst : networkElse;
		return (await way(fetch(request), make)) ?? Response.error();
	}

	async #file({ request }: Asking): Promise<Response> {
		return (
			(await networkFirst(fetch(request), () => this.#parts.store.find(request.url))) ?? Response.error()
		);
	}

	async #languageChoice({ request }: Asking): Promise<Response> {
		const form = request.clone();
		const choose = async () => {
			const chosen = (await form.formData()).get(LANGUAGE);
			const { origin, searchParams } = new URL(request.url);
			const back = pathWithin(origin, searchParams.get('back') ?? '/');
			if (!isLocale(chosen)) return Response.redirect(origin + back, 303);
			await this.#remember(chosen);
			return Response.redirect(origin + localized(back, chosen), 303);
		};
		return (await networkFirst(fetch(request), choose)) ?? Response.error();
	}

	/** Stores a choice as the server would, as far as the browser lets a worker do so. */
	async #remember(language: Locale): Promise<void> {
		const expires = Date.now() + CHOICE_AGE * 1000;
		await this.#parts.cookies
			?.set({ name: CHOICE_COOKIE, value: language, path: '/', sameSite: 'lax', expires })
			.catch(() => undefined);
	}

	/**
	 * Redirects from an address with an extra slash, as the server does, since a page's addresses are
	 * relative.
	 */
	async #withoutSlash(url: string): Promise<Response | undefined> {
		const { origin, pathname, search } = new URL(url);
		const { pages = [] } = (await this.#parts.store.list(languageAt(new URL(url)))) ?? {};
		const page = pathname.slice(0, -1);
		return pathname.endsWith('/') && pages.includes(page)
			? Response.redirect(origin + page + search)
			: undefined;
	}

	/**
	 * Redirects to what is kept instead of a page: the same page in a language that is kept, if its address names none,
	 * or else the page that says what works without the network.
	 */
	async #instead(url: string): Promise<Response | undefined> {
		const { store } = this.#parts;
		const asked = new URL(url);
		const language = languageAt(asked);
		const own = await store.list(language);
		const [other] = own ? [] : await store.languages();
		const list = own ?? (other && (await store.list(other)));
		if (!list || asked.pathname === list.fallback) return undefined;
		const path = asked.pathname + asked.search;
		if (other && language === baseLocale && list.pages.includes(localized(asked.pathname, other)))
			return Response.redirect(asked.origin + localized(path, other));
		return Response.redirect(`${asked.origin}${list.fallback}?of=${encodeURIComponent(path)}`);
	}

	/** Notes what the server’s answer shows about the cache of its language, which may be outdated. */
	async #learnFrom(network: Promise<Response>, url: string): Promise<void> {
		const { store, refresh } = this.#parts;
		try {
			const { headers, ok } = await network;
			const fingerprint = headers.get(FINGERPRINT_HEADER);
			// A proxy that drops the header does not answer for the server otherwise.
			if (fingerprint === null && !ok) return;
			const language = languageAt(new URL(url));
			if (await store.isOutdated(fingerprint, language, Date.now())) await refresh(language);
		} catch {
			// The network is down, or the device has no room: what is kept stays, and the next page tries again.
		}
	}
}

/** The page that the browser requested while the worker was still starting. */
async function preloaded(event: Asking): Promise<Response> {
	const response: unknown = await event.preloadResponse;
	return response instanceof Response ? response : fetch(event.request);
}
