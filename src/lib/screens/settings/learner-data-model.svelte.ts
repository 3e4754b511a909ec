import type { Flaw } from '#lib/review/flaw.ts';
import { isPromised } from '#lib/store/persistence.ts';
import { checkedStudy, type CheckedStudy } from '#lib/store/study.ts';
import type { Amounts, Fold, StudySettings, StudyStore } from '#lib/store/study-store.ts';
import type { FileRefusal } from '#lib/store/export/refusal.ts';

import { reader } from './reader.svelte.ts';
import { saveFile } from '#lib/ui/save-file.ts';

/** What the learner did last with their data, and the result. */
export type Done =
	| { what: 'exported'; name: string; leftOut: number }
	| { what: 'importing' }
	| { what: 'imported'; amounts: Amounts }
	| { what: 'refused'; refusal: FileRefusal }
	| { what: 'deleted'; amounts: Amounts }
	| { what: Failure };

/** What failed; `unprepared` if something that it needs could not be loaded or read. */
export type Failure = 'unprepared' | 'export-failed' | 'import-failed' | 'delete-failed';

/** What a page that shows a learner their data is given. */
export interface LearnerDataOptions {
	store: StudyStore;
	/** Returns `studyStateOf` of `lib/review` as of now. */
	loadFold: () => Promise<Fold>;
	/** The version of Five Points. */
	app: string;
	/** Milliseconds since 1970. */
	clock?: () => number;
}

/**
 * What a device keeps of a learner, as the settings page shows it, and everything that the learner can do
 * with it.
 */
export class LearnerDataModel {
	readonly lasting: boolean;
	/** How much is kept; undefined until it was counted. */
	kept = $state.raw<Amounts & { days: number }>();
	/** Whether it could not be read since it was last changed. */
	unread = $state(false);
	/** Whether the browser has promised to keep it. */
	promised = $state<boolean>();
	settings = $state.raw<StudySettings>();
	/** The marks that were not taken back, the latest first. */
	marks = $state.raw<Flaw[]>([]);
	done = $state.raw<Done>();
	readonly #store: StudyStore;
	readonly #study: CheckedStudy;
	readonly #options: LearnerDataOptions;

	constructor(options: LearnerDataOptions) {
		this.lasting = options.store.lasting;
		this.#store = options.store;
		this.#study = checkedStudy(options.store, options.loadFold);
		this.#options = options;
	}

	/** Reads what is kept, or reads it again if something may have changed. */
	async read(): Promise<void> {
		const [kept, settings, marks, promised] = await Promise.all([
			this.#store.count(),
			this.#study.settings(),
			this.#study.flaws(),
			isPromised()
		]);
		this.unread = false;
		this.kept = kept;
		this.settings = settings;
		this.marks = marks.sort((a, b) => b.at - a.at);
		this.promised = promised;
	}

	/** @returns whether it was kept */
	async chooseStreak(streak: boolean): Promise<boolean> {
		const settings: StudySettings = { version: 1, streak, at: this.#now() };
		return this.#attempt(async () => {
			await this.#study.saveSettings(settings);
			this.settings = settings;
		});
	}

	/** @returns whether it was kept */
	async takeBack(mark: Flaw): Promise<boolean> {
		return this.#attempt(async () => {
			await this.#study.saveFlaw({ ...mark, withdrawn: true, at: this.#now() });
			await this.#readAgain();
		});
	}

	/** Saves everything kept as a file, including reading preferences. */
	async export(): Promise<void> {
		// Announced again if it is done again.
		this.done = undefined;
		await this.#perform(
			() => import('#lib/store/export/write.ts'),
			async ({ writeLearnerFile }) => {
				const kept = await this.#store.read();
				const file = writeLearnerFile(kept, this.#now(), this.#options.app, reader.chosen);
				saveFile(file.name, file.text);
				return { what: 'exported', name: file.name, leftOut: file.leftOut };
			},
			'export-failed'
		);
	}

	/** Adds what a file holds; or says why not, and leaves everything as it is. */
	async import(file: Blob): Promise<void> {
		this.done = { what: 'importing' };
		await this.#perform(
			() => Promise.all([import('#lib/store/export/read.ts'), this.#options.loadFold()]),
			async ([{ readLearnerFile }, fold]) => {
				const reading = await readLearnerFile(file);
				if (!reading.ok) return { what: 'refused', refusal: reading.refusal };
				const amounts = await this.#store.merge(reading.file, fold);
				if (reading.file.reading && !reader.chosen) reader.keep(reading.file.reading);
				return { what: 'imported', amounts };
			},
			'import-failed',
			() => this.#readAgain()
		);
	}

	/** Forgets everything, including reading preferences. */
	async deleteAll(): Promise<void> {
		await this.#perform(
			() => this.#store.count(),
			async (amounts) => {
				await this.#store.clear();
				reader.forget();
				return { what: 'deleted', amounts };
			},
			'delete-failed',
			() => this.#readAgain()
		);
	}

	/**
	 * Does something once what it needs has loaded, and announces the result; later failures are a separate
	 * matter.
	 *
	 * @param follow updates what the page shows, before the result is announced
	 */
	async #perform<T>(
		prepare: () => Promise<T>,
		act: (prepared: T) => Promise<Done>,
		failed: Failure,
		follow: () => Promise<void> = () => Promise.resolve()
	): Promise<void> {
		const prepared = await prepare().then(
			(value) => ({ value }),
			() => undefined
		);
		if (!prepared) {
			this.done = { what: 'unprepared' };
			return;
		}
		const done = await act(prepared.value).catch((): Done => ({ what: failed }));
		await follow();
		this.done = done;
	}

	/** Reads again after a change, which stays valid even if this fails. */
	async #readAgain(): Promise<void> {
		try {
			await this.read();
		} catch {
			this.kept = undefined;
			this.unread = true;
		}
	}

	#now(): number {
		return (this.#options.clock ?? Date.now)();
	}

	async #attempt(work: () => Promise<void>): Promise<boolean> {
		try {
			await work();
			return true;
		} catch {
			return false;
		}
	}
}
