import { createSubscriber } from 'svelte/reactivity';

import type { Item, ItemView } from '#lib/bank/item.ts';
import type { Pictures } from '#lib/bank/pictures.ts';
import type { Fact } from '#lib/bank/primer.ts';
import type { KindName } from '#lib/kinds/index.ts';
import { beforeAnotherTry, type Part, type Score } from '#lib/kinds/score.ts';
import { behaviours, certainties } from '#lib/quiz/behaviour.ts';
import { entriesInOrder, entryAt, itemAt } from '#lib/quiz/context.ts';
import { scoreOf } from '#lib/quiz/entry.ts';
import type { LearnerEvent, ReplyEvent } from '#lib/quiz/event.ts';
import { outcomeOf } from '#lib/quiz/outcome.ts';
import { logged, newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import type { Attempt, QuizActor, QuizServices } from '#lib/quiz/run.ts';
import { begunWith, initialState, isGiving, isIn, type QuizState } from '#lib/quiz/state.ts';
import type { AttemptStore } from '#lib/store/attempt-store.ts';
import { loadedKind, loadedLogic, loadLogics } from '#lib/ui/kinds/index.ts';
import type { KindModule } from '#lib/ui/kinds/kind-view.ts';

import { loadedLater, loadLater, type Later } from './load-later.ts';
import type { QuizData, Revealed } from './quiz-data.ts';

/** What a learner can say, without the moment: the session adds it. */
export type Said = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'at'> : never) : never;

/** Hands a form in, and answers what came of it. */
export type HandIn = (
	responses: Record<string, unknown>
) => Promise<
	| { reply: Extract<ReplyEvent, { type: 'graded' }>; revealed: Revealed }
	| { reply: Extract<ReplyEvent, { type: 'refused' }> }
>;

/** What resuming an attempt came to. */
export type Resumption =
	| 'fresh'
	| 'resumed'
	/** A stored attempt could not be replayed and was moved out of the way. */
	| 'set-aside'
	/** The items of a stored attempt could not be fetched: it stays as it is, and this page keeps nothing. */
	| 'unreachable';

/** What a session asks of the world around it. */
export interface World {
	/** The time by the device’s clock: milliseconds since 1970. */
	now: () => number;
	/** Gets the items of the form with their keys; it may fail, and be asked again. */
	fetchItems: () => Promise<Revealed>;
	/** Hands an exam in; never fails, but may answer that the server cannot be reached. */
	handIn: HandIn;
}

/**
 * A quiz on a page: the running statechart with its items, and the record that is kept of it. Reading `snapshot`
 * in a component or an effect makes it follow every change.
 */
export class QuizSession {
	readonly data: QuizData;
	readonly #world: World;
	readonly #items = new Map<string, Item>();
	readonly #facts = new Map<string, Fact>();
	readonly #views = new Map<string, ItemView>();
	#pictures: Pictures = {};
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
		for (const view of data.views) this.#views.set(view.id, view);
		this.#reveal(data);
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
		const response = this.view(itemAt(context))?.module.read(form) ?? before.response;
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

	/** What the page shows of an item; undefined while its kind is still loading. */
	view(id: string): { item: ItemView; module: KindModule } | undefined {
		this.#follow();
		const item = this.#items.get(id);
		const kind = this.#kindOf(id);
		const module = kind && loadedKind(kind);
		if (!module) return undefined;
		let view = this.#views.get(id);
		if (!view && item) {
			view = loadedLogic(item.kind)?.view(item, this.data.form.seed);
			if (view) this.#views.set(id, view);
		}
		return view && { item: view, module };
	}

	/** The item with its key; undefined while the key is on the server. */
	item(id: string): Item | undefined {
		this.#follow();
		return this.#items.get(id);
	}

	/** The facts that an item rests on, as far as they may be shown. */
	facts(id: string): Fact[] {
		return this.#items.get(id)?.facts.flatMap((fact) => this.#facts.get(fact) ?? []) ?? [];
	}

	/** The drawings of the primer, as far as they may be shown. */
	get pictures(): Pictures {
		this.#follow();
		return this.#pictures;
	}

	/** The point of an item; 0 is the primer as a whole. */
	pointOf = (id: string): number => (this.#items.get(id) ?? this.#views.get(id))?.point ?? 0;

	/** The language of an item: that of its primer, unless it was not translated. */
	languageOf(id: string): string {
		return (this.item(id) ?? this.#views.get(id))?.language ?? this.data.language;
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
		const loads = await Promise.allSettled([this.#loadItems(), begun]);
		this.#unreachable = loads.some(({ status }) => status === 'rejected');
		if (!this.#unreachable) return;
		this.#preparing = undefined;
		// Whoever is told to try again will: until then, only what was given is kept.
		this.#unheard = this.#unheard.filter(isGiving);
	}

	async #loadItems(): Promise<void> {
		if (this.data.ticket === null && this.#items.size === 0) this.#reveal(await this.#world.fetchItems());
		await loadLogics(this.data.form.items.flatMap((id) => this.#kindOf(id) ?? []));
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

	/** Whether the page holds every item of the form with its key. */
	get isRevealed(): boolean {
		this.#follow();
		return this.data.form.items.every((id) => this.#items.has(id));
	}

	#kindOf(id: string): KindName | undefined {
		return (this.#items.get(id) ?? this.#views.get(id))?.kind;
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
		const actor = record && this.#sameForm(record) ? this.#run(attemptOf(record)) : undefined;
		if (!record || !actor) return false;
		this.#actor?.stop();
		this.#record = record;
		this.#actor = this.#listen(actor);
		this.#notify();
		if (record.grades && this.#items.size === 0) await this.#revealAgain();
		return true;
	}

	stop(): void {
		this.#actor?.stop();
	}

	#run(attempt: Attempt): QuizActor | undefined {
		return loadedLater()?.runQuiz(attempt, (id, response) => this.#score(id, response), this.#services());
	}

	#score(id: string, response: unknown): Score | undefined {
		const item = this.#items.get(id);
		return item && loadedLogic(item.kind)?.score(item, response);
	}

	#services(): QuizServices {
		return {
			score: ({ item, response }, reply) => {
				const score = this.#score(item, response);
				if (score) return reply({ type: 'scored', score });
				void this.prepare().then(() => {
					const late = this.#score(item, response);
					reply(late ? { type: 'scored', score: late } : { type: 'unscored' });
				});
			},
			submit: ({ responses }, reply) => {
				void this.#world.handIn(responses).then((answer) => {
					if ('revealed' in answer) this.#reveal(answer.revealed);
					if (answer.reply.type === 'graded') this.#record = { ...this.#record, grades: answer.reply.grades };
					reply(answer.reply);
				});
			}
		};
	}

	#listen(actor: QuizActor): QuizActor {
		actor.subscribe(() => {
			this.#notify();
			this.#save();
		});
		return actor;
	}

	#save(): void {
		const { state } = this;
		const { context } = state;
		this.#record = {
			...this.#record,
			done: Object.values(context.entries).filter(({ status }) => status !== 'open').length,
			outcome: isIn(state, 'finished') ? (this.#record.outcome ?? outcomeOf(context, this.pointOf)) : null,
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

	#reveal({ items, facts, pictures }: Revealed): void {
		this.#pictures = pictures;
		for (const item of items) this.#items.set(item.id, item);
		for (const fact of facts) this.#facts.set(fact.id, fact);
	}

	/** Asks again for the items of an exam that was graded before the page was loaded. */
	async #revealAgain(): Promise<void> {
		const { entries } = this.state.context;
		const answer = await this.#world.handIn(
			Object.fromEntries(Object.entries(entries).map(([id, { response }]) => [id, response]))
		);
		if ('revealed' in answer) this.#reveal(answer.revealed);
		this.#notify();
	}

	#sameForm({ form }: AttemptRecord): boolean {
		return (
			JSON.stringify(form.items) === JSON.stringify(this.data.form.items) && form.seed === this.data.form.seed
		);
	}
}

function byId(parts: readonly Part[]): ReadonlyMap<string, Part> {
	return new Map(parts.map((part) => [part.id, part]));
}

function attemptOf(record: AttemptRecord): Attempt {
	return { ...record, reply: record.grades && { type: 'graded', grades: record.grades } };
}

/**
 * A record whose page was closed without a word, as it is when the page opens again: where the behaviour pauses while
 * the page is hidden, the time in between does not count.
 */
function awake(record: AttemptRecord, now: number): AttemptRecord {
	const last = record.log.at(-1);
	if (record.outcome || !last || now < last.at || !behaviours[record.form.behaviour].pauses) return record;
	const hide: LearnerEvent[] = last.type === 'hide' ? [] : [{ type: 'hide', at: last.at }];
	return { ...record, log: [...record.log, ...hide, { type: 'show', at: now }] };
}
