import { expect, inject } from 'vitest';

import { writeOptions } from '#lib/quiz/options.ts';

import { measureTraffic, roomFor } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { course, courseKinds, quizPath } from './course.ts';

/**
 * What may be loaded before the first question is touched, headers left out, gzipped. These limits are the present sizes,
 * so that any addition shows. A quiz stays below 60 KiB; in somebody else’s page, which brings what speaks to that page, an
 * ordering is above it. An ordering is the largest kind: it is moved and dragged, and offers the timeline. A review knows
 * what can be asked of the whole course.
 */
const most = {
	quiz: roomFor(57.2),
	ordering: roomFor(59.5),
	review: roomFor(73.1),
	embedded: roomFor(59.8),
	embeddedOrdering: roomFor(62.1)
};

/**
 * What may be loaded at the first touch, besides the items: the code that scores answers of all kinds and explains
 * them.
 */
const MOST_AHEAD = roomFor(49);

test.for(['', '/fr'])(
	'the first question of each kind comes in ten requests, at “%s/”',
	async (language, { browser }) => {
		for (const kind of courseKinds) {
			const address =
				inject('address') + language + quizPath({ behaviour: 'practice', count: 5, kinds: [kind] });
			const { requests, bodies } = await measureTraffic(browser, address);
			expect(requests, `requests for ${kind}`).toBeLessThanOrEqual(10);
			const limit = kind === 'ordering' ? most.ordering : most.quiz;
			expect(bodies, `bytes for ${kind}`).toBeLessThanOrEqual(limit);
		}
	}
);

test.for(['', '/fr'])(
	'the first question of each kind in a frame comes in ten requests, at “%s/”',
	async (language, { browser }) => {
		for (const kind of courseKinds) {
			const query = writeOptions({ behaviour: 'practice', count: 5, kinds: [kind], seed: 'browser' });
			const address = `${inject('address')}${language}/embed/${course.primer.id}${query}`;
			const { requests, bodies } = await measureTraffic(browser, address);
			expect(requests, `requests for ${kind}`).toBeLessThanOrEqual(10);
			const limit = kind === 'ordering' ? most.embeddedOrdering : most.embedded;
			expect(bodies, `bytes for ${kind}`).toBeLessThanOrEqual(limit);
		}
	}
);

test.for(['', '/fr'])('a review comes in eleven requests, at “%s/”', async (language, { browser }) => {
	const { requests, bodies } = await measureTraffic(
		browser,
		`${inject('address')}${language}/${course.primer.id}/review`
	);
	expect(requests).toBeLessThanOrEqual(11);
	expect(bodies).toBeLessThanOrEqual(most.review);
});

test.for(['', '/fr'])(
	'a device scores without the code that reads a course, at “%s/”',
	async (language, { page }) => {
		await page.goto(inject('address') + language + quizPath({ behaviour: 'practice', count: 5 }));
		const addresses = await page
			.locator('link[data-rel=modulepreload]')
			.evaluateAll((links) => links.map((link) => link instanceof HTMLLinkElement && link.href));
		expect(addresses.length).toBeGreaterThan(0);
		const sizes = await Promise.all(
			addresses.map(async (address) => {
				const answer = await page.request.get(String(address), { headers: { 'accept-encoding': 'gzip' } });
				expect(answer.headers()['content-encoding']).toBe('gzip');
				return Number(answer.headers()['content-length']);
			})
		);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_AHEAD);
	}
);
