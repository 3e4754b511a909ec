import { describe, expect } from 'vitest';

import { test } from './browser.ts';
import { course, quizPath } from './course.ts';
import { expectHeading, expectLive, openLive, press, question } from './learner.ts';

const home = `/${course.primer.id}`;
const quiz = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });

describe('a page with a script of its own', () => {
	for (const address of [quiz, `${home}/review`, quizPath({ behaviour: 'exam', count: 3, minutes: 5 })])
		test(`loads nothing of SvelteKit’s client: ${address}`, async ({ page }) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).pathname));
			await openLive(page, address);
			await page.waitForLoadState('networkidle');
			expect(asked.filter((path) => path.includes('/entry/'))).toHaveLength(1);
			expect(asked.filter((path) => /\/(nodes|entry\/(start|app))\b|__data\.json/.test(path))).toEqual([]);
		});

	test('is left behind by “Back”, however one came to it, and whether or not it was loaded again', async ({
		page
	}) => {
		await openLive(page, home);
		await page.getByRole('button', { name: 'Begin', exact: true }).click();
		await page.waitForURL(/\/quiz\?/);
		await expectLive(page);
		const asked = await question(page).innerText();
		await page.reload();
		await expect.poll(() => question(page).innerText()).toBe(asked);
		await page.goBack();
		await expectHeading(page, course.primer.title);
		await page.goForward();
		await expect.poll(() => question(page).innerText()).toBe(asked);
	});

	test('keeps in its address what was drawn, without another step of the history', async ({ page }) => {
		await openLive(page, home);
		await page.goto(`${home}/quiz?n=3`);
		await expectLive(page);
		await expect.poll(() => page.url()).toContain('seed=');
		await page.goBack();
		await expectHeading(page, course.primer.title);
	});

	test('comes up live when it was left for another and is come back to', async ({ page }) => {
		await openLive(page, quiz);
		const asked = await question(page).innerText();
		await page.locator('.frame a.sign').click();
		await expectHeading(page, course.primer.title);
		await page.goBack();
		await expectLive(page);
		await expect.poll(() => question(page).innerText()).toBe(asked);
		await press(page, 'Skip');
		await expect.poll(() => question(page).innerText()).not.toBe(asked);
	});
});
