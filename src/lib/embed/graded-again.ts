import { findItem } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { loadedRun, loadRuns } from '#lib/kinds/loaded.ts';
import { gradedHere } from '#lib/player/session/graded-here.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import { snapshotOf, type Attempt, type Scorer } from '#lib/quiz/run.ts';
import { isIn } from '#lib/quiz/state.ts';

/**
 * The grades of a form that was handed in and graded on a device, where a platform kept the answers alone; null for a form
 * that is not handed in.
 *
 * @throws when the code of a kind cannot be fetched
 */
export async function gradedAgain(
	{ form, startedAt, log }: AttemptRecord,
	items: readonly Item[]
): Promise<Attempt['reply']> {
	await loadRuns(items.map(({ kind }) => kind));
	const score: Scorer = (id, response) => {
		const item = findItem({ items }, id);
		return item && loadedRun(item)?.score(response);
	};
	const reached = snapshotOf({ form, startedAt, log, reply: null }, score);
	return reached && isIn(reached, 'submitting') ? gradedHere(reached.context, score) : null;
}
