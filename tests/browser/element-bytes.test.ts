import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, inject } from 'vitest';

import { explanationsOf, questionsOf } from '#lib/embed/course/parts.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';

import { root } from '../../src/setup/project.js';
import { serveElement } from '../bench/floor.ts';
import { measureTraffic, roomFor } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { editionIn } from './course.ts';

/**
 * What a page of somebody else may load for a quiz of the whole course in one language, gzipped, headers left out: before
 * its first question, and with all that any of its questions may ever need. These limits are the present sizes, so that any
 * addition shows; of the first, the questions of the course are two fifths.
 */
const most: Record<string, { first: number; ever: number }> = {
	en: { first: roomFor(104.5), ever: roomFor(249) },
	fr: { first: roomFor(110), ever: roomFor(261.8) }
};

test.for(Object.entries(most))(
	'the element and the whole course come in few bytes: %s',
	async ([language, limit], { browser }) => {
		const site = await serveElement(inject('address'), language);
		try {
			const { requests, bodies } = await measureTraffic(browser, site.address);
			expect(requests).toBeLessThanOrEqual(6);
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
		const course = courseFileOf([await editionIn(language)]);
		if (!course) throw new Error('The course serves exams alone.');
		const parts = [questionsOf(course, '?'), explanationsOf(course)].map((part) => JSON.stringify(part));
		const ever = [...code, ...parts.map((part) => Buffer.from(part))].reduce(
			(sum, file) => sum + gzipSync(file, { level: 9 }).length,
			0
		);
		expect(ever).toBeLessThanOrEqual(limit.ever);
	}
);
