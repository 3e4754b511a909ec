import { unwrap } from 'idb';

import type { Review } from '#lib/review/review.ts';

import { amountsOf } from '../amounts.ts';
import { mergeOf, readLog } from '../merge.ts';
import type { Amounts, Fold, Imported } from '../study-store.ts';
import type { Change } from './change.ts';
import { ofPrimer } from './ranges.ts';
import { derivedStores, STUDY } from './schema.ts';
import { readAll } from './whole.ts';

// Rebuilding checks every entry of the log, so this module is loaded only when it is needed.

/** Adds what an import holds, and rebuilds what follows from the logs that it names. */
export async function mergeInto(stores: Change, data: Imported, fold: Fold): Promise<Amounts> {
	const added = mergeOf(await readAll(stores), data);
	putAll(stores, 'reviews', added.reviews);
	putAll(stores, 'flaws', added.flaws);
	putAll(
		stores,
		'attempts',
		added.attempts.map((value) => ({ id: value.id, primer: value.form.primer, value }))
	);
	if (added.settings) await stores.objectStore('settings').put(added.settings, STUDY);
	for (const [primer, log] of added.logs) await remake(stores, primer, log, fold);
	return amountsOf(added.reviews.length, added.attempts.length, added.flaws);
}

/** Rebuilds what follows from the log of a primer. */
export async function rebuildFrom(stores: Change, primer: string, fold: Fold): Promise<void> {
	const log = readLog(await stores.objectStore('reviews').index('place').getAll(ofPrimer(primer)));
	await remake(stores, primer, log, fold);
}

async function remake(stores: Change, primer: string, log: Review[], fold: Fold): Promise<void> {
	const progress = fold(log);
	for (const store of derivedStores) {
		await stores.objectStore(store).delete(ofPrimer(primer));
		putAll(stores, store, progress[store]);
	}
}

/** Puts many values without a promise for each; where one fails, so does the transaction. */
function putAll(
	stores: Change,
	store: 'reviews' | 'flaws' | 'attempts' | (typeof derivedStores)[number],
	values: readonly object[]
): void {
	const raw = unwrap(stores.objectStore(store));
	for (const value of values) raw.put(value);
}
