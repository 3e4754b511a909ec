import type { Flaw } from '#lib/review/flaw.ts';

import { openLearner } from './open-learner.ts';

/**
 * The learner’s mark on an item as flawed, unless it was taken back.
 *
 * @throws if the device does not return it
 */
export async function findFlaw(primer: string, item: string): Promise<Flaw | undefined> {
	const learner = await openLearner();
	return (await learner.flaws(primer)).find((flaw) => flaw.item === item);
}

/**
 * Marks an item as flawed; `at` is when, in milliseconds since 1970.
 *
 * @returns whether the device keeps it for longer than the page lasts
 * @throws if the device does not take it
 */
export async function markFlaw(
	primer: string,
	item: string,
	{ reason, note, at }: Pick<Flaw, 'reason' | 'note' | 'at'>
): Promise<boolean> {
	const learner = await openLearner();
	await learner.saveFlaw({ version: 1, primer, item, reason, note, at, withdrawn: false });
	return learner.lasting;
}
