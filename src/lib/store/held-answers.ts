import type { Step, StudyStore } from './study-store.ts';
import type { CheckedStudy } from './study.ts';

/** Under which names the page holds answers that are on their way into the log; the id of the answer follows. */
const HELD = 'five-points-answer:';

/**
 * A store that holds each answer where it can be put at once, until it has taken it: a database takes it in several
 * turns, and a page that is closed before the last of them would have lost it. {@link takeHeld} takes what is left.
 */
export function holding(store: StudyStore): StudyStore {
	return {
		...store,
		async record(review, step) {
			tried(() => localStorage.setItem(HELD + review.id, JSON.stringify(review)));
			const isNew = await store.record(review, step);
			letGo(HELD + review.id);
			return isNew;
		},
		async clear() {
			for (const name of namesHeld()) letGo(name);
			await store.clear();
		}
	};
}

/**
 * Takes into the log what pages that were closed too early have left, in the order in which it was answered. What cannot
 * be taken now waits on; what is in the log by now counts once.
 *
 * @param loadStep gives `step` of `lib/review`, which is loaded only when something is left
 */
export async function takeHeld(
	study: Pick<CheckedStudy, 'record'>,
	loadStep: () => Promise<Step>
): Promise<void> {
	const names = namesHeld();
	if (names.length === 0) return;
	try {
		const [{ parseReview }, step] = await Promise.all([import('#lib/review/parse-review.ts'), loadStep()]);
		const held = names.map((name) => ({ name, review: parseReview(valueOf(name)) }));
		for (const { name, review } of held.sort((a, b) => (a.review?.at ?? 0) - (b.review?.at ?? 0))) {
			if (review) await study.record(review, step);
			letGo(name);
		}
	} catch {
		// The device or the network fails: the next try may have more luck.
	}
}

function namesHeld(): string[] {
	return tried(() => Object.keys(localStorage).filter((name) => name.startsWith(HELD))) ?? [];
}

function letGo(name: string): void {
	tried(() => localStorage.removeItem(name));
}

function valueOf(name: string): unknown {
	return tried((): unknown => JSON.parse(localStorage.getItem(name) ?? 'null'));
}

/** What some work gives; undefined where the browser holds nothing, or somebody’s hand was in it. */
function tried<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
