import { answeredOf, finishedOf, type Finished } from '#lib/interop/report/report.ts';
import type { Names } from '#lib/interop/suspend/names.ts';
import { readSuspendData, writeSuspendData } from '#lib/interop/suspend/suspend-data.ts';
import type { QuizOutcome } from '#lib/player/host.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import { KeepingState, patience } from '../keeping.ts';
import type { Platform } from '../platform.ts';
import type { Lms, Taken } from './lms.ts';
import type { Version } from './version.ts';

/** What a package knows of itself, and of the time. */
export interface ScormSetting {
	/** Of the ids of its course. */
	names: Names;
	/** The language in which the quiz is asked, for those that a platform says its learner prefers, the best first: all are tags. */
	languageFor: (preferred: readonly string[]) => string;
	/** From which share of the marks the quiz is passed, 0 to 1, unless the platform says so; undefined: not at all. */
	mastery?: number | undefined;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** How long what was done waits for more before the platform is asked to keep it, in milliseconds. */
const PAUSE = 3_000;

/**
 * A platform with the API of SCORM. What it is told goes to its page at once, which outlives this one, and to its server
 * soon after each answer. What it does not take, or fails to keep, is told again until it is, and when the page is left.
 */
export class ScormPlatform implements Platform {
	readonly mode: Platform['mode'];
	/** The language in which the quiz is asked, as a tag. */
	readonly language: string;
	/** Names the learner among all of the platform; empty where it does not say. */
	readonly learner: string;
	readonly #lms: Lms;
	readonly #version: Version;
	readonly #setting: ScormSetting;
	readonly #keeping = new KeepingState();
	readonly #openedAt: number;
	#isOpen: boolean;
	/** Whether the platform says that an attempt begins, and none goes on. */
	readonly #isNew: boolean;
	#record: AttemptRecord | undefined;
	/** Of these items the platform has been told; `#waiting` come after them. */
	#told: string[] = [];
	#waiting: ScoredItem[] = [];
	#outcome: { values: Finished; isTold: boolean } | undefined;
	/** Where the next interaction goes; undefined where the platform has no interactions. */
	#next: number | undefined;
	/** Whether the platform has the id of that interaction already, and not yet all of the rest. */
	#isBegun = false;
	#suspended = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	#hasHeard = false;
	/** Whether the attempt resumes as far as it has come. */
	#isWhole = true;

	constructor(lms: Lms, version: Version, setting: ScormSetting) {
		this.#lms = lms;
		this.#version = version;
		this.#setting = setting;
		this.#openedAt = setting.now();
		this.#isOpen = lms.initialise();
		const mode = lms.get(version.elements.mode);
		this.mode = mode === 'browse' || mode === 'review' ? mode : 'normal';
		const isUntouched = version.untouched.includes(lms.get(version.elements.status));
		// A page that is loaded again in one launch still reads “ab-initio”, but of an attempt that it has begun.
		this.#isNew = isUntouched && lms.get(version.elements.entry) === 'ab-initio';
		this.language = setting.languageFor([lms.get(version.elements.language)].filter(Boolean));
		this.learner = lms.get(version.elements.learner);
		this.#next = this.#countOf('interactions');
		if (!this.#isOpen) {
			this.#keeping.become('refused');
			return;
		}
		this.#suspended = lms.get(version.elements.suspendData);
		if (this.mode !== 'normal' || !isUntouched) return;
		this.#setAll(version.begun);
	}

	/** Whether the platform has kept anything of the present attempt. */
	get hasHeard(): boolean {
		return this.#hasHeard;
	}

	resume(): Promise<AttemptRecord | undefined> {
		// A new attempt, before which the platform has not thrown away what it kept of the last one.
		if (this.#isNew) return Promise.resolve(undefined);
		const kept = readSuspendData(this.#suspended, this.#version.suspendLimit, this.#setting.names);
		this.#told = kept?.told ?? [];
		this.#hasHeard = kept !== undefined;
		return Promise.resolve(kept?.record);
	}

	keep(record: AttemptRecord): void {
		this.#record = record;
		this.#tell(PAUSE);
	}

	answered(scored: ScoredItem): void {
		const { id } = scored.item;
		if (this.#told.includes(id) || this.#waiting.some(({ item }) => item.id === id)) return;
		this.#waiting.push(scored);
		this.#tell(0);
	}

	finished(outcome: QuizOutcome): void {
		const said = this.#version.mastery(this.#lms.get(this.#version.elements.mastery));
		const behaviour: BehaviourName = this.#record?.form.behaviour ?? 'practice';
		const values = finishedOf(outcome, behaviour, said ?? this.#setting.mastery);
		this.#outcome = { values, isTold: false };
		this.#send();
	}

	leave(): void {
		if (!this.#isOpen) return;
		clearTimeout(this.#timer);
		if (this.mode === 'normal') this.#send();
		clearTimeout(this.#timer);
		this.#lms.finish();
		this.#isOpen = false;
	}

	watch(listener: Parameters<Platform['watch']>[0]): () => void {
		return this.#keeping.watch(listener);
	}

	/** Tells the platform now what it can be told, and has it kept within some milliseconds. */
	#tell(within: number): void {
		if (!this.#isOpen || this.mode !== 'normal') return;
		// While it fails, the next try is on its way.
		if (this.#failures > 0) return;
		if (!this.#write()) return this.#fail();
		this.#keeping.send();
		if (within === 0) clearTimeout(this.#timer);
		else if (this.#timer !== undefined) return;
		this.#timer = setTimeout(() => this.#send(), within);
	}

	/** Tells the platform all there is, and has it kept. */
	#send(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#isOpen || this.mode !== 'normal') return;
		// A platform that has lost its session may take it up again.
		if (this.#failures > 0) this.#lms.initialise();
		const isWritten = this.#write();
		if (!this.#lms.commit() || !isWritten) return this.#fail();
		this.#failures = 0;
		this.#hasHeard ||= this.#record !== undefined;
		this.#keeping.become(this.#isWhole ? 'kept' : 'full');
	}

	#fail(): void {
		this.#failures += 1;
		this.#keeping.become('waiting');
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#send(), patience(this.#failures));
	}

	/** Sets whatever the platform does not have yet. @returns false if something has to be tried again */
	#write(): boolean {
		// One after the other, but all of them: what fails must not keep the rest from the platform.
		const results = [
			this.#writeInteractions(),
			this.#writeOutcome(),
			this.#writeRecord(),
			this.#setAll(this.#version.leaving(this.#setting.now() - this.#openedAt))
		];
		return !results.includes(false);
	}

	/** Up to the first that fails: those after it would leave a gap. */
	#writeInteractions(): boolean {
		while (this.#waiting[0]) {
			if (!this.#writeInteraction(this.#waiting[0])) return false;
			const [scored] = this.#waiting.splice(0, 1);
			if (scored) this.#told.push(scored.item.id);
		}
		return true;
	}

	#writeInteraction(scored: ScoredItem): boolean {
		const answered = answeredOf(scored);
		if (!answered || this.#next === undefined) return true;
		// Another window of the same package may have added some.
		if (!this.#isBegun) this.#next = Math.max(this.#next, this.#countOf('interactions') ?? 0);
		const language = scored.item.language ?? this.language;
		const values = this.#version.interaction(answered, this.#next, language);
		const [id, ...rest] = values;
		const taken = id ? this.#lms.set(...id) : 'refused';
		if (taken === 'failed') return false;
		// Without its id there is no interaction, and an index left out would be a gap.
		if (taken === 'refused') {
			this.#next = undefined;
			return true;
		}
		this.#isBegun = true;
		if (!this.#setAll(rest)) return false;
		this.#isBegun = false;
		this.#next += 1;
		return true;
	}

	#writeOutcome(): boolean {
		if (!this.#outcome || this.#outcome.isTold) return true;
		const { values } = this.#outcome;
		const results = [this.#setAll(this.#version.outcome(values))];
		for (const point of values.points) {
			const index = this.#objectiveAt(this.#version.objective(point, 0)[0]?.[1] ?? '');
			if (index !== undefined) results.push(this.#setAll(this.#version.objective(point, index)));
		}
		this.#outcome.isTold = !results.includes(false);
		return this.#outcome.isTold;
	}

	#writeRecord(): boolean {
		const record = this.#record;
		if (!record) return true;
		const { suspendLimit, elements, progress } = this.#version;
		const { text, isWhole } = writeSuspendData(
			{ record, told: this.#told },
			suspendLimit,
			this.#setting.names
		);
		this.#isWhole = isWhole;
		let taken: Taken = 'taken';
		if (text !== this.#suspended) {
			taken = this.#lms.set(elements.suspendData, text);
			if (taken === 'taken') this.#suspended = text;
			if (taken === 'refused') this.#isWhole = false;
		}
		const isProgressSet =
			this.#outcome !== undefined || this.#setAll(progress(record.done / record.form.items.length));
		return taken !== 'failed' && isProgressSet;
	}

	/**
	 * Sets some values one after the other, whatever becomes of the one before; what the platform refuses is let go.
	 *
	 * @returns false if one has to be tried again
	 */
	#setAll(values: Version['begun']): boolean {
		return !values.map(([element, value]) => this.#lms.set(element, value)).includes('failed');
	}

	/** The index of the objective of that id, or of the next one; undefined where the platform has no objectives. */
	#objectiveAt(id: string): number | undefined {
		const count = this.#countOf('objectives');
		if (count === undefined) return undefined;
		const known = Array.from({ length: count }, (_, index) => index);
		return known.find((index) => this.#lms.get(`cmi.objectives.${index}.id`) === id) ?? count;
	}

	#countOf(list: 'interactions' | 'objectives'): number | undefined {
		const count = this.#lms.get(`cmi.${list}._count`);
		return /^\d+$/.test(count) ? Number(count) : undefined;
	}
}
