import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { timesFor } from '#lib/classroom/context.ts';
import { dueIn } from '#lib/classroom/due.ts';
import type { ClassEvent } from '#lib/classroom/event.ts';
import type { ClassState } from '#lib/classroom/fold.ts';
import type { Standings } from '#lib/classroom/host-protocol.ts';
import type { Themselves } from '#lib/classroom/protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import { viewFor, type Audience } from '#lib/classroom/view.ts';
import type { Notice } from '#lib/server/bus/bus.ts';
import type { KeptClass } from '#lib/server/classes/classes.ts';

import { closeIfAllHave } from './answer.ts';
import { ClassClock } from './class-clock.ts';
import { ClassLog } from './class-log.ts';
import { DueTimer, seenToAt } from './due-timer.ts';
import { Gathering } from './gathering.ts';
import type { LiveServices } from './live-services.ts';
import { Lookout } from './lookout.ts';
import { Onlookers, type Beside } from './onlookers.ts';
import { Remembered } from './remembered.ts';
import { RoomWatch } from './room.ts';
import { Roster } from './roster.ts';

/** At most so often the pupils and the answers of a class are read again, in milliseconds: three times a second. */
const READ_EVERY = 334;

/** How often, when the log is read without word of others, it is asked whether there still is such a class. */
const LOOKS_WHETHER = 12;

/**
 * A class as this process knows it: what its log comes to, and who takes part. It owns nothing: any other process may act
 * for the same class, and the log decides who was first.
 */
export class LiveClass {
	readonly kept: KeptClass;
	/** Who takes part. */
	readonly roster: Roster;
	/** What hosts are told of those who are there. */
	readonly room: RoomWatch;
	/** Everything in the class happens by it. */
	readonly clock: ClassClock;
	/** How all stand, as it was found out last. */
	readonly standings = new Remembered<Standings | undefined>();
	/** Those who look at it here. */
	readonly onlookers = new Onlookers(() => this.#beside.add('phones'));
	readonly #services: LiveServices;
	readonly #gone: () => void;
	readonly #log: ClassLog;
	readonly #due: DueTimer;
	readonly #views = new Map<Audience, { view: ClassView; bank: Bank }>();
	readonly #stopListening: () => void;
	readonly #lookout: Lookout;
	#looks = 0;
	readonly #beside = new Gathering<Beside>((changes) => this.#readAgain(changes), READ_EVERY);
	#isGone = false;

	private constructor(kept: KeptClass, services: LiveServices, gone: () => void) {
		this.kept = kept;
		this.roster = new Roster(kept.id, services.pupils);
		this.room = new RoomWatch(this, services, () => this.onlookers.tell('room'));
		this.clock = new ClassClock(services);
		this.clock.sees(kept.createdAt);
		this.#services = services;
		this.#gone = gone;
		this.#log = new ClassLog(kept, services, {
			present: () => this.roster.present,
			clock: this.clock,
			wentOn: () => {
				this.#plan();
				this.onlookers.tell('log');
			},
			gone: () => this.leave()
		});
		this.#due = new DueTimer(
			() => this.actIfDue(),
			() => this.clock.now()
		);
		this.#stopListening = services.bus.listen(kept.id, ({ about }) => this.#hear(about));
		this.#lookout = new Lookout({ look: () => this.#look(), changed: () => this.onlookers.tell('store') });
	}

	/**
	 * Opens a class; undefined where there is none of that id.
	 *
	 * @param gone called when it turns out that the class was deleted since
	 */
	static async open(
		id: string,
		services: LiveServices,
		gone: () => void = () => undefined
	): Promise<LiveClass | undefined> {
		const kept = await services.classes.load(id);
		if (!kept) return undefined;
		const live = new LiveClass(kept, services, gone);
		try {
			await Promise.all([live.read(), live.roster.read()]);
		} catch (error) {
			live.stop();
			throw error;
		}
		live.#plan();
		return live;
	}

	/** Where the class is. */
	get state(): ClassState {
		return this.#log.state;
	}

	/** The number of the last event of its log that is known here. */
	get version(): number {
		return this.#log.version;
	}

	/** When it ended, in milliseconds since 1970; null while it is running. */
	get endedAt(): number | null {
		return this.state.value === 'ended' ? this.state.context.now : null;
	}

	/** Whether it turned out that it was deleted. */
	get isGone(): boolean {
		return this.#isGone;
	}

	/** Whether the store does not answer: nothing can happen in the class just now. */
	get isCutOff(): boolean {
		return this.#lookout.isCutOff;
	}

	/** The course of the class in its language, as it is served now; undefined if it is not. */
	get bank(): Bank | undefined {
		const { primer, language } = this.kept.setup;
		return this.#services.bankOf(primer, language);
	}

	/** What an audience sees now, made once for all of it; undefined while its course is not served. */
	view(audience: Audience): ClassView | undefined {
		const { bank } = this;
		if (!bank) return undefined;
		const made = this.#views.get(audience);
		if (made?.view.version === this.version && made.bank === bank) return made.view;
		const view = viewFor(audience, this.state, this.version, bank);
		this.#views.set(audience, { view, bank });
		return view;
	}

	/** What a pupil alone is told beside the view; undefined where there is no such pupil. */
	themselves(id: string): Themselves | undefined {
		const pupil = this.roster.all.get(id);
		if (!pupil) return undefined;
		const { name, team, standing } = pupil;
		return { name, team, standing, times: timesFor(this.state.context, id) };
	}

	/** The item of a round; undefined where there is no such round, `gone` where the item has left the course. */
	itemOf(number: number): Item | 'gone' | undefined {
		const round = this.state.context.rounds[number - 1];
		if (!round) return undefined;
		const { bank } = this;
		return (bank && findItem(bank, this.kept.setup.items[round.position] ?? '')) ?? 'gone';
	}

	/**
	 * Does something in the class, if it may happen; the event is kept before this resolves.
	 *
	 * @param make makes the event from the moment and from where the class is by then; undefined if nothing is to be done
	 * @returns `refused` if it may not happen where the class is
	 */
	act(
		make: (now: number, state: ClassState) => ClassEvent | undefined
	): Promise<'done' | 'refused' | 'unknown'> {
		return this.orLook(this.#log.act(make));
	}

	/** Something that is to be kept; where that fails, it is found out whether the store answers at all. */
	async orLook<T>(keeping: Promise<T>): Promise<T> {
		try {
			return await keeping;
		} catch (error) {
			void this.#lookout.look();
			throw error;
		}
	}

	/** Says that somebody has joined; hosts are told soon, as of many who join together. */
	joined(pupil: Pupil): void {
		this.roster.put(pupil);
		this.#services.bus.tell({ classId: this.kept.id, about: { type: 'pupils' } });
	}

	/** Says that an answer was kept here. */
	answered(): void {
		this.#beside.add('given');
		this.#services.bus.tell({ classId: this.kept.id, about: { type: 'answers' } });
	}

	/** Says that somebody has changed, here at once and soon elsewhere. */
	changed(pupil: Pupil): void {
		this.joined(pupil);
		// Who has extra time may have come or gone.
		this.#plan();
		this.onlookers.tell('pupils');
	}

	/** Reads on in the log; calls that come meanwhile wait for the same reading. */
	read(): Promise<void> {
		return this.#log.read();
	}

	/** The class was deleted: nobody looks any more. */
	leave(): void {
		if (this.#isGone) return;
		this.#isGone = true;
		this.stop();
		this.#gone();
	}

	/** Tells those who look to come back later, such as when the server is about to stop. The class goes on. */
	dismiss(): void {
		this.onlookers.tell('leave');
	}

	/** Nobody looks any more here. */
	stop(): void {
		this.dismiss();
		this.#stopListening();
		this.#lookout.stop();
		this.#due.stop();
		this.#beside.stop();
		this.onlookers.clear();
	}

	/** Does what is due by now, if anything is. */
	async actIfDue(): Promise<void> {
		const done = await this.act((now, state) => {
			const due = dueIn(state, this.roster.present);
			return due && seenToAt(due) <= now ? due : undefined;
		});
		if (done !== 'unknown') this.#plan();
	}

	async #look(): Promise<void> {
		await this.read();
		if (++this.#looks % LOOKS_WHETHER === 0) await this.#log.lookWhetherGone();
	}

	#hear(about: Notice['about']): void {
		if (about.type === 'log') void this.#log.readUpTo(about.upTo).catch(() => undefined);
		else this.#beside.add(about.type);
	}

	/** Reads what has changed beside the log. */
	async #readAgain(changes: ReadonlySet<Beside>): Promise<void> {
		if (changes.has('phones')) this.onlookers.tell('phones');
		if (changes.has('pupils')) {
			await this.roster.read();
			this.#plan();
			this.onlookers.tell('pupils');
		}
		if (changes.has('answers')) this.onlookers.tell('answers');
		// Who has kept an answer looks, and who has a host: not every process that has phones of the class.
		const mayBeAll =
			changes.has('given') || (this.room.isWatched && (changes.has('answers') || changes.has('pupils')));
		if (mayBeAll) await closeIfAllHave(this.#services, this);
	}

	/** Sees to what is due next, when it is due. Whichever process is first does it; for the others it may not happen. */
	#plan(): void {
		const due = dueIn(this.state, this.roster.present);
		this.#due.plan(due && seenToAt(due));
	}
}
