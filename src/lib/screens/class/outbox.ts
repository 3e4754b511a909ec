import type { SentAnswer } from '#lib/classroom/protocol.ts';

/** What has become of the newest answer to a round: on its way, kept by the server, or not taken, for a reason in one word. */
export type Delivery = { is: 'sending' } | { is: 'kept' } | { is: 'refused'; why: string };

/** What an outbox needs, and tells its page. */
export interface OutboxHost {
	/** Sends an answer; rejects where nobody answers, or the server is to be asked again. */
	send: (answer: SentAnswer) => Promise<{ kept: string } | { refused: string }>;
	/** Keeps what is still to be sent, for a page that is opened again; may throw. */
	keep: (waiting: readonly SentAnswer[]) => void;
	/** Something of a delivery has changed. */
	changed: () => void;
}

/** After a failure, an answer is sent again after so many milliseconds, twice as many the next time, up to the most. */
const AGAIN = { first: 500, most: 8000 };

/**
 * The answers of a pupil on their way to the server: one at a time, the newest of each round, again and again until the
 * server has it or says why it does not take it. An answer counts as arrived only once the server has said so.
 */
export class Outbox {
	readonly #host: OutboxHost;
	readonly #waiting = new Map<number, SentAnswer>();
	readonly #deliveries = new Map<number, Delivery>();
	#isSending = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#wait = AGAIN.first;
	#isStuck = false;

	/** @param left what a page before this one could not send */
	constructor(host: OutboxHost, left: readonly SentAnswer[] = []) {
		this.#host = host;
		for (const answer of left) this.#put(answer);
		void this.#sendAll();
	}

	/** What has become of the newest answer to a round; undefined where none was given here. */
	deliveryOf(round: number): Delivery | undefined {
		return this.#deliveries.get(round);
	}

	/** Whether what waits could not be sent just now. */
	get isStuck(): boolean {
		return this.#isStuck;
	}

	/** Sends an answer in place of an earlier one to its round. */
	give(answer: SentAnswer): void {
		this.#put(answer);
		this.#keep();
		this.#host.changed();
		this.wake();
	}

	/** Sends at once what waits, such as when the device is back on the network. */
	wake(): void {
		clearTimeout(this.#timer);
		this.#wait = AGAIN.first;
		void this.#sendAll();
	}

	/** Sends no more; what waits is kept. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#waiting.clear();
	}

	#put(answer: SentAnswer): void {
		this.#waiting.set(answer.round, answer);
		this.#deliveries.set(answer.round, { is: 'sending' });
	}

	async #sendAll(): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		try {
			for (let next = this.#next(); next; next = this.#next()) {
				const told = await this.#host.send(next);
				this.#isStuck = false;
				this.#settle(next, told);
			}
			this.#wait = AGAIN.first;
		} catch {
			this.#timer = setTimeout(() => void this.#sendAll(), this.#wait);
			this.#wait = Math.min(AGAIN.most, this.#wait * 2);
			this.#isStuck = true;
			this.#host.changed();
		} finally {
			this.#isSending = false;
		}
	}

	#next(): SentAnswer | undefined {
		return this.#waiting.values().next().value;
	}

	#settle(answer: SentAnswer, told: { kept: string } | { refused: string }): void {
		// Meanwhile the pupil may have changed it: then the newer one is still to be sent.
		if (this.#waiting.get(answer.round) !== answer) return;
		this.#waiting.delete(answer.round);
		this.#deliveries.set(
			answer.round,
			'kept' in told ? { is: 'kept' } : { is: 'refused', why: told.refused }
		);
		this.#keep();
		this.#host.changed();
	}

	#keep(): void {
		try {
			this.#host.keep([...this.#waiting.values()]);
		} catch (error) {
			// It lasts as long as the page, then.
			console.warn(error);
		}
	}
}
