import { request, type ClientRequest, type IncomingMessage } from 'node:http';

/** How long a browser waits before it opens a stream again, unless the server has said another time, in milliseconds. */
const USUAL_WAIT = 3000;

/**
 * What a browser’s `EventSource` does, with a cookie: comes back by itself, after as long as the server has said, and
 * names the last event that it had.
 */
export class Stream extends EventTarget {
	readyState = 0;
	readonly #address: string;
	readonly #cookie: string;
	#asking: ClientRequest | undefined;
	#timer: NodeJS.Timeout | undefined;
	#wait = USUAL_WAIT;
	#last: string | undefined;

	constructor(address: string, cookie: string) {
		super();
		this.#address = address;
		this.#cookie = cookie;
		this.#open();
	}

	close(): void {
		this.readyState = 2;
		clearTimeout(this.#timer);
		this.#asking?.destroy();
	}

	#open(): void {
		const headers = {
			...{ accept: 'text/event-stream', cookie: this.#cookie },
			...(this.#last !== undefined && { 'last-event-id': this.#last })
		};
		this.#asking = request(this.#address, { headers, agent: false }, (answer) => this.#read(answer));
		this.#asking.on('error', () => this.#lost());
		this.#asking.end();
	}

	#read(answer: IncomingMessage): void {
		if (answer.statusCode !== 200) {
			answer.resume();
			this.close();
			this.dispatchEvent(new Event('error'));
			return;
		}
		this.readyState = 1;
		let rest = '';
		answer.setEncoding('utf8');
		answer.on('data', (chunk: string) => {
			const frames = (rest + chunk).split('\n\n');
			rest = frames.pop() ?? '';
			for (const frame of frames) this.#take(frame);
		});
		answer.on('error', () => undefined);
		answer.on('close', () => this.#lost());
	}

	#take(frame: string): void {
		const fields = new Map(
			frame.split('\n').map((line): [string, string] => {
				const at = line.indexOf(': ');
				return [line.slice(0, at), line.slice(at + 2)];
			})
		);
		this.#wait = Number(fields.get('retry') ?? this.#wait);
		this.#last = fields.get('id') ?? this.#last;
		const name = fields.get('event');
		if (name !== undefined) this.dispatchEvent(new MessageEvent(name, { data: fields.get('data') }));
	}

	#lost(): void {
		if (this.readyState === 2) return;
		this.readyState = 0;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#open(), this.#wait);
		this.dispatchEvent(new Event('error'));
	}
}
