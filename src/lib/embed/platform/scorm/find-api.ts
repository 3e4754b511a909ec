/** How many windows are asked on the way up: more than any platform nests, and the end of any circle. */
const MOST_WINDOWS = 50;

/** What is looked for: the API of SCORM 1.2, or that of 2004. */
export type ApiName = 'API' | 'API_1484_11';

/** The call that opens a session: whatever has it is an API, and nothing else is. */
export const opening = { API: 'LMSInitialize', API_1484_11: 'Initialize' } as const satisfies Record<
	ApiName,
	string
>;

/**
 * Finds the API of a platform: in this window, in those that it is framed in, in the one that opened it or any of these, and
 * in those that that one is framed in.
 *
 * What only has the name of an API, as a frame may, is passed by. A window of another origin may neither be asked nor be passed by: it is as if it had none.
 */
export function findApi(start: Window, name: ApiName): object | undefined {
	return (
		findAbove(start, name) ??
		windowsAbove(start)
			.flatMap((window) => openerOf(window) ?? [])
			.map((opener) => findAbove(opener, name))
			.find((api) => api !== undefined)
	);
}

function findAbove(start: Window, name: ApiName): object | undefined {
	for (const window of windowsAbove(start)) {
		const api = apiIn(window, name);
		if (api) return api;
	}
	return undefined;
}

/** A window and those that it is framed in, from the inside. */
function windowsAbove(start: Window): Window[] {
	const windows: Window[] = [];
	for (let window = start; windows.length < MOST_WINDOWS; window = window.parent) {
		windows.push(window);
		if (window.parent === window) break;
	}
	return windows;
}

function apiIn(window: Window, name: ApiName): object | undefined {
	try {
		const api: unknown = Reflect.get(window, name);
		if ((typeof api !== 'object' && typeof api !== 'function') || api === null) return undefined;
		return typeof Reflect.get(api, opening[name]) === 'function' ? api : undefined;
	} catch {
		// Another origin’s: the window, or a frame of that name in it.
		return undefined;
	}
}

function openerOf(window: Window): Window | undefined {
	try {
		const opener: unknown = window.opener;
		return isWindow(opener) && !opener.closed ? opener : undefined;
	} catch {
		return undefined;
	}
}

function isWindow(value: unknown): value is Window {
	return typeof value === 'object' && value !== null && 'parent' in value && 'closed' in value;
}
