import type { ItemView } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { newId } from '#lib/chance/new-id.ts';
import { scoreOf } from '#lib/quiz/entry.ts';
import type { Judged } from '#lib/quiz/judged.ts';
import { countsAsRight } from '#lib/review/grade.ts';
import { loadKinds, loadViews } from '#lib/player/kinds/index.ts';
import { loadCertainty } from '#lib/player/load-later.ts';
import type { CurrentResponse, QuizData } from '#lib/player/quiz-data.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import type { Answered, Planner } from '#lib/study/planner.ts';
import type { StudyHost, StudySubject, ToldAtEnd } from './study-data.ts';

/**
 * Where a session is: looking up what to ask, asking, with nothing to ask, or at its end; or it cannot go on: not now,
 * or not before the page is loaded anew, since the course no longer has what it planned.
 */
export type StudyPhase = 'opening' | 'asking' | 'nothing' | 'over' | 'unreachable' | 'outdated';

/** How many rounds ask for the same at most: what is still wrong then is left to the review, which asks it anyway. */
const MOST_ROUNDS = 2;

/** How long the end of a session waits for what it has moved, in milliseconds: it says more with it, and enough without. */
const PATIENCE = 1500;

/**
 * A session of self-study: rounds of questions, each a quiz of its own, until the planner has no more. Every answer is
 * kept as soon as it is scored, so that closing the page loses nothing and opening it again plans on from there.
 */
export class StudySession {
	readonly #subject: StudySubject;
	readonly #host: StudyHost;
	readonly #planner: Planner;
	readonly #id = newId();
	#revealed: Revealed = { items: [], facts: [], pictures: {} };
	#rounds = $state.raw(0);
	/** The items of all rounds so far, in order. */
	#asked: readonly string[] = [];
	/** The answers so far, by their ids in the log. */
	readonly #answers = new Set<string>();
	/** What stands as given in the present round. */
	#given: CurrentResponse | undefined;
	/** Until all answers so far are kept. */
	#keeping: Promise<unknown> = Promise.resolve();
	/** While it is looking up what to ask. */
	#going: Promise<void> | undefined;
	readonly #startedAt: number;

	phase = $state.raw<StudyPhase>('opening');
	/** The quiz of the present round. */
	quiz = $state.raw<QuizData>();
	/** All answers so far, in order. */
	answered = $state.raw<readonly Answered[]>([]);
	/** How sure the learner was of each answer; empty where nobody asked. */
	judged = $state.raw<readonly Judged[]>([]);
	/** What the answers have moved, once the session is over; undefined where that cannot be told. */
	moved = $state.raw<ToldAtEnd>();
	/** The first day on which anything is due, once the session is over or had nothing to ask. */
	nextDue = $state.raw<string>();
	/** Whether the device has refused to keep an answer. */
	unsaved = $state.raw(false);
	/** Whether the device keeps anything for longer than the page lasts. */
	lasting = $state.raw(true);
	/** How many questions the session asks, as far as it is planned. */
	planned = $state.raw(0);
	/** How many answers came before the present round. */
	before = $state.raw(0);

	constructor(subject: StudySubject, planner: Planner, host: StudyHost) {
		this.#subject = subject;
		this.#planner = planner;
		this.#host = host;
		this.#startedAt = host.now();
	}

	/** Begins, or tries again to go on where something could not be fetched; once, however often it is told to. */
	goOn(): Promise<void> {
		this.#going ??= this.#planOn().finally(() => {
			this.#going = undefined;
		});
		return this.#going;
	}

	async #planOn(): Promise<void> {
		await this.#keeping;
		try {
			const isEnough = this.#planner.asksAgain && this.#rounds >= MOST_ROUNDS;
			const items = isEnough ? [] : await this.#planner.next(this.answered, this.#asked);
			this.lasting = this.#host.lasting();
			if (items.length === 0) await this.#close(this.#asked.length > 0 ? 'over' : 'nothing');
			else await this.#ask(items);
		} catch (error) {
			console.warn(error);
			this.phase = 'unreachable';
		}
	}

	/** The id of the primer that it is about. */
	get primer(): string {
		return this.#subject.primer.id;
	}

	/** What the course is called. */
	get course(): string {
		return this.#subject.primer.title;
	}

	/** Whether every question is a round of its own, so that the round has no other to go to when it is skipped. */
	get isOneByOne(): boolean {
		return this.#planner.expected !== undefined;
	}

	/** Asks something else instead of the present question. */
	skip(): Promise<void> {
		// Until it is replaced, the question could still be answered.
		this.phase = 'opening';
		return this.goOn();
	}

	/** The round is finished; where the learner broke it off, so is the session. */
	async finished(): Promise<void> {
		if (this.isBrokenOff) await this.#close('over');
		else await this.goOn();
	}

	/** Remembers what was given, lest it be lost where the round has to begin anew. */
	given = (given: CurrentResponse): void => {
		this.#given = given;
	};

	/** Keeps an answer. */
	scored = (scored: ScoredItem): void => {
		const { id, facts } = scored.item;
		const fraction = scoreOf(scored.entry)?.fraction ?? 0;
		const right = countsAsRight(fraction);
		this.answered = [...this.answered, { item: id, facts, right }];
		const told = { id: `${this.#id}/${this.#rounds}/${id}`, occasion: this.#planner.occasion };
		this.#answers.add(told.id);
		const { certainty } = scored.entry;
		if (certainty !== null) this.judged = [...this.judged, { certainty, right: fraction === 1 }];
		const keeping = this.#host.record(scored, told).catch(() => void (this.unsaved = true));
		this.#keeping = Promise.all([this.#keeping, keeping]);
	};

	/** Gets the items of a round with their keys; where the course no longer has all of them, the round begins anew. */
	fetchItems = async (): Promise<Revealed> => {
		const { quiz } = this;
		const { items, seed } = quiz?.form ?? { items: [], seed: '' };
		await this.#fetchMissing(items);
		if (this.quiz === quiz && this.#missing(items).length > 0) {
			await loadKinds(this.#revealed.items.map(({ kind }) => kind));
			this.#show(items, seed, undefined);
		}
		return this.#revealed;
	};

	/** Whether the present round asks again for what went wrong in this session. */
	get isAgain(): boolean {
		return this.#planner.asksAgain && this.#rounds > 1;
	}

	/** What its learner is told to have done of how much: a round that asks again counts for itself. */
	get counted(): Pick<StudySession, 'answered' | 'before' | 'planned'> {
		const { answered, before, planned } = this;
		if (!this.isAgain) return { answered, before, planned };
		return { answered: answered.slice(before), before: 0, planned: planned - before };
	}

	/** The facts of all items so far. */
	get facts(): readonly Fact[] {
		return this.#revealed.facts;
	}

	/** The facts asked for by what went wrong, each once, as far as the page holds them. */
	get missedFacts(): Fact[] {
		const missed = new Set(this.answered.filter(({ right }) => !right).flatMap(({ facts }) => facts));
		const facts = new Map(this.#revealed.facts.map((fact) => [fact.id, fact]));
		return [...missed].flatMap((id) => facts.get(id) ?? []);
	}

	/** Whether the learner stopped before the end of a round. */
	get isBrokenOff(): boolean {
		return this.answered.length < this.before + (this.quiz?.form.items.length ?? 0);
	}

	/** How long the session has gone on, in milliseconds. */
	get elapsed(): number {
		return this.#host.now() - this.#startedAt;
	}

	async #close(phase: 'over' | 'nothing'): Promise<void> {
		await this.#keeping;
		const [nextDue, moved] = await Promise.all([
			this.#host.nextDue().catch(() => undefined),
			this.#answers.size > 0 ? soon(this.#host.moved(this.#answers)) : undefined
		]);
		this.nextDue = nextDue;
		this.moved = moved;
		this.phase = phase;
	}

	async #ask(items: string[]): Promise<void> {
		const seed = `${this.#id}-${this.#rounds + 1}`;
		if (this.#subject.behaviour === 'certainty') await loadCertainty();
		const view = await this.#firstView(items, seed);
		this.#rounds++;
		this.#given = undefined;
		this.#asked = [...this.#asked, ...items];
		this.before = this.answered.length;
		this.#show(items, seed, view);
	}

	/** Shows a round: with a view of the first item before the others are there, or else those that the course has. */
	#show(planned: readonly string[], seed: string, view: ItemView | undefined): void {
		const missing = view ? [] : this.#missing(planned);
		const items = planned.filter((id) => !missing.includes(id));
		const { expected = 0 } = this.#planner;
		this.planned = Math.max(expected, this.before + items.length);
		this.quiz = this.#quizOf(items, seed, view);
		this.phase = items.length > 0 ? 'asking' : 'outdated';
	}

	/** What shows the first item before the others are there; undefined where the items themselves are. */
	async #firstView(items: readonly string[], seed: string): Promise<ItemView | undefined> {
		const [first] = items;
		const missing = this.#missing(items);
		if (first !== undefined && first === missing[0]) {
			// Where the network is down, the items themselves do as well, if the device has kept the course.
			const view = await this.#host.fetchView(first, seed).catch(() => undefined);
			if (view) await loadViews([view.kind]);
			if (view) return view;
		}
		await this.#fetchMissing(items);
		await loadKinds(this.#revealed.items.map(({ kind }) => kind));
		return undefined;
	}

	#missing(items: readonly string[]): string[] {
		const held = new Set(this.#revealed.items.map(({ id }) => id));
		return items.filter((id) => !held.has(id));
	}

	async #fetchMissing(ids: readonly string[]): Promise<void> {
		const missing = this.#missing(ids);
		if (missing.length === 0) return;
		const more = await this.#host.fetchItems(missing);
		const { items, facts, pictures } = this.#revealed;
		this.#revealed = {
			items: [...items, ...more.items],
			facts: [...facts, ...more.facts],
			pictures: { ...pictures, ...more.pictures }
		};
	}

	#quizOf(items: string[], seed: string, view: ItemView | undefined): QuizData {
		const { primer, behaviour } = this.#subject;
		return {
			id: `${this.#id}/${this.#rounds}/${items.length}`,
			address: '?',
			form: { primer: primer.id, seed, behaviour, items, minutes: null, extraTime: 1 },
			points: primer.points,
			asOf: primer.date,
			source: primer.source,
			language: primer.language,
			views: view ? [view] : [],
			...(view ? { items: [], facts: [], pictures: {} } : this.#revealed),
			given: this.#given,
			elapsed: 0,
			posted: null,
			sitting: null
		};
	}
}

/** What a promise brings, unless it fails or takes too long. */
function soon<T>(promise: Promise<T>): Promise<T | undefined> {
	const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
	return Promise.race([promise.catch(() => undefined), late]);
}
