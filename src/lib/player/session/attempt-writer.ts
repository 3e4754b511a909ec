import type { AttemptPlace } from '#lib/player/host.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

/** Why a page has stopped keeping its attempt. */
export type WhyUnsaved =
	/** The device takes nothing, or not for longer than the page lasts. */
	| 'refused'
	/** It was deleted meanwhile, or another page has changed it in a way that this one cannot continue. */
	| 'let-go';

/** What the learner did, and the position of the item at which they did it. */
export interface LoggedEvent {
	event: LearnerEvent;
	position: number;
}

/**
 * What a store has by now. If it changes while the two are read, the revision is the older one, and will be refused.
 */
interface News {
	revision: number | undefined;
	value: unknown;
}

/** The place of an attempt in a store, which other pages may change as well. */
export class AttemptWriter {
	readonly #store: AttemptPlace;
	readonly #id: string;
	/** The revision of what is kept, as far as this page knows; undefined for nothing. */
	#known: number | undefined;
	/** What was done here and is not kept yet. */
	#pending: readonly LoggedEvent[] = [];

	/** @param known the revision of what the store keeps of the attempt; undefined for nothing */
	constructor(store: AttemptPlace, id: string, known: number | undefined) {
		this.#store = store;
		this.#id = id;
		this.#known = known;
	}

	/** Whether all that was done is kept for longer than the page lasts. */
	get isComplete(): boolean {
		return this.#store.lasting && this.#pending.length === 0;
	}

	/** Notes what should be kept with the next record. Showing or hiding the page, and time passing, do not count. */
	note(logged: LoggedEvent): void {
		if (!['show', 'hide', 'tick', 'elsewhere'].includes(logged.event.type))
			this.#pending = [...this.#pending, logged];
	}

	/**
	 * Keeps a record. One save need not wait for another.
	 *
	 * @returns false if the store has something by now that this page does not know; that stays
	 */
	async save(record: AttemptRecord): Promise<boolean> {
		const [known, included] = [this.#known, this.#pending];
		const revision = newRevision();
		this.#known = revision;
		const isKept = await this.#store.save(record, revision, known);
		if (isKept) this.#pending = this.#pending.filter((logged) => !included.includes(logged));
		return isKept;
	}

	/**
	 * What the store has by now, if this page does not know it (its value undefined if that is nothing); otherwise
	 * null.
	 */
	async news(): Promise<News | null> {
		const revision = await this.#store.revision(this.#id);
		return revision === this.#known ? null : { revision, value: await this.#store.load(this.#id) };
	}

	/**
	 * Learns which revision the store has now.
	 *
	 * @returns what was done here and is not part of that revision
	 */
	learn(revision: number | undefined): readonly LoggedEvent[] {
		const pending = this.#pending;
		this.#known = revision;
		this.#pending = [];
		return pending;
	}
}

/** A number that no other revision has, not even of the same attempt started again after everything was deleted. */
function newRevision(): number {
	const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
	return number + 1;
}
