import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { readWith, test, tooWide } from './browser.ts';
import { course, itemAskedAt, quizPath } from './course.ts';
import { answer, chooseLanguage, expectFocus, expectLive, openLive, openMenu, press } from './learner.ts';

const home = `/${course.primer.id}`;
const quiz = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });
const first = itemAskedAt(quiz, 1);

/** Each page, with the place that it is below. */
const pages: Record<string, string | undefined> = {
	'/': 'Today',
	[home]: 'Today',
	[`${home}/review`]: 'Today',
	[`${home}/learn`]: 'Learn',
	[`${home}/learn/1`]: 'Learn',
	[`${home}/practice/mixed`]: 'Learn',
	[`${home}/progress`]: 'Map',
	[`${home}/flashcards`]: 'Cards',
	[`${home}/background`]: undefined,
	[`${home}/facts`]: undefined,
	[`${home}/print`]: undefined,
	[`${home}/teach`]: undefined,
	[`${home}/share`]: undefined,
	[`${home}/teach/results`]: undefined,
	[`${home}/teach/guide`]: undefined,
	'/host': undefined,
	'/settings': undefined,
	'/offline': undefined,
	// Until the first answer a quiz has one line of it.
	[quiz]: undefined
};

const places = (page: Page) =>
	page
		.getByRole('navigation', { name: /^(The parts of this course|Les parties de ce cours)$/ })
		.getByRole('link');

test('every page has one frame, outside of what it is about, which says where one is', async ({ page }) => {
	for (const [path, place] of Object.entries(pages)) {
		await openLive(page, path);
		expect(await page.getByRole('banner').count(), path).toBe(1);
		expect(await page.locator('main nav, main header nav').count(), path).toBe(0);
		expect(await page.locator('.menu').isVisible(), path).toBe(true);
		expect(await page.locator('header [data-place][aria-current]').allTextContents(), path).toEqual(
			place === undefined ? [] : [place]
		);
	}
});

test('a page that comes without loading moves the place along', async ({ page }) => {
	await openLive(page, home);
	await page.getByRole('link', { name: 'Learn point 2' }).click();
	await page.locator('header [data-place=learn][aria-current=true]').waitFor();
	expect(await page.locator('header [data-place][aria-current]').count()).toBe(1);
	await chooseLanguage(page, 'Français');
	await page.waitForURL(`**/fr${home}/learn/2#menu`);
});

test.for([true, false])(
	'the first stop of the Tab key leads past the frame, with script: %j',
	async (javaScriptEnabled, { newPage }) => {
		const page = await newPage({ javaScriptEnabled });
		for (const path of [home, quiz, `${home}/facts`]) {
			await page.goto(path);
			if (javaScriptEnabled) await expectLive(page);
			await page.keyboard.press('Tab');
			const skip = page.getByRole('link', { name: 'Skip to the content' });
			await expectFocus(skip);
			expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
			await page.keyboard.press('Enter');
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), path).toBe(true);
		}
	}
);

describe('the bar of places never wraps', () => {
	const ways = [{}, { size: 'larger' }, { spacing: 'wide' }, { size: 'larger', spacing: 'wide' }] as const;
	for (const language of ['', '/fr'])
		for (const [width, text] of [
			[320, 100],
			[320, 200],
			[390, 200],
			[768, 100],
			[1280, 100]
		] as const)
			test(`${width} px wide, letters at ${text} %, at “${language}${home}”`, async ({ newPage }) => {
				const page = await newPage({ viewport: { width, height: 700 } });
				for (const way of ways) {
					await readWith(page, way);
					await page.goto(language + home);
					// What a reader sets in the browser: the size that all others follow.
					if (text > 100)
						await page.addStyleTag({
							content: `html { font-size: calc(1.0625rem * ${text / 100}) !important }`
						});
					const boxes = await Promise.all((await places(page).all()).map((link) => link.boundingBox()));
					expect(boxes).toHaveLength(5);
					expect(new Set(boxes.map((box) => Math.round(box?.y ?? -1))).size, JSON.stringify(way)).toBe(1);
					for (const box of boxes) {
						expect(box?.x).toBeGreaterThanOrEqual(0);
						expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
						expect(box?.height).toBeGreaterThanOrEqual(24);
						expect(box?.width).toBeGreaterThanOrEqual(24);
					}
					expect(await tooWide(page), JSON.stringify(way)).toBe(0);
				}
			});
});

test('in a running quiz the frame is one line, and grows again at its end', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 390, height: 844 } });
	await openLive(page, quizPath({ behaviour: 'practice', items: [first.id] }));
	expect(await places(page).count()).toBe(0);
	expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(60);
	await answer(page, first, samples(first).right);
	await press(page, 'Check');
	await press(page, 'See the results');
	await expect.poll(() => places(page).count()).toBe(5);
});

for (const [name, script] of [
	['with', true],
	['without', false]
] as const) {
	describe(`the menu, ${name} script,`, () => {
		test('sets how the page is read, and stays where the reader is', async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: script });
			await page.goto(`${home}/facts`);
			if (script) await expectLive(page);
			for (const [choice, shown] of [
				['Larger', 'data-size=larger'],
				['Wide', 'data-spacing=wide'],
				['Dark', 'data-theme=dark']
			] as const) {
				const menu = await openMenu(page);
				await menu.getByRole('button', { name: choice, exact: true }).click();
				await page.locator(`html[${shown}]`).waitFor({ state: 'attached' });
				expect(new URL(page.url()).pathname).toBe(`${home}/facts`);
			}
			expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(236, 233, 226)');
			await page.goto(home);
			await page.locator('html[data-size=larger][data-spacing=wide][data-theme=dark]').waitFor();
			const chosen = (await openMenu(page)).locator('[aria-pressed=true]');
			expect(await chosen.allTextContents()).toEqual(['Larger', 'Wide', 'Dark']);
		});

		test('keeps the focus when it changes the language', async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: script });
			for (const path of [`${home}/facts`, quiz]) {
				await page.goto(path);
				if (script) await expectLive(page);
				await chooseLanguage(page, 'Français');
				await page.locator('html[lang=fr]').waitFor();
				await expectFocus(page.locator('#menu'));
			}
		});

		test('loses nothing of a quiz', async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: script });
			await page.goto(quiz);
			if (script) await expectLive(page);
			await answer(page, first, samples(first).right);
			await (await openMenu(page)).getByRole('button', { name: 'Large', exact: true }).click();
			await page.locator('html[data-size=large]').waitFor({ state: 'attached' });
			expect(await page.locator('input[name="response"]:checked').getAttribute('value')).toBe(
				samples(first).right
			);
		});
	});
}

test('a quiz that comes without loading is carried along by the menu', async ({ page }) => {
	await openLive(page, home);
	await press(page, 'Begin');
	await page.waitForURL(/\/quiz\?/);
	await press(page, 'Skip');
	await page.getByText('Question 2 of 10', { exact: true }).waitFor();
	await chooseLanguage(page, 'Français');
	await page.getByText('Question 2 sur 10', { exact: true }).waitFor();
});

test('the menu closes with Escape, and with a press beside it', async ({ page }) => {
	await openLive(page, home);
	const menu = await openMenu(page);
	await expect
		.poll(async () => {
			await page.keyboard.press('Escape');
			return menu.getAttribute('open');
		})
		.toBeNull();
	await expectFocus(menu.locator('summary'));
	await openMenu(page);
	await page.getByRole('heading', { level: 1 }).click();
	await expect.poll(() => menu.getAttribute('open')).toBeNull();
});

test('on a phone nothing that has the focus is behind the bar', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 320, height: 660 } });
	for (const path of [home, `${home}/learn`]) {
		await openLive(page, path);
		const stops = await page.locator('main :is(a, button, summary, select)').count();
		for (let stop = 0; stop < stops; stop++) {
			await page.keyboard.press('Tab');
			const hidden = await page.evaluate(() => {
				const focused = document.activeElement;
				const bar = document.querySelector('header nav')?.getBoundingClientRect();
				if (!focused?.closest('main') || !bar) return false;
				const { top, bottom } = focused.getBoundingClientRect();
				return top >= bar.top && bottom > bar.top;
			});
			expect(hidden, `${path}, stop ${stop}`).toBe(false);
		}
	}
});
