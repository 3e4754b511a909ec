import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import { NOON } from '#lib/review/map-fixtures.ts';

import { enlarged } from './all-looks.ts';
import { barriersOn, readWith, test, tooWide } from './browser.ts';
import { course, itemsAskedAt, oneOfEachKind, quizPath } from './course.ts';
import { give } from './give.ts';
import { expectLive, openLive, question } from './learner.ts';
import { overlaps } from './overlaps.ts';
import { pages, type PageToSee } from './pages.ts';
import { seedStudy } from './seed-study.ts';
import { inTheMiddle } from './some-learner.ts';

const oneKind = quizPath({ behaviour: 'practice', count: 3, kinds: ['single-choice'], seed: 'a' });

const readers = ['en', 'fr'].flatMap(
	(locale) =>
		[
			{
				locale,
				letters: 'large letters far apart',
				percent: 100,
				reading: { size: 'larger', spacing: 'wide' }
			},
			{ locale, letters: 'letters of twice the size', percent: 200, reading: {} }
		] as const
);

test.for(readers)(
	'in $letters no page is wider than a narrow screen, in $locale',
	async ({ locale, percent, reading }, { newPage, trouble }) => {
		trouble.expect(/status of 40[04]/);
		const page = await enlarged(await newPage({ locale, viewport: { width: 320, height: 660 } }), {
			letters: percent
		});
		await readWith(page, reading);
		const question: PageToSee = { path: oneKind, whole: '[data-focus-question]' };
		for (const { path, whole, isStill } of [...Object.values<PageToSee>(pages), question]) {
			await page.goto(path);
			// The report on the questions comes without a script, and so without what waits for one.
			if (!isStill) await expectLive(page);
			await page.locator(whole).first().waitFor();
			expect.soft(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
		}
	}
);

test.for(['en', 'fr'])(
	'in letters of twice the size no question is wider than a narrow screen, before and after its answer, in %s',
	async (locale, { newPage }) => {
		const page = await newPage({ locale, viewport: { width: 320, height: 660 }, reducedMotion: 'reduce' });
		const address = quizPath({ behaviour: 'practice', items: oneOfEachKind().map(({ id }) => id) });
		await openLive(page, address);
		// What a reader sets in the browser: the size that all others follow.
		await page.addStyleTag({ content: 'html { font-size: calc(1.0625rem * 2) !important }' });
		for (const item of itemsAskedAt(address)) {
			await page.locator('[data-focus-question]').first().waitFor();
			expect(await tooWide(page), `pixels too wide at ${item.id}`).toBe(0);
			expect(await narrowest(page), `pixels for the words of ${item.id}`).toBeGreaterThan(110);
			await give(page, item, samples(item).wrong);
			await page.locator('button[value="check"]').click();
			await page.locator('.feedback [data-focus]').waitFor();
			expect(await tooWide(page), `pixels too wide at the answer to ${item.id}`).toBe(0);
			expect(await narrowest(page), `pixels for the answer to ${item.id}`).toBeGreaterThan(110);
			await page.locator('button[value="next"]').click();
			await page.locator('.feedback').waitFor({ state: 'hidden' });
		}
		await page.locator('.results').waitFor();
		expect(await tooWide(page), 'pixels too wide at the results').toBe(0);
	}
);

test('in letters of twice the size the days of a learner cover no month, and a hint needs no scrolling', async ({
	newPage
}) => {
	const options = { locale: 'fr', viewport: { width: 320, height: 660 }, reducedMotion: 'reduce' } as const;
	const page = await enlarged(await newPage(options), { letters: 200 });
	await page.clock.setFixedTime(NOON);
	await page.goto('/');
	await seedStudy(page, inTheMiddle);
	await openLive(page, `/fr/${course.primer.id}/progress`);
	await page.locator('.weeks').first().waitFor();
	expect(await overlaps(page)).toEqual([]);
	const hinted = itemsAskedAt(oneKind).filter(({ hint }) => hint !== undefined);
	expect(hinted).not.toEqual([]);
	await openLive(page, quizPath({ behaviour: 'practice', items: hinted.slice(0, 1).map(({ id }) => id) }));
	await page.locator('button[value=hint]').click();
	await page.locator('aside.hint').waitFor();
	expect(await barriersOn(page)).toEqual([]);
});

/** How wide the narrowest of the texts is that do not fit one line: words that have less room break into letters. */
function narrowest(page: Page): Promise<number> {
	return page.evaluate(() => {
		const texts = [...document.querySelectorAll('.view :is(.text, label > span, .premise, .why)')];
		const long = texts.filter((text) => text.checkVisibility() && text.textContent.trim().length > 20);
		return Math.min(innerWidth, ...long.map((text) => text.getBoundingClientRect().width));
	});
}

describe('on a narrow screen, what has the focus is in sight', () => {
	for (const size of ['normal', 'large', 'larger'] as const) {
		test(`in ${size} letters`, async ({ newPage }) => {
			const page = await newPage({ viewport: { width: 320, height: 660 } });
			await readWith(page, { size, spacing: 'normal' });
			await openLive(page, oneKind);
			await question(page).waitFor();
			for (const option of await page.getByRole('radio').all()) {
				await option.focus();
				expect(await isUncovered(page)).toBe(true);
			}
		});
	}
});

/** Whether the focused element is in view, at least in part, with nothing covering it. */
function isUncovered(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const card = document.activeElement?.closest('label') ?? document.activeElement;
		if (!card) return false;
		const { left, right, top, bottom } = card.getBoundingClientRect();
		const seen = [Math.max(top, 0) + 2, Math.min(bottom, innerHeight) - 2];
		return seen.every((y) => card.contains(document.elementFromPoint((left + right) / 2, y)));
	});
}
