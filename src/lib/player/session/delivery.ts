import type { KeptAnswer } from '#lib/quiz/event.ts';
import { sumOf, type Sent, type SittingReply } from '#lib/quiz/exchange.ts';

/** How long an answer may wait for others before it is sent, in milliseconds. */
const PAUSE = 3_000;

/**
 * How long to wait before trying again, in milliseconds: longer each time, so that many pages at once do not keep a
 * server down.
 */
const PATIENCE = [2_000, 5_000, 10_000, 20_000, 30_000];

/** What the delivery of an exam’s answers needs from its session. */
export interface Deliverer {
	/** Sends to the server; rejects if it does not answer. */
	exchange: (sent: Sent) => Promise<SittingReply>;
	/** What was answered here so far. */
	answers: () => readonly KeptAnswer[];
	/** Receives what the server answers, or that it does not. */
	told: (told: SittingReply | 'unreachable') => void;
}

/**
 * Sends the answers of an exam to the server while it goes on: soon after each is given, at once when a question is
 * left, and again until the server has them. An answer that the server has and this page does not know is news, but
 * does not overwrite what was answered here and not sent yet.
 */
export class Delivery {
	readonly #deliverer: Deliverer;
	/** When each of the answers that the server has was given. */
	readonly #kept: Map<string, number>;
	/** Each answer that is both here and on the server, dated by this page’s clock. */
	readonly #taken = new Map<string, KeptAnswer>();
	#sending: Promise<SittingReply | 'unreachable'> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	#isStopped = false;

	/** @param kept what the server has, as the page was told when it was loaded */
	constructor(deliverer: Deliverer, kept: readonly KeptAnswer[]) {
		this.#deliverer = deliverer;
		this.#kept = new Map(kept.map(({ item, at }) => [item, at]));
		for (const answer of deliverer.answers()) {
			const { item, response } = answer;
			if (kept.some((other) => other.item === item && isAlike(other.response, response)))
				this.#taken.set(item, answer);
		}
	}

	/** Whether the server has all that was answered here. */
	get isComplete(): boolean {
		return this.#pending().length === 0;
	}

	/** How long to wait before trying again, in milliseconds. */
	get patience(): number {
		return PATIENCE[Math.min(this.#failures, PATIENCE.length) - 1] ?? PAUSE;
	}

	/** Something may have been answered. @param isUrgent whether to send it at once */
	note(isUrgent: boolean): void {
		if (this.isComplete || this.#isStopped) return;
		if (isUrgent && this.#failures === 0) void this.ask();
		else this.#timer ??= setTimeout(() => void this.ask(), this.#failures === 0 ? PAUSE : this.patience);
	}

	/** Sends what there is, and asks what the server has. */
	async ask(): Promise<void> {
		await this.#sending;
		// If several calls have waited, one of them asks for all.
		if (!this.#isStopped) await (this.#sending ?? this.#send(false));
		this.note(false);
	}

	/** Hands the exam in, with everything not sent yet. */
	async handIn(): Promise<SittingReply | 'unreachable'> {
		while (this.#sending) await this.#sending;
		return this.#send(true);
	}

	/** Sends nothing from now on. */
	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	#send(handIn: boolean): Promise<SittingReply | 'unreachable'> {
		const sending = this.#exchange(handIn).finally(() => (this.#sending = undefined));
		this.#sending = sending;
		return sending;
	}

	async #exchange(handIn: boolean): Promise<SittingReply | 'unreachable'> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const answers = this.#pending();
		const expected = new Map(this.#kept);
		for (const { item, at } of answers) expected.set(item, at);
		const known = sumOf([...expected.values()].map((at) => ({ at })));
		const told = await this.#deliverer
			.exchange({ answers, known, handIn })
			.catch(() => 'unreachable' as const);
		this.#failures = told === 'unreachable' ? this.#failures + 1 : 0;
		if (told !== 'unreachable' && told.state === 'open') this.#learn(told, answers);
		this.#deliverer.told(told);
		return told;
	}

	#learn(told: Extract<SittingReply, { state: 'open' }>, sent: readonly KeptAnswer[]): void {
		for (const answer of sent) {
			this.#taken.set(answer.item, answer);
			this.#kept.set(answer.item, answer.at);
		}
		// What was answered here meanwhile is newer, and goes with the next delivery.
		const pending = new Set(this.#pending().map(({ item }) => item));
		const here = new Map(this.#deliverer.answers().map((answer) => [answer.item, answer]));
		for (const { item, at } of told.answers) this.#kept.set(item, at);
		told.answers = told.answers.filter(
			({ item, response }) => !pending.has(item) && !isAlike(here.get(item)?.response ?? null, response)
		);
		for (const answer of told.answers) this.#taken.set(answer.item, answer);
	}

	#pending(): KeptAnswer[] {
		return this.#deliverer.answers().filter(({ item, response, at }) => {
			const taken = this.#taken.get(item);
			if (!taken || at > taken.at) return true;
			// The page’s clock follows the server’s, and stops while that is behind what was answered.
			return at === taken.at && !isAlike(response, taken.response);
		});
	}
}

function isAlike(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
