import type { ServerResponse } from 'node:http';

import type { Audience } from '#lib/classroom/view.ts';

import type { LiveClass } from './live-class.ts';
import { Readers, type Reader } from './readers.ts';
import { EventStream, frameOf } from './stream.ts';

/** How often a stream is told the time, so that neither its reader nor a proxy takes it for dead, in milliseconds. */
const HEARTBEAT = 15_000;

/** The streams of classes that a process has open. */
export class Streams {
	readonly #open = new Set<EventStream>();
	readonly #readers = new WeakMap<LiveClass, Map<Audience, Readers>>();
	#beating: NodeJS.Timeout | undefined;

	/** How many are open. */
	get count(): number {
		return this.#open.size;
	}

	/**
	 * Streams the views of a class to a reader, from the newest on, and what is for hosts or for this reader alone.
	 *
	 * @param last the version that the reader knows already; undefined for none
	 */
	open(response: ServerResponse, live: LiveClass, reader: Reader, last: number | undefined): void {
		const readers = this.#readersOf(live, reader.is);
		const left = reader.is === 'pupil' ? live.onlookers.phoneCame() : () => undefined;
		const now = () => live.clock.now();
		const stream = new EventStream(response, now, () => {
			this.#open.delete(stream);
			left();
			readers.remove(stream, reader);
		});
		this.#open.add(stream);
		this.#beat();
		stream.send('time', frameOf('time', now()));
		if (live.isCutOff) stream.send('wait', frameOf('wait', true));
		readers.add(stream, reader, last);
	}

	/** Those who are told the same of a class. */
	#readersOf(live: LiveClass, audience: Audience): Readers {
		const ofClass = this.#readers.get(live) ?? new Map<Audience, Readers>();
		this.#readers.set(live, ofClass);
		const known = ofClass.get(audience);
		if (known && !known.isEmpty) return known;
		const readers = new Readers(live, audience);
		ofClass.set(audience, readers);
		return readers;
	}

	/** One timer for all of them, as long as there are any. */
	#beat(): void {
		this.#beating ??= setInterval(() => {
			for (const stream of this.#open) stream.beat(performance.now());
			if (this.#open.size > 0) return;
			clearInterval(this.#beating);
			this.#beating = undefined;
		}, HEARTBEAT).unref();
	}
}
