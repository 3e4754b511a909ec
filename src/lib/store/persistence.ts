import { dayOf } from '#lib/review/day.ts';

import type { StudyStore } from './study-store.ts';

/** The name under which the page remembers the day on which it asked. */
const ASKED = 'five-points-asked-to-keep';

/**
 * A store that asks the browser, once there is something to lose, not to throw it away when space runs short. Some
 * browsers pass the question on to the learner, so it is asked at most once a day.
 *
 * @param clock milliseconds since 1970
 */
export function askingToKeep(store: StudyStore, clock: () => number = Date.now): StudyStore {
	return {
		...store,
		async record(review, step) {
			const isNew = await store.record(review, step);
			if (isNew) void askToKeep(clock());
			return isNew;
		},
		async merge(data, fold) {
			const amounts = await store.merge(data, fold);
			void askToKeep(clock());
			return amounts;
		},
		async clear() {
			await store.clear();
			forgetAsking();
		}
	};
}

/** Whether the browser has promised to keep what this site stores; undefined if it does not say. */
export async function isPromised(): Promise<boolean | undefined> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return undefined;
	}
}

async function askToKeep(now: number): Promise<void> {
	try {
		const today = dayOf(now);
		if (localStorage.getItem(ASKED) === today) return;
		localStorage.setItem(ASKED, today);
		if (!(await navigator.storage.persisted())) await navigator.storage.persist();
	} catch {
		// A browser that cannot promise keeps it as long as it likes.
	}
}

function forgetAsking(): void {
	try {
		localStorage.removeItem(ASKED);
	} catch {
		// Nothing was remembered.
	}
}
