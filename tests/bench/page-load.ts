import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a page loaded, gzipped. */
export interface Traffic {
	requests: number;
	/** Bytes over the wire, headers included. */
	bytes: number;
	/** The same without headers. */
	bodies: number;
}

/** What one cold load of a quiz page took. Times are milliseconds from the start of the navigation. */
export interface PageLoad extends Traffic {
	/** When the first option was laid out and could be chosen. */
	optionUsable: number;
	/** When choosing an option and pressing Check had led to feedback. */
	scriptLive: number;
	/** The total time by which tasks exceeded 50 ms. */
	blocked: number;
	/** JavaScript heap in use after a collection, in bytes. */
	heap: number;
}

/**
 * The bytes that something of this size, in kibibytes, may take. Half a percent is let go: how small zlib makes a file
 * varies by a few bytes with the processor it runs on.
 */
export function roomFor(kibibytes: number): number {
	return kibibytes * 1024 * 1.005;
}

/** Chrome’s own “Fast 3G” preset, and a processor four times slower. */
const THROTTLE = { latency: 562.5, download: 180_000, upload: 84_375, processor: 4 };

/**
 * Loads a page in a fresh profile twice: once to see what it loads before anybody touches it, and once to see when it
 * responds.
 */
export async function measureLoad(browser: Browser, address: string, throttled: boolean): Promise<PageLoad> {
	const untouched = await withPage(browser, throttled, async (page, session) => {
		const traffic = watchTraffic(session);
		await page.goto(address);
		await page.waitForLoadState('networkidle');
		await session.send('HeapProfiler.collectGarbage');
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		const seen = await page.evaluate(() => window.seen);
		return { ...traffic(), optionUsable: seen.optionUsable, blocked: seen.blocked, heap: usedSize };
	});
	const scriptLive = await withPage(browser, throttled, async (page) => {
		await page.addInitScript(pressUntilAnswered);
		await page.goto(address, { waitUntil: 'commit' });
		const answered = await page.waitForFunction(() => window.answered, undefined, { timeout: 60_000 });
		return answered.jsonValue();
	});
	return { ...untouched, scriptLive: scriptLive ?? NaN };
}

/**
 * Loads a page in a fresh profile, and counts what it loads before anybody touches it.
 *
 * @param prepare puts something into the profile first
 * @param use does something with the page before all is counted
 */
export function measureTraffic(
	browser: Browser,
	address: string,
	prepare?: (context: BrowserContext, address: string) => Promise<void>,
	use?: (page: Page) => Promise<void>
): Promise<Traffic> {
	return withPage(
		browser,
		false,
		async (page, session) => {
			const traffic = watchTraffic(session);
			await page.goto(address);
			await page.waitForLoadState('networkidle');
			await use?.(page);
			return traffic();
		},
		prepare && ((context) => prepare(context, address))
	);
}

async function withPage<T>(
	browser: Browser,
	throttled: boolean,
	use: (page: Page, session: CDPSession) => Promise<T>,
	prepare?: (context: BrowserContext) => Promise<void>
): Promise<T> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		serviceWorkers: 'block'
	});
	try {
		await prepare?.(context);
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.setCacheDisabled', { cacheDisabled: true });
		await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
		if (throttled) {
			await session.send('Network.emulateNetworkConditions', {
				offline: false,
				latency: THROTTLE.latency,
				downloadThroughput: THROTTLE.download,
				uploadThroughput: THROTTLE.upload
			});
			await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE.processor });
		}
		await page.addInitScript(watchOption);
		return await use(page, session);
	} finally {
		await context.close();
	}
}

function watchTraffic(session: CDPSession): () => Traffic {
	const headers = new Map<string, number>();
	const whole = new Map<string, number>();
	session.on('Network.responseReceived', ({ requestId, response }) => {
		if (!response.url.startsWith('data:')) headers.set(requestId, response.encodedDataLength);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (headers.has(requestId)) whole.set(requestId, encodedDataLength);
	});
	const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((total, size) => total + size, 0);
	return () => ({
		requests: headers.size,
		bytes: sum(whole),
		bodies: sum(whole) - sum(headers)
	});
}

declare global {
	interface Window {
		seen: { optionUsable: number; blocked: number };
		answered?: number;
	}
}

/** Runs in the page: notes when the first option is there, and how long the page was blocked. */
function watchOption(): void {
	window.seen = { optionUsable: NaN, blocked: 0 };
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) window.seen.blocked += duration - 50;
	}).observe({ type: 'longtask', buffered: true });
	const look = () => {
		const place = document.querySelector('five-points-quiz')?.shadowRoot ?? document;
		const option = place.querySelector<HTMLInputElement>('input[name^="response"], select[name^="response"]');
		if (option && !option.disabled && option.getBoundingClientRect().width > 0) {
			window.seen.optionUsable = performance.now();
		} else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** Runs in the page: chooses the first option and presses Check, again and again, until feedback is there. */
function pressUntilAnswered(): void {
	// Before the script is live a press would post the form; here it should do nothing.
	window.addEventListener('submit', (event) => event.preventDefault());
	const press = () => {
		const place = document.querySelector('five-points-quiz')?.shadowRoot ?? document;
		const option = place.querySelector<HTMLInputElement>('input[name="response"]');
		const check = place.querySelector<HTMLButtonElement>('button[value="check"]');
		if (place.querySelector('.feedback')) {
			window.answered = performance.now();
			return;
		}
		if (option && check) {
			if (!option.checked) option.click();
			else option.dispatchEvent(new Event('change', { bubbles: true }));
			option.focus();
			check.click();
		}
		setTimeout(press, 20);
	};
	press();
}
