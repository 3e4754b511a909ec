import { expect } from 'vitest';

import { outcomesOf, outcomesOfItem } from '#lib/bank/outcome.ts';
import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { course, itemOf, itemsAsked, spaced, words } from './course.ts';
import { answerAndCheck, expectHeading, press } from './learner.ts';

const home = `/${course.primer.id}`;
const outcomes = outcomesOf(course.primer.points);

test('a final test asks for all that the course is for, and says what to go back to', async ({ page }) => {
	await page.goto(home);
	await page.getByRole('link', { name: 'Final test' }).click();
	const items = await itemsAsked(page);
	expect(items).toHaveLength(20);
	const asked = outcomes.filter((outcome) =>
		items.some((item) => outcomesOfItem([outcome], item).length > 0)
	);
	expect(asked).toEqual(outcomes);

	// All of one point goes wrong, and all else right.
	for (const [position, item] of items.entries()) {
		await answerAndCheck(page, item, samples(item)[item.point === 3 ? 'wrong' : 'right']);
		await press(page, position < 19 ? 'Next question' : 'See the results');
	}
	await expectHeading(page, / of 20 marks$/);
	const missed = items.filter(({ point }) => point === 3);
	const isBack = (outcome: (typeof outcomes)[number]) => {
		const own = items.filter((item) => outcomesOfItem([outcome], item).length > 0);
		return own.filter((item) => !missed.includes(item)).length / own.length < 0.75;
	};
	const shown = page.locator('.outcomes', {
		has: page.getByRole('heading', { name: 'You have shown that you can' })
	});
	const back = page.locator('.outcomes', { has: page.getByRole('heading', { name: 'Go back to' }) });
	for (const outcome of outcomes)
		expect(spaced(await (isBack(outcome) ? back : shown).innerText())).toContain(words(outcome.text));
	await back.getByRole('link', { name: /^Read this point again ?: Who stayed away/ }).click();
	await page.waitForURL(/\/learn\/3$/);
	await page.getByRole('heading', { name: 'At the end you can' }).waitFor();
});

test('the map leads to it, too', async ({ page }) => {
	await page.goto(`${home}/progress`);
	await page.getByRole('link', { name: 'Begin the final test' }).click();
	expect(await itemsAsked(page)).toHaveLength(20);
});

test('a teacher’s guide has a lesson for each point, and sets up a class with its questions', async ({
	page
}) => {
	await page.goto(`${home}/teach`);
	await page.getByRole('link', { name: 'Lessons', exact: true }).click();
	const { guide } = course;
	if (!guide) throw new Error('The course has a guide.');
	for (const lesson of guide.points) {
		const sheet = page.getByRole('article').nth(lesson.id - 1);
		const text = spaced(await sheet.innerText());
		expect(text).toContain(words(lesson.aim));
		for (const id of lesson.live.ask) expect(text).toContain(words(itemOf(id).stem));
		const link = await sheet.getByRole('link', { name: /quiz\?/ }).getAttribute('href');
		expect(link).toMatch(new RegExp(`/quiz\\?behaviour=retry&points=${lesson.id}&n=10$`));
	}
	await page.getByRole('link', { name: 'Set up a class with these questions' }).first().click();
	await page.waitForURL(/\/host\?/);
	const picked = page.locator('input[name=items]:checked');
	await picked.first().waitFor();
	const chosen = await picked.evaluateAll((inputs) =>
		inputs.map((input) => (input as HTMLInputElement).value)
	);
	expect(chosen.toSorted()).toEqual(guide.points[0]?.live.ask.toSorted());
});
