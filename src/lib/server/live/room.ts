import { createHash } from 'node:crypto';

import { findItem } from '#lib/bank/bank.ts';
import { roundHere, roundsTogether, type Round } from '#lib/classroom/context.ts';
import { adviceFor } from '#lib/classroom/peer-instruction.ts';
import type { Room, RoundAdvice } from '#lib/classroom/room.ts';
import { phaseOf } from '#lib/classroom/view.ts';
import { score } from '#lib/kinds/index.ts';

import type { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';

/** At most so often hosts are told of those who are there, in milliseconds: three times a second. */
const TOLD_EVERY = 334;

/** What hosts of a class are told of those who are there; read once for all of them, and only while one looks. */
export class RoomWatch {
	readonly #services: LiveServices;
	readonly #opened: LiveClass;
	readonly #changed: () => void;
	#watching = 0;
	#stop: (() => void) | undefined;
	#reading: Promise<void> | undefined;
	#isStale = false;
	#pause: NodeJS.Timeout | undefined;
	#newest: Room | undefined;
	#advised: { round: number; advice: RoundAdvice | null } | undefined;

	/** @param changed called when there is something new to tell */
	constructor(opened: LiveClass, services: LiveServices, changed: () => void) {
		this.#opened = opened;
		this.#services = services;
		this.#changed = changed;
	}

	/** Whether a host looks. */
	get isWatched(): boolean {
		return this.#watching > 0;
	}

	/** As it was read last; undefined before. */
	get newest(): Room | undefined {
		return this.#newest;
	}

	/**
	 * Keeps it up to date.
	 *
	 * @returns stops that, for this one
	 */
	watch(): () => void {
		this.#watching++;
		if (!this.#stop) {
			this.#stop = this.#opened.onlookers.listen((change) => {
				if (change !== 'room') this.#soon();
			});
			this.#soon();
		}
		let isWatching = true;
		return () => {
			if (!isWatching) return;
			isWatching = false;
			if (--this.#watching > 0) return;
			this.#stop?.();
			this.#stop = undefined;
			clearTimeout(this.#pause);
			this.#pause = undefined;
		};
	}

	/** Reads it; calls that come meanwhile wait for the same reading. */
	read(): Promise<void> {
		this.#reading ??= this.#read().finally(() => {
			this.#reading = undefined;
			this.#readOn();
		});
		return this.#reading;
	}

	/** Reads it now, or as soon as it may be told again. */
	#soon(): void {
		this.#isStale = true;
		if (this.#pause || this.#reading) return;
		this.#isStale = false;
		this.#pause = setTimeout(() => {
			this.#pause = undefined;
			this.#readOn();
		}, TOLD_EVERY);
		this.#pause.unref();
		// The store does not answer: it is read at the next change.
		this.read().catch(() => undefined);
	}

	/** Reads what has changed since the last reading began. */
	#readOn(): void {
		if (this.#isStale && this.#watching > 0) this.#soon();
	}

	async #read(): Promise<void> {
		const before = JSON.stringify(this.#newest);
		this.#newest = await this.#room();
		if (JSON.stringify(this.#newest) !== before) this.#changed();
	}

	async #room(): Promise<Room> {
		const { kept, roster, onlookers, state } = this.#opened;
		const standings = [...roster.all.values()].map(({ standing }) => standing);
		const those = (standing: string) => standings.filter((each) => each === standing).length;
		const rounds = roundsTogether(state.context).map(({ number }) => number);
		const counts = await this.#services.answers.counts(kept.id, rounds);
		return {
			...{ present: those('in'), held: those('held'), removed: those('removed') },
			answered:
				kept.setup.pace === 'own'
					? Object.fromEntries(rounds.map((round) => [round, counts.get(round) ?? 0]))
					: (counts.get(rounds[0] ?? 0) ?? 0),
			...{ connected: onlookers.phones, people: markOf(roster.mark, state.context.grants) },
			advice: await this.#advice()
		};
	}

	/** What is advised once a first round is closed, before anything of it is revealed. */
	async #advice(): Promise<RoundAdvice | null> {
		const { kept, state } = this.#opened;
		const round = roundHere(state.context);
		if (kept.setup.pace === 'own' || phaseOf(state) !== 'closed' || !round || round.isSecond) return null;
		if (this.#advised?.round !== round.number)
			this.#advised = { round: round.number, advice: await this.#adviceAfter(round) };
		return this.#advised.advice;
	}

	async #adviceAfter({ number, position }: Round): Promise<RoundAdvice | null> {
		const { id, setup } = this.#opened.kept;
		const bank = this.#services.bankOf(setup.primer, setup.language);
		const item = bank && findItem(bank, setup.items[position] ?? '');
		if (!item) return null;
		const present = new Set(this.#opened.roster.present);
		const answers = await this.#services.answers.list(id, [number]);
		const fractions = answers.flatMap(({ pupil, response }) => {
			const scored = score(item, response);
			return present.has(pupil) && scored.state === 'scored' ? [scored.fraction] : [];
		});
		return adviceFor(fractions, setup.bounds)?.advice ?? null;
	}
}

/** A number that is another one wherever those who are there, or their extra time, are others; from 0 to 2^32. */
function markOf(roster: number, grants: Record<string, number | null>): number {
	if (Object.keys(grants).length === 0) return roster;
	return createHash('sha256')
		.update(JSON.stringify([roster, grants]))
		.digest()
		.readUInt32BE();
}
