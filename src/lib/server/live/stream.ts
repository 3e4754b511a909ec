import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** How long a client may take to read what was sent before it is dropped, in milliseconds; it comes back by itself. */
const PATIENCE = 30_000;

/** A reader comes back after this many milliseconds at least, and twice as many at most: not all at once. */
const COMES_BACK = 1000;

/** What is sent at one moment: an event of Server-Sent Events, written once for all who get it. */
export interface Frame {
	/** What the reader names when it comes back (`Last-Event-ID`). */
	id: number;
	bytes: Buffer;
}

/**
 * Writes an event as it is sent.
 *
 * @param name one word
 * @param id what the reader names when it comes back; undefined for what it need not remember
 */
export function frameOf(name: string, data: unknown, id?: number): Frame {
	// JSON has no line breaks of its own.
	const lines = [
		...(id === undefined ? [] : [`id: ${id}`]),
		`event: ${name}`,
		`data: ${JSON.stringify(data)}`
	];
	return { id: id ?? 0, bytes: Buffer.from(`${lines.join('\n')}\n\n`) };
}

/**
 * A stream of Server-Sent Events to one reader. What it is sent is always the whole of what it should know, so that a
 * reader who is slow misses what was in between and gets the newest: never more than one frame of a name waits for it.
 */
export class EventStream {
	readonly #response: ServerResponse;
	readonly #now: () => number;
	readonly #waiting = new Map<string, Frame>();
	#isFull = false;
	#fullSince = 0;

	/**
	 * @param now the time that its reader is told, in milliseconds since 1970: that of the reader does not matter
	 * @param closed called once, when the reader is gone or is dropped
	 */
	constructor(response: ServerResponse, now: () => number, closed: () => void) {
		this.#response = response;
		this.#now = now;
		response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
		response.setHeader('Cache-Control', 'no-store, no-transform');
		// A proxy of the nginx kind would keep what should be read at once.
		response.setHeader('X-Accel-Buffering', 'no');
		response.writeHead(200);
		response.write(`retry: ${randomInt(COMES_BACK, 2 * COMES_BACK + 1)}\n\n`);
		response.on('drain', () => this.#drained());
		response.once('close', closed);
	}

	/** Sends a frame, or keeps it until the reader has read what came before; one of the same name is left out then. */
	send(name: string, frame: Frame): void {
		if (this.#isFull) this.#waiting.set(name, frame);
		else this.#write(frame.bytes);
	}

	/** Ends the stream; the reader comes back by itself. */
	end(): void {
		this.#response.end();
	}

	/** Keeps the connection, or drops a reader that has not read for too long. */
	beat(moment: number): void {
		if (this.#isFull && moment - this.#fullSince > PATIENCE) this.#response.destroy();
		else if (!this.#isFull) this.#write(frameOf('time', this.#now()).bytes);
	}

	#write(bytes: Buffer): void {
		if (this.#response.write(bytes) || this.#isFull) return;
		this.#isFull = true;
		this.#fullSince = performance.now();
	}

	#drained(): void {
		this.#isFull = false;
		const waiting = [...this.#waiting];
		this.#waiting.clear();
		for (const [name, frame] of waiting) this.send(name, frame);
	}
}
