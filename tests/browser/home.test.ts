import { gzipSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import { NOON } from '#lib/review/map-fixtures.ts';

import { measureTraffic, roomFor } from '../bench/page-load.ts';
import { test } from './browser.ts';
import { course, itemAskedAt, quizPath } from './course.ts';
import { stopClock } from './device.ts';
import { answer, expectHeading, openLive, press, question } from './learner.ts';
import { seedStudy } from './seed-study.ts';
import { inTheMiddle, mastered } from './some-learner.ts';

const home = `/${course.primer.id}`;
const one = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 1 });

/**
 * What a first visit may load, gzipped, headers left out: the page, which is never more than 45 KiB and can be read at
 * once, and all that follows it, which brings it to life. These limits are the present sizes, so that any addition shows.
 */
const most = { page: roomFor(17.3), whole: roomFor(124.7) };

test.for(['', '/fr'])(
	'the first page can be read once it is there alone, and all that a first visit loads is weighed, at “%s/”',
	async (language, { browser, page, trouble }) => {
		const address = inject('address') + language + home;
		const html = await (await fetch(address)).text();
		expect(gzipSync(html).length).toBeLessThanOrEqual(most.page);
		expect((await measureTraffic(browser, address)).bodies).toBeLessThanOrEqual(most.whole);

		// Without anything else, it is laid out, and all of its words are there.
		trouble.expect(/ERR_FAILED|^thrown: $/);
		await page.route('**/*', (route) =>
			route.request().resourceType() === 'document' ? route.continue() : route.abort()
		);
		await page.goto(language + home);
		expect(
			await page
				.locator('.path li')
				.first()
				.evaluate((row) => getComputedStyle(row).display)
		).toBe('grid');
		for (const words of [course.primer.points.length + 1, 'h1', '.step a', '.summary', '#quiz', '.foot a'])
			if (typeof words === 'number') expect(await page.locator('.path li:visible').count()).toBe(words);
			else await page.locator(words).first().waitFor();
	}
);

test.for([
	{ language: '', width: 1280, height: 800 },
	{ language: '', width: 1920, height: 1080 },
	{ language: '/fr', width: 1280, height: 800 }
])(
	'where the path stands beside what to do now, the title of each point takes one line, and no line parts the two of its button, at “$language”, $width px',
	async ({ language, width, height }, { newPage }) => {
		const page = await newPage({ viewport: { width, height } });
		await openLive(page, language + home);
		const lines = await page
			.locator('.path h3')
			.evaluateAll((titles) =>
				titles.map((title) => title.clientHeight / parseFloat(getComputedStyle(title).lineHeight))
			);
		expect(lines.length).toBe(course.primer.points.length + 1);
		expect(Math.max(...lines)).toBeLessThan(1.5);
		const isBesideLine = await page
			.locator('.step .length')
			.evaluate((length) => parseFloat(getComputedStyle(length).borderInlineStartWidth) > 0);
		const box = await page.locator('.step a').boundingBox();
		expect(box?.height).toBeLessThan(isBesideLine ? 60 : 90);
	}
);

test('the first page says the name of the course once, and how many days in a row', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 390, height: 844 } });
	await stopClock(page, NOON);
	await openLive(page, home);
	await seedStudy(page, inTheMiddle);
	await page.reload();
	await page.locator('#days').waitFor();
	await page.getByRole('button', { name: 'Put these days in your calendar' }).waitFor();
	// Whoever hears it hears where the sign leads.
	const sign = page.getByRole('banner').getByRole('link', { name: course.primer.title });
	expect((await sign.locator('span').boundingBox())?.width).toBeLessThan(3);
	expect(await page.getByText(/\d+ days? in a row/).count()).toBe(1);
	await page.goto(`${home}/learn`);
	expect((await sign.locator('span').boundingBox())?.width).toBeGreaterThan(50);
});

/** How much has moved since the page was opened. */
function moved(page: Page): Promise<number> {
	return page.evaluate(async () => {
		// A move is recorded with the frame that shows it.
		await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
		const observer = new PerformanceObserver(() => undefined);
		observer.observe({ type: 'layout-shift', buffered: true });
		return observer.takeRecords().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
	});
}

/** How many screens long the page is. */
function screensOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
}

describe.each([
	// A phone as small as this may take more of its screens.
	[320, 660, Infinity],
	[390, 844, 3],
	[820, 1180, 2],
	[1280, 800, 2],
	[1920, 1080, 2]
])('%i by %i', (width, height, screens) => {
	test('nothing moves when what the device has kept comes in, and it makes the page no longer than it may be', async ({
		newPage
	}) => {
		const page = await newPage({ viewport: { width, height } });
		await page.addInitScript(() => {
			document.addEventListener('DOMContentLoaded', () => {
				const seen = sessionStorage.getItem('seen');
				if (seen === null) return;
				const place = document.querySelector(seen);
				if (!place?.checkVisibility()) throw new Error(`There is no place for ${seen} yet.`);
				place.scrollIntoView({ block: 'center' });
			});
		});
		await stopClock(page, NOON);
		await openLive(page, one);
		await answer(page, itemAskedAt(one, 1), samples(itemAskedAt(one, 1)).right);
		await press(page, 'Check');
		await press(page, 'See the results');
		await expectHeading(page, /of 1 mark$/);
		await page.goto(home);
		await seedStudy(page, inTheMiddle);
		// Moves count as far as they are seen: from the top, and where the last results come in.
		for (const seen of ['h1', '#last'])
			for (const language of ['', '/fr']) {
				await page.evaluate((seen) => sessionStorage.setItem('seen', seen), seen);
				await page.goto(language + home);
				await page.locator('.step a[href$="/review"]').waitFor();
				await page.locator('[aria-labelledby=last] li a').first().waitFor();
				await page.locator('#days').waitFor();
				expect(await moved(page), `${language}${home}, at ${seen}`).toBeLessThan(0.02);
				expect(await screensOf(page), `${language}${home}`).toBeLessThanOrEqual(screens);
			}
	});
});

test.for([
	[390, 844, 3],
	[1280, 800, 2]
] as const)(
	'for somebody new nothing moves either, and it is no longer than it may be, %i by %i',
	async ([width, height, screens], { newPage }) => {
		const page = await newPage({ viewport: { width, height } });
		for (const language of ['', '/fr']) {
			await openLive(page, language + home);
			// By then the device was read, and had kept nothing.
			await page.waitForLoadState('networkidle');
			expect(await moved(page), `${language}${home}`).toBeLessThan(0.02);
			expect(await screensOf(page), `${language}${home}`).toBeLessThanOrEqual(screens);
		}
	}
);

describe.each(['', '/fr'])('on a phone, at “%s/”', (language) => {
	test.for(['somebody new', 'who comes back'] as const)(
		'what to do now stands in the first window, after the title and one line: %s',
		async (who, { newPage }) => {
			const page = await newPage({ viewport: { width: 390, height: 844 } });
			await stopClock(page, NOON);
			await openLive(page, language + home);
			if (who === 'who comes back') {
				await seedStudy(page, inTheMiddle);
				await page.reload();
				await page.locator('.step a[href$="/review"]').waitFor();
				const today = page.getByRole('region', { name: /^(Today|Aujourd’hui)$/ });
				await today.getByText(/^\d+ (days? in a row|jours? d’affilée)$/).waitFor();
			}
			const [title, line, step, summary, path, places] = await Promise.all(
				['h1', '.whole', '.step a', '.summary', '.path', 'header nav'].map((part) =>
					page.locator(part).first().boundingBox()
				)
			);
			expect(line?.y).toBeGreaterThan(title?.y ?? Infinity);
			// One line.
			expect(line?.height).toBeLessThan(32);
			expect((step?.y ?? Infinity) + (step?.height ?? 0)).toBeLessThanOrEqual(places?.y ?? 0);
			expect(summary?.y).toBeGreaterThan(path?.y ?? Infinity);
		}
	);
});

/** How long somebody new may wait altogether from the first page to the first question, in milliseconds. */
const SOON = 10_000;

test('from the first page to the first question in two presses and ten seconds, on a slow phone', async ({
	newPage
}) => {
	const page = await newPage({ viewport: { width: 390, height: 844 } });
	await slowDown(page);
	const before = performance.now();
	await openLive(page, home);
	const now = page.getByRole('region', { name: 'Today' }).getByRole('link');
	expect(await now.count()).toBe(1);
	expect(await now.innerText()).toMatch(/about \d+ minutes/);
	await now.click();
	await page.waitForURL('**/learn/1');
	// Without scrolling past what there is to read.
	const begin = page.getByRole('button', { name: 'Begin the questions' });
	await begin.waitFor();
	const places = await page.locator('header nav').boundingBox();
	expect(await begin.evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThan(
		places?.y ?? 0
	);
	await begin.click();
	await question(page).waitFor();
	await page.locator('[name^=response]').first().waitFor();
	expect(performance.now() - before).toBeLessThan(SOON);
});

/** Makes the page as slow as on a cheap phone in a weak network: a quarter of the speed, and what “Slow 4G” is. */
async function slowDown(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: 1_600_000 / 8,
		uploadThroughput: 750_000 / 8
	});
}

test('what is mastered is there to be read again, and not offered as new', async ({ page }) => {
	await stopClock(page, NOON);
	await page.goto(home);
	await page.getByRole('link', { name: 'Learn point 1' }).waitFor();
	await seedStudy(page, mastered);
	for (const path of [home, `${home}/learn`]) {
		await page.goto(path);
		await page.getByRole('link', { name: 'Read again point 1' }).waitFor();
		expect(await page.getByRole('link', { name: /^Learn (point|the)/ }).count()).toBe(0);
		expect(await page.getByText(/^all \d+ mastered$/).count()).toBeGreaterThan(0);
	}
});

test('every lesson is reached from the path, and leads to the ones beside it', async ({ page }) => {
	await openLive(page, home);
	const numbers = [...course.primer.points.map(({ id }) => id), 0];
	for (const point of numbers)
		expect(await page.locator(`.path a[href$="/learn/${point}"]`).count(), `point ${point}`).toBe(1);
	await page.getByRole('link', { name: 'Learn point 1' }).click();
	await page.getByRole('link', { name: 'Point 2', exact: true }).click();
	await page.waitForURL('**/learn/2');
	await page.getByRole('link', { name: 'Point 1', exact: true }).waitFor();
	await page.getByRole('link', { name: 'All lessons' }).click();
	await page.waitForURL('**/learn');
});

test.for(['', '/fr'])(
	'on a desk, what can be done with a point stands in one row, below the same of the point above, at “%s”',
	async (language, { newPage }) => {
		const page = await newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(language + home);
		const ways = page.locator('.path li .ways');
		const boxes = await ways.evaluateAll((all) =>
			all.map((each) => [...each.children].map((way) => way.getBoundingClientRect()))
		);
		expect(boxes).toHaveLength(course.primer.points.length + 1);
		for (const [learn, practise] of boxes) {
			expect(learn?.x).toBe(boxes[0]?.[0]?.x);
			if (practise) expect(practise.top).toBeLessThan(learn?.bottom ?? 0);
		}
	}
);

test('on a desk, the last results stand beside the quiz that adds to them', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 1280, height: 800 } });
	for (const language of ['', '/fr']) {
		await page.goto(language + home);
		const [quiz, results] = await Promise.all(['#quiz', '#last'].map((id) => page.locator(id).boundingBox()));
		expect(results?.y).toBe(quiz?.y);
		expect(results?.x).toBeGreaterThan((quiz?.x ?? Infinity) + (quiz?.width ?? 0));
	}
});

test('what gives answers away stands on a page of its own', async ({ page }) => {
	await openLive(page, home);
	expect(await page.locator('figure').count()).toBe(0);
	await page.getByRole('link', { name: 'Background' }).click();
	await page.waitForURL('**/background');
	expect(await page.locator('main figure').count()).toBeGreaterThan(1);
});
