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
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import { KeepingState } from '../keeping.ts';
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
	/** Names the launch: statements of the same launch have the same ids whenever they are sent. */
	launch: string;
	/** Names the attempt in the same way, over all its launches. */
	attempt: string;
	/** The language in which the quiz is asked, as a tag. */
	language: string;
	/** From which share of the marks it is passed, 0 to 1; undefined if it cannot be failed. */
	mastery?: number | undefined;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** The name of the state in which an attempt is kept. */
const STATE = 'five-points-attempt';

const keptSchema = v.object({ record: v.unknown(), told: v.array(v.string()), isOver: v.boolean() });

/** How long what was done waits for more before it is sent, in milliseconds. */
const PAUSE = 3_000;

/** How long to wait after each failure to learn what is kept, in milliseconds. */
const WAITS = [500, 2_000, 0];

/** A store of statements as a platform: each answer is a statement, and the attempt is kept as the state of the activity. */
export class XapiPlatform implements Platform {
	readonly mode: Platform['mode'];
	readonly #setting: XapiSetting;
	readonly #outbox: Outbox;
	readonly #keeping = new KeepingState();
	readonly #openedAt: number;
	#record: AttemptRecord | undefined;
	/** The items of which statements were made, by id. */
	#told: string[] = [];
	#isOver = false;
	#isLeft = false;
	/** Whether nobody knows what is kept, so that nothing may take its place. */
	#isShut = false;

	constructor(setting: XapiSetting) {
		this.#setting = setting;
		this.mode = setting.mode;
		this.#openedAt = setting.now();
		this.#outbox = new Outbox(setting.store, (isWaiting) =>
			this.#keeping.become(isWaiting ? 'waiting' : this.#isShut ? 'refused' : 'kept')
		);
		this.#outbox.add(this.#statement('initialized', this.#quiz()));
	}

	async resume(): Promise<AttemptRecord | undefined> {
		const found = await this.#found();
		if (found === 'failed') {
			// Whatever is there stays: it may be more than what this launch has to keep.
			this.#isShut = true;
			this.#keeping.become('refused');
		}
		const kept = typeof found === 'object' ? v.safeParse(keptSchema, found.value) : undefined;
		if (!kept?.success) return undefined;
		this.#told = kept.output.told;
		this.#isOver = kept.output.isOver;
		this.#record = parseRecord(kept.output.record);
		return this.#record;
	}

	async #found() {
		for (const wait of WAITS) {
			const found = await this.#setting.store.state(STATE);
			if (found !== 'failed') return found;
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
		return 'failed';
	}

	keep(record: AttemptRecord): void {
		this.#record = record;
		this.#save(PAUSE);
	}

	answered(scored: ScoredItem): void {
		const answered = answeredOf(scored);
		if (!answered || this.mode !== 'normal' || this.#told.includes(scored.item.id)) return;
		const { course, attempt, language } = this.#setting;
		const { object, result } = answeredPart(answered, course, scored.item.language ?? language);
		this.#told.push(scored.item.id);
		const id = uuidOf(`${attempt}/answered/${answered.id}`);
		this.#outbox.add({ ...this.#statement('answered', object, result), id, timestamp: timestamp(scored.at) });
		this.#save(0);
	}

	finished(outcome: QuizOutcome): void {
		if (this.mode !== 'normal' || this.#isOver) return;
		this.#isOver = true;
		const { mastery, profile } = this.#setting;
		const finished = finishedOf(outcome, this.#record?.form.behaviour ?? 'practice', mastery);
		const { passed } = finished;
		const [score, duration] = [scoreOf(finished), isoDuration(finished.duration)];
		if (passed !== undefined)
			this.#tell(passed ? 'passed' : 'failed', { score, success: passed, duration }, mastery);
		else if (profile.scoredBy === 'scored') this.#tell('scored', { score });
		const isScored = passed === undefined && profile.scoredBy === 'completed';
		this.#tell('completed', { completion: true, duration, ...(isScored && { score }) });
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

	#tell(name: VerbName, result: Result, mastery?: number): void {
		this.#outbox.add(this.#statement(name, this.#quiz(), result, mastery));
	}

	#save(within: number): void {
		if (this.mode !== 'normal' || !this.#record || this.#isShut) return;
		const value = { record: this.#record, told: this.#told, isOver: this.#isOver };
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
