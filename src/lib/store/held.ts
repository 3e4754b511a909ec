/**
 * What a page holds at once, in the browser’s storage of names and texts, until the database has taken it: a database takes
 * several turns, and a page that closes before the last of them would lose it.
 */

/** The prefixes of the names under which something is held; an id follows. */
export const HELD = { answer: 'five-points-answer:', attempt: 'five-points-attempt:' } as const;

/** Holds a value, if the browser lets it be held. */
export function hold(name: string, value: unknown): void {
	tried(() => localStorage.setItem(name, JSON.stringify(value)));
}

/** The names under which something is held. */
export function namesHeld(prefix: string): string[] {
	return tried(() => Object.keys(localStorage).filter((name) => name.startsWith(prefix))) ?? [];
}

/** What is held under a name; it may be anything. */
export function heldAt(name: string): unknown {
	return tried((): unknown => JSON.parse(textHeldAt(name) ?? 'null'));
}

/** The same as it is written, which tells whether something else is held there by now. */
export function textHeldAt(name: string): string | undefined {
	return tried(() => localStorage.getItem(name)) ?? undefined;
}

/** Holds it no longer. */
export function letGo(name: string): void {
	tried(() => localStorage.removeItem(name));
}

/** Holds nothing any more. */
export function letAllGo(): void {
	for (const prefix of Object.values(HELD)) for (const name of namesHeld(prefix)) letGo(name);
}

/** The result of some work; undefined if the browser holds nothing, or if somebody has edited it. */
function tried<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
