import { expect, vi } from 'vitest';

/** A statement as it arrives; more of it is looked at where a test does. */
export interface Arrived {
	id: string;
	verb: { id: string };
	object: { id: string };
	timestamp: string;
	actor: unknown;
	result?: Record<string, unknown>;
	context?: {
		registration?: string;
		contextActivities?: Record<string, { id: string }[]>;
		extensions?: object;
	};
}

/** A request, and what is answered. */
interface Asked {
	method: string;
	address: URL;
	headers: Headers;
	body: string;
}

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
/** What xAPI alone does not object to. */
const OF_CMI5 = /template|category|than was launched|a score|completed twice|after passed/;
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

/**
 * A platform with cmi5 and its store of statements, in memory, for tests. It takes nothing that cmi5 and xAPI do not allow:
 * each such thing is a complaint, and is refused. A plain store knows xAPI alone.
 */
export class StagedStore {
	readonly complaints: string[] = [];
	readonly statements: Arrived[] = [];
	readonly states = new Map<string, string>();
	/** Whether it answers; `deaf`: it takes what comes, and its answer is lost. */
	line: 'up' | 'down' | 'deaf' = 'up';
	launchData: Record<string, unknown> = {};
	preference: string | undefined;
	/** What is answered before a request is looked at; undefined lets it pass. */
	instead: (asked: Asked) => Response | undefined = () => undefined;
	/** How many bytes are on their way that are to outlast their page: browsers take no more than 64 KiB. */
	#outlasting = 0;
	readonly #endpoint: string;
	#token = '';
	#session = 0;
	#isFetched = false;
	/** The verbs of the present session, by their last part. */
	#said: string[] = [];

	readonly #isPlain: boolean;

	/** @param endpoint its address, with or without a slash at its end */
	constructor(endpoint = 'https://store.example/xapi', { isPlain = false } = {}) {
		this.#endpoint = endpoint;
		this.#isPlain = isPlain;
	}

	/** What lets statements of the present session in. */
	get authorization(): string {
		return `Basic ${this.#token}`;
	}

	readonly actor = { objectType: 'Agent', account: { homePage: 'https://platform.example', name: 'ada' } };
	readonly registration = '0a3c1b52-3f0e-4a5e-9a0e-6f2b8d1c7e11';
	readonly activity = 'https://platform.example/au/1';

	/** Launches the quiz: the query of its address. */
	launch(): string {
		this.#session += 1;
		this.#token = btoa(`token ${this.#session}`);
		this.#isFetched = false;
		this.#said = [];
		const query = new URLSearchParams({
			...{ endpoint: this.#endpoint, registration: this.registration, activityId: this.activity },
			fetch: `${new URL(this.#endpoint).origin}/fetch?session=${this.#session}`,
			actor: JSON.stringify(this.actor)
		});
		return `?${query.toString()}`;
	}

	/** Statements by the last part of their verb. */
	verbs(): string[] {
		return this.statements.map(({ verb }) => verb.id.slice(VERBS.length));
	}

	/** Answers as `fetch` does. */
	readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
		const address = new URL(String(input instanceof Request ? input.url : input));
		const body = typeof init.body === 'string' ? init.body : '';
		const size = init.keepalive ? new TextEncoder().encode(body).length : 0;
		if (this.#outlasting + size > 65_536) throw new TypeError('Failed to fetch');
		this.#outlasting += size;
		await Promise.resolve();
		this.#outlasting -= size;
		if (this.line === 'down') throw new TypeError('Failed to fetch');
		const response = this.answer({
			method: init.method ?? 'GET',
			address,
			headers: new Headers(init.headers),
			body
		});
		if (this.line === 'deaf') throw new TypeError('Failed to fetch');
		return response;
	};

	answer(asked: Asked): Response {
		const other = this.instead(asked);
		if (other) return other;
		if (asked.address.pathname === '/fetch') return this.#fetched(asked);
		const path = `${asked.address.origin}${asked.address.pathname}`;
		const base = this.#endpoint.replace(/\/$/, '');
		if (!path.startsWith(`${base}/`)) return this.#refuse(`${path} is not below the endpoint.`);
		if (asked.headers.get('authorization') !== this.authorization) return new Response(null, { status: 401 });
		if (asked.headers.get('x-experience-api-version') !== '1.0.3') return this.#refuse('No version.');
		switch (path.slice(base.length + 1)) {
			case 'statements':
				return this.#stored(asked);
			case 'activities/state':
				return this.#stateOf(asked);
			case 'agents/profile':
				return this.preference === undefined
					? new Response(null, { status: 404 })
					: Response.json({ languagePreference: this.preference });
			default:
				return this.#refuse(`${path} is no resource.`);
		}
	}

	#fetched({ method }: Asked): Response {
		if (method !== 'POST') return this.#refuse('The token is asked for by POST.');
		if (this.#isFetched) {
			this.complaints.push('The token was asked for twice.');
			return Response.json({ 'error-code': '1', 'error-text': 'Already in use.' });
		}
		this.#isFetched = true;
		return Response.json({ 'auth-token': this.#token });
	}

	#stateOf({ method, address, body }: Asked): Response {
		const query = address.searchParams;
		const [id = '', activity, registration] = [
			...['stateId', 'activityId', 'registration'].map((name) => query.get(name) ?? undefined)
		];
		if (activity !== this.activity || registration !== this.registration || !query.get('agent'))
			return this.#refuse('A state of something else.');
		if (method === 'PUT') {
			if (id === 'LMS.LaunchData') return this.#refuse('That is the platform’s.');
			this.states.set(id, body);
			return new Response(null, { status: 204 });
		}
		if (id === 'LMS.LaunchData') return Response.json({ ...this.#templated(), ...this.launchData });
		const state = this.states.get(id);
		return state === undefined
			? new Response(null, { status: 404 })
			: new Response(state, { headers: { 'content-type': 'application/json' } });
	}

	#templated() {
		const contextTemplate = {
			contextActivities: { grouping: [{ id: 'https://publisher.example/au' }] },
			extensions: {
				'https://w3id.org/xapi/cmi5/context/extensions/sessionid': `session-${this.#session}`
			}
		};
		return { contextTemplate, launchMode: 'Normal', moveOn: 'Completed', launchMethod: 'AnyWindow' };
	}

	#stored({ method, address, body }: Asked): Response {
		const sought = address.searchParams.get('statementId');
		if (method === 'GET' && sought !== null) {
			const found = this.statements.find(({ id }) => id === sought);
			return found ? Response.json(found) : new Response(null, { status: 404 });
		}
		if (method !== 'POST') return this.#refuse('Statements are posted.');
		const batch = JSON.parse(body) as Arrived[];
		for (const one of batch) {
			const same = this.statements.find(({ id }) => id === one.id);
			if (same && JSON.stringify(same) !== JSON.stringify(one)) return new Response(null, { status: 409 });
		}
		const fresh = batch.filter((one) => !this.statements.some(({ id }) => id === one.id));
		for (const one of fresh) {
			const wrong = this.#faultOf(one);
			if (wrong) return this.#refuse(wrong);
			this.#said.push(one.verb.id.slice(VERBS.length));
			this.statements.push(one);
		}
		return Response.json(batch.map(({ id }) => id));
	}

	/** What cmi5 objects to in a statement, after those before it. */
	#faultOf({ id, verb, object, actor, context, result, timestamp }: Arrived): string | undefined {
		const name = verb.id.slice(VERBS.length);
		const categories = (context?.contextActivities?.['category'] ?? []).map((one) => one.id);
		const isDefined = ['initialized', 'passed', 'failed', 'completed', 'terminated'].includes(name);
		const isJudged = ['passed', 'failed', 'completed'].includes(name);
		const ever = this.verbs();
		const rules: [boolean, string][] = [
			[/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id), 'no UUID'],
			[verb.id.startsWith(VERBS), 'an unknown verb'],
			[JSON.stringify(actor) === JSON.stringify(this.actor), 'another actor'],
			[context?.registration === this.registration, 'another registration'],
			[!Number.isNaN(Date.parse(timestamp)), 'no timestamp'],
			[
				JSON.stringify(context?.contextActivities?.['grouping'] ?? null).includes('publisher.example'),
				'not the template’s grouping'
			],
			[
				JSON.stringify(context?.extensions ?? null).includes(`"session-${this.#session}"`),
				'not the extensions of the template'
			],
			[this.#said.length > 0 || name === 'initialized', 'before initialized'],
			[!this.#said.includes('terminated'), 'after terminated'],
			[name !== 'initialized' || !this.#said.includes('initialized'), 'initialized twice'],
			[categories.includes(CMI5) === isDefined, 'the wrong category'],
			[categories.includes(MOVE_ON) === isJudged, 'the wrong category for moving on'],
			[!isDefined || object.id === this.activity, 'of something else than was launched'],
			[isDefined || object.id !== '', 'of nothing'],
			[!isJudged || !ever.includes(name), 'passed or completed twice'],
			[name !== 'failed' || !ever.includes('passed'), 'failed after passed'],
			[!isJudged || /^PT/.test(String(result?.['duration'])), 'no duration'],
			[name !== 'terminated' || /^PT/.test(String(result?.['duration'])), 'no duration'],
			[name !== 'completed' || result?.['completion'] === true, 'no completion'],
			[!isDefined || name === 'passed' || name === 'failed' || !('score' in (result ?? {})), 'a score'],
			[name !== 'passed' || result?.['success'] === true, 'no success'],
			[name !== 'failed' || result?.['success'] === false, 'success']
		];
		const broken = rules.find(
			([isKept, objection]) => !isKept && !(this.#isPlain && OF_CMI5.test(objection))
		);
		return broken && `${name}: ${broken[1]}`;
	}

	#refuse(complaint: string): Response {
		this.complaints.push(complaint);
		return new Response(complaint, { status: 400 });
	}
}

/**
 * Has a store answer what is fetched, while the clock stands still.
 *
 * @param current the store at the moment: a test may open another
 * @returns puts all back after a test, which fails if the store has had something to complain of
 */
export function answeredBy(current: () => StagedStore): () => void {
	vi.useFakeTimers();
	vi.stubGlobal('fetch', (...asked: Parameters<StagedStore['fetch']>) => current().fetch(...asked));
	return () => {
		expect(current().complaints).toEqual([]);
		vi.restoreAllMocks();
		vi.unstubAllGlobals();
		vi.useRealTimers();
	};
}
