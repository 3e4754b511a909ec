import { placedAfter } from '#lib/review/log-order.ts';
import type { Review } from '#lib/review/review.ts';

import type { Step, StudyStore } from '../study-store.ts';
import { affectedOf } from '../affected.ts';
import { change, reading, type Change } from './change.ts';
import { connect } from './database.ts';
import { firstDue, lastPlace, ofPrimer } from './ranges.ts';
import { allStores, derivedStores, STUDY } from './schema.ts';

/**
 * Keeps what a learner has done in the browser’s IndexedDB. What a page needs before its first question comes from
 * indexes, however long the log is.
 *
 * @throws when the browser refuses storage
 */
export async function studyInDatabase(name?: string): Promise<StudyStore> {
	const connection = await connect(name);
	const list = (store: 'items' | 'abilities' | 'facts' | 'days' | 'flaws', keys: IDBKeyRange | null) =>
		reading(connection, [store], (stores) => stores.objectStore(store).getAll(keys));
	const listOf = (store: 'items' | 'abilities' | 'facts') => (primer: string) =>
		list(store, ofPrimer(primer));
	return {
		lasting: true,
		problem: undefined,
		record: (review, step) =>
			change(connection, ['reviews', ...derivedStores], (stores) => take(stores, review, step)),
		has: (id) =>
			reading(
				connection,
				['reviews'],
				async (stores) => (await stores.objectStore('reviews').getKey(id)) !== undefined
			),
		facts: listOf('facts'),
		items: listOf('items'),
		abilities: listOf('abilities'),
		days: (primer, from) => list('days', ofPrimer(primer, from)),
		flaws: (primer) => list('flaws', primer === undefined ? null : ofPrimer(primer)),
		async saveFlaw(flaw) {
			await (await connection()).put('flaws', structuredClone(flaw));
		},
		settings: () => reading(connection, ['settings'], (stores) => stores.objectStore('settings').get(STUDY)),
		async saveSettings(settings) {
			await (await connection()).put('settings', structuredClone(settings), STUDY);
		},
		async read() {
			const { readAll } = await import('./whole.ts');
			return reading(connection, allStores, readAll);
		},
		async count() {
			const { countAll } = await import('./whole.ts');
			return reading(connection, allStores, countAll);
		},
		async merge(data, fold) {
			const { mergeInto } = await import('./remake.ts');
			return change(connection, allStores, (stores) => mergeInto(stores, data, fold));
		},
		async rebuild(primer, fold) {
			const { rebuildFrom } = await import('./remake.ts');
			await change(connection, ['reviews', ...derivedStores], (stores) => rebuildFrom(stores, primer, fold));
		},
		clear: () =>
			change(connection, allStores, async (stores) => {
				await Promise.all(allStores.map((store) => stores.objectStore(store).clear()));
			})
	};
}

/** Adds a review to the end of the log, and takes its step. */
async function take(stores: Change, answer: Review, step: Step): Promise<boolean> {
	const log = stores.objectStore('reviews');
	if ((await log.getKey(answer.id)) !== undefined) return false;
	const review = placedAfter(await lastPlace(log.index('place'), answer.primer), answer);
	const [facts, items, abilities, days] = [
		stores.objectStore('facts'),
		stores.objectStore('items'),
		stores.objectStore('abilities'),
		stores.objectStore('days')
	];
	const { primer } = review;
	const [item, ability, day, ...known] = await Promise.all([
		items.get([primer, review.item]),
		abilities.get([primer, review.point]),
		days.get([primer, review.day]),
		...[...new Set(review.facts)].map((fact) => facts.get([primer, fact]))
	]);
	const after = step(affectedOf({ facts: known, item, ability, day }), review);
	const writes = [
		() => log.add(review),
		() => items.put(after.item),
		() => abilities.put(after.ability),
		...after.facts.map((fact) => () => facts.put(fact))
	];
	// Each is asynchronous, so that one which throws at once does not keep the others from being awaited.
	await Promise.all(writes.map(async (write) => write()));
	const nextDue = await firstDue(facts.index('due'), primer, after.day.day);
	await days.put({ ...after.day, nextDue });
	return true;
}
