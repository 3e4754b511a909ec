import type { Me, SentAnswer } from '#lib/classroom/protocol.ts';
import { isGiven, newEntry } from '#lib/quiz/entry.ts';
import { randomKey } from '#lib/screens/class/calls.ts';
import { Outbox, type Delivery, type OutboxHost } from '#lib/screens/class/outbox.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type { Draft, KeptHere } from './kept-on-device.ts';

const NOTHING: Draft = { response: null, certainty: null };

/** Why the server has not taken an answer for good. What was chosen then counts no more. */
const TOO_LATE = new Set(['closed', 'late', 'gone']);

/** What the answers of a pupil’s page need of it. */
export interface OwnAnswersHost {
	send: OutboxHost['send'];
	/** Keeps what has not arrived yet for a page that is opened again. */
	keep: (left: KeptHere) => void;
	/** An answer was not taken, since there is another one, from another page. */
	answeredElsewhere: () => void;
}

/** What a pupil has chosen, round by round: what is in the inputs, what is on its way, and what the server has. */
export class OwnAnswers {
	readonly #host: OwnAnswersHost;
	#outbox: Outbox | undefined;
	#drafts = $state.raw<ReadonlyMap<number, Draft>>(new Map());
	/** What was sent last in a round by this page or the one before it. */
	#sent = $state.raw<ReadonlyMap<number, SentAnswer>>(new Map());
	#arrived = $state.raw<ReadonlyMap<number, Draft>>(new Map());
	#deliveries = $state.raw<ReadonlyMap<number, Delivery>>(new Map());
	/** What the outbox has not delivered yet. */
	#waiting: readonly SentAnswer[] = [];
	#isStuck = $state.raw(false);
	/** The rounds whose answers came too late, until the pupil has read so. */
	#missed = $state.raw<readonly number[]>([]);

	/** @param arrived what the server has */
	constructor(host: OwnAnswersHost, arrived: Me['answers']) {
		this.#host = host;
		this.know(arrived);
	}

	/** Goes on with what a page before this one has left, and begins to send. */
	open({ drafts, waiting }: KeptHere): void {
		this.#drafts = new Map([...drafts, ...this.#drafts]);
		this.#sent = new Map(waiting.map((answer) => [answer.round, answer]));
		this.#waiting = waiting;
		const keep = (now: readonly SentAnswer[]) => {
			this.#waiting = now;
			this.#keep();
		};
		this.#outbox = new Outbox({ send: this.#host.send, keep, changed: () => this.#follow() }, waiting);
		this.#follow();
	}

	/** Sends no more. What has not arrived is kept. */
	stop(): void {
		this.#outbox?.stop();
		this.#outbox = undefined;
	}

	/** Sends at once what waits. */
	wake(): void {
		this.#outbox?.wake();
	}

	/** Takes over what the server has, which may have come from another device. */
	know(arrived: Me['answers']): void {
		this.#arrived = new Map(arrived.map((answer) => [answer.round, answer]));
	}

	/** What is in the inputs of a round. */
	given(round: number): Draft {
		const { response, certainty } = this.#drafts.get(round) ?? this.latest(round) ?? NOTHING;
		return { response, certainty };
	}

	/** What was sent last, arrived or not; undefined where nothing was. */
	latest(round: number): Draft | undefined {
		return this.#sent.get(round) ?? this.#arrived.get(round);
	}

	/** What the server has; undefined where it has nothing. */
	arrived(round: number): Draft | undefined {
		return this.#arrived.get(round);
	}

	/** What has become of what was sent last in a round; undefined where nothing was. */
	delivery(round: number): Delivery | undefined {
		const here = this.#deliveries.get(round);
		if (here) return here;
		return this.#arrived.has(round) ? { is: 'kept' } : undefined;
	}

	/** Whether what is on its way could not be sent just now. */
	get isStuck(): boolean {
		return this.#isStuck;
	}

	/** Whether something is chosen that was not sent. */
	isUnsent(round: number): boolean {
		const draft = this.#drafts.get(round);
		return draft !== undefined && isWhole(draft) && !isSame(draft, this.latest(round));
	}

	/** Whether anything was chosen that can be sent. */
	isWhole(round: number): boolean {
		return isWhole(this.given(round));
	}

	/** The rounds whose answers came too late, as far as that was not read yet. */
	get missed(): readonly number[] {
		return this.#missed;
	}

	/** The pupil has read that answers came too late. */
	readMissed(): void {
		this.#missed = [];
	}

	/** Changes what is in the inputs of a round. */
	choose(round: number, change: Partial<Draft>): void {
		this.#drafts = new Map([...this.#drafts, [round, { ...this.given(round), ...change }]]);
		this.#keep();
	}

	/** Sends what is in the inputs of a round; the same once more is sent once. */
	send(round: number, asksCertainty: boolean): void {
		const { response, certainty } = this.given(round);
		const answer = { round, response, certainty: asksCertainty ? certainty : null, key: randomKey() };
		if (isSame(answer, this.latest(round)) && this.delivery(round)?.is !== 'refused') return;
		this.#sent = new Map([...this.#sent, [round, answer]]);
		this.#outbox?.give(answer);
	}

	#follow(): void {
		this.#isStuck = this.#outbox?.isStuck ?? false;
		const before = this.#deliveries;
		const rounds = new Set([...before.keys(), ...this.#sent.keys()]);
		this.#deliveries = new Map(
			[...rounds].flatMap((round): [number, Delivery][] => {
				const delivery = this.#outbox?.deliveryOf(round);
				return delivery ? [[round, delivery]] : [];
			})
		);
		for (const [round, delivery] of this.#deliveries) {
			if (delivery === before.get(round)) continue;
			if (delivery.is === 'kept') this.#settle(round);
			if (delivery.is === 'refused') this.#giveUp(round, delivery.why);
		}
	}

	/** The server has it. */
	#settle(round: number): void {
		const answer = this.#sent.get(round);
		if (!answer) return;
		this.#arrived = new Map([...this.#arrived, [round, answer]]);
		if (isSame(this.#drafts.get(round), answer)) this.#forget(round);
	}

	/** The server does not take it. What cannot be read stays in the inputs, to be corrected. */
	#giveUp(round: number, why: string): void {
		this.#sent = without(this.#sent, round);
		if (TOO_LATE.has(why)) this.#missed = [...this.#missed, round];
		if (TOO_LATE.has(why) || why === 'given') this.#forget(round);
		if (why === 'given') this.#host.answeredElsewhere();
	}

	#forget(round: number): void {
		this.#drafts = without(this.#drafts, round);
		this.#keep();
	}

	#keep(): void {
		// Before it is opened, what a page before this one has left is still to be read.
		if (!this.#outbox) return;
		this.#host.keep({ waiting: this.#waiting, drafts: this.#drafts });
	}
}

/** Whether it is an answer, as far as a page can tell. */
function isWhole({ response }: Draft): boolean {
	return isGiven({ ...newEntry(), response });
}

function isSame(one: Draft | undefined, other: Draft | undefined): boolean {
	return one !== undefined && other !== undefined && writing(one) === writing(other);
}

/** The same for the same answer, in whatever order its parts were given. */
function writing({ response, certainty }: Draft): string {
	return JSON.stringify([response, certainty], (_, value: unknown) =>
		isMapping(value) ? Object.entries(value).sort() : value
	);
}

function without<Value>(map: ReadonlyMap<number, Value>, key: number): ReadonlyMap<number, Value> {
	return new Map([...map].filter(([other]) => other !== key));
}
