import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, inject } from 'vitest';

import { drawForm } from '#lib/bank/draw.ts';

import { root } from '../../src/setup/project.js';
import { serveElement } from '../bench/floor.ts';
import { measureTraffic, roomFor } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { editionIn } from './course.ts';

/**
 * What a page of somebody else may load for a quiz of ten questions of the course in one language, gzipped, headers left out:
 * before its first question, and with all that any ten of its questions may ever need. These limits are the present sizes,
 * so that any addition shows.
 */
const most: Record<string, { first: number; ever: number }> = {
	en: { first: roomFor(66.2), ever: roomFor(167) },
	fr: { first: roomFor(66.7), ever: roomFor(170) }
};

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
