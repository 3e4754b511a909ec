import { createSubscriber } from 'svelte/reactivity';

import { own } from '#lib/kinds/own.ts';
import type { Malformation } from '#lib/kinds/score.ts';
import { entryAt, firstTries, itemAt, type QuizContext } from '#lib/quiz/context.ts';
import type { LearnerAction, LearnerEvent } from '#lib/quiz/event.ts';
import { timeAllowed } from '#lib/quiz/form.ts';
import { answerId } from '#lib/quiz/record.ts';
import { isGiving, isIn, type QuizState } from '#lib/quiz/state.ts';
import type { QuizHost } from '#lib/player/host.ts';
import { loadedLater, type Later } from '#lib/player/load-later.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';

import { AttemptKeeper } from './attempt-keeper.ts';
import { gradedHere } from './graded-here.ts';
import type { OnServer } from './on-server.ts';
import type { QuizContents } from './quiz-contents.ts';
import { QuizRunner } from './quiz-runner.ts';
import type { HandedIn } from './quiz-services.ts';
import { attemptOf, isSameForm } from './resumption.ts';
import type { Clock } from './steady-clock.ts';

/** What a session needs from the host of its quiz. */
export type SessionHost = Pick<
	QuizHost,
	'now' | 'fetchItems' | 'exchange' | 'attempts' | 'onscored' | 'ongiven' | 'onfinished'
>;

interface Beginning {
	/** The clock of an exam; by default the host’s. */
	clock?: Clock | undefined;
	/** What the inputs of the page held before its script was live. */
	given?: FormData | undefined;
}

/**
 * A quiz on a page: brings together what runs it and what keeps it, and tells the host what happens. A component or
 * effect that reads `state` follows every change.
 */
export class QuizSession {
	readonly data: QuizData;
	readonly #host: SessionHost;
	readonly #clock: Clock;
	readonly #runner: QuizRunner;
	readonly #keeper: AttemptKeeper;
	/** The exam’s place on the server; undefined outside exams, and before it is connected. */
	#onServer: OnServer | undefined;
	/** The items whose first answers were reported to the host. */
	readonly #told = new Set<string>();
	#notify = () => {};
	readonly #follow = createSubscriber((update) => {
		this.#notify = update;
		return () => (this.#notify = () => {});
	});

	constructor(data: QuizData, host: SessionHost, { clock = host, given }: Beginning = {}) {
		this.data = data;
		this.#host = host;
		this.#clock = clock;
		const changed = () => this.#notify();
		this.#keeper = new AttemptKeeper(data, data.posted?.startedAt ?? clock.now() - data.elapsed, {
			attempts: host.attempts,
			now: () => clock.now(),
			state: () => this.state,
			contents: () => this.#runner.contents,
			prepare: () => this.prepare().then(() => !this.unreachable),
			takeUp: (record) => isSameForm(record.form, data.form) && this.#runner.takeUp(attemptOf(record)),
			retell: () => {
				for (const id of data.form.items) this.#tell(id, this.state.context, true);
			},
			repeat: (event) => this.#runner.hear(event),
			changed
		});
		const attempt = { ...this.#keeper.record, reply: data.posted?.reply ?? null };
		this.#runner = new QuizRunner(data, attempt, {
			fetchItems: () => host.fetchItems(),
			handIn: () => this.#handIn(),
			heard: (event, position) => this.#keeper.note({ event, position }),
			moved: (state, before) => this.#moved(state, before),
			changed
		});
		if (given) this.#runner.takeOver(given);
		if (data.given?.item === itemAt(this.state.context)) this.#runner.give(data.given);
	}

	/** The statechart and the components that follow the first answer, once they are there. */
	get later(): Later | undefined {
		this.#follow();
		return loadedLater();
	}

	/** Where the quiz is, and all that it knows. */
	get state(): QuizState {
		this.#follow();
		return this.#runner.state;
	}

	/** The items of the quiz, as far as the page holds them. */
	get contents(): QuizContents {
		this.#follow();
		return this.#runner.contents;
	}

	/** Whether the last attempt to load something failed. */
	get unreachable(): boolean {
		this.#follow();
		return this.#runner.isUnreachable;
	}

	/** The place of the attempt with the host. */
	get keeper(): AttemptKeeper {
		this.#follow();
		return this.#keeper;
	}

	/** The exam’s place on the server; undefined outside exams, and before it is connected. */
	get onServer(): OnServer | undefined {
		this.#follow();
		return this.#onServer;
	}

	/** The time by the clock of the quiz: milliseconds since 1970. */
	now(): number {
		return this.#clock.now();
	}

	/** Says something to the quiz, now. An event that means nothing in its state is ignored. */
	send(said: LearnerAction): void {
		const at = this.now();
		const here = itemAt(this.state.context);
		// Where something stands there from the beginning, such as an order, it is the answer of whoever checks it untouched.
		const asShown =
			said.type === 'check' && entryAt(this.state.context).response === null
				? this.contents.asShown(here)
				: null;
		if (asShown !== null) this.send({ type: 'answer', response: asShown });
		const malformation = loadedLater()?.leavesQuestion(this.state, said) && this.unreadable();
		const event: LearnerEvent = malformation ? { type: 'warn', at, malformation } : { ...said, at };
		this.#runner.say(event);
		if (isGiving(event)) {
			const { response, certainty } = entryAt(this.state.context);
			this.#host.ongiven?.({ item: itemAt(this.state.context), response, certainty });
		}
		if (!this.#runner.isRunning) void this.prepare();
		if (said.type !== 'show') return;
		// Another page may have gone on while this one was hidden.
		void this.#keeper.catchUp();
		this.#onServer?.wake();
	}

	/** Loads what the items after the first need; see {@link QuizRunner.prepare}. */
	prepare(): Promise<void> {
		return this.#runner.prepare();
	}

	/** Whether an item of an exam is no longer in the course, so that it is neither shown nor counted. */
	isGone(position: number): boolean {
		return this.data.sitting !== null && !this.contents.isKnown(itemAt(this.state.context, position));
	}

	/** Why the response to an item, by default the present one, cannot be read; null if it can. */
	unreadable(position = this.state.context.position): Malformation | null {
		this.#follow();
		return this.#runner.unreadable(position);
	}

	/** Waits until the host has kept all that was done; returns whether it has, and for longer than the page lasts. */
	async kept(): Promise<boolean> {
		await this.prepare();
		return (await this.#keeper.kept()) && this.#runner.isRunning;
	}

	/** From now on, sends the server of an exam what is answered. */
	async connect(): Promise<void> {
		await this.prepare();
		const later = loadedLater();
		if (!this.data.sitting || !later || !this.#runner.isRunning || this.#onServer) return;
		this.#onServer = new later.OnServer(
			{
				data: this.data,
				state: () => this.state,
				hear: (said, at = 0) => this.#runner.hear({ ...said, at: Math.max(at, this.now()) }),
				reveal: (revealed) => this.#runner.contents.reveal(revealed),
				changed: () => this.#notify()
			},
			this.#host,
			this.#clock
		);
		const connected = this.#onServer.connect();
		this.#notify();
		await connected;
	}

	/** Hands an exam in, and keeps what the server said of it. */
	async #handIn(): Promise<HandedIn> {
		if (!this.data.sitting) return this.#gradeHere();
		if (!this.#onServer) await this.connect();
		const answer = await this.#onServer?.handIn();
		if (answer) this.#keeper.graded(answer);
		return answer ?? { type: 'refused', refusal: 'unreachable' };
	}

	/** Grades an exam for which there is no server: the keys are on the device. */
	async #gradeHere(): Promise<HandedIn> {
		await this.prepare();
		if (this.unreachable) return { type: 'refused', refusal: 'unreachable' };
		const answer = gradedHere(this.state.context, (id, response) =>
			this.#runner.contents.score(id, response)
		);
		this.#keeper.graded(answer);
		return answer;
	}

	#moved(state: QuizState, before: QuizState): void {
		this.#notify();
		this.#onServer?.note();
		this.#keeper.save();
		for (const id of firstTries(before.context, state.context)) this.#tell(id, state.context, false);
		const { outcome } = this.#keeper.record;
		if (!outcome || isIn(before, 'finished')) return;
		const { now, startedAt, paused, form } = state.context;
		// A page that is opened after its time was up learns only then that it is.
		const duration = Math.min(now - startedAt - paused, timeAllowed(form));
		this.#host.onfinished?.({ ...outcome, duration });
	}

	/** @param again whether it was scored before this page was opened, and perhaps not reported then */
	#tell(id: string, { entries }: QuizContext, again: boolean): void {
		const item = this.#runner.contents.item(id);
		const entry = own(entries, id);
		if (!item || !entry || entry.scoredAt === null || this.#told.has(id)) return;
		this.#told.add(id);
		const facts = this.#runner.contents.facts(id);
		const name = answerId(this.#keeper.record, id);
		this.#host.onscored?.({ id: name, item, facts, entry, at: entry.scoredAt, again });
	}

	stop(): void {
		this.#keeper.stop();
		this.#onServer?.stop();
		this.#runner.stop();
	}
}
