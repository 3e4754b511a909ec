import type { Locator, Page } from 'playwright-core';

import { isItemOf, type Item } from '#lib/bank/item.ts';
import type { Responses } from '#lib/kinds/index.ts';

/**
 * Gives a response to the item on the page by the names and values of its inputs, which are the same in every language.
 *
 * @param response of the shape that the item's kind asks for, such as `samples(item).wrong`
 */
export async function give(page: Page, item: Item, response: unknown): Promise<void> {
	const named = (name: string) => page.locator(`.quiz [name="${name}"]`);
	if (isItemOf(item, 'single-choice')) {
		await tick(named('response'), [response as string]);
	} else if (isItemOf(item, 'multiple-response') || isItemOf(item, 'highlight')) {
		await tick(named('response'), response as string[]);
	} else if (isItemOf(item, 'true-false-reason')) {
		const { verdict, reason } = response as Responses['true-false-reason'];
		await tick(named('response:verdict'), [String(verdict)]);
		await tick(named('response:reason'), [reason ?? '']);
	} else if (isItemOf(item, 'ordering')) {
		await putInOrder(page, response as string[]);
	} else if (typeof response === 'string') {
		await named('response').fill(response);
	} else {
		for (const [part, value] of Object.entries(response as Record<string, string>))
			await fill(named(`response:${part}`), value);
	}
}

/** Chooses among radio buttons or checkboxes so that just these are chosen, wherever on the page they are. */
async function tick(inputs: Locator, values: readonly string[]): Promise<void> {
	await inputs.first().waitFor({ state: 'attached' });
	await inputs.evaluateAll((all, wanted) => {
		for (const input of all.filter((each) => each instanceof HTMLInputElement)) {
			const choose = wanted.includes(input.value);
			if (choose !== input.checked && (choose || input.type !== 'radio')) input.click();
		}
	}, values);
}

/** Types into a field, chooses from a list, or ticks the radio button of that value. */
async function fill(input: Locator, value: string): Promise<void> {
	const kind = await input.first().evaluate((element) => (element as HTMLInputElement).type);
	if (kind === 'radio') await tick(input, [value]);
	else if (kind === 'select-one') await input.selectOption(value);
	else await input.fill(value);
}

/** Takes the present order as an answer, then moves each element up to its place, from the first on. */
async function putInOrder(page: Page, order: readonly string[]): Promise<void> {
	const keep = page.locator('.quiz .keep');
	if ((await keep.getAttribute('aria-disabled')) !== 'true') await keep.click();
	for (const [index, id] of order.entries()) {
		const place = page.locator(`[name="response:${id}"]`);
		const up = page.locator('.quiz li', { has: place }).locator('button').first();
		for (let at = Number(await place.inputValue()); at > index + 1; at--) {
			await up.click();
			await page.locator(`.quiz [name="response:${id}"][value="${at - 1}"]`).waitFor({ state: 'attached' });
		}
	}
}
