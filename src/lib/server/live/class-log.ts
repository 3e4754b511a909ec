import { dueIn, openRounds } from '#lib/classroom/due.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import { folded, mayHappen, newClass, type ClassState } from '#lib/classroom/fold.ts';
import type { ClassStanding, KeptClass } from '#lib/server/classes/classes.ts';

import type { ClassClock } from './class-clock.ts';
import type { LiveServices } from './live-services.ts';

/** How often an event is decided again when others are always first. */
const MOST_TRIES = 20;

/** What a log needs of its class, and tells it. */
interface Surroundings {
	clock: ClassClock;
	/** The ids of those who take part. */
	present: () => readonly string[];
	/** The log has gone on. */
	wentOn: () => void;
	/** There is no such class any more. */
	gone: () => void;
}

/** The log of a class as this process knows it, and what it comes to. */
export class ClassLog {
	readonly #kept: KeptClass;
	readonly #services: LiveServices;
	readonly #around: Surroundings;
	#state: ClassState;
	#version = 0;
	#reading: Promise<void> | undefined;

	constructor(kept: KeptClass, services: LiveServices, around: Surroundings) {
		this.#kept = kept;
		this.#services = services;
		this.#around = around;
		this.#state = newClass({ setup: kept.setup, createdAt: kept.createdAt });
	}

	/** Where the class is. */
	get state(): ClassState {
		return this.#state;
	}

	/** The number of the last event that is known here. */
	get version(): number {
		return this.#version;
	}

	/** Makes something happen, as {@link LiveClass.act} says. */
	async act(
		make: (now: number, state: ClassState) => ClassEvent | undefined
	): Promise<'done' | 'refused' | 'unknown'> {
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const event = make(this.#around.clock.now(), this.#state);
			if (!event || !mayHappen(this.#state, event)) return 'refused';
			const state = folded(this.#state, [event]);
			const { classes, bus } = this.#services;
			const known = this.#version;
			const kept = await classes.append(this.#kept.id, known, event, this.#standingOf(state));
			if (kept === 'unknown') {
				this.#around.gone();
				return 'unknown';
			}
			if (kept === 'behind') {
				await this.read();
				continue;
			}
			if (this.#version === known) this.#take(state, kept);
			else await this.read();
			bus.tell({ classId: this.#kept.id, about: { type: 'log', upTo: kept } });
			return 'done';
		}
		return 'refused';
	}

	/** Reads on; calls that come meanwhile wait for the same reading. */
	read(): Promise<void> {
		this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined));
		return this.#reading;
	}

	/** Reads on if there is more. A log that has not gone on as far as was said may be one that was deleted. */
	async readUpTo(sequence: number): Promise<void> {
		if (sequence > this.#version) await this.read();
		if (sequence > this.#version) await this.lookWhetherGone();
	}

	/** Finds out whether the class has been deleted. */
	async lookWhetherGone(): Promise<void> {
		if ((await this.#services.classes.load(this.#kept.id)) === undefined) this.#around.gone();
	}

	async #readOn(): Promise<void> {
		const log = await this.#services.classes.events(this.#kept.id, this.#version);
		const news = log.filter(({ sequence }) => sequence > this.#version);
		const last = news.at(-1);
		if (!last) return;
		const events = news.map(({ event }) => event);
		this.#take(folded(this.#state, events), last.sequence);
	}

	#take(state: ClassState, version: number): void {
		this.#state = state;
		this.#version = version;
		this.#around.clock.sees(state.context.now);
		this.#around.wentOn();
	}

	#standingOf(state: ClassState): ClassStanding {
		return {
			open: openRounds(state),
			dueAt: dueIn(state, this.#around.present())?.at ?? Infinity,
			endedAt: state.value === 'ended' ? state.context.now : null
		};
	}
}
