import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';

import type { ClassEvent } from '#lib/classroom/event.ts';
import type { Me, MadeClass } from '#lib/classroom/protocol.ts';
import { usual, type ClassSetup } from '#lib/classroom/setup.ts';

import { course } from './course.ts';

/** An event as a host sends it: the server says when it happens. */
type Sent = ClassEvent extends infer E ? (E extends ClassEvent ? Omit<E, 'at'> : never) : never;

/** A class whose host speaks the protocol, without a page. */
export class HostedClass {
	readonly id: string;
	readonly code: string;
	readonly #cookie: string;
	readonly #address: string;

	constructor({ id, code }: MadeClass, cookie: string, address: string) {
		this.id = id;
		this.code = code;
		this.#cookie = cookie;
		this.#address = address;
	}

	/** Makes something happen. */
	async act(event: Sent): Promise<void> {
		await this.#told(await this.#send('event', event));
	}

	/** Sends something as the host. */
	async ask(what: string, body?: unknown): Promise<unknown> {
		return this.#told(await this.#send(what, body));
	}

	/** Makes a browser the host’s. */
	async bringTo(context: BrowserContext): Promise<void> {
		const cookies = this.#cookie.split('; ').map((cookie) => {
			const [name = '', ...value] = cookie.split('=');
			return { name, value: value.join('='), url: this.#address };
		});
		await context.addCookies(cookies);
	}

	/** Lets a pupil without a page join. */
	async join(name: string, team: string | null = null): Promise<Me & { cookie: string }> {
		const response = await post(`${this.#address}/live/${this.id}/join`, {
			...{ name, team },
			ticket: `ticket of ${name.padEnd(16, '.')}`
		});
		const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
		return { ...((await this.#told(response)) as Me), cookie: cookie.join('; ') };
	}

	/** What the server has of the answers of a pupil. */
	async answersOf(token: string): Promise<Me['answers']> {
		const me = (await this.#told(await post(`${this.#address}/live/${this.id}/back`, { token }))) as Me;
		return me.answers;
	}

	#send(what: string, body?: unknown): Promise<Response> {
		const address = `${this.#address}/live/${this.id}/${what}`;
		return body === undefined
			? fetch(address, { headers: { cookie: this.#cookie } })
			: post(address, body, this.#cookie);
	}

	async #told(response: Response): Promise<unknown> {
		const told: unknown = await response.json();
		if (!response.ok) throw new Error(`The server answers ${response.status}: ${JSON.stringify(told)}`);
		return told;
	}
}

/** Makes a class with some items of the course, as its host. */
export async function hostClass(
	otherwise: Partial<ClassSetup> & Pick<ClassSetup, 'items'>,
	address = inject('address')
): Promise<HostedClass> {
	const setup: ClassSetup = {
		...usual,
		...{ teams: [], primer: course.primer.id, language: 'en', seed: 'browser', closesWhenAll: false },
		...otherwise
	};
	const response = await post(`${address}/live/classes`, { setup });
	const made = (await response.json()) as MadeClass;
	const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
	return new HostedClass(made, cookie.join('; '), address);
}

function post(address: string, body: unknown, cookie = ''): Promise<Response> {
	return fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body)
	});
}
