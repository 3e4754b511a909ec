import * as v from 'valibot';

import { isoDuration } from '#lib/interop/interaction/duration.ts';
import { answeredOf, finishedOf } from '#lib/interop/report/report.ts';
import {
	answeredPart,
	scoreOf,
	timestamp,
	verb,
	type Activity,
	type Json,
	type Result,
	type Statement,
	type VerbName
} from '#lib/interop/xapi/statement.ts';
import { uuidOf } from '#lib/interop/xapi/uuid.ts';
import type { QuizOutcome } from '#lib/player/host.ts';
import { parseRecord } from '#lib/quiz/parse-record.ts';
import { answerId, isSameAttempt, type AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import { KeepingState } from '../keeping.ts';
import { outcomeIn } from '../outcome-in.ts';
import type { Platform } from '../platform.ts';
import { Outbox } from './outbox.ts';
import type { RecordStore } from './record-store.ts';

/** How a profile of xAPI wants things said. */
export interface Profile {
	/** The context of a statement. @param mastery which mark there was to reach, where that decided */
	context: (verb: VerbName, mastery?: number) => { [key: string]: Json } | undefined;
	/** Which statement has the score where nothing could be failed. */
	scoredBy: 'completed' | 'scored';
}

/** What is told, by whom and of what. */
export interface XapiSetting {
	store: RecordStore;
	profile: Profile;
	mode: Platform['mode'];
	actor: Json;
	/** The IRI of the quiz as the platform knows it. */
	activity: string;
	/** The IRI below which its questions have theirs. */
	course: string;
	/** Names the launch: statements of its beginning and end have the same ids whenever they are sent. */
	launch: string;
	/**
	 * Names the attempt in the same way, over all its launches, for statements of what was done; without it, each attempt has
	 * the name that its record gives it.
	 */
	attempt?: string | undefined;
	/** The language in which the quiz is asked, as a tag. */
	language: string;
	/** From which share of the marks it is passed, 0 to 1; undefined if it cannot be failed. */
	mastery?: number | undefined;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** The name of the state in which an attempt is kept. */
const STATE = 'five-points-attempt';

const keptSchema = v.object({
	record: v.unknown(),
	/** The items of which the store has statements, by id. */
	told: v.array(v.string()),
	/** Whether it has those of the outcome. */
	isOver: v.boolean(),
	/** How long a finished attempt took without pauses, in milliseconds. */
	duration: v.exactOptional(v.number())
});

/** How long what was done waits for more before it is sent, in milliseconds. */
const PAUSE = 3_000;

/** A store of statements as a platform: each answer is a statement, and the attempt is kept as the state of the activity. */
export class XapiPlatform implements Platform {
	readonly mode: Platform['mode'];
	readonly #setting: XapiSetting;
	readonly #outbox: Outbox;
	readonly #keeping = new KeepingState();
	readonly #openedAt: number;
	#record: AttemptRecord | undefined;
	/** The items of which this page made statements, by id. */
	readonly #said = new Set<string>();
	/** Those of which the store has them. */
	readonly #told = new Set<string>();
	/** Whether this page told of the outcome. */
	#isFinished = false;
	/** Whether the store has it. */
	#isOver = false;
	#duration: number | undefined;
	#isLeft = false;
	/** Whether an attempt is to begin in the place of the one that is kept. */
	#isAnew = false;
	/** Whether nobody knows what is kept, so that nothing may take its place. */
	#isShut = false;

	constructor(setting: XapiSetting) {
		this.#setting = setting;
		this.mode = setting.mode;
		this.#openedAt = setting.now();
		this.#outbox = new Outbox(setting.store, (keeping) =>
			this.#keeping.become(this.#isShut && keeping !== 'waiting' ? 'refused' : keeping)
		);
		this.#outbox.add({ statement: this.#statement('initialized', this.#quiz()) });
	}

	async resume(): Promise<AttemptRecord | undefined> {
		// The store may still answer with what it has not been told to forget yet.
		if (this.#isAnew) return undefined;
		const found = await this.#setting.store.stateSurely(STATE);
		if (found === 'failed') {
			// Whatever is there stays: it may be more than what this launch has to keep.
			this.#isShut = true;
			if (this.#keeping.now !== 'waiting') this.#keeping.become('refused');
		}
		const kept = typeof found === 'object' ? v.safeParse(keptSchema, found.value) : undefined;
		if (!kept?.success) return undefined;
		const { told, isOver, duration, record } = kept.output;
		for (const id of told) this.#told.add(id);
		this.#isOver = isOver;
		this.#record = parseRecord(record);
		const outcome = this.#record && outcomeIn(this.#record);
		// The page before may have been closed too early; nobody finishes twice.
		if (outcome) this.finished({ ...outcome, duration: duration ?? outcome.duration }, true);
		return this.#record;
	}

	keep(record: AttemptRecord): void {
		this.#record = record;
		this.#save(PAUSE);
	}

	answered(scored: ScoredItem): void {
		const answered = answeredOf(scored);
		if (!answered || this.mode !== 'normal' || this.#isKnown(scored.item.id)) return;
		const { course, language } = this.#setting;
		const { object, result } = answeredPart(answered, course, scored.item.language ?? language);
		this.#said.add(scored.item.id);
		const id = this.#idOf(`answered/${answered.id}`, scored.id);
		const statement = this.#statement('answered', object, result);
		this.#outbox.add({
			statement: { ...statement, id, timestamp: timestamp(scored.at) },
			again: scored.again,
			confirmed: () => {
				this.#told.add(scored.item.id);
				this.#save(0);
			}
		});
		this.#save(0);
	}

	finished(outcome: QuizOutcome, again = false): void {
		if (this.mode !== 'normal' || this.#isOver || this.#isFinished) return;
		this.#isFinished = true;
		this.#duration = outcome.duration;
		const { mastery, profile } = this.#setting;
		const finished = finishedOf(outcome, this.#record?.form.behaviour ?? 'practice', mastery);
		const { passed } = finished;
		const [score, duration] = [scoreOf(finished), isoDuration(finished.duration)];
		const statements: Statement[] = [];
		const tell = (name: VerbName, result: Result, reach?: number): void => {
			const id = this.#idOf(name, this.#record && answerId(this.#record, name));
			const said = this.#statement(name, this.#quiz(), result, reach);
			statements.push({ ...said, id, timestamp: timestamp(outcome.at) });
		};
		if (passed !== undefined)
			tell(passed ? 'passed' : 'failed', { score, success: passed, duration }, mastery);
		else if (profile.scoredBy === 'scored') tell('scored', { score });
		const isScored = passed === undefined && profile.scoredBy === 'completed';
		tell('completed', { completion: true, duration, ...(isScored && { score }) });
		let missing = statements.length;
		const attempt = this.#record;
		for (const statement of statements) {
			const confirmed = (): void => {
				missing -= 1;
				// Another one may have begun since.
				if (missing > 0 || !isSameAttempt(attempt, this.#record)) return;
				this.#isOver = true;
				this.#save(0);
			};
			this.#outbox.add({ statement, again, confirmed });
		}
		this.#save(0);
	}

	leave(): void {
		if (this.#isLeft) return;
		this.#isLeft = true;
		const duration = isoDuration(this.#setting.now() - this.#openedAt);
		this.#outbox.close(this.#statement('terminated', this.#quiz(), { duration }));
	}

	watch(listener: Parameters<Platform['watch']>[0]): () => void {
		return this.#keeping.watch(listener);
	}

	/** Forgets what is kept, for an attempt that is to begin in its place. */
	forget(): void {
		this.#isAnew = true;
		this.#record = undefined;
		this.#told.clear();
		this.#said.clear();
		[this.#isFinished, this.#isOver, this.#duration] = [false, false, undefined];
		this.#outbox.put({ id: STATE, value: {} }, 0);
	}

	/** The id of a statement of what was done: the same whenever it is told. @param own the name that the record gives it */
	#idOf(name: string, own: string | undefined): string {
		const { attempt, activity, actor, launch } = this.#setting;
		if (attempt !== undefined) return uuidOf(`${attempt}/${name}`);
		return uuidOf(JSON.stringify([activity, actor, own ?? `${launch}/${name}`]));
	}

	#isKnown(item: string): boolean {
		return this.#said.has(item) || this.#told.has(item);
	}

	#save(within: number): void {
		if (this.mode !== 'normal' || !this.#record || this.#isShut || this.#isLeft) return;
		this.#keeping.send();
		const value: v.InferInput<typeof keptSchema> = {
			...{ record: this.#record, told: [...this.#told], isOver: this.#isOver },
			...(this.#duration !== undefined && { duration: this.#duration })
		};
		this.#outbox.put({ id: STATE, value }, within);
	}

	#quiz(): Activity {
		return { objectType: 'Activity', id: this.#setting.activity };
	}

	#statement(name: VerbName, object: Activity, result?: Result, mastery?: number): Statement {
		const { actor, profile, launch, now } = this.#setting;
		const context = profile.context(name, mastery);
		return {
			id: uuidOf(`${launch}/${name}`),
			actor,
			verb: verb(name),
			object,
			...(result && { result }),
			...(context && { context }),
			timestamp: timestamp(now())
		};
	}
}
