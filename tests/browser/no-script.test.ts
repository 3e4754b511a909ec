import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, type KindName } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { course, itemAskedAt, itemOfKind, quizPath, spaced, words } from './course.ts';
import {
	answer,
	answerAndCheck,
	expectHeading,
	expectQuestion,
	feedback,
	press,
	sayCertainty
} from './learner.ts';

const plainKinds: KindName[] = [
	'single-choice',
	'multiple-response',
	'true-false-reason',
	'short-text',
	'numeric',
	'matching',
	'categorise',
	'cloze',
	'highlight'
];

describe('a form post answers one', () => {
	for (const kind of plainKinds) {
		test(kind, async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: false });
			const item = itemOfKind(kind);
			const address = quizPath({ behaviour: 'practice', items: [item.id] });
			const html = await (await page.goto(address))?.text();
			expect(spaced(html ?? '')).toContain(escaped(words(item.stem)));

			await answerAndCheck(page, item, samples(item).right);
			await expectExplained(page, 'Right', item);
			await press(page, 'See the results');
			await expectHeading(page, '1 of 1 mark');

			await page.goto(address);
			await answerAndCheck(page, item, samples(item).wrong);
			await expectExplained(page, 'Not right', item);
			await press(page, 'See the results');
			await expectHeading(page, '0 of 1 mark');
		});
	}
});

test('an order is given by the place of each element', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	const item = itemOfKind('ordering');
	await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
	const right = samples(item).right as string[];
	for (const place of await page.getByRole('combobox', { name: /^Place of: / }).all()) {
		const name = (await place.getAttribute('name')) ?? '';
		await place.selectOption(String(right.indexOf(name.replace('response:', '')) + 1));
	}
	await press(page, 'Check');
	await expectExplained(page, 'Right', item);
});

test('Enter in a field checks what was typed there', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	const item = itemOfKind('short-text');
	await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
	await answer(page, item, samples(item).right);
	await page.keyboard.press('Enter');
	await expectExplained(page, 'Right', item);
});

test('a whole quiz goes through to its results: answers, a skipped question, the overview', async ({
	newPage
}) => {
	const page = await newPage({ javaScriptEnabled: false });
	const address = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });
	const [first, second, third] = [itemAskedAt(address, 1), itemAskedAt(address, 2), itemAskedAt(address, 3)];
	await page.goto(address);
	await press(page, 'Check');
	await page.getByRole('alert').getByText('Give an answer first, or skip this question.').waitFor();
	await answerAndCheck(page, first, samples(first).right);
	await press(page, 'Next question');
	await expectQuestion(page, second);
	await press(page, 'Skip');
	await answerAndCheck(page, third, samples(third).wrong);
	await press(page, 'Next question');
	await expectHeading(page, 'Before you finish');
	await press(page, 'Question 2: skipped');
	await answerAndCheck(page, second, samples(second).right);
	await press(page, 'See the results');
	await expectHeading(page, '2 of 3 marks');
	await press(page, 'Go through them one by one');
	await expectHeading(page, 'Question 1 of 3');
});

test('another try and the certainty work by form posts, too', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	const item = itemOfKind('single-choice');
	await page.goto(quizPath({ behaviour: 'retry', items: [item.id] }));
	await answerAndCheck(page, item, samples(item).wrong);
	await page.getByRole('complementary', { name: 'Hint' }).waitFor();
	await answerAndCheck(page, item, samples(item).right);
	await feedback(page).getByText('0.7 marks').waitFor();

	await page.goto(quizPath({ behaviour: 'certainty', items: [item.id] }));
	await answer(page, item, samples(item).wrong);
	await sayCertainty(page, 2);
	await press(page, 'Check');
	await feedback(page).getByText('−2 marks').waitFor();
});

test('an exam begins, goes on and is graded by form posts', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	const address = quizPath({ behaviour: 'exam', kinds: ['single-choice'], count: 2 });
	const [first, second] = [itemAskedAt(address, 1), itemAskedAt(address, 2)];
	await page.goto(address);
	await expectHeading(page, 'Exam');
	await press(page, 'Begin');
	await answer(page, first, samples(first).right);
	await press(page, 'Next');
	await answer(page, second, samples(second).wrong);
	await press(page, 'Back');
	await expectQuestion(page, first);
	expect(await page.locator('input:checked').getAttribute('value')).toBe(samples(first).right);
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, '1 of 2 marks');
	await page.locator('main summary').first().click();
	await page.getByText(words(first.explanation)).waitFor();
});

test('no button is shown that needs a script', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	const dead = page.locator('button[type=button]:visible');
	const item = itemOfKind('single-choice');
	const pages = [`/${course.primer.id}`, quizPath({ behaviour: 'practice', items: [item.id] })];
	for (const address of pages) {
		await page.goto(address);
		expect(await dead.allInnerTexts(), address).toEqual([]);
	}
	await answerAndCheck(page, item, samples(item).wrong);
	await expectExplained(page, 'Not right', item);
	expect(await dead.allInnerTexts()).toEqual([]);
	await press(page, 'See the results');
	await expectHeading(page, '0 of 1 mark');
	expect(await dead.allInnerTexts()).toEqual([]);
});

async function expectExplained(page: Page, headline: string, item: Item): Promise<void> {
	const told = page.getByRole('region', { name: headline, exact: true });
	await told.waitFor();
	expect(spaced(await told.innerText())).toContain(words(item.explanation));
}

/** A text as HTML writes it. */
function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
