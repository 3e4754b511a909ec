import { Agent, request, type IncomingMessage } from 'node:http';

/** How many requests of a crowd are under way at a time: a school comes through one line. */
const AT_ONCE = 400;

/** What a server tells: its status and its JSON. */
export interface ServerReply {
	status: number;
	body: unknown;
	/** The cookies that it sets, as a browser sends them back. */
	cookie: string;
}

/** Sends requests over connections that are kept, a bounded number at a time. */
export class Line {
	readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

	/** @param cookie of whoever asks */
	post(address: string, body: unknown, cookie = ''): Promise<ServerReply> {
		const text = JSON.stringify(body);
		return new Promise((resolve, reject) => {
			const asking = request(
				address,
				{
					agent: this.#agent,
					method: 'POST',
					headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), cookie }
				},
				(answer) => {
					let told = '';
					answer.setEncoding('utf8');
					answer.on('data', (chunk: string) => (told += chunk));
					answer.on('end', () =>
						resolve({ status: answer.statusCode ?? 0, body: JSON.parse(told), cookie: cookieIn(answer) })
					);
				}
			);
			asking.on('error', (error: NodeJS.ErrnoException) => {
				// The server has closed the connection as it was to be used again: browsers then ask once more, too.
				if (asking.reusedSocket && error.code === 'ECONNRESET')
					this.post(address, body, cookie).then(resolve, reject);
				else reject(new Error(`${address} did not answer: ${error.message}`, { cause: error }));
			});
			asking.end(text);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}

function cookieIn({ headers }: IncomingMessage): string {
	return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** Streams of many readers, which are all told the same. */
export class Streams {
	readonly #agent = new Agent({ keepAlive: false, maxSockets: Infinity });
	readonly #open: IncomingMessage[] = [];
	#seen = 0;
	#told: () => void = () => undefined;
	#expected = 0;
	#size = 0;

	/** The size of the last view, in bytes. */
	get size(): number {
		return this.#size;
	}

	/** Opens a stream; resolves once the server has answered. */
	open(address: string, cookie = ''): Promise<void> {
		return new Promise((resolve, reject) => {
			const asking = request(address, { agent: this.#agent, headers: { cookie } }, (stream) => {
				if (stream.statusCode !== 200)
					return reject(new Error(`A stream was answered ${stream.statusCode}.`));
				this.#open.push(stream);
				// It is broken off at the end.
				stream.on('error', () => undefined);
				let rest = '';
				stream.setEncoding('utf8');
				stream.on('data', (chunk: string) => {
					rest += chunk;
					const frames = rest.split('\n\n');
					rest = frames.pop() ?? '';
					for (const frame of frames) if (frame.includes('event: view')) this.#see(frame);
				});
				resolve();
			});
			asking.on('error', (error) =>
				reject(new Error(`${address} gave no stream: ${error.message}`, { cause: error }))
			);
			asking.end();
		});
	}

	/** Resolves once every stream has had so many more views. */
	next(views = 1): Promise<void> {
		this.#seen = 0;
		this.#expected = views * this.#open.length;
		return new Promise((resolve) => (this.#told = resolve));
	}

	close(): void {
		this.#agent.destroy();
		for (const stream of this.#open) stream.destroy();
	}

	#see(frame: string): void {
		this.#size = Buffer.byteLength(frame);
		if (++this.#seen === this.#expected) this.#told();
	}
}
