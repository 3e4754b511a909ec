import { answersIn } from '#lib/quiz/context.ts';
import type { KeptAnswer, LearnerAction } from '#lib/quiz/event.ts';
import { newerThan, type Sent, type SittingReply } from '#lib/quiz/exchange.ts';
import { isIn, type QuizState } from '#lib/quiz/state.ts';

import { Delivery } from './delivery.ts';
import type { HandedIn } from './quiz-services.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import type { QuizHost } from '#lib/player/host.ts';
import type { Clock } from './steady-clock.ts';

/** What an exam’s place on the server needs from the session on this page. */
interface Session {
	readonly data: QuizData;
	state: () => QuizState;
	/** Says something to the quiz, at that moment or, if the quiz is already past it, as soon as possible after. */
	hear: (said: LearnerAction, at?: number) => void;
	reveal: (told: Extract<SittingReply, { state: 'closed' }>['revealed']) => void;
	/** Something that the page shows has changed. */
	changed: () => void;
}

/** An exam’s place on the server, as seen from a page: its answers go there, and its end is decided there. */
export class OnServer {
	readonly #session: Session;
	readonly #host: Pick<QuizHost, 'exchange'>;
	readonly #clock: Clock;
	#delivery: Delivery | undefined;
	/** The outcome of the exam, once known; it no longer changes. */
	#handedIn: HandedIn | undefined;
	#isReached = true;
	#hasNews = false;
	readonly #unfit = new Set<string>();
	/** Where in the quiz the learner was when answers were last noted. */
	#place = '';
	#isStopped = false;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(session: Session, host: Pick<QuizHost, 'exchange'>, clock: Clock) {
		this.#session = session;
		this.#host = host;
		this.#clock = clock;
		this.#handedIn = session.data.posted?.reply ?? undefined;
	}

	/** Whether the server answered the last message. */
	get isReached(): boolean {
		return this.#isReached;
	}

	/** Whether the server has all that was answered here. */
	get isComplete(): boolean {
		return this.#delivery?.isComplete ?? false;
	}

	/** Whether answers from another page came in while this one was open. */
	get hasNews(): boolean {
		return this.#hasNews;
	}

	/** Items that have changed since this page was loaded, so that the answers given here do not fit them. */
	get unfit(): ReadonlySet<string> {
		return this.#unfit;
	}

	/** Goes on from what the server has, and from now on sends it what is answered. */
	async connect(): Promise<void> {
		const { answers = [] } = this.#session.data.sitting ?? {};
		this.#adopt(newerThan(answersIn(this.#session.state().context), answers));
		if (this.#handedIn) return this.#end();
		this.#delivery = new Delivery(
			{
				exchange: (sent) => this.#exchange(sent),
				answers: () => answersIn(this.#session.state().context),
				told: (told) => this.#hear(told)
			},
			answers
		);
		// Sends what is here and not there, and puts the clock right.
		await this.#delivery.ask();
	}

	/** Notes that something may have been answered. */
	note(): void {
		const state = this.#session.state();
		if (!isIn(state, 'active')) return;
		const place = `${state.context.position} ${String(isIn(state, 'active.overview'))}`;
		const isLeft = this.#place !== '' && this.#place !== place;
		this.#place = place;
		this.#delivery?.note(isLeft);
	}

	/** Asks again after the device may have slept: time may have passed, and answers may have come from elsewhere. */
	wake(): void {
		const state = this.#session.state();
		if (isIn(state, 'active')) void this.#delivery?.ask();
		else if (isIn(state, 'refused') && state.context.refusal === 'unreachable')
			this.#session.hear({ type: 'submit' });
	}

	/** Hands the exam in; if that was done before, the first grades come again. */
	async handIn(): Promise<HandedIn> {
		await this.#tryToHandIn();
		// What the server said has been noted meanwhile.
		return this.#handedIn ?? unreachable;
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#later);
		this.#delivery?.stop();
	}

	/**
	 * Tries again if the server does not answer: for a while it takes what it missed, and nobody may be at the page to
	 * retry.
	 */
	async #tryToHandIn(): Promise<void> {
		clearTimeout(this.#later);
		if (!this.#handedIn) await this.#delivery?.handIn();
		if (this.#handedIn || this.#isStopped) return;
		clearTimeout(this.#later);
		this.#later = setTimeout(() => void this.#tryToHandIn(), this.#delivery?.patience);
	}

	async #exchange(sent: Sent): Promise<SittingReply> {
		const asked = performance.now();
		if (!this.#host.exchange) throw new Error('This page has no way to the server of the exam.');
		const told = await this.#host.exchange(sent);
		if (told.state !== 'refused') this.#clock.correct?.(told.now, performance.now() - asked);
		return told;
	}

	#hear(told: SittingReply | 'unreachable'): void {
		this.#isReached = told !== 'unreachable';
		if (told !== 'unreachable') {
			if (told.state === 'open') {
				for (const item of told.unfit) this.#unfit.add(item);
				this.#hasNews ||= told.answers.length > 0;
				this.#adopt(told.answers);
			} else {
				this.#handedIn = told.state === 'closed' ? told.reply : { type: 'refused', refusal: told.refusal };
				if (told.state === 'closed') this.#session.reveal(told.revealed);
				this.#end();
			}
		}
		this.#session.changed();
	}

	#adopt(answers: KeptAnswer[]): void {
		if (answers.length === 0) return;
		this.#session.hear({ type: 'elsewhere', answers }, Math.max(...answers.map(({ at }) => at)));
	}

	/** Ends the quiz as the server has decided: it hands in, and gets its answer at once. */
	#end(): void {
		this.stop();
		if (isIn(this.#session.state(), 'submitting')) return;
		this.#session.hear({ type: 'finish' });
		this.#session.hear({ type: 'submit' });
	}
}

const unreachable: HandedIn = { type: 'refused', refusal: 'unreachable' };
