import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';

import { test } from './browser.ts';
import { itemAskedAt, itemOfKind, itemsAskedAt, quizPath } from './course.ts';
import { expectHeading, expectQuestion, feedback, openLive, question, verdict } from './learner.ts';

const choices = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });

test('one tab to the options, arrows among them, one tab to Check, and Enter goes on', async ({ page }) => {
	const [first, second] = [itemAskedAt(choices, 1), itemAskedAt(choices, 2)];
	await openLive(page, choices);
	await expectQuestion(page, first);
	await question(page).focus();
	const options = page.getByRole('radio');
	await page.keyboard.press('Tab');
	await expectFocus(options.first());
	await page.keyboard.press('ArrowDown');
	await expectFocus(options.nth(1));
	expect(await options.nth(1).isChecked()).toBe(true);
	await page.keyboard.press('ArrowUp');
	await expectFocus(options.first());
	await page.keyboard.press('Tab');
	await expectFocus(page.getByRole('button', { name: 'Check' }));
	await page.keyboard.press('Enter');

	await expectFocus(verdict(page));
	await goOn(page);
	await expectQuestion(page, second);
	await expectFocus(question(page));
	await page.keyboard.press('Tab');
	await expectFocus(options.first());
});

test('1 to 9 choose, Enter checks and goes on, to the end', async ({ page }) => {
	await openLive(page, choices);
	for (const item of itemsAskedAt(choices)) {
		await expectQuestion(page, item);
		const values = await page
			.getByRole('radio')
			.evaluateAll((all) => all.map((input) => input.getAttribute('value')));
		await page.keyboard.press('9');
		expect(await page.locator('input:checked').count()).toBe(0);
		await page.keyboard.press(String(values.indexOf(solution(item) as string) + 1));
		await page.keyboard.press('Enter');
		await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
		await expectFocus(verdict(page));
		await goOn(page);
	}
	await expectHeading(page, '3 of 3 marks');
	await expectFocus(page.getByRole('heading', { level: 1 }));
});

test('checkboxes are stops of Tab of their own, ticked by Space and by number', async ({ page }) => {
	await openLive(page, quizPath({ behaviour: 'practice', items: [itemOfKind('multiple-response').id] }));
	await question(page).focus();
	const options = page.getByRole('checkbox');
	await page.keyboard.press('Tab');
	await expectFocus(options.first());
	await page.keyboard.press('Tab');
	await expectFocus(options.nth(1));
	await page.keyboard.press('Space');
	expect(await options.nth(1).isChecked()).toBe(true);
	await page.keyboard.press('2');
	expect(await options.nth(1).isChecked()).toBe(false);
	await page.keyboard.press('3');
	expect(await options.nth(2).isChecked()).toBe(true);
	await options.last().focus();
	await page.keyboard.press('Tab');
	await expectFocus(page.getByRole('button', { name: 'Check' }));
});

test('Enter in a field checks what was typed, and digits, F, H, S and ? stay text there', async ({
	page
}) => {
	const item = itemOfKind('short-text');
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await question(page).focus();
	await page.keyboard.press('Tab');
	await page.keyboard.type('1fFsS?');
	await expectFocus(page.getByRole('textbox'));
	expect(await page.getByRole('textbox').inputValue()).toBe('1fFsS?');
	expect(await page.getByRole('dialog').count()).toBe(0);
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type(solution(item) as string);
	await page.keyboard.press('Enter');
	await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
	await expectFocus(verdict(page));
});

test('H shows a hint, which takes nothing from the answer', async ({ page }) => {
	const item = itemAskedAt(choices, 1);
	if (!item.hint) throw new Error('The first item has no hint.');
	await openLive(page, choices);
	await expectQuestion(page, item);
	const hint = page.getByRole('complementary', { name: 'Hint' });
	expect(await hint.isVisible()).toBe(false);
	await page.keyboard.press('h');
	await hint.getByText(plainText(item.hint)).waitFor();
	expect(await page.getByRole('button', { name: 'Hint' }).isVisible()).toBe(false);
});

test('? shows the keys, F flags, S skips', async ({ page }) => {
	const [first, second] = [itemAskedAt(choices, 1), itemAskedAt(choices, 2)];
	await openLive(page, choices);
	await expectQuestion(page, first);
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keys' });
	await help.getByText('check, and go on').waitFor();
	await page.keyboard.press('s');
	await page.keyboard.press('Escape');
	await help.waitFor({ state: 'hidden' });
	await expectQuestion(page, first);
	await page.keyboard.press('f');
	await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
	await page.keyboard.press('F');
	await page.getByRole('button', { name: 'Flag', exact: true, pressed: false }).waitFor();
	await page.keyboard.press('s');
	await expectQuestion(page, second);
	await expectFocus(question(page));
});

test('a sentence that is dictated is no command, nor is a key on another control of the page', async ({
	page
}) => {
	const first = itemAskedAt(choices, 1);
	await openLive(page, choices);
	await question(page).focus();
	await page.keyboard.type('skip five questions');
	await page.getByRole('link').first().focus();
	await page.keyboard.press('s');
	await page.getByRole('button', { name: 'Flag', exact: true }).click();
	await page.getByRole('button', { name: 'Flag', exact: true, pressed: true }).waitFor();
	await expectQuestion(page, first);
});

test('keys of one letter can be switched off, as the keys themselves say', async ({ page }) => {
	const first = itemAskedAt(choices, 1);
	await openLive(page, choices);
	await page.keyboard.press('?');
	await page.getByRole('dialog').getByText('You can switch off the keys of one letter').waitFor();
	await page.goto('/settings');
	await page.getByRole('radio', { name: 'Off' }).check();
	await page.locator('html[data-keys="off"]').waitFor();
	await openLive(page, choices);
	await question(page).focus();
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await page.getByRole('alert').getByText('Give an answer first').waitFor();
	await page.getByRole('button', { name: 'Keys' }).click();
	await page.getByRole('dialog').getByText('The keys of one letter are switched off').waitFor();
	await expectQuestion(page, first);
});

test('Enter twice leaves the explanation to be read, and a double click on Skip the next question', async ({
	page
}) => {
	const [, second] = itemsAskedAt(choices);
	if (!second) throw new Error('There is no second question.');
	await openLive(page, choices);
	await page.getByRole('button', { name: 'Skip' }).dblclick();
	await expectQuestion(page, second);
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await feedback(page).waitFor();
	await page.keyboard.press('Enter');
	await expectFocus(verdict(page));
	await expectQuestion(page, second);
});

test('what is said without moving the focus is announced', async ({ page }) => {
	const item = itemOfKind('single-choice');
	await openLive(page, quizPath({ behaviour: 'retry', items: [item.id] }));
	const alert = page.getByRole('alert');
	await question(page).focus();
	await page.keyboard.press('Enter');
	await alert.getByText('Give an answer first').waitFor();
	const values = await page
		.getByRole('radio')
		.evaluateAll((all) => all.map((input) => input.getAttribute('value')));
	await page.keyboard.press(String(values.indexOf(samples(item).wrong as string) + 1));
	await page.keyboard.press('Enter');
	await alert.getByText('You have 2 tries left.').waitFor();
	await expectFocus(question(page));
});

/** Presses Enter until the explanation has given way: before half a second, it counts as the press that brought it. */
async function goOn(page: Page): Promise<void> {
	await expect
		.poll(async () => {
			await page.keyboard.press('Enter');
			return feedback(page).count();
		})
		.toBe(0);
}

async function expectFocus(target: Locator): Promise<void> {
	await target.first().waitFor();
	await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
}
