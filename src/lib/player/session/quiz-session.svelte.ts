import { createSubscriber } from 'svelte/reactivity';

import { own } from '#lib/kinds/own.ts';
import type { Malformation } from '#lib/kinds/score.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { entriesInOrder, entryAt, itemAt, type QuizContext } from '#lib/quiz/context.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { firstTries } from '#lib/quiz/first-tries.ts';
import { outcomeOf } from '#lib/quiz/outcome.ts';
import { answerId, logged, newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import type { Attempt, QuizActor } from '#lib/quiz/run.ts';
import { begunWith, initialState, isGiving, isIn, type QuizState } from '#lib/quiz/state.ts';
import type { AttemptStore } from '#lib/store/attempt-store.ts';

import type { Unkept } from './keeping.ts';
import { loadedLater, loadLater, type Later } from '#lib/player/load-later.ts';
import { OnDevice } from './on-device.ts';
import type { OnServer } from './on-server.ts';
import { QuizContents } from './quiz-contents.ts';
import type { Given, QuizData } from '#lib/player/quiz-data.ts';
import { servicesOf, type HandedIn } from './quiz-services.ts';
import type { Said, World } from './quiz-world.ts';
import { attemptOf, awake, gradedBy, isSameForm, type Resumption } from './resumption.ts';

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
	readonly #onDevice: OnDevice;
	/** The exam’s place on the server; undefined outside exams, and before it is connected. */
	#onServer: OnServer | undefined;
	#preparing: Promise<void> | undefined;
	/** The items whose first answers the world was told of. */
	readonly #told = new Set<string>();
	#unreachable = false;
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
		this.#onDevice = new OnDevice({
			data,
			state: () => this.state,
			prepare: () => this.prepare().then(() => !this.#unreachable),
			takeUp: (record) => this.#takeUp(record),
			retell: () => {
				for (const id of data.form.items) this.#tell(id, this.state.context, true);
			},
			save: () => this.#save(),
			repeat: (event) => this.#hear(event),
			changed: () => this.#notify()
		});
		const startedAt = data.posted?.startedAt ?? world.now() - data.elapsed;
		this.#record = {
			...newRecord({ id: data.id, form: data.form, address: data.address, startedAt }),
			log: data.posted?.log ?? []
		};
		this.#beginning = initialState({ form: data.form, at: startedAt });
		this.#start();
		if (given) this.#takeOver(given);
		if (data.given?.item === itemAt(this.state.context)) this.#give(data.given);
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

	/** Tells the server of an exam from now on what is answered. */
	async connect(): Promise<void> {
		await this.prepare();
		const later = loadedLater();
		if (!this.data.sitting || !later || !this.#actor || this.#onServer) return;
		this.#onServer = new later.OnServer(
			{
				data: this.data,
				state: () => this.state,
				hear: (said, at = 0) => this.#hear({ ...said, at: Math.max(at, this.#world.now()) }),
				reveal: (revealed) => this.#contents.reveal(revealed),
				changed: () => this.#notify()
			},
			this.#world
		);
		const connected = this.#onServer.connect();
		this.#notify();
		await connected;
	}

	/** The exam’s place on the server; undefined outside exams, and before it is connected. */
	get onServer(): OnServer | undefined {
		this.#follow();
		return this.#onServer;
	}

	/** Says something to the quiz, now. What means nothing in its state is not heard. */
	send(said: Said): void {
		const at = this.#world.now();
		const malformation = loadedLater()?.leavesQuestion(this.state, said) && this.unreadable();
		const event: LearnerEvent = malformation ? { type: 'warn', at, malformation } : { ...said, at };
		this.#say(event);
		if (isGiving(event)) {
			const { response, certainty } = entryAt(this.state.context);
			this.#world.ongiven?.({ item: itemAt(this.state.context), response, certainty });
		}
		if (!this.#actor) void this.prepare();
		// While this page was hidden, another may have gone on.
		if (said.type === 'show') void this.#onDevice.catchUp();
		if (said.type === 'show') this.#onServer?.wake();
	}

	/** Whether an item of an exam is no longer in the course, so that it is neither shown nor counted. */
	isGone(position: number): boolean {
		return this.data.sitting !== null && !this.contents.isKnown(itemAt(this.state.context, position));
	}

	/** Why what was given to an item cannot be read, without knowing its key; null where it can. The present item by default. */
	unreadable(position = this.state.context.position): Malformation | null {
		const { context } = this.state;
		const view = this.#contents.view(itemAt(context, position))?.item;
		return (view && loadedLater()?.unreadable(view, entryAt(context, position).response)) ?? null;
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
		this.#give({
			response: this.contents.view(itemAt(context))?.module.read(form) ?? before.response,
			certainty: certainties.find((level) => String(level) === form.get('certainty')) ?? before.certainty
		});
	}

	/** Lets the quiz begin with what was given to its first item elsewhere. */
	#give({ response, certainty }: Omit<Given, 'item'>): void {
		const { context } = this.state;
		const before = entryAt(context);
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
		this.#onDevice.note({ event: timely, position: snapshot.context.position });
		this.#actor?.send(timely);
	}

	/** The items of the quiz, as far as the page holds them. */
	get contents(): QuizContents {
		this.#follow();
		return this.#contents;
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

	/** Why the device keeps no more of the attempt, so that it lasts as long as the page; undefined where it does. */
	get unkept(): Unkept | undefined {
		this.#follow();
		return this.#onDevice.unkept;
	}

	/** Goes on where a stored attempt left off, and keeps the attempt in the store from now on. */
	resume(store: AttemptStore): Promise<Resumption> {
		return this.#onDevice.resume(store);
	}

	/** Takes up a stored attempt in place of the one on the page, if it can be replayed. */
	#takeUp(stored: AttemptRecord): boolean {
		const record = gradedBy(this.data.posted?.reply, awake(stored, this.#world.now()));
		const actor = isSameForm(record.form, this.data.form) ? this.#run(attemptOf(record)) : undefined;
		if (!actor) return false;
		this.#actor?.stop();
		this.#record = record;
		this.#actor = this.#listen(actor);
		this.#notify();
		return true;
	}

	stop(): void {
		this.#onDevice.stop();
		this.#onServer?.stop();
		this.#actor?.stop();
	}

	#run(attempt: Attempt): QuizActor | undefined {
		const actor: QuizActor | undefined = loadedLater()?.runQuiz(
			attempt,
			(id, response) => this.#contents.score(id, response),
			servicesOf(this.#contents, {
				prepare: () => this.prepare(),
				handIn: () => this.#handIn(),
				isCurrent: () => actor === this.#actor
			})
		);
		return actor;
	}

	#listen(actor: QuizActor): QuizActor {
		let before = actor.getSnapshot().context;
		let over = isIn(actor.getSnapshot(), 'finished');
		actor.subscribe((state) => {
			this.#notify();
			this.#onServer?.note();
			this.#save();
			for (const id of firstTries(before, state.context)) this.#tell(id, state.context, false);
			before = state.context;
			if (!over && isIn(state, 'finished')) this.#world.onfinished?.();
			over = isIn(state, 'finished');
		});
		return actor;
	}

	/** @param again whether it was scored before this page was opened, and perhaps not told of then */
	#tell(id: string, { entries }: QuizContext, again: boolean): void {
		const item = this.#contents.item(id);
		const entry = own(entries, id);
		if (!item || !entry || entry.scoredAt === null || this.#told.has(id)) return;
		this.#told.add(id);
		const facts = this.#contents.facts(id);
		this.#world.onscored?.({ id: answerId(this.#record, id), item, facts, entry, at: entry.scoredAt, again });
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
		if (this.#record.log.length > 0) this.#onDevice.save(this.#record);
	}

	/** Waits until the device has taken all that was done; answers whether it has, for longer than the page lasts. */
	async kept(): Promise<boolean> {
		await this.prepare();
		return (await this.#onDevice.kept()) && this.#unheard.length === 0;
	}

	/** Goes on where nothing can be kept. */
	goOnUnkept(): void {
		this.#onDevice.goOnUnkept();
	}

	/** Hands an exam in, and keeps what the server said of it. */
	async #handIn(): Promise<HandedIn> {
		if (!this.#onServer) await this.connect();
		const answer = await this.#onServer?.handIn();
		if (answer?.type === 'graded') this.#record = gradedBy(answer, this.#record);
		return answer ?? { type: 'refused', refusal: 'unreachable' };
	}
}
