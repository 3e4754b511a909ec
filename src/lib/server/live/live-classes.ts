import { isStoreUnavailable } from '#lib/server/database/faults.ts';
import { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import { removeClass } from './remove.ts';

/** How long a class that nobody looks at stays open, in milliseconds: a phone asks, answers and asks again. */
const IDLE = 60_000;

/** How long a rehearsal that nobody looks at is kept, in milliseconds: its report may be read, and its page be loaded again. */
const REHEARSED = 10 * 60_000;

/** How often classes in which something is due are looked for, and idle ones closed, in milliseconds. */
const SWEEP_EVERY = 1000;

/** How late what is due may be before others see to it than those who look at the class, in milliseconds. */
const LATE = 1500;

/** How many classes are seen to at once. */
const AT_ONCE = 100;

interface Opened {
	opening: Promise<LiveClass | undefined>;
	/** In ticks. */
	usedAt: number;
}

/** The classes that this process has to do with, each opened once. */
export class LiveClasses {
	readonly #services: LiveServices;
	readonly #opened = new Map<string, Opened>();
	readonly #sweeping: NodeJS.Timeout;
	/** The ids of classes that could not be read, which was said. */
	readonly #unreadable = new Set<string>();
	#isSweeping = false;
	#isDismissing = false;

	constructor(services: LiveServices) {
		this.#services = services;
		this.#sweeping = setInterval(() => void this.#sweep(), SWEEP_EVERY);
		this.#sweeping.unref();
	}

	/** How many classes are open here. */
	get count(): number {
		return this.#opened.size;
	}

	/** A class by its id; undefined where there is none. Rejects with `StoreUnavailable`. */
	open(id: string): Promise<LiveClass | undefined> {
		const known = this.#opened.get(id);
		const usedAt = this.#services.ticks();
		if (known) {
			known.usedAt = usedAt;
			return known.opening;
		}
		const opening = LiveClass.open(id, this.#services, () => this.#opened.delete(id));
		this.#opened.set(id, { opening, usedAt });
		opening.then(
			(live) => live ?? this.#opened.delete(id),
			() => this.#opened.delete(id)
		);
		return opening;
	}

	/** Whether whoever wants to look at a class is to come back later, since this server is about to stop. */
	get isDismissing(): boolean {
		return this.#isDismissing;
	}

	/** Tells all who look at classes to come back later: to another process, or to this one’s successor. */
	async dismiss(): Promise<void> {
		this.#isDismissing = true;
		const opening = [...this.#opened.values()].map(({ opening }) => opening.catch(() => undefined));
		for (const opened of await Promise.all(opening)) opened?.dismiss();
	}

	/** Closes a class here. */
	async forget(id: string): Promise<void> {
		const known = this.#opened.get(id);
		this.#opened.delete(id);
		(await known?.opening.catch(() => undefined))?.stop();
	}

	/** Closes all of them; the store and the bus stay open. */
	async close(): Promise<void> {
		clearInterval(this.#sweeping);
		await Promise.all([...this.#opened.keys()].map((id) => this.forget(id)));
	}

	/** Closes a class that nobody has looked at for some time; a rehearsal is deleted then. */
	async #closeIfIdle(id: string, opened: Opened): Promise<void> {
		const live = await opened.opening;
		const now = this.#services.ticks();
		if (live?.onlookers.areThere) opened.usedAt = now;
		const isRehearsal = live?.kept.setup.alone === true;
		if (opened.usedAt > now - (isRehearsal ? REHEARSED : IDLE)) return;
		if (live && isRehearsal) await removeClass({ services: this.#services }, live);
		else await this.forget(id);
	}

	/** Sees to what is due in a class. One that cannot be read holds up no other. */
	async #seeTo(id: string): Promise<void> {
		try {
			await (await this.open(id))?.actIfDue();
		} catch (error) {
			if (isStoreUnavailable(error)) throw error;
			if (this.#unreadable.has(id)) return;
			this.#unreadable.add(id);
			// Who knows the id of a class counts as having been in it.
			console.error(`A class cannot be gone on with, and stays as it is: ${String(error)}`);
		}
	}

	/** Sees to what is due in classes that nobody looks at any more, such as after a restart, and closes idle ones. */
	async #sweep(): Promise<void> {
		if (this.#isSweeping) return;
		this.#isSweeping = true;
		try {
			const now = this.#services.now();
			for (const { id } of await this.#services.classes.due(now - LATE, AT_ONCE)) await this.#seeTo(id);
			for (const [id, opened] of [...this.#opened]) await this.#closeIfIdle(id, opened);
		} catch {
			// The store does not answer: it is asked again a moment later.
		} finally {
			this.#isSweeping = false;
		}
	}
}
