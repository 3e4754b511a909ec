import type { Themselves } from '#lib/classroom/protocol.ts';
import type { Audience } from '#lib/classroom/view.ts';
import type { LiveClass } from './live-class.ts';
import type { Change } from './onlookers.ts';
import { frameOf, type EventStream, type Frame } from './stream.ts';

/** How many readers are written to before others get a turn. */
const AT_ONCE = 500;

/**
 * How many streams one pupil may have, on several devices and in several windows, and how many the host, who may have a
 * wall in many rooms: of more, the oldest ends.
 */
const MOST_STREAMS = { pupil: 8, wall: 40 };

/** The reader of a stream. */
export type Reader = { is: 'wall' } | { is: 'pupil'; id: string };

/** The readers of a class in this process that are told the same, such as the phones of all its pupils. */
export class Readers {
	readonly #live: LiveClass;
	readonly #audience: Audience;
	/** With what each was last told of themselves alone. */
	readonly #streams = new Map<EventStream, { reader: Reader; told: Themselves | undefined }>();
	/** Those of each pupil by their id, or those of the wall; the oldest first. */
	readonly #own = new Map<string, Set<EventStream>>();
	readonly #stop: () => void;
	#frame: Frame | undefined;

	constructor(live: LiveClass, audience: Audience) {
		this.#live = live;
		this.#audience = audience;
		const stops = [live.onlookers.listen((change) => this.#hear(change))];
		if (audience === 'wall') stops.push(live.room.watch());
		this.#stop = () => stops.forEach((stop) => stop());
	}

	get isEmpty(): boolean {
		return this.#streams.size === 0;
	}

	/** @param last the version that the reader knows already; undefined for none */
	add(stream: EventStream, reader: Reader, last: number | undefined): void {
		this.#streams.set(stream, { reader, told: undefined });
		const own = (this.#own.get(ownerOf(reader)) ?? new Set<EventStream>()).add(stream);
		this.#own.set(ownerOf(reader), own);
		this.#tellAlone(stream);
		const frame = this.#newest();
		if (frame && frame.id !== last) stream.send('view', frame);
		if (this.#audience === 'wall') this.#tellRoom([stream]);
		for (const old of [...own].slice(0, -MOST_STREAMS[reader.is])) old.end();
	}

	remove(stream: EventStream, reader: Reader): void {
		this.#streams.delete(stream);
		const own = this.#own.get(ownerOf(reader));
		own?.delete(stream);
		if (own?.size === 0) this.#own.delete(ownerOf(reader));
		if (this.isEmpty) this.#stop();
	}

	#hear(change: Change): void {
		if (change === 'leave') return this.#streams.forEach((_, stream) => stream.end());
		if (change === 'store') {
			const frame = frameOf('wait', this.#live.isCutOff);
			return this.#streams.forEach((_, stream) => stream.send('wait', frame));
		}
		if (change === 'room' && this.#audience === 'wall') return this.#tellRoom(this.#streams.keys());
		// The log says who has extra time.
		if (change === 'pupils' || change === 'log')
			this.#streams.forEach((_, stream) => this.#tellAlone(stream));
		if (change === 'log') void this.#tellAll();
	}

	/** The newest view as it is sent, written once for all; undefined while the course is not served. */
	#newest(): Frame | undefined {
		const view = this.#live.view(this.#audience);
		if (!view) return undefined;
		if (this.#frame?.id !== view.version) this.#frame = frameOf('view', view, view.version);
		return this.#frame;
	}

	/** Tells all, some at a time, so that answers come in meanwhile; whoever is told late is told the newest. */
	async #tellAll(): Promise<void> {
		const streams = [...this.#streams.keys()];
		for (let start = 0; start < streams.length; start += AT_ONCE) {
			if (start > 0) await new Promise((resolve) => setImmediate(resolve));
			const frame = this.#newest();
			if (!frame) return;
			for (const stream of streams.slice(start, start + AT_ONCE)) stream.send('view', frame);
		}
	}

	#tellRoom(streams: Iterable<EventStream>): void {
		const { newest } = this.#live.room;
		if (!newest) return;
		const frame = frameOf('room', newest);
		for (const stream of streams) stream.send('room', frame);
	}

	/** Tells a pupil what has changed of themselves alone; who is not in the class any more is told nothing further. */
	#tellAlone(stream: EventStream): void {
		const known = this.#streams.get(stream);
		if (known?.reader.is !== 'pupil') return;
		const now = this.#live.themselves(known.reader.id);
		if (!now || isSame(known.told, now)) return;
		known.told = now;
		stream.send('pupil', frameOf('pupil', now));
		if (now.standing !== 'in') stream.end();
	}
}

function ownerOf(reader: Reader): string {
	return reader.is === 'pupil' ? reader.id : '';
}

function isSame(one: Themselves | undefined, other: Themselves): boolean {
	return (
		one?.name === other.name &&
		one.team === other.team &&
		one.standing === other.standing &&
		one.times === other.times
	);
}
