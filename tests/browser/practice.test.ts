import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { factsBehind, itemsAsked, itemsAskedAt, quizPath, scoreOf, spaced, words } from './course.ts';
import {
	answerAndCheck,
	expectFocus,
	expectHeading,
	expectQuestion,
	feedback,
	openLive,
	press
} from './learner.ts';

test('a practice quiz from the first page to its results, and again with what went wrong', async ({
	page
}) => {
	await page.goto('/');
	await page.getByText('More choices').click();
	await page.getByRole('radio', { name: /^Practice/ }).check();
	await page.getByRole('combobox', { name: 'Questions' }).selectOption('5');
	await press(page, 'Begin');

	const items = await itemsAsked(page);
	expect(items).toHaveLength(5);
	expect(new Set(items.map(({ point }) => point))).toEqual(new Set([1, 2, 3, 4, 5]));
	const missed = items.filter((_, position) => position % 2 === 1);
	const given = new Map(
		items.map((item) => [item, samples(item)[missed.includes(item) ? 'wrong' : 'right']])
	);

	for (const [position, item] of items.entries()) {
		await page.getByText(`Question ${position + 1} of 5`, { exact: true }).waitFor();
		await answerAndCheck(page, item, given.get(item));
		const headline = missed.includes(item) ? 'Not right' : 'Right';
		const told = page.getByRole('region', { name: headline, exact: true });
		await told.waitFor();
		expect(spaced(await told.innerText())).toContain(words(item.explanation));
		if (factsBehind(item).length > 1) await told.getByText(/^The \d+ facts behind this$/).click();
		const shown = spaced(await told.innerText());
		for (const fact of factsBehind(item)) {
			expect(shown).toContain(words(fact.claim));
			const source = fact.where === undefined ? (fact.source?.title ?? '?') : `the primer, ${fact.where}`;
			expect(shown.toLowerCase()).toContain(spaced(source).toLowerCase());
		}
		await press(page, position < 4 ? 'Next question' : 'See the results');
	}

	await expectHeading(page, '3 of 5 marks');
	await page.getByText('3 of 5 entirely right, 2 partly or not.').waitFor();
	const points = page.locator('section', { has: page.getByRole('heading', { name: 'Point by point' }) });
	expect(
		(await points.getByRole('listitem').allInnerTexts()).map((text) => /\d+ of \d+/.exec(text)?.[0])
	).toEqual(
		[1, 2, 3, 4, 5].map((point) => (missed.some((item) => item.point === point) ? '0 of 1' : '1 of 1'))
	);

	for (const [position, item] of items.entries()) {
		const result = page.locator('details', { hasText: `${position + 1}. ${words(item.stem)}` }).first();
		await result.locator('summary').first().click();
		const text = spaced(await result.innerText());
		expect(text).toContain(missed.includes(item) ? 'Not right, 0 marks' : 'Right, 1 mark');
		expect(text).toContain(words(item.explanation));
		for (const { why, key } of scoreOf(item, given.get(item)).parts) {
			if (why !== undefined) expect(text).toContain(words(why));
			if (key !== undefined && key !== 'true' && key !== 'false') expect(text).toContain(words(key));
		}
	}

	const again = page.getByRole('link', { name: 'Try the 2 you did not get right' });
	await again.click();
	await expect.poll(() => new URL(page.url()).searchParams.get('items')).not.toBeNull();
	const asked = await itemsAsked(page);
	expect(new Set(asked)).toEqual(new Set(missed));
	for (const item of asked) {
		await answerAndCheck(page, item, samples(item).right);
		await feedback(page).waitFor();
		await press(page, /^(Next question|See the results)$/);
	}
	await expectHeading(page, '2 of 2 marks');
	expect(await page.getByRole('link', { name: /you did not get right/ }).count()).toBe(0);

	await page.getByRole('link', { name: 'To the course' }).click();
	await page.getByRole('heading', { name: 'Your last results' }).waitFor();
	const last = page.getByRole('region', { name: 'Your last results' }).getByRole('link');
	// The place is there before what the device has kept.
	await last.nth(1).waitFor();
	expect((await last.allInnerTexts()).map(spaced)).toEqual(['2 of 2 marks', '3 of 5 marks']);
	await last.nth(1).click();
	await expectHeading(page, '3 of 5 marks');
});

test('what a teacher may be handed is one press away, however much stands above it', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 390, height: 844 } });
	await openLive(page, quizPath({ behaviour: 'practice', count: 5 }));
	await press(page, 'End quiz');
	await press(page, 'See the results');
	await press(page, 'For your teacher');
	const place = page.getByRole('region', { name: 'For your teacher' });
	await expectFocus(place);
	await expect
		.poll(async () => (await place.getByRole('button', { name: 'Copy the code' }).boundingBox())?.y)
		.toBeLessThan(844);
});

test('the finished items can be looked through one by one', async ({ page }) => {
	const address = quizPath({ behaviour: 'practice', count: 3 });
	const items = itemsAskedAt(address);
	await page.goto(address);
	for (const item of items) {
		await answerAndCheck(page, item, samples(item).right);
		await press(page, /^(Next question|See the results)$/);
	}
	await press(page, 'Go through them one by one');
	for (const [position, item] of items.entries()) {
		await expectHeading(page, `Question ${position + 1} of 3`);
		await page.getByText(words(item.explanation)).waitFor();
		if (position < 2) await press(page, 'Next');
	}
	await press(page, 'Back');
	await expectHeading(page, 'Question 2 of 3');
	await press(page, 'Next');
	await press(page, 'Back to the results');
	await expectHeading(page, '3 of 3 marks');
});

test('a skipped question waits in the overview, and a quiz that is ended shows what was not answered', async ({
	page
}) => {
	const address = quizPath({ behaviour: 'practice', count: 3 });
	const items = itemsAskedAt(address);
	const [first, second, third] = items;
	if (!first || !second || !third) throw new Error('three items were asked for');
	await page.goto(address);
	await expectQuestion(page, first);
	await press(page, 'Skip');
	await answerAndCheck(page, second, samples(second).right);
	await press(page, 'Next question');
	await expectQuestion(page, third);
	await press(page, 'Flag');
	await press(page, 'End quiz');

	await expectHeading(page, 'Before you finish');
	const cells = page.getByRole('button', { name: /^Question \d/ });
	expect(await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')))).toEqual([
		'Question 1: skipped',
		'Question 2: done',
		'Question 3: not answered, flagged'
	]);
	expect(await cells.nth(1).isDisabled()).toBe(true);
	await cells.first().click();
	await answerAndCheck(page, first, samples(first).right);
	await press(page, 'Next question');
	await expectQuestion(page, third);
	await press(page, 'End quiz');
	await press(page, 'See the results');
	await expectHeading(page, '2 of 3 marks');
	await page.getByText('2 of 3 entirely right, 1 not answered.').waitFor();
	const result = page.locator('details', { hasText: `3. ${words(third.stem)}` }).first();
	await result.locator('summary').first().click();
	expect(await result.innerText()).toContain('The answer:');
	expect(await result.innerText()).toContain('Not answered, 0 marks');
});

test('checking without an answer asks for one', async ({ page }) => {
	const address = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 1 });
	await page.goto(address);
	await press(page, 'Check');
	await page.getByRole('alert').getByText('Give an answer first, or skip this question.').waitFor();
	expect(await feedback(page).count()).toBe(0);
});

test.for([
	{ width: 1920, height: 1080, used: 0.7 },
	{ width: 1280, height: 800, used: 0.85 }
])(
	'results use a wide screen: the score stands beside the questions, $width px',
	async ({ used, ...viewport }, { newPage }) => {
		const page = await newPage({ viewport });
		const address = quizPath({ behaviour: 'practice', count: 5 });
		await openLive(page, address);
		await press(page, 'End quiz');
		await press(page, 'See the results');
		const boxOf = async (name: string) => {
			const box = await page.locator('section', { has: page.getByRole('heading', { name }) }).boundingBox();
			if (!box) throw new Error(`${name} is not there.`);
			return box;
		};
		const [points, questions] = await Promise.all([boxOf('Point by point'), boxOf('Question by question')]);
		expect(questions.x).toBeGreaterThan(points.x + points.width);
		expect((questions.x + questions.width - points.x) / viewport.width).toBeGreaterThan(used);
		await page.setViewportSize({ width: 390, height: 844 });
		const narrow = await Promise.all([boxOf('Point by point'), boxOf('Question by question')]);
		expect(narrow[1].x).toBe(narrow[0].x);
	}
);
