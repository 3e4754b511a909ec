import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { DayState, FactState } from '#lib/review/state.ts';
import { STUDY } from '#lib/store/indexed-db/schema.ts';
import { DATABASE } from '#lib/store/name.ts';
import type { StudySettings } from '#lib/store/study-store.ts';

/** What a device has kept about a learner, as far as a test needs it. */
export interface Seed {
	facts?: FactState[];
	days?: DayState[];
	settings?: StudySettings;
}

/**
 * Writes states to the device, in place of those of the same fact or day. The page must have opened its database, as
 * the page of a primer does. The log stays empty, so nothing may be rebuilt from it.
 */
export async function seedStudy(page: Page, seed: Seed): Promise<void> {
	const opened = () =>
		page.evaluate(async (name) => (await indexedDB.databases()).some((each) => each.name === name), DATABASE);
	await expect.poll(opened).toBe(true);
	await page.evaluate(
		({ name, key, facts = [], days = [], settings }) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => reject(new Error(`${name} cannot be opened.`));
				opening.onsuccess = () => {
					const database = opening.result;
					const writing = database.transaction(['facts', 'days', 'settings'], 'readwrite');
					for (const fact of facts) writing.objectStore('facts').put(fact);
					for (const day of days) writing.objectStore('days').put(day);
					if (settings) writing.objectStore('settings').put(settings, key);
					writing.onabort = () => reject(new Error(`${name} cannot be written.`));
					writing.oncomplete = () => {
						database.close();
						resolve();
					};
				};
			}),
		{ name: DATABASE, key: STUDY, ...seed }
	);
}
