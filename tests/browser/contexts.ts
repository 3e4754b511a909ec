import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A context that tests use one after the other, as if it were new each time. */
interface Reusable {
	readonly context: BrowserContext;
	/** What it was opened with, as one text. */
	readonly options: string;
	/** A page that stays open, so that the process that shows pages is kept, with what it has compiled. */
	readonly anchor: Page;
}

/**
 * The browser’s contexts for the tests of a file. Each is as empty as a new one, though most have been used before: to
 * start a process for each page took more than half of the time of these tests.
 */
export class Contexts {
	readonly #browser: Browser;
	readonly #taken: Reusable[] = [];
	readonly #idle: Reusable[] = [];

	constructor(browser: Browser) {
		this.#browser = browser;
	}

	/** A context without history or storage. */
	async take(options: BrowserContextOptions): Promise<BrowserContext> {
		// A worker outlives its pages, and what pages of another server have left would have to be looked for.
		if (options.serviceWorkers !== undefined || options.baseURL !== undefined) return this.#open(options);
		const reusable =
			removed(this.#idle, (idle) => idle.options === JSON.stringify(options)) ??
			(await this.#openReusable(options));
		this.#taken.push(reusable);
		return reusable.context;
	}

	/** Ends the use of a context: its pages are closed, and what they have stored is gone. */
	async giveBack(context: BrowserContext): Promise<void> {
		const reusable = removed(this.#taken, (taken) => taken.context === context);
		if (reusable && (await isLikeNew(reusable))) this.#idle.push(reusable);
		else await context.close();
	}

	async #open(options: BrowserContextOptions): Promise<BrowserContext> {
		const context = await this.#browser.newContext({
			baseURL: inject('address'),
			locale: 'en-GB',
			// What a page asks for reaches the server, except in the tests of doing without.
			serviceWorkers: 'block',
			...options
		});
		context.setDefaultTimeout(30_000);
		return context;
	}

	async #openReusable(options: BrowserContextOptions): Promise<Reusable> {
		const context = await this.#open(options);
		const anchor = await context.newPage();
		await anchor.goto('/health');
		return { context, options: JSON.stringify(options), anchor };
	}
}

/** Clears the context; false where that cannot be done, since its clock was set, which stays so. */
async function isLikeNew({ context, anchor }: Reusable): Promise<boolean> {
	if (!(await anchor.evaluate(() => Date.toString().includes('[native code]')))) return false;
	for (const page of context.pages()) if (page !== anchor) await page.close();
	await context.setOffline(false);
	await context.clearCookies();
	const session = await context.newCDPSession(anchor);
	await session.send('Storage.clearDataForOrigin', { origin: inject('address'), storageTypes: 'all' });
	await session.detach();
	return true;
}

/** Takes the first out that matches. */
function removed<T>(list: T[], matches: (one: T) => boolean): T | undefined {
	const place = list.findIndex(matches);
	return place < 0 ? undefined : list.splice(place, 1)[0];
}
