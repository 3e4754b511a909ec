import type { Locator, Page } from 'playwright-core';

import type { KindName, Of, Responses } from '#lib/kinds/index.ts';

/** How the inputs of each kind are filled in, found by their names; a kind that is left out does not compile. */
const ways: { [K in KindName]: (page: Page, response: Responses[K]) => Promise<void> } = {
	'single-choice': (page, chosen) => tick(named(page, 'response'), [chosen]),
	'multiple-response': (page, chosen) => tick(named(page, 'response'), chosen),
	'true-false': (page, verdict) => tick(named(page, 'response'), [verdict]),
	'true-false-reason': async (page, { verdict, reason }) => {
		await tick(named(page, 'response:verdict'), [String(verdict)]);
		await tick(named(page, 'response:reason'), [reason ?? '']);
	},
	matching: fillParts,
	ordering: putInOrder,
	categorise: fillParts,
	cloze: fillParts,
	'short-text': (page, typed) => named(page, 'response').fill(typed),
	numeric: (page, typed) => named(page, 'response').fill(typed),
	highlight: (page, chosen) => tick(named(page, 'response'), chosen)
};

/**
 * Gives a response to the item on the page by the names and values of its inputs, which are the same in every language.
 *
 * @param response of the shape that the item's kind asks for, such as `samples(item).wrong`
 */
export async function give<K extends KindName>(
	page: Page,
	{ kind }: Of<K>,
	response: Responses[K]
): Promise<void> {
	await ways[kind](page, response);
}

function named(page: Page, name: string): Locator {
	return page.locator(`.quiz [name="${name}"]`);
}

async function fillParts(page: Page, parts: Readonly<Record<string, string>>): Promise<void> {
	for (const [part, value] of Object.entries(parts)) await fill(named(page, `response:${part}`), value);
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
