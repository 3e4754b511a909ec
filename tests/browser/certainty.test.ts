import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { itemAskedAt, itemsAskedAt, quizPath, spaced } from './course.ts';
import { answer, expectHeading, feedback, openResult, press, sayCertainty } from './learner.ts';

test('the learner is asked how sure they are, which decides what a right and a wrong answer earn', async ({
	page
}) => {
	const address = quizPath({ behaviour: 'certainty', kinds: ['single-choice'], count: 4 });
	const items = itemsAskedAt(address);
	const plan = [
		{ certainty: 3, sample: 'right', marks: '+3 marks' },
		{ certainty: 3, sample: 'wrong', marks: '−6 marks' },
		{ certainty: 2, sample: 'wrong', marks: '−2 marks' },
		{ certainty: 1, sample: 'right', marks: '+1 mark' }
	] as const;
	await page.goto(address);

	for (const [position, item] of items.entries()) {
		const { certainty, sample, marks } = plan[position] ?? plan[0];
		await answer(page, item, samples(item)[sample]);
		if (position === 0) {
			await press(page, 'Check');
			await page.getByRole('alert').getByText('Say how sure you are first.').waitFor();
			expect(await feedback(page).count()).toBe(0);
		}
		await sayCertainty(page, certainty);
		await press(page, 'Check');
		const headline = await feedback(page).getByRole('heading', { level: 2 }).innerText();
		expect(spaced(headline)).toBe(`${sample === 'right' ? 'Right' : 'Not right'} ${marks}`);
		await press(page, /^(Next question|See the results)$/);
	}

	await expectHeading(page, '−4 of 12 marks');
	const table = page.getByRole('table', { name: 'How sure you were, and how often you were right' });
	await table.getByRole('row').nth(3).waitFor();
	expect((await table.locator('tbody').getByRole('row').allInnerTexts()).map(spaced)).toEqual([
		'Not very sure 1 1 (100 %)',
		'Fairly sure worth it from 67% right answers on 1 0 (0 %)',
		'Certain worth it from 80% right answers on 2 1 (50 %)'
	]);
	await page.getByText(/^Below zero, and that is no disaster.* this would be 2 of 4 right\.$/).waitFor();
	for (const [position, item] of items.entries()) {
		const result = await openResult(page, position + 1, item);
		expect(spaced(await result.locator('summary').first().innerText())).toContain(plan[position]?.marks);
	}
});

test('what each certainty can win and lose is beside it', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'certainty', count: 1 }));
	const levels = page.getByRole('group', { name: 'How sure are you?' }).getByRole('radio');
	for (const [place, name] of [
		/^Not very sure right \+1, wrong 0$/,
		/^Fairly sure right \+2, wrong −2$/,
		/^Certain right \+3, wrong −6$/
	].entries()) {
		await levels.nth(place).and(page.getByRole('radio', { name })).waitFor();
	}
});

test('a partly right answer wins its share and loses nothing', async ({ page }) => {
	const address = quizPath({ behaviour: 'certainty', kinds: ['true-false-reason'], count: 1 });
	const item = itemAskedAt(address, 1);
	await page.goto(address);
	await answer(page, item, samples(item).partlyRight);
	await sayCertainty(page, 3);
	await press(page, 'Check');
	await page.getByRole('region', { name: 'Partly right +1.5 marks' }).waitFor();
	await press(page, 'See the results');
	await expectHeading(page, '1.5 of 3 marks');
});
