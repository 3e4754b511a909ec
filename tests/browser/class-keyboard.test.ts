import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { giveByKeyboard, pressOn } from './by-keyboard.ts';
import { oneOfEachKind, scoreOf } from './course.ts';
import { hostClass } from './hosting.ts';
import { expectFocus, expectLive } from './learner.ts';

const items = oneOfEachKind();

test('a pupil joins, answers every kind and reads on by keyboard alone', async ({ page }) => {
	const hosted = await hostClass({ items: items.map(({ id }) => id) });
	await page.goto('/join');
	await expectLive(page);
	await pressOn(page, page.getByRole('textbox', { name: 'Code' }), 'Enter');
	await page.keyboard.type(hosted.code.toLowerCase());
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/join\/\w+/);
	await expectLive(page);
	const name = page.getByRole('textbox', { name: 'Your name' });
	await name.waitFor();
	await pressOn(page, name, 'Space');
	await page.keyboard.type('Ada');
	await page.keyboard.press('Enter');
	await page.getByText('Connected', { exact: true }).waitFor();
	const token = new URL(await page.getByLabel('Link for your other device').inputValue()).hash.slice(7);
	for (const [position, item] of items.entries()) {
		await hosted.act({ type: 'ask', position });
		// Whoever does not see the question is taken to it.
		await expectFocus(page.locator('form.quiz [data-focus-question]').first());
		await giveByKeyboard(page, item, samples(item).right);
		await pressOn(page, page.getByRole('button', { name: 'Send' }), 'Enter');
		await page.getByText('Your answer has arrived.').waitFor();
		const kept = (await hosted.answersOf(token)).at(-1);
		expect([item.kind, scoreOf(item, kept?.response).fraction]).toEqual([item.kind, 1]);
		await hosted.act({ type: 'close', round: position + 1 });
		await hosted.act({ type: 'reveal' });
		await page.locator('.explanation').waitFor();
		await expectFocus(page.locator('.revealed h1'));
	}
	await hosted.act({ type: 'end' });
	await expectFocus(page.locator('#own-heading'));
});
