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

/** An argument that makes no sense. From 401 on, it is the element or its value that is not right. */
const INVALID_ARGUMENT = 201;
const FIRST_OF_ELEMENTS = 401;

/** Calls an API that was found. What it returns is not believed: some give booleans, some numbers, some throw. */
export function lmsOf(api: object, version: ApiName): Lms {
	const call = (name: keyof (typeof names)[ApiName], ...parameters: string[]): string => {
		try {
			const method: unknown = Reflect.get(api, names[version][name]);
			if (typeof method !== 'function') return '';
			const answer: unknown = Reflect.apply(method, api, parameters);
			return ['string', 'number', 'boolean'].includes(typeof answer)
				? `${answer as string | number | boolean}`
				: '';
		} catch {
			// The window of the platform has gone.
			return '';
		}
	};
	const isYes = (answer: string) => answer === 'true' || answer === '1';
	const error = () => Number(call('error')) || 0;
	return {
		initialise() {
			if (isYes(call('initialise', ''))) return true;
			if (error() === ALREADY_OPEN) return true;
			return call('get', alwaysThere[version]) !== '' && error() === 0;
		},
		get: (element) => call('get', element),
		set(element, value) {
			if (isYes(call('set', element, value))) return 'taken';
			const code = error();
			return code === INVALID_ARGUMENT || code >= FIRST_OF_ELEMENTS ? 'refused' : 'failed';
		},
		commit: () => isYes(call('commit', '')),
		finish: () => isYes(call('finish', ''))
	};
}
