import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import { drawForm } from '#lib/bank/draw.ts';
import { samples } from '#lib/kinds/index.ts';

import { root } from '../../src/setup/project.js';
import { serveElement } from '../bench/floor.ts';
import { measureTraffic, roomFor } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { editionIn } from './course.ts';
import { give } from './give.ts';
import { learningPlatform } from './learning-platform/platform.ts';

/**
 * What a page of somebody else may load for a quiz of ten questions of the course in one language, gzipped, headers left out:
 * before its first question, when it has been played to the end, and with all that any ten of its questions may ever need;
 * and what the page with all of the course in it takes. These limits are the present sizes, so that any addition shows.
 */
const most: Record<string, { first: number; played: number; ever: number; page: number }> = {
	en: { first: roomFor(65.7), played: roomFor(132.3), ever: roomFor(167.2), page: roomFor(224.7) },
	fr: { first: roomFor(66.2), played: roomFor(134.8), ever: roomFor(170.2), page: roomFor(237.8) }
};

/** It draws what loads most: several kinds, and pictures to answer in. */
const LARGEST = '6';

/** So many draws stand for all. */
const DRAWS = 40;

const zipped = (file: string | Buffer): number => gzipSync(file, { level: 9 }).length;

test.for(Object.entries(most))(
	'the element and a quiz of the course come in few bytes: %s',
	async ([language, limit], { browser }) => {
		const app = inject('address');
		const site = await serveElement(app, language);
		try {
			const { requests, bodies } = await measureTraffic(browser, site.address);
			expect(requests).toBeLessThanOrEqual(7);
			expect(bodies).toBeLessThanOrEqual(limit.first);
		} finally {
			site.stop();
		}
		const folder = join(root, 'build/client/embed');
		const names = (await readdir(join(folder, language))).filter((name) => name.endsWith('.js'));
		const code = await Promise.all(
			['five-points-quiz.js', ...names.map((name) => join(language, name))].map((name) =>
				readFile(join(folder, name))
			)
		);
		const at = `${app}/paris-call/course.json?language=${language}`;
		const outline = await (await fetch(`${at}&items=later`)).text();
		const { items } = await editionIn(language);
		const drawn = Array.from({ length: DRAWS }, (_, seed) =>
			drawForm(items, { count: 10, seed: String(seed) })
		);
		const quizzes = await Promise.all(
			drawn.map(async (ids) => zipped(await (await fetch(`${at}&ids=${ids.join()}`)).text()))
		);
		const ever = [...code, outline].reduce((sum, file) => sum + zipped(file), Math.max(...quizzes));
		expect(ever).toBeLessThanOrEqual(limit.ever);
	}
);

test.for(Object.entries(most))(
	'a quiz of ten of its questions that is played to the end comes in few bytes: %s',
	async ([language, limit], { browser }) => {
		const bank = await editionIn(language);
		const drawn = drawForm(bank.items, { count: 10, seed: LARGEST }).flatMap(
			(id) => findItem(bank, id) ?? []
		);
		const kinds = drawn.map(({ kind }) => kind);
		expect(kinds, 'kinds of the largest quiz').toEqual(
			expect.arrayContaining(['ordering', 'categorise', 'matching', 'highlight'])
		);
		const site = await serveElement(inject('address'), language, `number="10" seed="${LARGEST}"`);
		const press = (page: Page, what: string) =>
			page.locator(`button[name="do"][value="${what}"]`).first().click();
		try {
			const { bodies } = await measureTraffic(browser, site.address, undefined, async (page) => {
				for (const item of drawn) {
					await page.locator('[data-focus-question]').first().waitFor();
					await give(page, item, samples(item).wrong);
					await press(page, 'check');
					await page.locator('.feedback').waitFor();
					await press(page, 'next');
				}
				// What comes last: how the result can be handed on.
				await page.locator('.results .ways button').first().waitFor();
			});
			expect(bodies).toBeLessThanOrEqual(limit.played);
		} finally {
			site.stop();
		}
	}
);

test.for(Object.entries(most))(
	'the page that needs no server has the player and all of the course in few bytes: %s',
	async ([language, limit]) => {
		const { address, page, close } = await learningPlatform({ format: 'html', language });
		const text = await (await fetch(new URL(page, address))).text();
		close();
		expect(text).toContain('</html>');
		expect(zipped(text)).toBeLessThanOrEqual(limit.page);
	}
);
