import { createSubscriber } from 'svelte/reactivity';

import { beforeAnotherTry, type Part } from '#lib/kinds/score.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { entriesInOrder, entryAt, itemAt, type QuizContext } from '#lib/quiz/context.ts';
import { scoreOf } from '#lib/quiz/entry.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { firstTries } from '#lib/quiz/first-tries.ts';
import { outcomeOf } from '#lib/quiz/outcome.ts';
import { logged, newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import type { Attempt, QuizActor, QuizServices } from '#lib/quiz/run.ts';
import { begunWith, initialState, isGiving, isIn, type QuizState } from '#lib/quiz/state.ts';
import type { AttemptStore } from '#lib/store/attempt-store.ts';

import { loadedLater, loadLater, type Later } from './load-later.ts';
import { QuizContents } from './quiz-contents.ts';
import type { QuizData } from './quiz-data.ts';
import type { Said, World } from './quiz-world.ts';
import { attemptOf, awake, isSameForm, type Resumption } from './resumption.ts';

/**
 * A quiz on a page: the running statechart with its items, and the record that is kept of it. Reading `snapshot`
 * in a component or an effect makes it follow every change.
 */
export class QuizSession {
	readonly data: QuizData;
	readonly #world: World;
	readonly #contents: QuizContents;
	#beginning: QuizState;
	#record: AttemptRecord;
	/** The running statechart; undefined until it is loaded. */
	#actor: QuizActor | undefined;
	/** What was said before the statechart was there to hear it. */
	#unheard: LearnerEvent[] = [];
	#store: AttemptStore | undefined;
	/** The last thing that the store was given to keep. */
	#saving: Promise<void> | undefined;
	#preparing: Promise<void> | undefined;
	#unreachable = false;
	#unkept = false;
	#notify = () => {};
	readonly #follow = createSubscriber((update) => {
		this.#notify = update;
		return () => (this.#notify = () => {});
	});

	/** @param given what the inputs of the page held before its script was live */
	constructor(data: QuizData, world: World, given?: FormData) {
		this.data = data;
		this.#world = world;
		this.#contents = new QuizContents(data);
		const startedAt = data.posted?.startedAt ?? world.now() - data.elapsed;
		this.#record = {
			...newRecord({ id: data.id, form: data.form, address: data.address, startedAt }),
			log: data.posted?.log ?? []
		};
		this.#beginning = initialState({ form: data.form, at: startedAt });
		this.#start();
		if (given) this.#takeOver(given);
	}

	/** The statechart and the components that follow the first answer, once they are there. */
	get later(): Later | undefined {
		this.#follow();
		return loadedLater();
	}

	/** Where the quiz is, and all that it knows. */
	get state(): QuizState {
		this.#follow();
		return this.#actor?.getSnapshot() ?? this.#beginning;
	}

	/** Starts the statechart, if it is loaded, with what was said meanwhile. */
	#start(): void {
		if (this.#actor || !loadedLater()) return;
		const actor =
			this.#run({ ...this.#record, reply: this.data.posted?.reply ?? null }) ??
			this.#run({ ...this.#record, log: [], reply: null });
		if (!actor) throw new Error('A new attempt cannot be refused by its own statechart.');
		this.#actor = this.#listen(actor);
		for (const event of this.#unheard) this.#hear(event);
		this.#unheard = [];
	}

	/** Says something to the quiz, now. What means nothing in its state is not heard. */
	send(said: Said): void {
		const event: LearnerEvent = { ...said, at: this.#world.now() };
		this.#say(event);
		if (!this.#actor) void this.prepare();
	}

	/** Tells the statechart, or keeps for it what was said before it is there. */
	#say(event: LearnerEvent): void {
		if (this.#actor) return this.#hear(event);
		this.#unheard = logged(this.#unheard, event);
		this.#beginning = begunWith(this.#beginning, event);
		this.#notify();
	}

	/** Lets the quiz begin with what was given before the script was live, as if it had just been said. */
	#takeOver(form: FormData): void {
		const { context } = this.state;
		const before = entryAt(context);
		const response = this.contents.view(itemAt(context))?.module.read(form) ?? before.response;
		const certainty =
			certainties.find((level) => String(level) === form.get('certainty')) ?? before.certainty;
		const at = context.now;
		if (JSON.stringify(response) !== JSON.stringify(before.response))
			this.#say({ type: 'answer', at, response });
		if (certainty !== null && certainty !== before.certainty) this.#say({ type: 'certain', at, certainty });
	}

	#hear(event: LearnerEvent): void {
		const snapshot = this.#actor?.getSnapshot();
		// A clock that was set back does not make time run backwards.
		const timely = { ...event, at: Math.max(event.at, snapshot?.context.now ?? 0) };
		if (!snapshot?.can(timely)) return;
		this.#record = { ...this.#record, log: logged(this.#record.log, timely) };
		this.#actor?.send(timely);
	}

	/** The items of the quiz, as far as the page holds them. */
	get contents(): QuizContents {
		this.#follow();
		return this.#contents;
	}

	/** What became of the present item's last try, part by part, as far as it may be told in this state. */
	get marks(): ReadonlyMap<string, Part> | null {
		const { state } = this;
		const score = scoreOf(entryAt(state.context));
		if (!score) return null;
		if (isIn(state, 'active.answering.retrying')) return byId(beforeAnotherTry(score.parts));
		return isIn(state, 'active.feedback') || isIn(state, 'finished') ? byId(score.parts) : null;
	}

	/** What the learner did so far, for a form post. */
	get logText(): string {
		this.#follow();
		return JSON.stringify(this.#record.log);
	}

	/** Whether no other item is waiting for an answer. */
	get isLastOpen(): boolean {
		const { context } = this.state;
		return entriesInOrder(context).every(
			({ status }, position) => status === 'settled' || position === context.position
		);
	}

	/**
	 * Loads what the items after the first need: themselves, their views and all that follows an answer. Asking again
	 * costs nothing once it is there.
	 */
	prepare(): Promise<void> {
		this.#preparing ??= this.#load().finally(() => this.#notify());
		return this.#preparing;
	}

	async #load(): Promise<void> {
		const begun = loadLater().then(() => this.#start());
		const loads = await Promise.allSettled([this.#contents.load(() => this.#world.fetchItems()), begun]);
		this.#unreachable = loads.some(({ status }) => status === 'rejected');
		if (!this.#unreachable) return;
		this.#preparing = undefined;
		// Whoever is told to try again will: until then, only what was given is kept.
		this.#unheard = this.#unheard.filter(isGiving);
	}

	/** Whether the last attempt to load something failed. */
	get unreachable(): boolean {
		this.#follow();
		return this.#unreachable;
	}

	/** Whether the device keeps nothing of the attempt, so that it lasts as long as the page. */
	get unkept(): boolean {
		this.#follow();
		return this.#unkept;
	}

	/**
	 * Goes on where a stored attempt left off, and keeps the attempt in the store from now on. A stored attempt that
	 * cannot be replayed is set aside, not lost.
	 */
	async resume(store: AttemptStore): Promise<Resumption> {
		const stored = this.data.posted ? undefined : await store.load(this.data.id);
		if (stored !== undefined) await this.prepare();
		if (stored !== undefined && this.#unreachable) return 'unreachable';
		const resumed = stored !== undefined && (await this.#takeUp(stored));
		if (stored !== undefined && !resumed) await store.setAside(this.data.id);
		// Only now may anything be saved: until here it would have taken the place of what was stored.
		this.#store = store;
		this.#unkept = !store.lasting;
		this.#notify();
		if (resumed) return 'resumed';
		this.#save();
		return (await store.loadSetAside(this.data.id)) ? 'set-aside' : 'fresh';
	}

	/** Takes up a stored attempt in place of the one on the page, if it can be replayed. */
	async #takeUp(stored: unknown): Promise<boolean> {
		const { parseRecord } = await import('#lib/quiz/parse-record.ts');
		const parsed = parseRecord(stored);
		const record = parsed && awake(parsed, this.#world.now());
		const actor =
			record && isSameForm(record.form, this.data.form) ? this.#run(attemptOf(record)) : undefined;
		if (!record || !actor) return false;
		this.#actor?.stop();
		this.#record = record;
		this.#actor = this.#listen(actor);
		this.#notify();
		if (record.grades && this.#contents.isEmpty) await this.#revealAgain();
		return true;
	}

	stop(): void {
		this.#actor?.stop();
	}

	#run(attempt: Attempt): QuizActor | undefined {
		return loadedLater()?.runQuiz(
			attempt,
			(id, response) => this.#contents.score(id, response),
			this.#services()
		);
	}

	#services(): QuizServices {
		return {
			score: ({ item, response }, reply) => {
				const score = this.#contents.score(item, response);
				if (score) return reply({ type: 'scored', score });
				void this.prepare().then(() => {
					const late = this.#contents.score(item, response);
					reply(late ? { type: 'scored', score: late } : { type: 'unscored' });
				});
			},
			submit: ({ responses }, reply) => {
				void this.#world.handIn(responses).then((answer) => {
					if ('revealed' in answer) this.#contents.reveal(answer.revealed);
					if (answer.reply.type === 'graded') this.#record = { ...this.#record, grades: answer.reply.grades };
					reply(answer.reply);
				});
			}
		};
	}

	#listen(actor: QuizActor): QuizActor {
		let before = actor.getSnapshot().context;
		let over = isIn(actor.getSnapshot(), 'finished');
		actor.subscribe((state) => {
			this.#notify();
			this.#save();
			for (const id of firstTries(before, state.context)) this.#tell(id, state.context);
			before = state.context;
			if (!over && isIn(state, 'finished')) this.#world.onfinished?.();
			over = isIn(state, 'finished');
		});
		return actor;
	}

	#tell(id: string, { entries, now }: QuizContext): void {
		const item = this.#contents.item(id);
		const entry = entries[id];
		if (item && entry) this.#world.onscored?.({ item, facts: this.#contents.facts(id), entry, at: now });
	}

	#save(): void {
		const { state } = this;
		const { context } = state;
		this.#record = {
			...this.#record,
			done: Object.values(context.entries).filter(({ status }) => status !== 'open').length,
			outcome: isIn(state, 'finished')
				? (this.#record.outcome ?? outcomeOf(context, this.#contents.pointOf))
				: null,
			updatedAt: context.now
		};
		if (this.#record.log.length > 0)
			this.#saving = this.#store?.save(this.#record).catch(() => this.#forget());
	}

	/** Waits until the device has taken all that was done; answers whether it has, for longer than the page lasts. */
	async kept(): Promise<boolean> {
		await this.prepare();
		await this.#saving;
		return this.#store?.lasting === true && this.#unheard.length === 0;
	}

	/** The device took nothing: it is full, or it refuses. */
	#forget(): void {
		this.#store = undefined;
		this.#unkept = true;
		this.#notify();
	}

	/** Asks again for the items of an exam that was graded before the page was loaded. */
	async #revealAgain(): Promise<void> {
		const { entries } = this.state.context;
		const answer = await this.#world.handIn(
			Object.fromEntries(Object.entries(entries).map(([id, { response }]) => [id, response]))
		);
		if ('revealed' in answer) this.#contents.reveal(answer.revealed);
		this.#notify();
	}
}

function byId(parts: readonly Part[]): ReadonlyMap<string, Part> {
	return new Map(parts.map((part) => [part.id, part]));
}
