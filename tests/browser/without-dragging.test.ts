import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { isItemOf, type Item } from '#lib/bank/item.ts';
import { solution, type KindName } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { hasFocus, tabTo } from './by-keyboard.ts';
import { itemOfKind, quizPath, spaced, words } from './course.ts';
import { expectQuestion, named, openLive, openPair, pairOf } from './learner.ts';

const kinds: KindName[] = ['matching', 'ordering', 'categorise', 'highlight'];

/** A way to reach and press things. */
interface Way {
	/** Presses a button, a radio button, or the words of a checkbox. */
	press: (page: Page, target: Locator) => Promise<void>;
}

const ways: Record<string, Way> = {
	'by keyboard alone': {
		async press(page, target) {
			await tabTo(page, target);
			await page.keyboard.press('Space');
		}
	},
	'by tap alone': {
		async press(_, target) {
			const input = await target.evaluate((element) => element instanceof HTMLInputElement);
			await (input ? target.locator('xpath=ancestor::label') : target).tap();
		}
	}
};

for (const [name, way] of Object.entries(ways)) {
	describe(name, () => {
		for (const item of kinds.map(itemOfKind)) {
			test(`${item.kind} is answered and checked`, async ({ newPage }) => {
				const page = await newPage({ hasTouch: name === 'by tap alone' });
				await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
				await expectQuestion(page, item);
				await answerBy(page, way, item);
				await way.press(page, page.getByRole('button', { name: 'Check' }));
				await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
			});
		}
	});
}

test('moving an element says where it is now, and keeps the focus', async ({ page }) => {
	const item = itemOfKind('ordering');
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await expectQuestion(page, item);
	const down = page.getByRole('button', { name: /^Move down: / }).first();
	const name = (await down.getAttribute('aria-label')) ?? '';
	await tabTo(page, down);
	await page.keyboard.press('Enter');
	await page
		.getByRole('status')
		.getByText(`${name.replace('Move down: ', '')}, now 2 of`)
		.waitFor();
	const moved = page.getByRole('button', { name, exact: true });
	expect(await hasFocus(moved)).toBe(true);
});

test('an order that nobody has touched can be checked, and kept as it is with one press', async ({
	page
}) => {
	const item = itemOfKind('ordering');
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await expectQuestion(page, item);
	await page.getByRole('button', { name: 'Keep this order' }).click();
	await page.getByRole('button', { name: 'This order is your answer' }).waitFor();
	await page.reload();
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id], seed: 'another' }));
	await page.getByRole('button', { name: 'Check' }).click();
	await page.getByRole('region', { name: /^(Not right|Partly right)/ }).waitFor();
});

async function answerBy(page: Page, { press }: Way, item: Item): Promise<void> {
	if (isItemOf(item, 'matching')) {
		for (const { text, match } of item.interaction.premises) {
			const pair = pairOf(page, words(text));
			await openPair(pair, (summary) => press(page, summary));
			await press(page, pair.locator(`input[value="${match}"]`));
		}
	} else if (isItemOf(item, 'categorise')) {
		for (const { text, category } of item.interaction.elements) {
			const group = page.getByRole('group', { name: words(text), exact: true });
			await press(page, group.locator(`input[value="${category}"]`));
		}
	} else if (isItemOf(item, 'highlight')) {
		for (const { text } of item.interaction.spans.filter(({ key }) => key))
			await press(page, page.getByRole('checkbox', { name: named(text) }));
	} else {
		await orderBy(page, press, item);
	}
}

async function orderBy(page: Page, press: Way['press'], item: Item): Promise<void> {
	if (!isItemOf(item, 'ordering')) throw new Error(`No way to answer ${item.kind}.`);
	const { elements } = item.interaction;
	const rows = page.getByRole('group', { name: words(item.stem) }).getByRole('listitem');
	for (const [place, id] of solution(item).entries()) {
		const text = words(elements.find((element) => element.id === id)?.text ?? '');
		const at = async () => (await rows.allInnerTexts()).findIndex((row) => spaced(row).endsWith(text));
		for (let now = await at(); now > place; now--) {
			await press(page, page.getByRole('button', { name: `Move up: ${text}`, exact: true }));
			await expect.poll(at).toBe(now - 1);
		}
	}
}
