import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test } from './browser.ts';
import { itemAskedAt, quizPath } from './course.ts';
import { expectKept, store, stored, type Stored } from './device.ts';
import {
	answer,
	answerAndCheck,
	beginExam,
	expectFocus,
	expectHeading,
	expectQuestion,
	feedback,
	openLive,
	press,
	question,
	sayCertainty
} from './learner.ts';

const practice = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });

describe('loading the page again goes on with the same question and the same answers', () => {
	for (const behaviour of behaviourNames) {
		test(behaviour, async ({ page }) => {
			const address = quizPath({ behaviour, kinds: ['single-choice'], count: 3 });
			const [first, second] = [itemAskedAt(address, 1), itemAskedAt(address, 2)];
			await page.goto(address);
			if (behaviour === 'exam') await beginExam(page);
			await answer(page, first, samples(first).right);
			if (behaviour === 'certainty') await sayCertainty(page, 3);
			if (behaviour !== 'exam') await press(page, 'Check');
			await press(page, /^Next/);
			await answer(page, second, samples(second).wrong);
			if (behaviour === 'certainty') await sayCertainty(page, 2);
			if (behaviour === 'retry') {
				await press(page, 'Check');
				await page.getByRole('alert').getByText('2 tries left').waitFor();
			}
			await press(page, 'Flag');
			await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
			await expectKept(page, 'flag');

			await page.reload();
			await expectQuestion(page, second);
			await page.getByText('Question 2 of 3', { exact: true }).waitFor();
			await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
			expect(await chosen(page, 'response')).toBe(samples(second).wrong);
			if (behaviour === 'certainty') expect(await chosen(page, 'certainty')).toBe('2');
			if (behaviour === 'retry') await page.getByRole('complementary', { name: 'Hint' }).waitFor();
			if (behaviour === 'exam') {
				await press(page, 'Back');
				await expectQuestion(page, first);
				expect(await chosen(page, 'response')).toBe(samples(first).right);
			} else {
				await answer(page, second, samples(second).right);
				await press(page, /^Check/);
				await feedback(page).waitFor();
				await press(page, 'End quiz');
				await press(page, 'See the results');
				await expectHeading(
					page,
					{ practice: '2 of 3 marks', retry: '1.7 of 3 marks', certainty: '5 of 9 marks' }[behaviour]
				);
			}
		});
	}
});

test('a quiz whose page was closed is offered by the page of its course, and goes on', async ({
	page,
	trouble
}) => {
	const [first, second] = [itemAskedAt(practice, 1), itemAskedAt(practice, 2)];
	await page.goto(practice);
	await answer(page, first, samples(first).right);
	await press(page, 'Check');
	await press(page, 'Next question');
	await answer(page, second, samples(second).wrong);
	await expectKept(page, 'answer');
	await page.close();

	const another = await page.context().newPage();
	trouble.watch(another);
	await another.goto('/');
	await another.getByText(/^1 of 3 done/).waitFor();
	const today = (name: string) => another.getByRole('region', { name });
	await today('Today').getByText('You have begun a quiz: 2 of its 3 questions are left.').waitFor();
	await another.goto('/fr');
	await today('Aujourd’hui')
		.getByText(/il reste 2 questions sur 3/)
		.waitFor();
	await today('Aujourd’hui')
		.getByRole('link', { name: /^Continuer votre quiz\s*1 minute environ$/ })
		.waitFor();
	await another.goto('/');
	await today('Today')
		.getByRole('link', { name: /^Go on with your quiz\s*about 1 minute$/ })
		.click();
	await expectQuestion(another, second);
	expect(await chosen(another, 'response')).toBe(samples(second).wrong);
});

test('an exam is what to do now until its time is over; then its result is told, and it is not offered', async ({
	page
}) => {
	const address = quizPath({ behaviour: 'exam', kinds: ['single-choice'], count: 2, minutes: 10 });
	await page.goto(address);
	await beginExam(page);
	const item = itemAskedAt(address, 1);
	await answer(page, item, samples(item).right);
	await expectKept(page, 'answer');
	const today = page.getByRole('region', { name: 'Today' });
	const sitting = new URL(page.url()).search;

	await page.goto('/');
	await today.getByText(/^You have begun an exam: \d of its 2 questions (is|are) left/).waitFor();
	expect(
		await today
			.getByRole('link', { name: /^Go on with your exam\s*(9|10) minutes left$/ })
			.getAttribute('href')
	).toContain(sitting);

	await page.clock.setFixedTime(Date.now() + 11 * 60_000);
	await page.goto('/');
	const over = page.getByRole('link', { name: 'See what came of the exam' });
	await over.waitFor();
	expect(await over.getAttribute('href')).toContain(sitting);
	await page.getByText('Its time is over: what the server had by then is graded.').waitFor();
	await today.getByRole('link', { name: 'Begin with point 1' }).waitFor();
	expect(await page.getByRole('link', { name: /^Go on/ }).count()).toBe(0);
});

test('a finished exam shows its results again, with its explanations', async ({ page }) => {
	const address = quizPath({ behaviour: 'exam', kinds: ['single-choice'], count: 1 });
	const item = itemAskedAt(address, 1);
	await page.goto(address);
	await beginExam(page);
	await answer(page, item, samples(item).right);
	await press(page, 'Look over and hand in');
	await press(page, 'Hand in');
	await expectHeading(page, '1 of 1 mark');
	await expectKept(page, 'submit');
	await page.reload();
	await expectHeading(page, '1 of 1 mark');
	await page.locator('main summary').first().click();
	await page.getByText('Right, 1 mark').waitFor();
});

describe('a quiz in two tabs', () => {
	test('catches up in the older one with the newer one', async ({ page, trouble }) => {
		const [first, second, third] = [1, 2, 3].map((place) => itemAskedAt(practice, place)) as [
			Item,
			Item,
			Item
		];
		await page.goto(practice);
		await answerAndCheck(page, first, samples(first).right);
		await feedback(page).waitFor();
		await expectKept(page, 'check');
		const another = await page.context().newPage();
		trouble.watch(another);
		await another.goto(practice);
		await feedback(another).waitFor();
		await turnTo(page, 'hidden');
		await press(another, 'Next question');
		await answerAndCheck(another, second, samples(second).right);
		await press(another, 'Next question');
		await answer(another, third, samples(third).wrong);
		await expectKept(another, 'answer');

		await turnTo(another, 'hidden');
		await turnTo(page, 'visible');
		await expectQuestion(page, third);
		expect(await chosen(page, 'response')).toBe(samples(third).wrong);
		await answerAndCheck(page, third, samples(third).right);
		await press(page, 'See the results');
		await expectHeading(page, '3 of 3 marks');
		await turnTo(another, 'visible');
		await expectHeading(another, '3 of 3 marks');
	});

	test('does not bring back what was deleted, and says so', async ({ page, trouble }) => {
		const [first, second] = [itemAskedAt(practice, 1), itemAskedAt(practice, 2)];
		await page.goto(practice);
		await answerAndCheck(page, first, samples(first).right);
		await feedback(page).waitFor();
		await expectKept(page, 'check');
		await turnTo(page, 'hidden');
		await expectKept(page, 'hide');
		const another = await page.context().newPage();
		trouble.watch(another);
		await openLive(another, '/settings');
		await press(another, 'Delete everything …');
		const dialog = another.getByRole('dialog', { name: 'Delete everything?' });
		await dialog.getByRole('button', { name: 'Delete everything' }).click();
		await another.getByText('Deleted from this device:').waitFor();

		await turnTo(page, 'visible');
		await page.getByText('The saved answers of this quiz were deleted or changed elsewhere.').waitFor();
		await press(page, 'Next question');
		await answerAndCheck(page, second, samples(second).right);
		await feedback(page).waitFor();
		await expectAccessible(page);
		expect(await stored(page)).toMatchObject({ log: [] });
	});
});

test('an answer that the device had no time to keep is there all the same', async ({ page }) => {
	const [first, second] = [itemAskedAt(practice, 1), itemAskedAt(practice, 2)];
	await page.goto(practice);
	await answer(page, first, samples(first).right);
	await press(page, 'Check');
	await expectKept(page, 'check');
	await press(page, 'Next question');
	await expectKept(page, 'next');
	// From here on, the database of this page answers nothing.
	await page.evaluate(() => {
		IDBObjectStore.prototype.get = () => new Promise(() => undefined) as unknown as IDBRequest;
	});
	await answer(page, second, samples(second).wrong);
	await press(page, 'Check');
	await feedback(page).waitFor();
	await page.reload();
	await expectQuestion(page, second);
	await feedback(page).waitFor();
	const checks = async () => (await stored(page)).log.filter(({ type }) => type === 'check').length;
	await expect.poll(checks).toBe(2);
});

describe('an attempt that cannot go on is set aside, with a choice', () => {
	const tamperings = {
		'one of another version': (record: Stored) => ({ ...record, version: 2 }),
		'one with an impossible history': (record: Stored) => ({
			...record,
			log: [{ type: 'results', at: record.startedAt }]
		}),
		'one with other questions': (record: Stored) => ({
			...record,
			form: { ...record.form, items: ['other'] }
		}),
		'not a record at all': () => 'anything'
	};
	for (const [name, tamper] of Object.entries(tamperings)) {
		test(name, async ({ page }) => {
			const [first, second] = [itemAskedAt(practice, 1), itemAskedAt(practice, 2)];
			await page.goto(practice);
			await answer(page, first, samples(first).right);
			await press(page, 'Check');
			await press(page, 'Next question');
			await expectQuestion(page, second);
			await expectKept(page, 'next');
			await store(page, tamper(await stored(page)));

			await page.reload();
			const aside = page.getByRole('complementary', { name: 'An earlier attempt' });
			await aside.getByText('it cannot go on').waitFor();
			await expectQuestion(page, first);
			const saved = page.waitForEvent('download');
			await press(page, 'Save the earlier one as a file');
			expect((await saved).suggestedFilename()).toBe('five-points-attempt.json');
			await press(page, 'Delete it');
			await aside.waitFor({ state: 'detached' });
			await expectFocus(question(page));
			await answer(page, first, samples(first).right);
			await press(page, 'Check');
			await feedback(page).waitFor();
			await page.reload();
			await feedback(page).waitFor();
			expect(await aside.count()).toBe(0);
		});
	}
});

describe('if the browser keeps nothing, the quiz runs and says so', () => {
	const denials = {
		'no IndexedDB': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
		'IndexedDB that throws': () => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('denied', 'SecurityError');
			};
		},
		'IndexedDB that takes nothing': () => {
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		},
		'IndexedDB that must not even be accessed': () =>
			Object.defineProperty(window, 'indexedDB', {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			})
	};
	for (const [name, deny] of Object.entries(denials)) {
		test(name, async ({ page }) => {
			await page.addInitScript(deny);
			const first = itemAskedAt(practice, 1);
			await openLive(page, practice);
			const options = page.getByRole('group').or(page.getByRole('radiogroup')).first();
			// A finger that is on its way to an option must find it where it was.
			const before = await options.evaluate(topInPage);
			await answer(page, first, samples(first).right);
			await page
				.getByText('This browser does not let the page keep anything, so closing it ends the quiz.')
				.waitFor();
			expect(await options.evaluate(topInPage)).toBe(before);
			await press(page, 'Check');
			await feedback(page).waitFor();
			await press(page, 'End quiz');
			await press(page, 'See the results');
			await expectHeading(page, '1 of 3 marks');
		});
	}
});

/** How far down the page an element begins, in CSS pixels, wherever the page is scrolled to. */
function topInPage(element: Element): number {
	return Math.round(element.getBoundingClientRect().top + scrollY);
}

/** Hides a page or shows it again, as when the learner switches tabs. */
function turnTo(page: Page, visibility: 'hidden' | 'visible'): Promise<void> {
	return page.evaluate((state) => {
		Object.defineProperty(document, 'hidden', { configurable: true, value: state === 'hidden' });
		document.dispatchEvent(new Event('visibilitychange'));
	}, visibility);
}

/** The response or the certainty that is chosen on the page. */
function chosen(page: Page, name: string): Promise<string | null> {
	return page.locator(`input[name="${name}"]:checked`).getAttribute('value');
}
