import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type axe from 'axe-core';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Frame,
	type Locator,
	type Page
} from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

import {
	formatReading,
	READING_COOKIE,
	readingSettingsOf,
	type ReadingSettings
} from '#lib/store/reading-settings.ts';

import { root } from '../../src/setup/project.js';

import { Contexts } from './contexts.ts';
import { Trouble } from './trouble.ts';

/**
 * Vitest's `test` with a real browser. A test fails when a page of its logs an error, throws, or misses something
 * it asked for, unless the test has said so beforehand: `trouble.expect(/404/)`.
 *
 * - `page`: a fresh page, without history or storage; `page.goto('/paris-call')` goes to the built app.
 * - `newPage(options)`: another, such as one without script or of 320 px; `baseURL` goes to another server.
 */
export const test = base
	.extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
		const browser = await chromium.connect(inject('browser'));
		onCleanup(() => browser.close());
		return browser;
	})
	.extend('trouble', ({}, { onCleanup }) => {
		const trouble = new Trouble();
		onCleanup(() => expect(trouble.unexpected(), 'trouble that the browser reported').toEqual([]));
		return trouble;
	})
	.extend('contexts', { scope: 'file' }, ({ browser }) => new Contexts(browser))
	.extend('newPage', ({ contexts, trouble }, { onCleanup }) => {
		const taken: BrowserContext[] = [];
		onCleanup(async () => {
			for (const context of taken) await contexts.giveBack(context);
		});
		return async (options: BrowserContextOptions = {}): Promise<Page> => {
			const context = await contexts.take(options);
			taken.push(context);
			const page = await context.newPage();
			trouble.watch(page);
			return page;
		};
	})
	.extend('page', ({ newPage }) => newPage());

/** Whether a browser asks for a module that did not come only once for each page: Chromium did so up to 150. */
export function asksForModulesOnce(browser: Browser): boolean {
	return Number.parseInt(browser.version()) <= 150;
}

/** Sets how the reader of a page wants to read it. */
export async function readWith(page: Page, reading: Partial<ReadingSettings>): Promise<void> {
	await page
		.context()
		.addCookies([
			{ name: READING_COOKIE, value: formatReading(readingSettingsOf(reading)), url: inject('address') }
		]);
}

/** How many pixels wider than the screen the page is. */
export function tooWide(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** What cannot be read whole in some place: words beyond the edge of what they stand in, and choices wider than their list. */
export function cutIn(place: Locator): Promise<string[]> {
	return place.evaluate((root) => {
		const pen = document.createElement('canvas').getContext('2d');
		const wordsOf = (list: HTMLSelectElement) => list.selectedOptions[0]?.textContent.trim() ?? '';
		const isCut = (element: Element): boolean => {
			const style = getComputedStyle(element);
			if (element.matches('.unseen, .unseen *, input, svg *')) return false;
			if (element instanceof HTMLSelectElement) {
				if (pen) pen.font = style.font;
				return (pen?.measureText(wordsOf(element)).width ?? Infinity) > element.clientWidth;
			}
			return (
				style.overflowX !== 'visible' &&
				(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
			);
		};
		return [...root.querySelectorAll('*')].filter(isCut).map((each) => each.textContent.trim());
	});
}

declare global {
	interface Window {
		/** In a page that {@link expectAccessible} has looked at. */
		axe?: typeof axe;
	}
}

/** What axe looks for: WCAG 2.2, levels A and AA, and what it knows as good practice beside it. */
const barriers: axe.RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations'],
	elementRef: true,
	preload: false
};

/** The program of axe in its short form, since it travels into each document. */
const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Fails with a list of what axe finds against WCAG 2.2, levels A and AA, and against good practice, on the page as it is now.
 *
 * @param page a page, or a frame in somebody else’s
 * @param what says which page that is, if its address does not
 */
export async function expectAccessible(page: Page | Frame, what = page.url()): Promise<void> {
	const found = await barriersOn(page);
	expect(found, `barriers at ${what}: ${found?.join('; ').replaceAll(/\s+/g, ' ')}`).toEqual([]);
}

/** What {@link expectAccessible} finds. */
export async function barriersOn(page: Page | Frame): Promise<string[] | undefined> {
	// Loaded once per document: a page takes longer to load axe than to be checked by it.
	if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(AXE);
	return page.evaluate(async (barriers) => {
		const { axe, scrollX, scrollY } = window;
		if (!axe) return undefined;
		/** What sticks to the window may cover some of a target that can be scrolled from under it. */
		const isTooSmall = async (target: Element | undefined): Promise<boolean> => {
			target?.scrollIntoView({ block: 'center', behavior: 'instant' });
			const again = await axe.run(document, {
				...barriers,
				runOnly: { type: 'rule', values: ['target-size'] }
			});
			scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
			return again.violations.some(({ nodes }) => nodes.some(({ element }) => element === target));
		};
		const found: string[] = [];
		for (const { id, help, nodes } of (await axe.run(document, barriers)).violations)
			for (const { html, failureSummary, element } of nodes)
				if (id !== 'target-size' || (await isTooSmall(element)))
					found.push(`${id}: ${help}\n${html}\n${failureSummary ?? ''}`);
		return found;
	}, barriers);
}
