import type { AttemptPlace } from '#lib/player/host.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

/** Why a page keeps no more of its attempt. */
export type NotKept =
	/** The device takes nothing, or not for longer than the page lasts. */
	| 'refused'
	/** It was deleted meanwhile, or another page made something of it that this one cannot take up. */
	| 'let-go';

/** What the learner did, and the position of the item at which they did it. */
export interface LoggedEvent {
	event: LearnerEvent;
	position: number;
}

/** What a store has by now; where it changes between the two, the revision is the older one, and is refused. */
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

	/** Notes what is to be kept with the next record. That a page was seen, hidden or left alone is not a learner’s doing. */
	note(deed: LoggedEvent): void {
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
		const revision = newRevision();
		this.#known = revision;
		const isKept = await this.#store.save(record, revision, known);
		if (isKept) this.#pending = this.#pending.filter((deed) => !included.includes(deed));
		return isKept;
	}

	/** What the store has by now, undefined for nothing, where this page does not know it; null where it does. */
	async news(): Promise<News | null> {
		const revision = await this.#store.revision(this.#id);
		return revision === this.#known ? null : { revision, value: await this.#store.load(this.#id) };
	}

	/**
	 * Knows from now on which revision the store has.
	 *
	 * @returns what was done here and is not kept with that
	 */
	learn(revision: number | undefined): readonly LoggedEvent[] {
		const pending = this.#pending;
		this.#known = revision;
		this.#pending = [];
		return pending;
	}
}

/** A number that no other revision of an attempt has, nor one that starts again after all was deleted. */
function newRevision(): number {
	const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
	return number + 1;
}
