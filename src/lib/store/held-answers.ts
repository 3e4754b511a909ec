import { HELD, heldAt, hold, letAllGo, letGo, namesHeld } from './held.ts';
import type { Step, StudyStore } from './study-store.ts';
import type { CheckedStudy } from './study.ts';

/**
 * A store that first puts each answer where it is held at once, until the database has taken it. {@link takeHeld} takes what
 * is left by a page that was closed before.
 */
export function holding(store: StudyStore): StudyStore {
	return {
		...store,
		async record(review, step) {
			hold(HELD.answer + review.id, review);
			const isNew = await store.record(review, step);
			letGo(HELD.answer + review.id);
			return isNew;
		},
		async clear() {
			letAllGo();
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
	const names = namesHeld(HELD.answer);
	if (names.length === 0) return;
	try {
		const [{ parseReview }, step] = await Promise.all([import('#lib/review/parse-review.ts'), loadStep()]);
		const held = names.map((name) => ({ name, review: parseReview(heldAt(name)) }));
		for (const { name, review } of held.sort((a, b) => (a.review?.at ?? 0) - (b.review?.at ?? 0))) {
			if (review) await study.record(review, step);
			letGo(name);
		}
	} catch {
		// The device or the network fails: the next try may have more luck.
	}
}
