import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { enlarged, type Look } from './all-looks.ts';
import { barriersOn, tooWide } from './browser.ts';
import { overlaps } from './overlaps.ts';

/** A page for a reader with that screen, theme and size of letters. */
export async function seenIn(page: Page, look: Look): Promise<Page> {
	await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
	await page.setViewportSize({ width: look.width, height: 900 });
	return enlarged(page, look);
}

/**
 * Fails in the end unless axe finds nothing, and in either direction nothing is too wide, covers anything, or begins
 * beyond the edge.
 */
export async function expectSound(page: Page, look: Look, what: string): Promise<void> {
	const seen = `${what} ${JSON.stringify(look)}`;
	expect.soft(await barriersOn(page), `barriers at ${seen}`).toEqual([]);
	for (const direction of ['rtl', 'ltr']) {
		await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
		expect.soft(await tooWide(page), `pixels too wide, ${direction}, ${seen}`).toBe(0);
		expect.soft(await overlaps(page), `overlaps, ${direction}, ${seen}`).toEqual([]);
	}
}
