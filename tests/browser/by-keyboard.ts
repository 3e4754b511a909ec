import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { KindName, Of, Responses } from '#lib/kinds/index.ts';

import { openPair } from './learner.ts';

/** How each kind is answered by somebody who has nothing but a keyboard; a kind that is left out does not compile. */
const ways: { [K in KindName]: (page: Page, response: Responses[K]) => Promise<void> } = {
	'single-choice': (page, chosen) => choose(page, 'response', chosen),
	'multiple-response': chooseEach,
	'true-false': (page, verdict) => choose(page, 'response', verdict),
	'true-false-reason': async (page, { verdict, reason }) => {
		await choose(page, 'response:verdict', String(verdict));
		await choose(page, 'response:reason', reason ?? '');
	},
	matching: async (page, pairs) => {
		for (const [premise, option] of Object.entries(pairs)) {
			const pair = page.locator('.view details', { has: page.locator(`[name="response:${premise}"]`) });
			const input = inputOf(page, `response:${premise}`, option);
			await openPair(pair, (summary) => pressOn(page, summary, 'Enter'));
			await pressOn(page, input, 'Space');
		}
	},
	ordering: async (page, order) => {
		// What is shown is taken as an answer, which then can be changed.
		const keep = page.locator('.view .keep');
		if ((await keep.getAttribute('aria-disabled')) !== 'true') await pressOn(page, keep, 'Enter');
		for (const [place, id] of order.entries()) {
			const row = page.locator('.view li', { has: page.locator(`[name="response:${id}"]`) });
			const at = async () => Number(await row.locator(`[name="response:${id}"]`).inputValue());
			for (let now = await at(); now > place + 1; now--) {
				await pressOn(page, row.getByRole('button').first(), 'Enter');
				await expect.poll(at).toBe(now - 1);
			}
		}
	},
	categorise: async (page, sorted) => {
		for (const [element, category] of Object.entries(sorted))
			await choose(page, `response:${element}`, category);
	},
	cloze: async (page, filled) => {
		for (const [blank, text] of Object.entries(filled)) await fill(page, `response:${blank}`, text);
	},
	'short-text': (page, typed) => fill(page, 'response', typed),
	numeric: (page, typed) => fill(page, 'response', typed),
	highlight: chooseEach
};

/**
 * Gives a response to the item on the page with the keys Tab, Space, Enter and the arrows, and by typing.
 *
 * @param response of the shape that the item’s kind asks for, such as `samples(item).right`
 * @throws when Tab does not reach what it takes
 */
export async function giveByKeyboard<K extends KindName>(
	page: Page,
	{ kind }: Of<K>,
	response: Responses[K]
): Promise<void> {
	await ways[kind](page, response);
}

/** Presses Tab, and arrows among radio buttons, which are one stop, until the element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	const name = await target.evaluate((element) =>
		element instanceof HTMLInputElement && element.type === 'radio' ? element.name : ''
	);
	for (let step = 0; step < 80; step++) {
		if (await hasFocus(target)) return;
		const within =
			name !== '' &&
			(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)) === name;
		await page.keyboard.press(within ? 'ArrowDown' : 'Tab');
	}
	throw new Error(`Tab does not reach ${String(target)}.`);
}

/** Whether that has the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
	return target.evaluate((element) => element === document.activeElement);
}

/** Goes to something by Tab and presses a key there. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

function inputOf(page: Page, name: string, value: string): Locator {
	return page.locator(`.quiz [name="${name}"][value="${value}"]`);
}

async function choose(page: Page, name: string, value: string): Promise<void> {
	await pressOn(page, inputOf(page, name, value), 'Space');
}

async function chooseEach(page: Page, chosen: readonly string[]): Promise<void> {
	for (const value of chosen) await choose(page, 'response', value);
}

/** Types into a field, or goes down a list as far as what is wanted. */
async function fill(page: Page, name: string, text: string): Promise<void> {
	const field = page.locator(`.quiz [name="${name}"]`);
	await tabTo(page, field);
	if ((await field.evaluate((element) => element.tagName)) !== 'SELECT') return page.keyboard.type(text);
	const count = await field.locator('option').count();
	for (let step = 0; step < count && (await field.inputValue()) !== text; step++)
		await page.keyboard.press('ArrowDown');
	expect(await field.inputValue()).toBe(text);
}
