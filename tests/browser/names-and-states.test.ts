import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { course, courseKinds, itemOfKind, quizPath } from './course.ts';
import { answerAndCheck, expectHeading, feedback, openLive, press, verdict } from './learner.ts';

test('the title of the page says which question is asked', async ({ page }) => {
	const ends = `${course.primer.title} · quiz`;
	const address = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });
	const html = await (await page.goto(address))?.text();
	expect(html).toMatch(/<title>Question 1 of 3 · /);
	await openLive(page, address);
	await expectTitle(page, `Question 1 of 3 · ${ends}`);
	await press(page, 'Skip');
	await expectTitle(page, `Question 2 of 3 · ${ends}`);
	await press(page, 'End quiz');
	await expectTitle(page, `Overview · ${ends}`);
	await page.locator('button[value="submit"]').click();
	await expectHeading(page, '0 of 3 marks');
	await expectTitle(page, ends);
});

test('what is missing or cannot be read is invalid until it is changed', async ({ page }) => {
	await openLive(page, quizPath({ behaviour: 'practice', items: [itemOfKind('numeric').id] }));
	const field = page.getByRole('textbox');
	const invalid = page.locator('.view [aria-invalid="true"]');
	await press(page, 'Check');
	await page.getByRole('alert').getByText('Give an answer first').waitFor();
	expect(await invalid.count()).toBe(1);
	await field.fill('twelve months');
	await expect.poll(() => invalid.count()).toBe(0);
	await press(page, 'Check');
	await page.getByRole('alert').getByText('Please write a number').waitFor();
	expect(await field.getAttribute('aria-invalid')).toBe('true');
	await field.fill('12');
	await expect.poll(() => invalid.count()).toBe(0);
});

test('Flag keeps its name, and its state says whether it is set', async ({ page }) => {
	await openLive(page, quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 2 }));
	const flag = page.getByRole('button', { name: 'Flag', exact: true });
	expect(await flag.getAttribute('aria-pressed')).toBe('false');
	await flag.click();
	await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
	await flag.click();
	await page.getByRole('button', { name: 'Flag', exact: true, pressed: false }).waitFor();
});

test.for(courseKinds)('no level of heading is left out around an answer: %s', async (kind, { page }) => {
	const item = itemOfKind(kind);
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await answerAndCheck(page, item, samples(item).wrong);
	await verdict(page).waitFor();
	await feedback(page).locator('summary').first().waitFor();
	const levels = await page
		.getByRole('heading')
		.evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
	for (const [index, level] of levels.entries())
		expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
});

async function expectTitle(page: Page, title: string): Promise<void> {
	await expect.poll(() => page.title()).toBe(title);
}
