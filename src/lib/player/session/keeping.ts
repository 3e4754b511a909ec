import type { AttemptPlace } from '#lib/player/host.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

/** Why a page keeps no more of its attempt. */
export type Unkept =
	/** The device takes nothing, or not for longer than the page lasts. */
	| 'refused'
	/** It was deleted meanwhile, or another page made something of it that this one cannot take up. */
	| 'let-go';

/** What the learner did, and the position of the item at which they did it. */
export interface Deed {
	event: LearnerEvent;
	position: number;
}

/** The place of an attempt in a store, which other pages may change as well. */
export class Keeping {
	readonly #store: AttemptPlace;
	readonly #id: string;
	/** What is kept, as far as this page knows. */
	#known: unknown;
	/** What was done here and is not kept yet. */
	#pending: readonly Deed[] = [];

	/** @param known what the store keeps of the attempt; undefined for nothing */
	constructor(store: AttemptPlace, id: string, known: unknown) {
		this.#store = store;
		this.#id = id;
		this.#known = known;
	}

	/** Whether all that was done is kept for longer than the page lasts. */
	get isComplete(): boolean {
		return this.#store.lasting && this.#pending.length === 0;
	}

	/** Notes what is to be kept with the next record. That a page was seen, hidden or left alone is not a learner’s doing. */
	note(deed: Deed): void {
		if (!['show', 'hide', 'tick', 'elsewhere'].includes(deed.event.type))
			this.#pending = [...this.#pending, deed];
	}

	/**
	 * Keeps a record. One save need not wait for another.
	 *
	 * @returns false where the store has something else by now than this page knows: that stays
	 */
	async save(record: AttemptRecord): Promise<boolean> {
		const [known, included] = [this.#known, this.#pending];
		this.#known = record;
		const isKept = await this.#store.save(record, known);
		if (isKept) this.#pending = this.#pending.filter((deed) => !included.includes(deed));
		return isKept;
	}

	/** What the store has by now, undefined for nothing, where this page does not know it; null where it does. */
	async news(): Promise<{ value: unknown } | null> {
		const value = await this.#store.load(this.#id);
		return JSON.stringify(value) === JSON.stringify(this.#known) ? null : { value };
	}

	/**
	 * Knows from now on what the store has.
	 *
	 * @returns what was done here and is not kept with that
	 */
	learn(value: unknown): readonly Deed[] {
		const pending = this.#pending;
		this.#known = value;
		this.#pending = [];
		return pending;
	}
}
