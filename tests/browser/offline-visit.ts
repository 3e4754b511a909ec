import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

import type { Trouble } from './trouble.ts';
import { serveTwoVersions, type ChangingServer } from './two-versions.ts';

type NewPage = (options?: BrowserContextOptions) => Promise<Page>;

/** A page whose worker has kept everything it keeps, after one visit. */
export async function visited(
	newPage: NewPage,
	address = '/',
	options: BrowserContextOptions = {}
): Promise<Page> {
	const page = await newPage({ serviceWorkers: 'allow', ...options });
	await page.goto(address);
	await keptAll(page);
	return page;
}

/** Waits until the worker has taken over, which happens once it has kept everything. */
export async function keptAll(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Waits until everything is kept in a language that was read after another. */
export async function keptIn(page: Page, language: string): Promise<void> {
	await expect
		.poll(() => page.evaluate(async (list) => Boolean(await caches.match(list)), `/${language}/offline/list`))
		.toBe(true);
}

/** Another page in the same profile, without the network, after the first was closed. */
export async function coldStart(page: Page, trouble: Trouble, address: string): Promise<Page> {
	await page.context().setOffline(true);
	const cold = await page.context().newPage();
	await page.close();
	trouble.watch(cold);
	await cold.goto(address);
	return cold;
}

/** {@link serveTwoVersions}, until the test is over. */
export async function changingServer(): Promise<ChangingServer> {
	const server = await serveTwoVersions();
	onTestFinished(server.stop);
	return server;
}
