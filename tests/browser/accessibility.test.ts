import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { enlarged, looksAskedOr, nameOf } from './all-looks.ts';
import { expectAccessible, test, tooWide } from './browser.ts';
import { itemAskedAt, itemsAskedAt, oneOfEachKind, quizPath } from './course.ts';
import {
	answer,
	beginExam,
	expectHeading,
	expectQuestion,
	feedback,
	press,
	sayCertainty
} from './learner.ts';
import { pages } from './pages.ts';

/** Each page keeps one look, since Chromium is slow to recolour what is already there. */
const looks = looksAskedOr([
	{ width: 1280, theme: 'light', language: '', letters: 100 },
	{ width: 320, theme: 'dark', language: '', letters: 200 },
	{ width: 320, theme: 'dark', language: '', letters: 100 }
]);
const ofEachKind = oneOfEachKind().map(({ id }) => id);
const everyKind = quizPath({ behaviour: 'practice', items: ofEachKind });

// What is pressed here has English names; `looks.test.ts` sees the same pages in French.
for (const seen of looks.filter(({ language }) => language === '')) {
	const look = {
		colorScheme: seen.theme,
		viewport: { width: seen.width, height: 900 },
		reducedMotion: 'reduce'
	} as const;
	describe(`axe finds nothing, and nothing is too wide, ${nameOf(seen)}`, () => {
		test('the pages around a quiz', async ({ newPage, trouble }) => {
			const page = await enlarged(await newPage(look), seen);
			trouble.expect(/status of 40[04]/);
			for (const { path, whole } of Object.values(pages)) {
				await page.goto(path);
				await page.locator(whole).first().waitFor();
				await expectFit(page);
			}
			await page.goto(pages.first.path);
			await page.getByText('More choices').click();
			await expectFit(page);
		});

		test('answering, and explained after a wrong answer; the results, each item open', async ({
			newPage
		}) => {
			const page = await enlarged(await newPage(look), seen);
			const items = itemsAskedAt(everyKind);
			expect(items).toHaveLength(ofEachKind.length);
			await page.goto(everyKind);
			for (const item of items) {
				await expectQuestion(page, item);
				await expectFit(page);
				await answer(page, item, samples(item).wrong);
				await press(page, 'Check');
				await feedback(page).waitFor();
				await expectFit(page);
				await press(page, /^(Next question|See the results)$/);
			}
			await expectHeading(page, new RegExp(`of ${ofEachKind.length} marks$`));
			await openAll(page);
			await expectFit(page);
		});

		test('explained after a right answer; the results, each item open, and looked through one by one', async ({
			newPage
		}) => {
			const page = await enlarged(await newPage(look), seen);
			await page.goto(everyKind);
			for (const item of itemsAskedAt(everyKind)) {
				await answer(page, item, samples(item).right);
				await press(page, 'Check');
				await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
				await expectFit(page);
				await press(page, /^(Next question|See the results)$/);
			}
			await expectHeading(page, `${ofEachKind.length} of ${ofEachKind.length} marks`);
			await openAll(page);
			await expectFit(page);
			await press(page, 'Go through them one by one');
			await expectFit(page);
			await press(page, 'All results');
			await page.goto('/');
			await page.getByRole('heading', { name: 'Your last results' }).waitFor();
			await expectFit(page);
		});

		test('the answer shown to a learner who gave none; the overview', async ({ newPage }) => {
			const page = await enlarged(await newPage(look), seen);
			await page.goto(everyKind);
			for (const item of itemsAskedAt(everyKind)) {
				await expectQuestion(page, item);
				await press(page, 'Skip');
			}
			await expectHeading(page, 'Before you finish');
			await expectFit(page);
			await press(page, 'See the results');
			await expectHeading(page, `0 of ${ofEachKind.length} marks`);
			await openAll(page);
			await expectFit(page);
		});

		test('told that the last try was wrong', async ({ newPage }) => {
			const page = await enlarged(await newPage(look), seen);
			const address = quizPath({ behaviour: 'retry', items: ofEachKind });
			await page.goto(address);
			for (const item of itemsAskedAt(address)) {
				await answer(page, item, samples(item).wrong);
				await press(page, 'Check');
				await page.getByRole('alert').getByText('2 tries left').waitFor();
				await expectFit(page);
				await press(page, 'Show the answer');
				await press(page, /^(Next question|See the results)$/);
			}
		});

		test('a certainty, what it earned, and how sure the learner was', async ({ newPage }) => {
			const page = await enlarged(await newPage(look), seen);
			const address = quizPath({ behaviour: 'certainty', kinds: ['single-choice'], count: 1 });
			const item = itemAskedAt(address, 1);
			await page.goto(address);
			await answer(page, item, samples(item).wrong);
			await press(page, 'Check');
			await page.getByRole('alert').getByText('Say how sure you are first.').waitFor();
			await sayCertainty(page, 3);
			await expectFit(page);
			await press(page, 'Check');
			await feedback(page).waitFor();
			await expectFit(page);
			await press(page, 'See the results');
			await expectHeading(page, '−6 of 3 marks');
			await expectFit(page);
		});

		test('an exam in its last minute', async ({ newPage }) => {
			const page = await enlarged(await newPage(look), seen);
			await page.goto(quizPath({ behaviour: 'exam', count: 3, minutes: 1 }));
			await beginExam(page);
			await page.locator('.timer.short').waitFor();
			await expectFit(page);
		});

		test('an exam with its clock, its overview with a flag, and the keys', async ({ newPage }) => {
			const page = await enlarged(await newPage(look), seen);
			// A machine that is busy looks for minutes, and an exam whose time is over hands itself in.
			await page.goto(quizPath({ behaviour: 'exam', count: 3, minutes: 60 }));
			await beginExam(page);
			await press(page, 'Flag');
			await page.keyboard.press('?');
			await page.getByRole('dialog', { name: 'Keys' }).waitFor();
			await expectFit(page);
			await press(page, 'Close');
			await expectFit(page);
			await press(page, 'Overview');
			await expectHeading(page, 'Before you hand in');
			await expectFit(page);
		});
	});
}

test('where motion is to be reduced, what changes its look does so at once', async ({ newPage }) => {
	const page = await newPage({ reducedMotion: 'reduce' });
	await page.goto('/paris-call');
	const colours = await page
		.locator('.five-points a')
		.first()
		.evaluate((link) =>
			['rgb(1, 2, 3)', 'rgb(4, 5, 6)'].map((colour) => {
				link.style.backgroundColor = colour;
				return getComputedStyle(link).backgroundColor;
			})
		);
	expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
});

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}

/** Opens every item of the results. */
async function openAll(page: Page): Promise<void> {
	const closed = page.locator('.results form > details:not([open]) > summary');
	while ((await closed.count()) > 0) await closed.first().click();
}
