import { amountsOf } from '../amounts.ts';
import type { Amounts, LearnerData } from '../study-store.ts';
import type { Change, ReadTransaction } from './change.ts';
import { STUDY } from './schema.ts';

/** All that is kept of a learner. */
export async function readAll(stores: ReadTransaction | Change): Promise<LearnerData> {
	const [reviews, flaws, aside, attempts, settings] = await Promise.all([
		stores.objectStore('reviews').getAll(),
		stores.objectStore('flaws').getAll(),
		stores.objectStore('aside').getAll(),
		stores.objectStore('attempts').getAll(),
		stores.objectStore('settings').get(STUDY)
	]);
	return {
		reviews,
		flaws,
		attempts: [...aside, ...attempts].map(({ value }) => value),
		settings: settings ?? null
	};
}

/** How much is kept, and on how many days something was answered. */
export async function countAll(stores: ReadTransaction): Promise<Amounts & { days: number }> {
	const [answers, aside, attempts, flaws, days] = await Promise.all([
		stores.objectStore('reviews').count(),
		stores.objectStore('aside').count(),
		stores.objectStore('attempts').count(),
		stores.objectStore('flaws').getAll(),
		stores.objectStore('days').getAllKeys()
	]);
	return { ...amountsOf(answers, aside + attempts, flaws), days: new Set(days.map(([, day]) => day)).size };
}
