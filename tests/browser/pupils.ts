import { randomBytes } from 'node:crypto';

import type { Item } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';

/** A pupil of a class who answers through the protocol, without a page. */
export class Pupil {
	readonly #class: string;
	readonly #cookie: string;

	private constructor(address: string, cookie: string) {
		this.#class = address;
		this.#cookie = cookie;
	}

	/**
	 * Comes in by the code, as somebody who types it.
	 *
	 * @param server its address, without a slash at its end
	 */
	static async join(server: string, code: string, name: string, team: string | null = null): Promise<Pupil> {
		const found: unknown = await (await fetch(`${server}/live/code/${code}`)).json();
		if (!isMapping(found) || typeof found['id'] !== 'string')
			throw new Error(`No class has the code ${code}: ${JSON.stringify(found)}`);
		const address = `${server}/live/${found['id']}`;
		const answer = await post(`${address}/join`, {
			name,
			team,
			ticket: randomBytes(16).toString('base64url')
		});
		if (!answer.ok) throw new Error(`${name} is not let in: ${await answer.text()}`);
		return new Pupil(address, answer.headers.getSetCookie().join().split(';')[0] ?? '');
	}

	/** Answers the newest round of an item as one of its samples does, and resolves once that is kept. */
	async answer(
		item: Item,
		how: 'right' | 'wrong',
		round: number,
		certainty: 1 | 2 | 3 | null = null
	): Promise<void> {
		const key = randomBytes(9).toString('base64url');
		const response = samples(item)[how];
		const answer = await post(`${this.#class}/answer`, { round, response, certainty, key }, this.#cookie);
		const told: unknown = await answer.json();
		if (!isMapping(told) || told['kept'] !== key)
			throw new Error(`The answer was not kept: ${JSON.stringify(told)}`);
	}
}

function post(address: string, body: unknown, cookie = ''): Promise<Response> {
	return fetch(address, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Cookie: cookie },
		body: JSON.stringify(body)
	});
}
