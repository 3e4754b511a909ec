import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { initialContext } from '#lib/quiz/context.ts';
import { newEntry } from '#lib/quiz/entry.ts';
import { formWith } from '#lib/quiz/fixtures.ts';

import FormProgress from './FormProgress.svelte';

test('an order with a free place is no answer yet in the row of bars either', () => {
	const orders = [['', '', ''], ['x', '', 'y'], [], ['x', 'z', 'y']];
	const form = formWith({ items: orders.map((_, place) => `order ${place}`) });
	const entries = Object.fromEntries(
		orders.map((response, place) => [`order ${place}`, { ...newEntry(), response }])
	);
	const { container } = render(FormProgress, {
		props: { context: { ...initialContext({ form, at: 0 }), position: 3, entries } }
	});
	expect([...container.querySelectorAll('.bars i')].map((bar) => bar.classList.contains('given'))).toEqual([
		false,
		false,
		false,
		true
	]);
});
