import { NOTES } from './cache-names.ts';
import { pickLanguage } from './pick-language.ts';

const KEY = '/language';

/** As much of a browser’s cookies as keeps a choice. */
export type Cookies = Pick<CookieStore, 'get' | 'set'>;

interface Parts {
	caches: CacheStorage;
	/** Not every browser lets a worker see the cookies. */
	cookies: Cookies | undefined;
	/** The name of the cookie that keeps the choice of a language, and for how many seconds it does. */
	cookie: { name: string; maxAge: number };
	/** What the browser prefers. */
	preferred: readonly string[];
}

/** In which language a learner gets pages while the server cannot say. */
export class LearnerLanguage {
	readonly #parts: Parts;
	#noted: string | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * The language chosen last, as the cookie keeps it; where it cannot be seen, that of the last page.
	 *
	 * @param spoken by the interface, its own first
	 */
	async now(spoken: readonly string[]): Promise<string> {
		const { cookies, cookie, preferred } = this.#parts;
		const chosen = await cookies?.get(cookie.name).catch(() => null);
		return pickLanguage(spoken, [chosen?.value, await this.#lastPage(), ...preferred]);
	}

	/** Takes note of the language of a page that the server has answered with. */
	async note(language: string): Promise<void> {
		if (language === this.#noted) return;
		this.#noted = language;
		const notes = await this.#parts.caches.open(NOTES);
		await notes.put(KEY, new Response(language));
	}

	/** Keeps a choice as the server would, as far as the browser lets a worker do so. */
	async choose(language: string, now: number): Promise<void> {
		const { cookies, cookie } = this.#parts;
		await this.note(language).catch(() => undefined);
		const expires = now + cookie.maxAge * 1000;
		await cookies
			?.set({ name: cookie.name, value: language, path: '/', sameSite: 'lax', expires })
			.catch(() => undefined);
	}

	async #lastPage(): Promise<string | undefined> {
		if (this.#noted) return this.#noted;
		try {
			const noted = await this.#parts.caches.match(KEY, { cacheName: NOTES });
			return await noted?.text();
		} catch {
			return undefined;
		}
	}
}
