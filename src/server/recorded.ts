import {
	ServerResponse,
	type IncomingMessage,
	type OutgoingHttpHeader,
	type OutgoingHttpHeaders
} from 'node:http';

import { answerOf, type Answer } from './answer.ts';
import type { Handler } from './handler.ts';

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Lets a handler answer and returns the whole answer. What it streams, such as events, goes straight to the
 * client.
 *
 * @returns undefined if it was already sent
 * @throws whatever the handler throws
 */
export function record(
	handler: Handler,
	request: IncomingMessage,
	response: ServerResponse
): Promise<Answer | undefined> {
	return new Promise((resolve, reject) => {
		const recorded = new Recorded(request, response, resolve, reject);
		const nobody = () => recorded.writeHead(404).end('Not found');
		Promise.resolve(handler(request, recorded, nobody)).catch(reject);
	});
}

/** Records what is written to the client. */
class Recorded extends ServerResponse {
	readonly #reader: ServerResponse;
	readonly #resolve: (answer: Answer | undefined) => void;
	readonly #reject: (reason: Error) => void;
	readonly #chunks: Buffer[] = [];
	#streams = false;

	constructor(
		request: IncomingMessage,
		reader: ServerResponse,
		resolve: (answer: Answer | undefined) => void,
		reject: (reason: Error) => void
	) {
		super(request);
		this.#reader = reader;
		this.#resolve = resolve;
		this.#reject = reject;
	}

	override writeHead(status: number, reason?: string | Given, given?: Given): this {
		this.statusCode = status;
		const headers = typeof reason === 'object' ? reason : given;
		for (const [name, value] of Object.entries(headers ?? {}))
			if (value !== undefined) this.setHeader(name, value);
		if (String(this.getHeader('content-type')).startsWith('text/event-stream')) this.#stream();
		return this;
	}

	override write(chunk: unknown): boolean {
		const bytes = bytesOf(chunk);
		if (this.#streams) return this.#reader.write(bytes);
		this.#chunks.push(bytes);
		return true;
	}

	override end(chunk?: unknown): this {
		if (this.#streams) {
			this.#reader.end(bytesOf(chunk));
			return this;
		}
		const body = Buffer.concat([...this.#chunks, bytesOf(chunk)]);
		const { 'content-length': _, etag: __, ...headers } = this.getHeaders();
		this.#resolve(answerOf({ status: this.statusCode, headers, body }));
		return this;
	}

	override destroy(error?: Error): this {
		if (this.#streams) this.#reader.destroy(error);
		this.#reject(error ?? new Error('The answer was broken off.'));
		return this;
	}

	#stream(): void {
		this.#streams = true;
		for (const [name, value] of Object.entries(this.getHeaders()))
			if (value !== undefined) this.#reader.setHeader(name, value);
		this.#reader.on('drain', () => this.emit('drain')).on('close', () => this.emit('close'));
		this.#reader.writeHead(this.statusCode);
		this.#resolve(undefined);
	}
}

function bytesOf(chunk: unknown): Buffer {
	if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
	return Buffer.from(typeof chunk === 'string' ? chunk : '');
}
