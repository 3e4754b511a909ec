import type { ServerResponse } from 'node:http';

import type { Audience } from '#lib/classroom/view.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';

import { EventStream, frameOf, type Frame } from './stream.ts';

/** How many readers are written to before others get a turn. */
const AT_ONCE = 500;

/** The readers of a class in this process that are told the same, such as the phones of all its pupils. */
class Readers {
	readonly #live: LiveClass;
	readonly #audience: Audience;
	readonly #streams = new Set<EventStream>();
	readonly #stop: () => void;
	#frame: Frame | undefined;

	constructor(live: LiveClass, audience: Audience) {
		this.#live = live;
		this.#audience = audience;
		this.#stop = live.listen((change) => {
			if (change === 'log') void this.#tellAll();
		});
	}

	get isEmpty(): boolean {
		return this.#streams.size === 0;
	}

	/** @param last the version that the reader knows already; undefined for none */
	add(stream: EventStream, last: number | undefined): void {
		this.#streams.add(stream);
		const frame = this.#newest();
		if (frame && frame.id !== last) stream.send('view', frame);
	}

	remove(stream: EventStream): void {
		this.#streams.delete(stream);
		if (this.isEmpty) this.#stop();
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
		const streams = [...this.#streams];
		for (let start = 0; start < streams.length; start += AT_ONCE) {
			if (start > 0) await new Promise((resolve) => setImmediate(resolve));
			const frame = this.#newest();
			if (!frame) return;
			for (const stream of streams.slice(start, start + AT_ONCE)) stream.send('view', frame);
		}
	}
}

const reading = new WeakMap<LiveClass, Map<Audience, Readers>>();

/**
 * Streams the views of a class to a reader, from the newest on.
 *
 * @param last the version that the reader knows already; undefined for none
 * @param now milliseconds since 1970, so that the reader’s clock does not matter
 * @param begun called with the stream, for what only this reader is told
 */
export function streamTo(
	response: ServerResponse,
	live: LiveClass,
	audience: Audience,
	{ last, now, begun }: { last: number | undefined; now: number; begun?: (stream: EventStream) => () => void }
): void {
	const ofClass = reading.get(live) ?? new Map<Audience, Readers>();
	reading.set(live, ofClass);
	let readers = ofClass.get(audience);
	if (!readers || readers.isEmpty) ofClass.set(audience, (readers = new Readers(live, audience)));
	const those = readers;
	const stream = new EventStream(response, () => {
		ended?.();
		those.remove(stream);
	});
	stream.send('time', frameOf('time', now));
	const ended = begun?.(stream);
	those.add(stream, last);
}
