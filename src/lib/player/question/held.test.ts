import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';

import type { Revealed } from '#lib/bank/revealed.ts';
import { kindNames, samples } from '#lib/kinds/index.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { hostWith } from '#lib/player/fixtures.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { itemOf, shownOf } from '#lib/player/kinds/staging.svelte.ts';
import Quiz from '#lib/player/Quiz.svelte';

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const user = userEvent.setup();

/** Answers an item over a network that has not brought its key yet, and has the answer checked. */
async function checkSlowly(kind: (typeof kindNames)[number], response?: unknown) {
	const [item, other] = [itemOf(kind), { ...itemOf('single-choice'), id: 'another' }];
	await loadKinds([kind, 'single-choice']);
	const { promise, resolve } = Promise.withResolvers<Revealed>();
	const given = response ?? samples(item).right;
	render(Quiz, {
		data: {
			...{ items: [], facts: [], pictures: {}, points: [], posted: null, sitting: null },
			...{ id: 'b?seed=s', address: '?seed=s', asOf: '2018-11-13', language: 'en', elapsed: 0 },
			form: examWith({ behaviour: 'practice', minutes: null, items: [item.id, other.id] }),
			views: [shownOf(item)],
			given: { item: item.id, response: given, certainty: null }
		},
		host: hostWith({ fetchItems: () => promise })
	});
	const view = document.querySelector('.view');
	const control = view?.querySelector<HTMLElement>('input, select, button');
	if (!view || !control) throw new Error(`${kind} has nothing to answer with.`);
	control.focus();
	document.querySelector('form')?.requestSubmit(screen.getByRole('button', { name: 'Check' }));
	await waitFor(() =>
		expect(screen.getByRole('button', { name: 'Check' })).toHaveAttribute('aria-busy', 'true')
	);
	return {
		control,
		given: () => [...view.querySelectorAll('input, select, li')].map(stateOf),
		arrive: () => resolve({ items: [item, other], facts: [], pictures: {} })
	};
}

function stateOf(control: Element): unknown {
	if (control instanceof HTMLInputElement) return control.type === 'text' ? control.value : control.checked;
	return control instanceof HTMLSelectElement ? control.value : control.textContent;
}

describe('while an answer is checked, its controls keep the focus and cannot be changed:', () => {
	test.each(kindNames)('%s', async (kind) => {
		const { control, given, arrive } = await checkSlowly(kind);
		expect(control).toHaveFocus();
		expect(control).toBeEnabled();
		const before = given();
		// jsdom does not give back a radio button that another one’s refused click let go of; browsers do.
		for (const each of document.querySelectorAll<HTMLElement>('.view :is([type=checkbox], button)'))
			await fireEvent.click(each);
		await user.type(control, 'skip', { skipClick: true });
		await user.keyboard('{ArrowDown} ');
		expect(given()).toEqual(before);
		arrive();
		await screen.findByRole('heading', { level: 2, name: /^Right/ });
		await waitFor(() => expect(document.activeElement).toHaveAttribute('data-focus'));
	});
});

test('what is typed on while an answer is checked gives no commands, and the field is open again for another answer', async () => {
	const { control, arrive } = await checkSlowly('numeric', 'about four');
	expect(control).toHaveAttribute('readonly');
	await user.keyboard('sfh?9');
	arrive();
	await waitFor(() => expect(control).not.toHaveAttribute('readonly'));
	expect(control).toHaveFocus();
	expect(control).toHaveValue('about four');
	screen.getByRole('button', { name: 'Flag', pressed: false });
	expect(screen.queryByRole('dialog')).toBeNull();
});
