import type { Flaw } from '#lib/review/flaw.ts';
import type { Review } from '#lib/review/review.ts';
import type { StudyState } from '#lib/review/state.ts';

import type { SetAside } from '../attempt-store.ts';
import type { StudySettings } from '../study-store.ts';

/** All that is kept when the browser lets a page keep nothing. */
export interface Memory {
	attempts: Map<string, { primer: string; revision?: number; value: unknown }>;
	aside: Map<string, SetAside>;
	/** By their ids. */
	reviews: Map<string, Review>;
	flaws: Flaw[];
	settings: StudySettings | null;
	/** What follows from the log, by primer. */
	progress: Map<string, StudyState>;
}

/** A memory with nothing in it. */
export function newMemory(): Memory {
	return {
		attempts: new Map(),
		aside: new Map(),
		reviews: new Map(),
		flaws: [],
		settings: null,
		progress: new Map()
	};
}

/** The memory of this page. */
export const pageMemory = newMemory();
