import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { endFor, timesFor } from '#lib/classroom/context.ts';
import { dueIn, openRounds } from '#lib/classroom/due.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { folded, mayHappen, newClass, type ClassState } from '#lib/classroom/fold.ts';
import type { ClassAnswer, Pupil } from '#lib/classroom/pupil.ts';
import { viewFor, type Audience, type ClassView } from '#lib/classroom/view.ts';
import { score } from '#lib/kinds/index.ts';
import type { Bus, Notice } from '#lib/server/bus/bus.ts';
import type { Answers, Classes, ClassStanding, KeptClass, Pupils } from '#lib/server/classes/classes.ts';

/** What a class is kept and told by; the same for all classes of a process. */
export interface LiveServices {
	classes: Classes;
	pupils: Pupils;
	answers: Answers;
	bus: Bus;
	/** The course of a class in its language, as it is served now; undefined if it is not. */
	bankOf: (primer: string, language: string) => Bank | undefined;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** What about a class has changed beside its log. */
type Beside = Exclude<Notice['about']['type'], 'log'>;

/** What about a class has changed. */
export type Change = 'log' | Beside;

/** What became of an answer. */
export type Given = 'late' | 'unfit' | 'gone' | Awaited<ReturnType<Answers['give']>>;

/** What somebody who looks at a class is told. */
type Heard = (change: Change) => void;

/** How long an answer may take on its way after the end of its round, in milliseconds. */
export const GRACE = 2000;

/** At most so often the pupils and the answers of a class are read again, in milliseconds: three times a second. */
const READ_EVERY = 334;

/** How long word of others may be missing before the log is read without it, in milliseconds. */
const LOOK_EVERY = 5000;

/** How often an event is decided again when others are always first. */
const MOST_TRIES = 20;

/**
 * A class as this process knows it: what its log comes to, and who takes part. It owns nothing: any other process may act
 * for the same class, and the log decides who was first.
 */
export class LiveClass {
	readonly kept: KeptClass;
	readonly #services: LiveServices;
	readonly #heard = new Set<Heard>();
	readonly #views = new Map<Audience, { view: ClassView; bank: Bank }>();
	readonly #stopListening: () => void;
	readonly #looking: NodeJS.Timeout;
	#state: ClassState;
	#version = 0;
	#pupils = new Map<string, Pupil>();
	#reading: Promise<void> | undefined;
	#due: NodeJS.Timeout | undefined;
	#again: NodeJS.Timeout | undefined;
	#stale = new Set<Beside>();
	#isStopped = false;

	private constructor(kept: KeptClass, services: LiveServices) {
		this.kept = kept;
		this.#services = services;
		this.#state = newClass({ setup: kept.setup, createdAt: kept.createdAt });
		this.#stopListening = services.bus.listen(kept.id, ({ about }) => this.#hear(about));
		this.#looking = setInterval(() => void this.read().catch(() => undefined), LOOK_EVERY);
		this.#looking.unref();
	}

	/** Opens a class; undefined where there is none of that id. */
	static async open(id: string, services: LiveServices): Promise<LiveClass | undefined> {
		const kept = await services.classes.load(id);
		if (!kept) return undefined;
		const live = new LiveClass(kept, services);
		try {
			await Promise.all([live.read(), live.#readPupils()]);
		} catch (error) {
			live.stop();
			throw error;
		}
		live.#plan();
		return live;
	}

	/** Where the class is. */
	get state(): ClassState {
		return this.#state;
	}

	/** The number of the last event of its log that is known here. */
	get version(): number {
		return this.#version;
	}

	/** Who takes part, or once did, by id. */
	get pupils(): ReadonlyMap<string, Pupil> {
		return this.#pupils;
	}

	/** A pupil by their id, also one who has joined just now by another process; undefined where there is none. */
	async pupil(id: string): Promise<Pupil | undefined> {
		const known = this.#pupils.get(id);
		if (known) return known;
		const joined = await this.#services.pupils.load(this.kept.id, id);
		if (joined) this.#pupils.set(id, joined);
		return joined;
	}

	/** Whether somebody here looks at it. */
	get isWatched(): boolean {
		return this.#heard.size > 0;
	}

	/** What an audience sees now, made once for all of it; undefined while its course is not served. */
	view(audience: Audience): ClassView | undefined {
		const { primer, language } = this.kept.setup;
		const bank = this.#services.bankOf(primer, language);
		if (!bank) return undefined;
		const made = this.#views.get(audience);
		if (made?.view.version === this.#version && made.bank === bank) return made.view;
		const view = viewFor(audience, this.#state, this.#version, bank);
		this.#views.set(audience, { view, bank });
		return view;
	}

	/** @returns stops it */
	listen(heard: Heard): () => void {
		this.#heard.add(heard);
		return () => void this.#heard.delete(heard);
	}

	/**
	 * Does something in the class, if it may happen; the event is kept before this resolves.
	 *
	 * @param make makes the event from the moment and from where the class is by then; undefined if nothing is to be done
	 * @returns `refused` if it may not happen where the class is
	 */
	async act(
		make: (now: number, state: ClassState) => ClassEvent | undefined
	): Promise<'done' | 'refused' | 'unknown'> {
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const event = make(this.#services.now(), this.#state);
			if (!event || !mayHappen(this.#state, event)) return 'refused';
			const state = folded(this.#state, [event]);
			const { classes, bus } = this.#services;
			const known = this.#version;
			const kept = await classes.append(this.kept.id, known, event, this.#standingOf(state));
			if (kept === 'unknown') return 'unknown';
			if (kept === 'behind') {
				await this.read();
				continue;
			}
			if (this.#version === known) this.#take(state, kept);
			else await this.read();
			bus.tell({ classId: this.kept.id, about: { type: 'log', upTo: kept } });
			return 'done';
		}
		return 'refused';
	}

	/**
	 * Keeps an answer; resolves once it outlasts the process.
	 *
	 * @returns `late` if the pupil’s time was over; `unfit` if it is no answer to the item; `gone` if the item has left the
	 * course; otherwise as {@link Answers.give}
	 */
	async give(answer: Omit<ClassAnswer, 'at'>): Promise<Given> {
		const { now, answers, bus } = this.#services;
		const at = now();
		// By the log as it is here; the store decides whether the round is open.
		const round = this.#state.context.rounds[answer.round - 1];
		if (!round) await this.read();
		const item = this.#itemOf(answer.round);
		if (item === 'gone') return 'gone';
		if (item && score(item, answer.response).state !== 'scored') return 'unfit';
		if (round && at > endFor(round, timesFor(this.#state.context, answer.pupil)) + GRACE) return 'late';
		const { mayChange } = this.kept.setup;
		const given = await answers.give(this.kept.id, { ...answer, at }, mayChange);
		if (given === 'kept') bus.tell({ classId: this.kept.id, about: { type: 'answers' } });
		return given;
	}

	/** All that a pupil has answered, by round. */
	answersOf(pupil: string): Promise<ClassAnswer[]> {
		return this.#services.answers.of(this.kept.id, pupil);
	}

	/** Says that somebody has joined, here at once and soon elsewhere. */
	joined(pupil: Pupil): void {
		this.#pupils.set(pupil.id, pupil);
		this.#plan();
		this.#services.bus.tell({ classId: this.kept.id, about: { type: 'pupils' } });
	}

	/** Says that who takes part has changed, here and elsewhere. */
	async pupilsChanged(): Promise<void> {
		this.#services.bus.tell({ classId: this.kept.id, about: { type: 'pupils' } });
		await this.#readPupils();
		this.#plan();
		this.#tell('pupils');
	}

	/** Reads on in the log; calls that come meanwhile wait for the same reading, or for one after it. */
	async read(): Promise<void> {
		this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined));
		return this.#reading;
	}

	/** Nobody looks any more. */
	stop(): void {
		this.#isStopped = true;
		this.#stopListening();
		clearInterval(this.#looking);
		clearTimeout(this.#due);
		clearTimeout(this.#again);
		this.#heard.clear();
	}

	/** The item of a round; undefined where there is no such round. */
	#itemOf(number: number): Item | 'gone' | undefined {
		const round = this.#state.context.rounds[number - 1];
		if (!round) return undefined;
		const { primer, language, items } = this.kept.setup;
		const bank = this.#services.bankOf(primer, language);
		return (bank && findItem(bank, items[round.position] ?? '')) ?? 'gone';
	}

	async #readOn(): Promise<void> {
		const known = this.#version;
		const log = await this.#services.classes.events(this.kept.id, known);
		const news = log.filter(({ sequence }) => sequence > this.#version);
		const last = news.at(-1);
		if (last)
			this.#take(
				folded(
					this.#state,
					news.map(({ event }) => event)
				),
				last.sequence
			);
	}

	async #readPupils(): Promise<void> {
		const pupils = await this.#services.pupils.list(this.kept.id);
		this.#pupils = new Map(pupils.map((pupil) => [pupil.id, pupil]));
	}

	#take(state: ClassState, version: number): void {
		this.#state = state;
		this.#version = version;
		this.#plan();
		this.#tell('log');
	}

	#hear(about: Notice['about']): void {
		if (about.type === 'log') {
			if (about.upTo > this.#version) void this.read().catch(() => undefined);
			return;
		}
		this.#readSoon(about.type);
	}

	#readSoon(change: Beside): void {
		this.#stale.add(change);
		this.#again ??= setTimeout(() => void this.#readAgain(), READ_EVERY);
	}

	/** Reads what has changed beside the log, some time after the first word of it: many changes are one reading. */
	async #readAgain(): Promise<void> {
		const stale = this.#stale;
		this.#stale = new Set();
		this.#again = undefined;
		try {
			if (stale.has('pupils')) {
				await this.#readPupils();
				this.#plan();
				this.#tell('pupils');
			}
			if (stale.has('answers')) {
				this.#tell('answers');
				await this.#closeIfAllHave();
			}
		} catch {
			// The store does not answer: what was to be read is read the next time.
			if (!this.#isStopped) stale.forEach((change) => this.#readSoon(change));
		}
	}

	async #closeIfAllHave(): Promise<void> {
		const open = openRounds(this.#state);
		const { closesWhenAll, pace } = this.kept.setup;
		if (!open || !closesWhenAll || pace === 'own') return;
		const present = this.#present();
		if (present.length === 0) return;
		const who = new Set(await this.#services.answers.who(this.kept.id, open.first));
		if (!present.every((id) => who.has(id))) return;
		await this.act((at) => ({ type: 'close', at, round: open.first }));
	}

	#present(): string[] {
		return [...this.#pupils.values()].flatMap(({ id, standing }) => (standing === 'in' ? [id] : []));
	}

	#standingOf(state: ClassState): ClassStanding {
		return {
			open: openRounds(state),
			dueAt: dueIn(state, this.#present())?.at ?? Infinity,
			endedAt: state.value === 'ended' ? state.context.now : null
		};
	}

	/** Sees to what is due next, when it is due. Whichever process is first does it; for the others it may not happen. */
	#plan(): void {
		clearTimeout(this.#due);
		const due = dueIn(this.#state, this.#present());
		if (!due || this.#isStopped) return;
		const wait = Math.min(Math.max(0, due.at - this.#services.now()), LONGEST_TIMER);
		this.#due = setTimeout(() => void this.actIfDue().catch(() => this.#planAgain()), wait);
		this.#due.unref();
	}

	/** Does what is due by now, if anything is. */
	async actIfDue(): Promise<void> {
		const done = await this.act((now, state) => {
			const due = dueIn(state, this.#present());
			return due && due.at <= now ? due : undefined;
		});
		if (done === 'unknown') this.stop();
		else this.#plan();
	}

	/** The store did not answer when something was due. */
	#planAgain(): void {
		if (this.#isStopped) return;
		this.#due = setTimeout(() => this.#plan(), 1000);
		this.#due.unref();
	}

	#tell(change: Change): void {
		for (const heard of [...this.#heard]) heard(change);
	}
}

/** The longest that a timer of Node waits, in milliseconds: some 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;
