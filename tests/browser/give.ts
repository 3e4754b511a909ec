import type { Page } from 'playwright-core';

import type { KindName, Of, Responses } from '#lib/kinds/index.ts';

/** What is ticked, chosen or typed in the inputs of each name. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** How the inputs of each kind are filled in, found by their names; a kind that is left out does not compile. */
const ways: { [K in KindName]: (response: Responses[K]) => Fields } = {
	'single-choice': (chosen) => ({ response: [chosen] }),
	'multiple-response': (chosen) => ({ response: chosen }),
	'true-false': (verdict) => ({ response: [verdict] }),
	'true-false-reason': ({ verdict, reason }) => ({
		'response:verdict': [String(verdict)],
		'response:reason': [reason ?? '']
	}),
	matching: partByPart,
	// From the first place on.
	ordering: (order) => partByPart(Object.fromEntries(order.map((id, index) => [id, String(index + 1)]))),
	categorise: partByPart,
	cloze: partByPart,
	'short-text': (typed) => ({ response: [typed] }),
	numeric: (typed) => ({ response: [typed] }),
	highlight: (chosen) => ({ response: chosen })
};

function partByPart(parts: Readonly<Record<string, string>>): Fields {
	return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`response:${part}`, [value]]));
}

/** What a response is in the inputs of its item; the places of what is to be put in order come from the first on. */
export function fieldsOf<K extends KindName>({ kind }: Of<K>, response: Responses[K]): Fields {
	return ways[kind](response);
}

/**
 * Gives a response to the item on the page by the names and values of its inputs, which are the same in every language.
 *
 * @param response of the shape that the item's kind asks for, such as `samples(item).wrong`
 */
export async function give<K extends KindName>(
	page: Page,
	item: Of<K>,
	response: Responses[K]
): Promise<void> {
	const fields = fieldsOf(item, response);
	if (item.kind === 'ordering') return putInOrder(page, fields);
	const inputs = page.locator('.quiz').locator('input, select, textarea');
	for (let left = Object.keys(fields); left.length > 0;) {
		await page.locator(`.quiz [name="${left[0]}"]`).first().waitFor({ state: 'attached' });
		left = await inputs.evaluateAll(
			fillIn,
			Object.fromEntries(left.map((name) => [name, fields[name] ?? []]))
		);
	}
}

/**
 * Runs in the page: ticks, chooses or types what is to be in the inputs of each name, wherever on the page they are, and
 * returns the names of which there are none yet.
 */
function fillIn(all: (HTMLElement | SVGElement)[], fields: Fields): string[] {
	const isInput = (each: Element) =>
		each instanceof HTMLInputElement ||
		each instanceof HTMLSelectElement ||
		each instanceof HTMLTextAreaElement;
	return Object.entries(fields).flatMap(([name, values]) => {
		const inputs = all.filter(isInput).filter((each) => each.name === name);
		for (const input of inputs) {
			if (input.disabled) throw new Error(`“${name}” is locked.`);
			if (input.type === 'radio' || input.type === 'checkbox') {
				const [box, choose] = [input as HTMLInputElement, values.includes(input.value)];
				if (choose !== box.checked && (choose || box.type !== 'radio')) box.click();
			} else {
				if (!input.checkVisibility()) throw new Error(`“${name}” cannot be seen.`);
				input.focus();
				input.value = values[0] ?? '';
				if (input.value !== (values[0] ?? '')) throw new Error(`“${name}” takes no “${values[0]}”.`);
				for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
			}
		}
		return inputs.length === 0 ? [name] : [];
	});
}

/** Takes the present order as an answer, then moves each element up to its place, from the first on. */
async function putInOrder(page: Page, places: Fields): Promise<void> {
	const keep = page.locator('.quiz .keep');
	if ((await keep.getAttribute('aria-disabled')) !== 'true') await keep.click();
	for (const [name, [wanted]] of Object.entries(places)) {
		const place = page.locator(`[name="${name}"]`);
		const up = page.locator('.quiz li', { has: place }).locator('button').first();
		for (let at = Number(await place.inputValue()); at > Number(wanted); at--) {
			await up.click();
			await page.locator(`.quiz [name="${name}"][value="${at - 1}"]`).waitFor({ state: 'attached' });
		}
	}
}
