import { opening, type ApiName } from './find-api.ts';

/** How a platform took a value: `refused` values need not be tried again, `failed` ones may. */
export type Taken = 'taken' | 'refused' | 'failed';

/** The calls of a platform’s API, by whatever names a version of SCORM has for them. None throws. */
export interface Lms {
	/** Opens the session; one that is open already counts as done. */
	initialise: () => boolean;
	/** The value of an element; empty where there is none. */
	get: (element: string) => string;
	set: (element: string, value: string) => Taken;
	/** Has the platform keep what was set. */
	commit: () => boolean;
	/** Closes the session. */
	finish: () => boolean;
}

const names = {
	API: {
		initialise: opening.API,
		get: 'LMSGetValue',
		set: 'LMSSetValue',
		commit: 'LMSCommit',
		finish: 'LMSFinish',
		error: 'LMSGetLastError'
	},
	API_1484_11: {
		initialise: opening.API_1484_11,
		get: 'GetValue',
		set: 'SetValue',
		commit: 'Commit',
		finish: 'Terminate',
		error: 'GetLastError'
	}
} as const;

/** What each version answers only in an open session. */
const alwaysThere = { API: 'cmi.core.lesson_status', API_1484_11: 'cmi.completion_status' } as const;

/** 2004 has a code for a session that is open already; 1.2 says “General Exception”, as for everything. */
const ALREADY_OPEN = 103;

/** What a session is called that is not open, or not any more: no element is to blame. */
const closed: Record<ApiName, readonly number[]> = {
	API: [301],
	API_1484_11: [112, 113, 122, 123, 132, 133, 142, 143]
};

/** An argument that makes no sense. From 401 on, it is the element or its value that is not right. */
const INVALID_ARGUMENT = 201;
const FIRST_OF_ELEMENTS = 401;

/**
 * Calls an API that was found. What it returns is not believed: some give booleans, some numbers, some “True”, some nothing
 * at all, some throw. A call is done unless it threw, said no, or left an error behind.
 *
 * An element that fails for the second time in a row while others are taken is refused: it would fail for ever.
 */
export function lmsOf(api: object, version: ApiName): Lms {
	/** What was answered; empty if that says nothing, undefined if there is no such call or it threw. */
	const call = (name: keyof (typeof names)[ApiName], ...parameters: string[]): string | undefined => {
		try {
			const method: unknown = Reflect.get(api, names[version][name]);
			if (typeof method !== 'function') return undefined;
			const answer: unknown = Reflect.apply(method, api, parameters);
			return ['string', 'number', 'boolean'].includes(typeof answer)
				? `${answer as string | number | boolean}`
				: '';
		} catch {
			// The window of the platform has gone.
			return undefined;
		}
	};
	/** NaN if not even that can be asked. */
	const error = () => {
		const said = call('error');
		return said === undefined ? NaN : Number(said) || 0;
	};
	const isDone = (answer: string | undefined): boolean => {
		const said = answer?.trim().toLowerCase();
		if (said === undefined || said === 'false' || said === '0') return false;
		return said === 'true' || said === '1' || error() === 0;
	};
	/** How many values were taken; and how many had been when an element failed that was not taken since. */
	let taken = 0;
	const failedAt = new Map<string, number>();
	// What fails of one interaction fails of the next one.
	const kindOf = (element: string) => element.replace(/^cmi\.interactions\.\d+/, 'cmi.interactions.n');
	const isStubborn = (element: string): boolean => {
		const before = failedAt.get(kindOf(element));
		if (before === undefined) failedAt.set(kindOf(element), taken);
		// While nothing at all is taken, it is the platform that is away.
		return before !== undefined && taken > before;
	};
	return {
		initialise() {
			if (isDone(call('initialise', ''))) return true;
			if (error() === ALREADY_OPEN) return true;
			return Boolean(call('get', alwaysThere[version])) && error() === 0;
		},
		get: (element) => call('get', element) ?? '',
		set(element, value) {
			if (isDone(call('set', element, value))) {
				taken += 1;
				failedAt.delete(kindOf(element));
				return 'taken';
			}
			const code = error();
			if (code === INVALID_ARGUMENT || code >= FIRST_OF_ELEMENTS) return 'refused';
			return !closed[version].includes(code) && isStubborn(element) ? 'refused' : 'failed';
		},
		commit: () => isDone(call('commit', '')),
		finish: () => isDone(call('finish', ''))
	};
}
