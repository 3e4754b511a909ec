import { roomSchema, type Room } from '#lib/classroom/room.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import { parsed } from '#lib/quiz/parsed.ts';

/** What reads and times what is known of a class, and is told that it has changed. */
export interface KnownHost {
	/** Milliseconds since 1970 by this device. */
	now: () => number;
	/** Reads a view as it was sent; undefined for what is none, as from a server of another version. */
	read: (sent: unknown) => ClassView | undefined;
	/** Something of the link has changed. */
	changed: () => void;
	/** Is told what the server says of the pupil whose page this is, as it was sent. */
	self?: (sent: unknown) => void;
	/** What the page came with: the view, and the time by the server’s clock then, in milliseconds since 1970. */
	known?: { view: ClassView | null; now: number };
}

/** What a page knows of its class by now, however the news came; what is older than what it knows changes nothing. */
export class KnownClass {
	readonly #host: KnownHost;
	#view: ClassView | null = null;
	#room: Room | null = null;
	/** What stands for what else is known than the view. */
	#mark: string | undefined;
	/** How far the server’s clock is ahead of this device’s, in milliseconds. */
	#ahead = 0;

	constructor(host: KnownHost) {
		this.#host = host;
		if (!host.known) return;
		this.#view = host.known.view;
		this.setClock(host.known.now);
	}

	/** The newest view; null before the first. */
	get view(): ClassView | null {
		return this.#view;
	}

	/** The newest that is known of those who are there; null for a pupil, and before the first. */
	get room(): Room | null {
		return this.#room;
	}

	/** The time by the server’s clock: milliseconds since 1970. */
	now(): number {
		return this.#host.now() + this.#ahead;
	}

	/** Sets the clock by what the server says: milliseconds since 1970. */
	setClock(now: number): void {
		this.#ahead = now - this.#host.now();
	}

	/** Looks at a view as it was sent. */
	see(sent: unknown): void {
		const view = this.#host.read(sent);
		if (!view || (this.#view && view.version < this.#view.version)) return;
		this.#view = view;
		this.#host.changed();
	}

	/** Looks at who is there, as it was sent. */
	enter(sent: unknown): void {
		const room = parsed(roomSchema, sent);
		if (!room) return;
		this.#room = room;
		this.#host.changed();
	}

	/** Takes all that an answer to a request for news tells. */
	take(told: { view?: unknown; room?: unknown; pupil?: unknown; mark?: string | undefined }): void {
		this.see(told.view);
		this.enter(told.room);
		if (told.pupil !== undefined) this.#host.self?.(told.pupil);
		this.#mark = told.mark;
	}

	/** What is known, as a request says it, so that the answer waits for something else: the end of a query, or empty. */
	asQuery(): string {
		const after = this.#view ? `&after=${this.#view.version}` : '';
		return after + (this.#mark === undefined ? '' : `&mark=${encodeURIComponent(this.#mark)}`);
	}
}
