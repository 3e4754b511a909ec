import { Blocked, Outdated } from './indexed-db/database.ts';
import type { StoreProblem } from './study-store.ts';

/** What keeps a page from what the device holds, by the error; undefined where the browser lets it hold nothing. */
export function storeProblemOf(error: unknown): StoreProblem | undefined {
	if (error instanceof Blocked) return 'blocked';
	return error instanceof Outdated ? 'newer' : undefined;
}
