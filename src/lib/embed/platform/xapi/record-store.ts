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

/** How long to wait after each failure to learn what is kept, in milliseconds. */
const WAITS = [500, 2_000, 0];

/** Refusals that may pass: nobody is let in now, it took too long, it is too early, it was asked too often. */
const PASSING = [401, 408, 425, 429];

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

	/** The same, after three tries if need be. */
	async stateSurely(id: string): Promise<{ value: unknown } | 'none' | 'failed'> {
		for (const wait of WAITS) {
			const found = await this.state(id);
			if (found !== 'failed') return found;
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
		return 'failed';
	}

	/** Replaces it, whatever it was. @param isLast whether the page is going; then `refused` may be wrong of a conflict */
	async setState(id: string, value: unknown, isLast: boolean): Promise<Sent> {
		const query = this.#stateQuery(id);
		const put = (condition: Record<string, string>) =>
			this.#ask(
				'activities/state',
				query,
				{ method: 'PUT', body: JSON.stringify(value), keepalive: isLast },
				condition
			);
		const response = await put({});
		if (isLast || !isConflict(response)) return sentBy(response);
		// Some stores replace only what one has seen (xAPI 1.0.3, part 3, 3.1).
		const present = await this.#ask('activities/state', query, {});
		const seen = conditionBy(present);
		if (!seen) return present?.ok ? 'refused' : sentBy(present);
		const again = await put(seen);
		return isConflict(again) ? 'refused' : sentBy(again);
	}

	/** Whether a statement is there; false if nobody says. @param id its UUID */
	async has(id: string): Promise<boolean> {
		const response = await this.#ask('statements', { statementId: id }, {});
		return response?.ok ?? false;
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

	async #ask(
		path: string,
		query: Record<string, string>,
		init: RequestInit,
		condition: Record<string, string> = {}
	): Promise<Response | undefined> {
		const { endpoint, authorization } = this.#at;
		const address = new URL(path, endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
		for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
		const headers = {
			authorization,
			'x-experience-api-version': '1.0.3',
			...(init.body !== undefined && { 'content-type': 'application/json' }),
			...condition
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
	const { status } = response;
	return status >= 400 && status < 500 && !PASSING.includes(status) ? 'refused' : 'failed';
}

function isConflict(response: Response | undefined): boolean {
	return response?.status === 409 || response?.status === 412;
}

/** The header with which a document that was seen may be replaced; undefined if that cannot be said. */
function conditionBy(present: Response | undefined): Record<string, string> | undefined {
	if (present?.status === 404) return { 'if-none-match': '*' };
	const tag = present?.ok ? present.headers.get('etag') : null;
	return tag ? { 'if-match': tag } : undefined;
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
