import type { Malformation } from '#lib/kinds/score.ts';
import { loadedLater, loadLater } from '#lib/player/load-later.ts';
import type { CurrentResponse, QuizData } from '#lib/player/quiz-data.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { entryAt, itemAt } from '#lib/quiz/context.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { logged } from '#lib/quiz/record.ts';
import type { Attempt, QuizActor } from '#lib/quiz/run.ts';
import { begunWith, initialState, isGiving, type QuizState } from '#lib/quiz/state.ts';

import { QuizContents } from './quiz-contents.ts';
import { servicesOf, type HandedIn } from './quiz-services.ts';

/** What the runner needs from the session that it runs a quiz for. */
interface Session {
	/** Gets the items with their keys; it may fail, and can be called again. */
	fetchItems: ConstructorParameters<typeof QuizContents>[1];
	/** Hands an exam in; never fails, but may answer that the server cannot be reached. */
	handIn: () => Promise<HandedIn>;
	/** Called with what the statechart is about to hear, and at which item. */
	heard: (event: LearnerEvent, position: number) => void;
	/** Called with each state that the statechart reaches, and the one before it. */
	moved: (state: QuizState, before: QuizState) => void;
	/** Something that the page shows has changed. */
	changed: () => void;
}

/**
 * Runs a quiz. Its beginning can be shown and answered before anything is loaded; then comes its statechart, which
 * hears all that was said until then.
 */
export class QuizRunner {
	readonly contents: QuizContents;
	readonly #attempt: Attempt;
	readonly #session: Session;
	#beginning: QuizState;
	/** The running statechart; undefined until it is loaded. */
	#actor: QuizActor | undefined;
	/** What was said before the statechart was there to hear it. */
	#unheard: LearnerEvent[] = [];
	#preparing: Promise<void> | undefined;
	#isUnreachable = false;

	/** @param attempt where the quiz begins */
	constructor(data: QuizData, attempt: Attempt, session: Session) {
		this.contents = new QuizContents(data, session.fetchItems);
		this.#attempt = attempt;
		this.#session = session;
		this.#beginning = initialState({ form: attempt.form, at: attempt.startedAt });
		this.#start();
	}

	/** Where the quiz is, and all that it knows. */
	get state(): QuizState {
		return this.#actor?.getSnapshot() ?? this.#beginning;
	}

	/** Whether the statechart is there, and has heard all that was said. */
	get isRunning(): boolean {
		return this.#actor !== undefined;
	}

	/** Whether the last attempt to load something failed. */
	get isUnreachable(): boolean {
		return this.#isUnreachable;
	}

	/**
	 * Loads what the items after the first need: the items, their views and everything that follows an answer. Never
	 * fails; calling it again costs nothing once all is there.
	 */
	prepare(): Promise<void> {
		this.#preparing ??= this.#load().finally(this.#session.changed);
		return this.#preparing;
	}

	async #load(): Promise<void> {
		const begun = loadLater().then(() => this.#start());
		const loads = await Promise.allSettled([this.contents.load(), begun]);
		this.#isUnreachable = loads.some(({ status }) => status === 'rejected');
		if (!this.#isUnreachable) return;
		this.#preparing = undefined;
		// The learner is asked to try again; until then, only what was given is kept.
		this.#unheard = this.#unheard.filter(isGiving);
	}

	/** Starts the statechart, if it is loaded, and passes on what was said meanwhile. */
	#start(): void {
		if (this.#actor || !loadedLater()) return;
		const actor = this.#run(this.#attempt) ?? this.#run({ ...this.#attempt, log: [], reply: null });
		if (!actor) throw new Error('A new attempt cannot be refused by its own statechart.');
		this.#listen(actor);
		for (const event of this.#unheard) this.hear(event);
		this.#unheard = [];
	}

	/** Goes on from another attempt at the same form in place of this one; false if it cannot be replayed. */
	takeUp(attempt: Attempt): boolean {
		const actor = this.#run(attempt);
		if (!actor) return false;
		this.#actor?.stop();
		this.#listen(actor);
		return true;
	}

	#run(attempt: Attempt): QuizActor | undefined {
		const actor: QuizActor | undefined = loadedLater()?.runQuiz(
			attempt,
			(id, response) => this.contents.score(id, response),
			servicesOf(this.contents, {
				prepare: () => this.prepare(),
				handIn: this.#session.handIn,
				isCurrent: () => actor === this.#actor
			})
		);
		return actor;
	}

	#listen(actor: QuizActor): void {
		this.#actor = actor;
		let before: QuizState = actor.getSnapshot();
		actor.subscribe((state) => {
			const last = before;
			before = state;
			this.#session.moved(state, last);
		});
	}

	/** Passes an event to the statechart, or keeps the event until it is there. */
	say(event: LearnerEvent): void {
		if (this.#actor) return this.hear(event);
		// Nobody has seen what the first of two presses leads to.
		if (isMove(event) && this.#unheard.some(isMove)) return;
		this.#unheard = logged(this.#unheard, event);
		this.#beginning = begunWith(this.#beginning, event);
		this.#session.changed();
	}

	/** Passes an event to the statechart, if it is there and the event means something in its state. */
	hear(event: LearnerEvent): void {
		const snapshot = this.#actor?.getSnapshot();
		// A clock that was set back does not make time run backwards.
		const timely = { ...event, at: Math.max(event.at, snapshot?.context.now ?? 0) };
		if (!snapshot?.can(timely)) return;
		this.#session.heard(timely, snapshot.context.position);
		this.#actor?.send(timely);
	}

	/** Lets the quiz begin with what its inputs held before the script was live, as if it had just been entered. */
	takeOver(form: FormData): void {
		const { context } = this.state;
		const before = entryAt(context);
		this.give({
			response: this.contents.given(itemAt(context), form) ?? before.response,
			certainty: certainties.find((level) => String(level) === form.get('certainty')) ?? before.certainty
		});
	}

	/** Lets the quiz begin with what was given to its present item elsewhere. */
	give({ response, certainty }: Omit<CurrentResponse, 'item'>): void {
		const { context } = this.state;
		const before = entryAt(context);
		const at = context.now;
		if (JSON.stringify(response) !== JSON.stringify(before.response))
			this.say({ type: 'answer', at, response });
		if (certainty !== null && certainty !== before.certainty) this.say({ type: 'certain', at, certainty });
	}

	/** Why the response to an item cannot be read, without knowing the key; null if it can. */
	unreadable(position: number): Malformation | null {
		const { context } = this.state;
		return this.contents.unreadable(itemAt(context, position), entryAt(context, position).response);
	}

	stop(): void {
		this.#actor?.stop();
	}
}

/** Whether an event leads from one item to another. */
function isMove({ type }: LearnerEvent): boolean {
	return type === 'skip' || type === 'next' || type === 'back';
}
