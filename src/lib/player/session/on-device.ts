import type { AttemptRecord } from '#lib/quiz/record.ts';
import { isIn, type QuizState } from '#lib/quiz/state.ts';
import type { AttemptStore } from '#lib/store/attempt-store.ts';

import { Keeping, type Deed, type Unkept } from './keeping.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { readRecord, type Resumption } from './resumption.ts';

/** What an attempt’s place on the device asks of the session on this page. */
interface Session {
	readonly data: QuizData;
	state: () => QuizState;
	/** Loads the items; never fails, but answers false where they cannot be had. */
	prepare: () => Promise<boolean>;
	/** Takes up another record of the attempt in place of the one on the page; false where it cannot be replayed. */
	takeUp: (record: AttemptRecord) => boolean;
	/** Tells of every answer again: nobody knows whether the page before was closed too early. */
	retell: () => void;
	/** Hands what is to be kept to `save`, as after every change. */
	save: () => void;
	/** Does again what was done to the present item. */
	repeat: (deed: Deed['event']) => void;
	/** Something that the page shows has changed. */
	changed: () => void;
}

/** An attempt’s place on the device: there it goes on from where it was left, and there it is kept. */
export class OnDevice {
	readonly #session: Session;
	#keeping: Keeping | undefined;
	/** The last thing that the store was given to keep. */
	#saving: Promise<void> | undefined;
	#catchingUp: Promise<void> | undefined;
	#unkept: Unkept | undefined;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Why the device keeps no more of the attempt, so that it lasts as long as the page; undefined where it does. */
	get unkept(): Unkept | undefined {
		return this.#unkept;
	}

	/** Notes what the learner did: it is to be kept with the next record. */
	note(deed: Deed): void {
		this.#keeping?.note(deed);
	}

	/** Keeps a record from now on, if anything is kept. */
	save(record: AttemptRecord): void {
		this.#saving = this.#keeping?.save(record).then(
			(isKept) => (isKept ? undefined : this.catchUp()),
			() => this.goOnUnkept()
		);
	}

	/** Waits until the device has taken all that was noted; answers whether it has, for longer than the page lasts. */
	async kept(): Promise<boolean> {
		await this.#saving;
		return this.#keeping?.isComplete === true;
	}

	/**
	 * Goes on where a stored attempt left off, and keeps the attempt in the store from now on. A stored attempt that
	 * cannot be replayed is set aside, not lost. Where the store fails, the quiz goes on without it, and says so.
	 */
	async resume(store: AttemptStore): Promise<Resumption> {
		try {
			return await this.#goOnFrom(store);
		} catch (error) {
			console.warn(error);
			this.goOnUnkept();
			return 'fresh';
		}
	}

	async #goOnFrom(store: AttemptStore): Promise<Resumption> {
		const { data } = this.#session;
		const kept = await store.load(data.id);
		// What a form post brings along is newer; what the server keeps of an exam is brought together with what is here.
		const stored = data.posted && !data.sitting ? undefined : kept;
		if (stored !== undefined && !(await this.#session.prepare())) return 'unreachable';
		const record = stored === undefined ? undefined : await readRecord(stored);
		const resumed = record !== undefined && this.#session.takeUp(record);
		if (resumed) this.#session.retell();
		if (stored !== undefined && !resumed) await store.setAside(data.id);
		// Only now may anything be saved: until here it would have taken the place of what was stored.
		this.#keeping = new Keeping(store, data.id, resumed || stored === undefined ? kept : undefined);
		this.#unkept = store.lasting ? undefined : 'refused';
		this.#session.changed();
		if (resumed) return 'resumed';
		this.#session.save();
		return (await store.loadSetAside(data.id)) ? 'set-aside' : 'fresh';
	}

	/** Goes on from what another page has made of the attempt meanwhile, if one has. */
	catchUp(): Promise<void> {
		this.#catchingUp ??= this.#goOnFromKept()
			.catch(() => this.goOnUnkept())
			.finally(() => (this.#catchingUp = undefined));
		return this.#catchingUp;
	}

	async #goOnFromKept(): Promise<void> {
		const keeping = this.#keeping;
		// Nobody looks at a page that is hidden; it catches up once it is seen.
		if (!keeping || isIn(this.#session.state(), 'paused')) return;
		const news = await keeping.news();
		if (!news) return;
		const isPrepared = await this.#session.prepare();
		const record = await readRecord(news.value);
		if (!isPrepared || this.#keeping !== keeping) return;
		if (!record || !this.#session.takeUp(record)) return this.#letGo('let-go');
		for (const { event, position } of keeping.learn(news.value))
			if (this.#session.state().context.position === position) this.#session.repeat(event);
	}

	/** Goes on where nothing can be kept. */
	goOnUnkept(): void {
		this.#letGo('refused');
	}

	#letGo(why: Unkept): void {
		this.stop();
		this.#unkept = why;
		this.#session.changed();
	}

	/** Keeps no more. */
	stop(): void {
		this.#keeping = undefined;
	}
}
