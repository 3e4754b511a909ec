import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, inject } from 'vitest';

import { explanationsOf, questionsOf } from '#lib/embed/course/parts.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';

import { root } from '../../src/setup/project.js';
import { serveElement } from '../bench/floor.ts';
import { measureTraffic } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { editionIn } from './course.ts';

const KIBIBYTE = 1024;

/**
 * What a page of somebody else may load for a quiz of the whole course in one language, gzipped, headers left out: before
 * its first question, and with all that any of its questions may ever need. These limits are the present sizes, so that any
 * addition shows; of the first, the questions of the course are two fifths.
 */
const most: Record<string, { first: number; ever: number }> = {
	en: { first: 104.5 * KIBIBYTE, ever: 252.6 * KIBIBYTE },
	fr: { first: 110 * KIBIBYTE, ever: 265.2 * KIBIBYTE }
};

test.for(Object.entries(most))(
	'the element and the whole course come in few bytes: %s',
	async ([language, limit], { browser }) => {
		const site = await serveElement(inject('address'), language);
		try {
			const { requests, bodies } = await measureTraffic(browser, site.address);
			expect(requests).toBeLessThanOrEqual(9);
			expect(bodies / KIBIBYTE).toBeLessThanOrEqual(limit.first / KIBIBYTE);
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
		expect(ever / KIBIBYTE).toBeLessThanOrEqual(limit.ever / KIBIBYTE);
	}
);
