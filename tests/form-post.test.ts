import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';

import { fromForm, kindNames, score, solution, type KindName } from '#lib/kinds/index.ts';
import { itemOf, shownOf, viewOfKind } from '#lib/player/kinds/staging.svelte.ts';

/** Components as the server renders them, in a browser whose script has not loaded. */
let teardown: (global: typeof globalThis) => unknown;
beforeAll(async () => ({ teardown } = await builtinEnvironments.jsdom.setup(globalThis, {})));
afterAll(() => teardown(globalThis));

async function formOf(kind: KindName, response: unknown, locked = false): Promise<HTMLFormElement> {
	const { body } = render(await viewOfKind(kind), {
		props: {
			item: shownOf(itemOf(kind)),
			response,
			onanswer: () => undefined,
			marks: null,
			locked,
			labelledby: 'stem'
		}
	});
	const form = document.createElement('form');
	form.innerHTML = body;
	return form;
}

async function posted(kind: KindName, response: unknown): Promise<unknown> {
	return fromForm(kind, new FormData(await formOf(kind, response)));
}

describe.each(kindNames)('a form post of %s', (kind) => {
	it('gives nothing where nothing was given', async () => {
		expect(await posted(kind, null)).toBeNull();
	});

	it('gives the response that the page shows', async () => {
		const item = itemOf(kind);
		expect(score(item, await posted(kind, solution(item)))).toMatchObject({ state: 'scored', fraction: 1 });
	});

	it('gives nothing once the response can no longer be changed', async () => {
		const form = await formOf(kind, solution(itemOf(kind)), true);
		const fields = [...form.querySelectorAll('[name]')];
		expect(fields.length).toBeGreaterThan(0);
		for (const field of fields) expect(field.matches(':disabled')).toBe(true);
	});

	it('has a name and a label for every field', async () => {
		const form = await formOf(kind, null);
		const fields = [...form.querySelectorAll('input, select')];
		expect(fields.length).toBeGreaterThan(0);
		for (const field of fields) {
			expect(field.getAttribute('name')).toMatch(/^response(:|$)/);
			const label = field.closest('label') ?? form.querySelector(`label[for="${field.id}"]`);
			const words = label?.textContent ?? field.getAttribute('aria-label');
			expect(words ?? field.getAttribute('aria-labelledby')).toBeTruthy();
		}
	});
});
