import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A context that tests use one after the other, as if it were new each time. */
interface Reusable {
	readonly context: BrowserContext;
	/** The options it was opened with, as one text. */
	readonly options: string;
	/** A page that stays open, so that the process behind it is kept, with what it has compiled. */
	readonly anchor: Page;
	/** Where its pages have been, and may have stored something. */
	readonly origins: Set<string>;
}

/** How many contexts are kept for later: each has a process. */
const KEPT = 6;

/**
 * The contexts of a worker’s browser for its tests, and their pages. Each is as empty as a new one, though most have been
 * used before: starting a process for each page took more than half of the time of these tests.
 */
export class Contexts {
	readonly #browser: Browser;
	readonly #taken: Reusable[] = [];
	readonly #idle: Reusable[] = [];

	constructor(browser: Browser) {
		this.#browser = browser;
	}

	/** A page in a context of its own, without history or storage. */
	async openPage({
		viewport,
		colorScheme = 'light',
		reducedMotion = 'no-preference',
		forcedColors = 'none',
		...options
	}: BrowserContextOptions): Promise<Page> {
		const context = await this.#take(options);
		const page = await context.newPage();
		// Said of a page, they need no other context than a page without them.
		if (viewport) await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme, reducedMotion, forcedColors });
		return page;
	}

	async #take(options: BrowserContextOptions): Promise<BrowserContext> {
		// A worker outlives its pages, and clearing what pages of another server have stored would mean looking for it.
		const isElsewhere = (options.baseURL ?? inject('address')) !== inject('address');
		if (options.serviceWorkers !== undefined || isElsewhere) return this.#open(options);
		const reusable =
			removed(this.#idle, (idle) => idle.options === asText(options)) ?? (await this.#openReusable(options));
		this.#taken.push(reusable);
		return reusable.context;
	}

	/** Ends the use of a context: its pages are closed, and what they have stored is gone. */
	async giveBack(context: BrowserContext): Promise<void> {
		const reusable = removed(this.#taken, (taken) => taken.context === context);
		if (!reusable || !(await isLikeNew(reusable))) return context.close();
		this.#idle.push(reusable);
		if (this.#idle.length > KEPT) await this.#idle.shift()?.context.close();
	}

	async #open(options: BrowserContextOptions): Promise<BrowserContext> {
		const context = await this.#browser.newContext({
			baseURL: inject('address'),
			locale: 'en-GB',
			// Requests reach the server, except in the tests that go without it.
			serviceWorkers: 'block',
			...options
		});
		context.setDefaultTimeout(60_000);
		return context;
	}

	async #openReusable(options: BrowserContextOptions): Promise<Reusable> {
		const context = await this.#open(options);
		const origins = new Set<string>();
		context.on('page', (page) =>
			page.on('framenavigated', (frame) => origins.add(URL.parse(frame.url())?.origin ?? 'null'))
		);
		const anchor = await context.newPage();
		await anchor.goto('/health');
		return { context, options: asText(options), anchor, origins };
	}
}

/** Clears the context; false if that is not possible because its clock was set, which cannot be undone. */
async function isLikeNew({ context, anchor, origins }: Reusable): Promise<boolean> {
	if (!(await anchor.evaluate(() => Date.toString().includes('[native code]')))) return false;
	for (const page of context.pages()) if (page !== anchor) await page.close();
	await context.setOffline(false);
	await context.clearCookies();
	await context.clearPermissions();
	await context.unrouteAll();
	const session = await context.newCDPSession(anchor);
	// Of about:blank and the like, the origin is “null”.
	for (const origin of origins)
		if (origin !== 'null') await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	origins.clear();
	await session.detach();
	return true;
}

/** The options of a context that goes to the server of all tests, whether they name it or not. */
function asText(options: BrowserContextOptions): string {
	return JSON.stringify({ ...options, baseURL: undefined });
}

/** Removes and returns the first that matches. */
function removed<T>(list: T[], matches: (one: T) => boolean): T | undefined {
	const place = list.findIndex(matches);
	return place < 0 ? undefined : list.splice(place, 1)[0];
}
