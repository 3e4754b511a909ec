import { Blocked, Outdated } from './indexed-db/database.ts';
import type { Hindrance } from './study-store.ts';

/** What keeps a page from what the device holds, by the error; undefined where the browser lets it hold nothing. */
export function hindranceOf(error: unknown): Hindrance | undefined {
	if (error instanceof Blocked) return 'blocked';
	return error instanceof Outdated ? 'newer' : undefined;
}
