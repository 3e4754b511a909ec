import { text } from 'node:stream/consumers';

import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';

import { DATABASE } from '#lib/store/name.ts';

/** The parts that a test touches of an attempt on the device. */
export interface Stored {
	startedAt: number;
	form: object;
	log: { type: string }[];
}

/** Waits until the device’s record of the attempt ends with such an event. */
export async function expectKept(page: Page, event: string): Promise<void> {
	await expect.poll(async () => (await stored(page)).log.at(-1)?.type).toBe(event);
}

/** The content of a file that the page has saved. */
export async function savedText(download: Promise<Download>): Promise<string> {
	return text(await (await download).createReadStream());
}

/** The only attempt that the device keeps. */
export function stored(page: Page): Promise<Stored> {
	return page.evaluate(
		(name) =>
			new Promise<Stored>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => reject(new Error(`${name} cannot be opened.`));
				opening.onsuccess = () => {
					const reading = opening.result.transaction('attempts').objectStore('attempts').getAll();
					reading.onsuccess = () => {
						opening.result.close();
						resolve((reading.result as { value: Stored }[])[0]?.value ?? { startedAt: 0, form: {}, log: [] });
					};
				};
			}),
		DATABASE
	);
}

/** Replaces the only attempt on the device with another value, as another page would. */
export function store(page: Page, value: unknown): Promise<void> {
	return page.evaluate(
		({ name, value }) =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction('attempts', 'readwrite');
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
					const attempts = transaction.objectStore('attempts');
					const reading = attempts.openCursor();
					reading.onsuccess = () =>
						reading.result?.update({ ...(reading.result.value as object), value, revision: 1 });
				};
			}),
		{ name: DATABASE, value }
	);
}

/**
 * Stops the clock of a page, from its next document on: what it does at a time comes when it should, but it is always that
 * moment. Unlike the clock that a browser is given for tests, this one is gone with the page.
 *
 * @param at in milliseconds since 1970
 */
export async function stopClock(page: Page, at: number): Promise<void> {
	await page.addInitScript((at) => {
		const { Date } = globalThis;
		Reflect.set(
			globalThis,
			'Date',
			new Proxy(Date, {
				construct: (target, given, wanted) =>
					Reflect.construct(target, given.length === 0 ? [at] : given, wanted) as object,
				get: (target, name, wanted) =>
					name === 'now' ? () => at : (Reflect.get(target, name, wanted) as unknown)
			})
		);
	}, at);
}
