import type { Json, Statement } from '#lib/interop/xapi/statement.ts';

/** Where a store of statements is, and who speaks to it. */
export interface StoreAddress {
	/** With or without a slash at its end. */
	endpoint: string;
	/** The whole of the header `Authorization`. */
	authorization: string;
	agent: Json;
	/** The IRI of the activity whose state is kept. */
	activity: string;
	registration?: string | undefined;
}

/** How a request turned out: `refused` need not be tried again as it is. */
export type Sent = 'done' | 'there-already' | 'refused' | 'failed';

/** A store of statements (LRS) as xAPI 1.0.3 has it. No method rejects. */
export class RecordStore {
	readonly #at: StoreAddress;

	constructor(at: StoreAddress) {
		this.#at = at;
	}

	/** Sends statements, in their order. @param isLast whether the page is going */
	async send(statements: readonly Statement[], isLast: boolean): Promise<Sent> {
		const body = JSON.stringify(statements);
		const response = await this.#ask('statements', {}, { method: 'POST', body, keepalive: isLast });
		return sentBy(response);
	}

	/** A document of the activity’s state, for this learner: `none` if there is none, `failed` if nobody says. */
	async state(id: string): Promise<{ value: unknown } | 'none' | 'failed'> {
		const response = await this.#ask('activities/state', this.#stateQuery(id), {});
		return documentIn(response);
	}

	/** Replaces it. @param isLast whether the page is going */
	async setState(id: string, value: unknown, isLast: boolean): Promise<Sent> {
		const response = await this.#ask('activities/state', this.#stateQuery(id), {
			...{ method: 'PUT', body: JSON.stringify(value), keepalive: isLast }
		});
		return sentBy(response);
	}

	/** A document of the learner’s profile. */
	async profile(id: string): Promise<{ value: unknown } | 'none' | 'failed'> {
		const query = { agent: JSON.stringify(this.#at.agent), profileId: id };
		return documentIn(await this.#ask('agents/profile', query, {}));
	}

	#stateQuery(id: string): Record<string, string> {
		const { activity, agent, registration } = this.#at;
		return {
			...{ stateId: id, activityId: activity, agent: JSON.stringify(agent) },
			...(registration !== undefined && { registration })
		};
	}

	async #ask(path: string, query: Record<string, string>, init: RequestInit): Promise<Response | undefined> {
		const { endpoint, authorization } = this.#at;
		const address = new URL(path, endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
		for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
		const headers = {
			authorization,
			'x-experience-api-version': '1.0.3',
			...(init.body !== undefined && { 'content-type': 'application/json' })
		};
		try {
			return await fetch(address, { ...init, headers, cache: 'no-store', credentials: 'omit' });
		} catch {
			return undefined;
		}
	}
}

function sentBy(response: Response | undefined): Sent {
	if (!response) return 'failed';
	if (response.ok) return 'done';
	if (response.status === 409) return 'there-already';
	// What is not let in now may be let in later; what is wrong stays wrong.
	return [400, 404, 413, 422].includes(response.status) ? 'refused' : 'failed';
}

async function documentIn(response: Response | undefined): Promise<{ value: unknown } | 'none' | 'failed'> {
	if (response?.status === 404 || response?.status === 204) return 'none';
	if (!response?.ok) return 'failed';
	try {
		return { value: await response.json() };
	} catch {
		return 'none';
	}
}
