import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A context that tests use one after the other, as if it were new each time. */
interface Reusable {
	readonly context: BrowserContext;
	/** The options it was opened with, as one text. */
	readonly options: string;
	/** A page that stays open, so that the process behind it is kept, with what it has compiled. */
	readonly anchor: Page;
}

/**
 * The browser’s contexts for the tests of a file. Each is as empty as a new one, though most have been used before:
 * starting a process for each page took more than half of the time of these tests.
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
		// A worker outlives its pages, and clearing what pages of another server have stored would mean looking for it.
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
			// Requests reach the server, except in the tests that go without it.
			serviceWorkers: 'block',
			...options
		});
		context.setDefaultTimeout(60_000);
		return context;
	}

	async #openReusable(options: BrowserContextOptions): Promise<Reusable> {
		const context = await this.#open(options);
		const anchor = await context.newPage();
		await anchor.goto('/health');
		return { context, options: JSON.stringify(options), anchor };
	}
}

/** Clears the context; false if that is not possible because its clock was set, which cannot be undone. */
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

/** Removes and returns the first that matches. */
function removed<T>(list: T[], matches: (one: T) => boolean): T | undefined {
	const place = list.findIndex(matches);
	return place < 0 ? undefined : list.splice(place, 1)[0];
}
