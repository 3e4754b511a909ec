import { fireEvent } from '@testing-library/svelte';

import { isItemOf, type Item } from '#lib/bank/item.ts';
import type { Responses } from '#lib/kinds/index.ts';

/**
 * Gives a response to the item that a quiz asks in jsdom, by the names and values of its inputs, which are the same in
 * every language.
 *
 * @param response of the shape that the item's kind asks for, such as `samples(item).wrong`
 */
export async function give(item: Item, response: unknown): Promise<void> {
	if (isItemOf(item, 'single-choice')) {
		await tick('response', [response as string]);
	} else if (isItemOf(item, 'multiple-response') || isItemOf(item, 'highlight')) {
		await tick('response', response as string[]);
	} else if (isItemOf(item, 'true-false-reason')) {
		const { verdict, reason } = response as Responses['true-false-reason'];
		await tick('response:verdict', [String(verdict)]);
		await tick('response:reason', [reason ?? '']);
	} else if (isItemOf(item, 'ordering')) {
		await putInOrder(response as string[]);
	} else if (typeof response === 'string') {
		await fill('response', response);
	} else {
		for (const [part, value] of Object.entries(response as Record<string, string>))
			await fill(`response:${part}`, value);
	}
}

function named(name: string): (HTMLInputElement | HTMLSelectElement)[] {
	const found = [...document.querySelectorAll(`.quiz [name="${CSS.escape(name)}"]`)];
	const fields = found.filter(
		(each) => each instanceof HTMLInputElement || each instanceof HTMLSelectElement
	);
	if (fields.length === 0) throw new Error(`The page has no field “${name}”.`);
	return fields;
}

/** Chooses among radio buttons or checkboxes so that just these are chosen. */
async function tick(name: string, values: readonly string[]): Promise<void> {
	for (const input of named(name).filter((each) => each instanceof HTMLInputElement)) {
		const choose = values.includes(input.value);
		if (choose !== input.checked && (choose || input.type !== 'radio')) await fireEvent.click(input);
	}
}

async function fill(name: string, value: string): Promise<void> {
	const [field] = named(name);
	if (!field) return;
	if (field.type === 'radio') await tick(name, [value]);
	else if (field instanceof HTMLSelectElement) await fireEvent.change(field, { target: { value } });
	else await fireEvent.input(field, { target: { value } });
}

/** Takes the present order as an answer, then moves each element up to its place, from the first on. */
async function putInOrder(order: readonly string[]): Promise<void> {
	const keep = document.querySelector('.quiz .keep');
	if (keep && keep.getAttribute('aria-disabled') !== 'true') await fireEvent.click(keep);
	const placeOf = (id: string) => Number(named(`response:${id}`)[0]?.value);
	for (const [index, id] of order.entries()) {
		while (placeOf(id) > index + 1) {
			const before = placeOf(id);
			const up = named(`response:${id}`)[0]?.closest('li')?.querySelector('button');
			if (up) await fireEvent.click(up);
			if (placeOf(id) >= before) throw new Error(`“${id}” does not move up from place ${before}.`);
		}
	}
}
