import { onTestFinished } from 'vitest';

import { classViewSchema } from '#lib/classroom/class-view.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { ClassLink } from '#lib/screens/class/link.ts';
import { Outbox } from '#lib/screens/class/outbox.ts';

import { Stream } from './stream.ts';

/** What a phone needs to know: the address of its class, and who it is. */
interface Joined {
	/** `http://127.0.0.1:40123/live/ID` */
	address: string;
	cookie: string;
}

/** A pupil’s phone without a screen: the page’s own link and outbox. */
export class Phone {
	readonly link: ClassLink;
	readonly outbox: Outbox;
	/** The keys of the answers that the server has acknowledged. */
	readonly acknowledged = new Set<string>();
	readonly #address: string;
	readonly #cookie: string;

	/** @param address where the class is reached; another one for a phone that comes by another way */
	constructor({ address, cookie }: Joined) {
		this.#address = address;
		this.#cookie = cookie;
		this.link = new ClassLink(address, 'pupil', {
			// The link sets no headers of its own.
			fetch: (asked, options) => fetch(asked, { ...options, headers: { cookie } }),
			openStream: (asked) => new Stream(asked, cookie) as unknown as EventSource,
			now: Date.now,
			read: (sent) => parsed(classViewSchema, sent),
			changed: () => undefined
		});
		this.outbox = new Outbox({
			send: async (answer) => {
				const told = await this.#post('answer', answer);
				this.acknowledged.add(answer.key);
				return told;
			},
			keep: () => undefined,
			changed: () => undefined
		});
		this.link.open();
		onTestFinished(() => {
			this.link.close();
			this.outbox.stop();
		});
	}

	/** The same pupil, whose page was opened again. */
	again(): Phone {
		return new Phone({ address: this.#address, cookie: this.#cookie });
	}

	/** Gives an answer to a round, as a pupil does. */
	answer(round: number, response: unknown): void {
		this.outbox.give({ round, response, certainty: null, key: `${round} of ${this.#cookie.slice(-24)}` });
	}

	/** The keys of the answers that the server has of this pupil; rejects while it does not answer. */
	async kept(): Promise<string[]> {
		const response = await fetch(`${this.#address}/me`, { headers: { cookie: this.#cookie } });
		if (!response.ok) throw new Error(`The server answers ${response.status}.`);
		const { answers } = (await response.json()) as { answers: { key: string }[] };
		return answers.map(({ key }) => key);
	}

	async #post(what: string, body: unknown): Promise<{ kept: string }> {
		const response = await fetch(`${this.#address}/${what}`, {
			...{ method: 'POST', body: JSON.stringify(body) },
			headers: { 'content-type': 'application/json', cookie: this.#cookie }
		});
		if (!response.ok) throw new Error(`The server answers ${response.status}.`);
		return (await response.json()) as { kept: string };
	}
}
