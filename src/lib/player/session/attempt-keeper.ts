import type { AttemptKeeping, AttemptPlace } from '#lib/player/host.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { doneIn } from '#lib/quiz/context.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { attemptScoreOf } from '#lib/quiz/attempt-score.ts';
import { logged, newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import { isIn, type QuizState } from '#lib/quiz/state.ts';

import { AttemptWriter, type LoggedEvent, type WhyUnsaved } from './attempt-writer.ts';
import type { QuizContents } from './quiz-contents.ts';
import type { HandedIn } from './quiz-services.ts';
import { awake, gradedBy, readRecord, type Resumption } from './resumption.ts';

/** What the keeper asks of the session whose attempt it keeps. */
interface Session {
	/** Where the host keeps attempts; undefined where it keeps none. */
	readonly attempts: AttemptKeeping | undefined;
	now: () => number;
	state: () => QuizState;
	contents: () => QuizContents;
	/** Loads the items; never fails, but returns false if they are not available. */
	prepare: () => Promise<boolean>;
	/** Goes on from another record of the attempt in place of the one on the page; false if it cannot be replayed. */
	takeUp: (record: AttemptRecord) => boolean;
	/** Reports every answer again, as the page before may have been closed too early. */
	retell: () => void;
	/** Repeats what was done to the present item. */
	repeat: (event: LearnerEvent) => void;
	/** Something that the page shows has changed. */
	changed: () => void;
}

/** Holds the record of an attempt, and has the host keep it, so that the attempt can go on from where it was left. */
export class AttemptKeeper {
	readonly #data: QuizData;
	readonly #session: Session;
	#record: AttemptRecord;
	#attaching: Promise<void> | undefined;
	#place: AttemptPlace | undefined;
	#resumption: Resumption | undefined;
	#writer: AttemptWriter | undefined;
	/** The last save that the host was asked for. */
	#saving: Promise<void> | undefined;
	#catchingUp: Promise<void> | undefined;
	#unsaved: WhyUnsaved | undefined;

	/** @param startedAt milliseconds since 1970 */
	constructor(data: QuizData, startedAt: number, session: Session) {
		this.#data = data;
		this.#session = session;
		const { id, form, address, posted } = data;
		this.#record = { ...newRecord({ id, form, address, startedAt }), log: posted?.log ?? [] };
	}

	/** The attempt so far. */
	get record(): AttemptRecord {
		return this.#record;
	}

	/** Why the attempt is no longer kept, so that it lasts only as long as the page; undefined while it is kept. */
	get unsaved(): WhyUnsaved | undefined {
		return this.#unsaved;
	}

	/** How resuming a kept attempt turned out; undefined before that. */
	get resumption(): Resumption | undefined {
		return this.#resumption;
	}

	/** Whether the host may hold an attempt from before. */
	async mayHold(): Promise<boolean> {
		return (await this.#session.attempts?.mayHold()) ?? false;
	}

	/** Resumes the attempt that the host has, and keeps it there from now on; never fails. */
	attach(): Promise<void> {
		if (!this.#session.attempts) return Promise.resolve();
		this.#attaching ??= this.#session.attempts.open().then(
			async (place) => {
				this.#resumption = await this.#resume(place);
				this.#place = place;
				this.#session.changed();
			},
			() => this.#goOnUnsaved()
		);
		return this.#attaching;
	}

	/** What was set aside, to be saved as a file. */
	async setAside(): Promise<unknown> {
		return this.#place?.loadSetAside(this.#data.id);
	}

	/** Deletes what was set aside. */
	async discard(): Promise<void> {
		await this.#place?.removeSetAside(this.#data.id);
		this.#resumption = 'fresh';
		this.#session.changed();
	}

	/** Notes what the learner did, to be kept with the next record. */
	note(done: LoggedEvent): void {
		this.#record = { ...this.#record, log: logged(this.#record.log, done.event) };
		this.#writer?.note(done);
	}

	/** Notes what the server said of an exam that was handed in. */
	graded(answer: HandedIn): void {
		this.#record = gradedBy(answer, this.#record);
	}

	/** Brings the record to where the quiz is, and has it kept. */
	save(): void {
		const state = this.#session.state();
		const { context } = state;
		this.#record = {
			...this.#record,
			done: doneIn(context),
			outcome: isIn(state, 'finished')
				? (this.#record.outcome ?? attemptScoreOf(context, this.#session.contents().pointOf))
				: null,
			updatedAt: context.now
		};
		if (this.#record.log.length === 0) return;
		this.#saving = this.#writer?.save(this.#record).then(
			(isKept) => (isKept ? undefined : this.catchUp()),
			() => this.#goOnUnsaved()
		);
	}

	/** Waits until all that was noted is kept; returns whether it is, and for longer than the page lasts. */
	async kept(): Promise<boolean> {
		await this.#saving;
		return this.#writer?.isComplete === true;
	}

	/**
	 * Goes on where a kept attempt left off, and keeps the attempt from now on. One that cannot be replayed is set
	 * aside, not lost. If the place where it is kept fails, the quiz goes on without it, and says so.
	 */
	async #resume(place: AttemptPlace): Promise<Resumption> {
		try {
			return await this.#goOnFrom(place);
		} catch (error) {
			console.warn(error);
			this.#goOnUnsaved();
			return 'fresh';
		}
	}

	async #goOnFrom(place: AttemptPlace): Promise<Resumption> {
		const { id, posted, sitting } = this.#data;
		// Asked for first: if another page saves in between, it is this page’s save that is refused, not the other’s.
		const revision = await place.revision(id);
		const kept = await place.load(id);
		// What comes with a form post is newer; what the server keeps of an exam is merged with what is here.
		const stored = posted && !sitting ? undefined : kept;
		if (stored !== undefined && !(await this.#session.prepare())) return 'unreachable';
		const record = stored === undefined ? undefined : await readRecord(stored);
		const resumed = record !== undefined && this.#takeUp(record);
		// A page before this one, or a form post, may have had an answer scored of which nobody was told.
		if (resumed || (posted && (await this.#session.prepare()))) this.#session.retell();
		if (stored !== undefined && !resumed) await place.setAside(id);
		// Nothing may be saved before this point: it would have replaced what was stored.
		this.#writer = new AttemptWriter(place, id, resumed || stored === undefined ? revision : undefined);
		this.#unsaved = place.lasting ? undefined : 'refused';
		this.#session.changed();
		if (resumed) return 'resumed';
		this.save();
		return (await place.loadSetAside(id)) ? 'set-aside' : 'fresh';
	}

	#takeUp(stored: AttemptRecord): boolean {
		const record = gradedBy(this.#data.posted?.reply, awake(stored, this.#session.now()));
		if (!this.#session.takeUp(record)) return false;
		this.#record = record;
		this.#session.changed();
		return true;
	}

	/** Goes on from what another page has done to the attempt meanwhile, if anything. */
	catchUp(): Promise<void> {
		this.#catchingUp ??= this.#goOnFromKept()
			.catch(() => this.#goOnUnsaved())
			.finally(() => (this.#catchingUp = undefined));
		return this.#catchingUp;
	}

	async #goOnFromKept(): Promise<void> {
		const writer = this.#writer;
		// Nobody is looking at a hidden page; it catches up when it is shown.
		if (!writer || isIn(this.#session.state(), 'paused')) return;
		const news = await writer.news();
		if (!news) return;
		const isPrepared = await this.#session.prepare();
		const record = await readRecord(news.value);
		if (!isPrepared || this.#writer !== writer) return;
		if (!record || !this.#takeUp(record)) return this.#letGo('let-go');
		for (const { event, position } of writer.learn(news.revision))
			if (this.#session.state().context.position === position) this.#session.repeat(event);
	}

	/** Goes on although nothing can be kept. */
	#goOnUnsaved(): void {
		this.#letGo('refused');
	}

	#letGo(why: WhyUnsaved): void {
		this.stop();
		this.#unsaved = why;
		this.#session.changed();
	}

	/** Keeps no more. */
	stop(): void {
		this.#writer = undefined;
	}
}
