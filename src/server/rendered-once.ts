import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { formatReading, parseReadingSettings, READING_COOKIE } from '#lib/store/reading-settings.ts';

import { answerOf, sizeOf, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { cookieOf } from './cookie-of.ts';
import { languageToOffer } from './first-visit.ts';
import type { Handler } from './handler.ts';
import { record } from './recorded.ts';
import { SAME_FOR_ALL } from './same-for-all.ts';

const DAY = 86_400_000;

/** How many addresses to remember that differ between readers. */
const MANY = 1000;

/**
 * Renders pages that are the same for everybody once for each address and language, and serves them to all. A
 * route declares them with {@link SAME_FOR_ALL}; whatever sets a cookie, was posted, or was not found is
 * never kept. Everything is dropped when the library changes, and at midnight (UTC), since some pages depend
 * on the day.
 */
export class RenderedOnce {
	readonly #handler: Handler;
	readonly #limit: number;
	/** By key, the longest unused first. */
	readonly #kept = new Map<string, Answer>();
	/** What is being rendered: other requests for it wait. */
	readonly #underWay = new Map<string, Promise<Answer | undefined>>();
	/** Paths that turned out to differ between readers. */
	readonly #different = new Set<string>();
	#size = 0;
	/** What everything kept was made from. */
	#basis = '';
	readonly #edition: (request: IncomingMessage) => number;

	/**
	 * @param edition of the library that a request is answered from: a number that changes whenever anything
	 * it serves does
	 * @param limit how many bytes may be kept
	 */
	constructor(handler: Handler, edition: (request: IncomingMessage) => number, limit = 64 * 2 ** 20) {
		this.#handler = handler;
		this.#edition = edition;
		this.#limit = limit;
	}

	/** What the handler answers, rendered now or before; undefined if it was streamed. */
	async answer(
		asked: Asked,
		request: IncomingMessage,
		response: ServerResponse
	): Promise<Answer | undefined> {
		if (asked.method !== 'GET' && asked.method !== 'HEAD') return record(this.#handler, request, response);
		this.#forgetOutdated(request);
		// Visitors who may be redirected to another language do not get the shared page.
		if (languageToOffer(asked, request.headers)) return record(this.#handler, request, response);
		const key = keyOf(request);
		const known = this.#take(key) ?? (await this.#underWay.get(key));
		if (known) return known;
		// Without a body, or as “not modified”, it could not be kept.
		request.method = 'GET';
		delete request.headers['if-none-match'];

		const rendering = this.#render(asked, key, request, response);
		if (this.#different.has(asked.path)) return rendering.then(({ answer }) => answer);
		const kept = rendering.then(
			({ answer, isKept }) => (isKept ? answer : undefined),
			() => undefined
		);
		this.#underWay.set(key, kept);
		void kept.then(() => {
			if (this.#underWay.get(key) === kept) this.#underWay.delete(key);
		});
		return rendering.then(({ answer }) => answer);
	}

	async #render(
		asked: Asked,
		key: string,
		request: IncomingMessage,
		response: ServerResponse
	): Promise<{ answer: Answer | undefined; isKept: boolean }> {
		const basis = this.#basisOf(request);
		const answer = await record(this.#handler, request, response);
		if (!answer) return { answer, isKept: false };
		const shared = isSameForAll(answer, asked) ? shareable(answer) : undefined;
		if (!shared) {
			if (this.#different.size >= MANY) this.#different.clear();
			this.#different.add(asked.path);
			return { answer, isKept: false };
		}
		// The library may have changed meanwhile, even before this began to render.
		if (basis === this.#basis) this.#keep(key, shared);
		return { answer: shared, isKept: true };
	}

	#take(key: string): Answer | undefined {
		const answer = this.#kept.get(key);
		if (!answer) return undefined;
		this.#kept.delete(key);
		this.#kept.set(key, answer);
		return answer;
	}

	#keep(key: string, answer: Answer): void {
		const size = sizeOf(answer);
		if (size > this.#limit || this.#kept.has(key)) return;
		this.#kept.set(key, answer);
		this.#size += size;
		for (const [oldest, other] of this.#kept) {
			if (this.#size <= this.#limit) return;
			this.#kept.delete(oldest);
			this.#size -= sizeOf(other);
		}
	}

	#basisOf(request: IncomingMessage): string {
		return `${Math.floor(Date.now() / DAY)}.${this.#edition(request)}`;
	}

	/** Drops everything rendered once what it was made from has changed. */
	#forgetOutdated(request: IncomingMessage): void {
		const basis = this.#basisOf(request);
		if (basis === this.#basis) return;
		this.#basis = basis;
		this.#size = 0;
		for (const memory of [this.#kept, this.#underWay, this.#different]) memory.clear();
	}
}

/** The whole address, and the way to read. */
function keyOf({ headers, url }: IncomingMessage): string {
	const reading = formatReading(parseReadingSettings(cookieOf(headers.cookie, READING_COOKIE)));
	const site = `${[headers['x-forwarded-proto']].join()}://${String(headers.host)}`;
	return [url, reading, site].join('\n');
}

/**
 * Whether an answer declares itself the same for all, and its address has only the parameters that it names.
 */
function isSameForAll({ status, headers }: Answer, { path, query }: Asked): boolean {
	const declared = headers[SAME_FOR_ALL];
	if (status !== 200 || typeof declared !== 'string' || headers['set-cookie'] !== undefined) return false;
	const parameters = declared.split(' ');
	return [...query].every(
		([name, value]) =>
			(parameters.includes(name) && /^[\w-]{0,35}$/.test(value)) ||
			// Sent by a page that is already running: which parts of its data it lacks.
			(path.endsWith('/__data.json') && name === 'x-sveltekit-invalidated' && /^[01]{1,9}$/.test(value))
	);
}

/**
 * An answer that many may share: its nonce, which may be used only once, is replaced by the hashes of the
 * scripts that have it. Undefined if that is impossible.
 */
function shareable({ headers, body }: Answer): Answer | undefined {
	const given: OutgoingHttpHeaders = { 'cache-control': 'no-cache', ...headers };
	// SvelteKit forbids storing data, since it may be personal; this is not, and is validated again each
	// time.
	if (given['cache-control']?.includes('no-store')) given['cache-control'] = 'no-cache';
	const policy = [headers['content-security-policy']].join();
	const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
	if (nonce === undefined) return answerOf({ headers: given, body });
	const hashes = new Set<string>();
	const html = body
		.toString()
		.replaceAll(
			new RegExp(`<script((?: [^>]*)?) nonce="${RegExp.escape(nonce)}"([^>]*)>(.*?)</script>`, 'gs'),
			(_, before: string, after: string, script: string) => {
				hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
				return `<script${before}${after}>${script}</script>`;
			}
		);
	if (html.includes(nonce)) return undefined;
	given['content-security-policy'] = policy.replaceAll(`'nonce-${nonce}'`, [...hashes].join(' '));
	return answerOf({ headers: given, body: Buffer.from(html) });
}
