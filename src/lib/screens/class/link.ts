import { newsSchema } from '#lib/classroom/protocol.ts';
import type { Room } from '#lib/classroom/room.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import type { Audience } from '#lib/classroom/view.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { parseJson } from '#lib/text/parse-json.ts';

import { KnownClass, type KnownHost } from './known-class.ts';

/** How the connection of a page to its class is. */
export type LinkState =
	/** It has not been there yet. */
	| 'opening'
	/** News come as they happen. */
	| 'open'
	/** Something is in between; it is tried again and again. */
	| 'lost'
	/** The server is there, and cannot go on just now; it does so by itself. */
	| 'waiting'
	/** The server does not let this page in, or not any more; `refusal` says why. */
	| 'refused';

/** What a link needs of a browser, and tells its page. */
export interface LinkHost extends KnownHost {
	fetch: typeof fetch;
	/** Opens a stream; undefined where the browser has none. */
	openStream: ((address: string) => EventSource) | undefined;
}

/** How long a stream may be silent at its beginning before something in between is taken to hold it back, in milliseconds. */
const SILENCE = 5000;

/** How long an open stream may be silent: the server says the time every 15 seconds, and may miss one, in milliseconds. */
const DEAD = 40_000;

/** How long a request for news may take: the server waits with it for up to 25 seconds, in milliseconds. */
const PATIENCE = 40_000;

/** Refusals that pass: news can be asked for again some moments later. */
const PASSING = new Set(['wait', 'slow-down']);

/** After a failure, news is asked for again after so many milliseconds, twice as many the next time, up to the most. */
const AGAIN = { first: 500, most: 8000 };

/**
 * A stream that was refused, as by a server that is being stopped or is full, is tried again after so many milliseconds,
 * twice as many the next time, up to the most; something in between may refuse every one.
 */
const STREAM_AGAIN = { first: 5000, most: 300_000 };

/**
 * A page’s link to a class. News comes by a stream of events; where a proxy holds that back, by asking again and again,
 * and by asking for a while where the server refuses it. Each news is the whole view, so that whatever was missed does not
 * matter.
 */
export class ClassLink {
	readonly #address: string;
	readonly #audience: Audience;
	readonly #host: LinkHost;
	readonly #stopped = new AbortController();
	#stream: EventSource | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	/** How long after its next refusal a stream is tried again. */
	#streamAgain = STREAM_AGAIN.first;
	/** Runs until a stream that was refused may be tried again. */
	#refused: ReturnType<typeof setTimeout> | undefined;
	/** Whether the stream may be tried again once news has come otherwise. */
	#isStreamDue = false;
	/** Ends the present request for news, or the wait before the next one. */
	#polling: AbortController | undefined;
	#state: LinkState = 'opening';
	#refusal: string | null = null;
	readonly #known: KnownClass;
	/** Whether the server has said over the stream that it cannot go on. */
	#isWaiting = false;

	/** @param address of the class on the server, without a slash at its end */
	constructor(address: string, audience: Audience, host: LinkHost) {
		this.#address = address;
		this.#audience = audience;
		this.#host = host;
		this.#known = new KnownClass(host);
	}

	get state(): LinkState {
		return this.#state;
	}

	/** Why the server does not let this page in; null while it does. */
	get refusal(): string | null {
		return this.#refusal;
	}

	/** The newest view; null before the first. */
	get view(): ClassView | null {
		return this.#known.view;
	}

	/** The newest that is known of those who are there; null for a pupil, and before the first. */
	get room(): Room | null {
		return this.#known.room;
	}

	/** The time by the server’s clock: milliseconds since 1970. */
	now(): number {
		return this.#known.now();
	}

	/** Begins to listen. */
	open(): void {
		if (this.#host.openStream) this.#openStream(this.#host.openStream);
		else void this.#poll();
	}

	/** Listens no more. */
	close(): void {
		this.#stopped.abort();
		this.#polling?.abort();
		clearTimeout(this.#refused);
		this.#closeStream();
	}

	/**
	 * The page is seen again, or the device is back on the network: asks at once instead of some time later.
	 *
	 * @param isStale whether the page was away for long, so that a stream which seems to be open may be dead
	 */
	wake(isStale = false): void {
		if (this.#stopped.signal.aborted) return;
		this.#polling?.abort();
		if (!this.#stream || !this.#host.openStream) return;
		if (!isStale && this.#stream.readyState === OPEN && this.#state === 'open') return;
		this.#closeStream();
		this.#openStream(this.#host.openStream);
	}

	/** The device says that it is off the network. What comes through all the same takes that back. */
	lose(): void {
		if (this.#state === 'open') this.#become('lost');
	}

	#openStream(openStream: (address: string) => EventSource): void {
		const stream = openStream(`${this.#address}/stream?as=${this.#audience}`);
		this.#stream = stream;
		this.#isWaiting = false;
		let hasSpoken = false;
		this.#silence = setTimeout(() => this.#giveStreamUp(), SILENCE);
		stream.addEventListener('time', ({ data }: MessageEvent<string>) => {
			hasSpoken = true;
			this.#streamAgain = STREAM_AGAIN.first;
			clearTimeout(this.#silence);
			this.#silence = setTimeout(() => {
				this.#become('lost');
				this.wake();
			}, DEAD);
			this.#known.setClock(Number(data));
			this.#become(this.#isWaiting ? 'waiting' : 'open');
		});
		stream.addEventListener('wait', ({ data }: MessageEvent<string>) => {
			this.#isWaiting = data === 'true';
			this.#become(this.#isWaiting ? 'waiting' : 'open');
		});
		stream.addEventListener('view', ({ data }: MessageEvent<string>) => this.#known.see(parseJson(data)));
		stream.addEventListener('pupil', ({ data }: MessageEvent<string>) => this.#host.self?.(parseJson(data)));
		stream.addEventListener('room', ({ data }: MessageEvent<string>) => this.#known.enter(parseJson(data)));
		stream.addEventListener('error', () => {
			if (this.#stream !== stream) return;
			clearTimeout(this.#silence);
			// A browser comes back by itself, unless the server refused it; then asking tells why.
			const isRefused = stream.readyState === CLOSED;
			// A stream that is tried again changes nothing for a page that has its news otherwise.
			if (hasSpoken || !isRefused) this.#become('lost');
			if (!isRefused) return;
			this.#tryStreamLater();
			this.#giveStreamUp();
		});
	}

	#tryStreamLater(): void {
		clearTimeout(this.#refused);
		this.#isStreamDue = false;
		this.#refused = setTimeout(() => (this.#isStreamDue = true), this.#streamAgain);
		this.#streamAgain = Math.min(STREAM_AGAIN.most, this.#streamAgain * 2);
	}

	/** Something holds streams back, or the server refuses one: asks instead, and learns which of the two. */
	#giveStreamUp(): void {
		this.#closeStream();
		if (!this.#stopped.signal.aborted) void this.#poll();
	}

	#closeStream(): void {
		clearTimeout(this.#silence);
		this.#stream?.close();
		this.#stream = undefined;
	}

	async #poll(): Promise<void> {
		let wait = AGAIN.first;
		while (!this.#stopped.signal.aborted && this.#state !== 'refused') {
			const polling = (this.#polling = new AbortController());
			try {
				await this.#ask(polling);
				wait = AGAIN.first;
				if (this.#isStreamDue && this.#state === 'open' && this.#host.openStream) {
					this.#isStreamDue = false;
					return this.#openStream(this.#host.openStream);
				}
			} catch (error) {
				// Woken, it asks again at once.
				if (polling.signal.aborted) continue;
				this.#become(error instanceof Waiting ? 'waiting' : 'lost');
				await pause(wait, polling.signal);
				wait = Math.min(AGAIN.most, wait * 2);
			}
		}
	}

	async #ask(polling: AbortController): Promise<void> {
		// What was lost is there again with the first answer, which then does not wait for news.
		const isThere = this.#state === 'open';
		const known = isThere ? this.#known.asQuery() : '';
		// A request may hang where the network has gone without a word.
		const timer = setTimeout(() => {
			this.#become('lost');
			polling.abort();
		}, PATIENCE);
		try {
			const answer = await this.#host.fetch(`${this.#address}/view?as=${this.#audience}${known}`, {
				signal: polling.signal
			});
			this.#hear(answer.status, await answer.json());
		} finally {
			clearTimeout(timer);
		}
	}

	#hear(status: number, sent: unknown): void {
		const told = parsed(newsSchema, sent);
		if (told && 'refused' in told && told.refused === 'wait') throw new Waiting();
		if (!told || status >= 500) throw new Error(`The server answers ${status}.`);
		if ('refused' in told && PASSING.has(told.refused)) throw new Error(told.refused);
		if ('refused' in told) {
			this.#refusal = told.refused;
			return this.#become('refused');
		}
		this.#known.setClock(told.now);
		this.#become('open');
		this.#known.take(told);
	}

	#become(state: LinkState): void {
		if (this.#state === state || this.#stopped.signal.aborted) return;
		this.#state = state;
		this.#host.changed();
	}
}

/** The server cannot go on just now. */
class Waiting extends Error {}

/** What `EventSource.readyState` says; the browser’s names for it are not there on a server. */
const [OPEN, CLOSED] = [1, 2];

function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			stopped.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, milliseconds);
		stopped.addEventListener('abort', done);
		if (stopped.aborted) done();
	});
}
