import type { Step, StudyStore } from './study-store.ts';
import type { CheckedStudy } from './study.ts';

/**
 * The prefix of the names under which the page holds answers on their way into the log; the id of the answer follows.
 */
const HELD = 'five-points-answer:';

/**
 * A store that first puts each answer where it is held at once, until the database has taken it. A database takes
 * several turns, and a page that closes before the last of them would lose the answer. {@link takeHeld} takes what is
 * left.
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
 * Takes into the log the answers left by pages that were closed too early, in the order they were given. What cannot be
 * taken now goes on waiting; what has reached the log meanwhile counts once.
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

/** The result of some work; undefined if the browser holds nothing, or if somebody has edited it. */
function tried<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
