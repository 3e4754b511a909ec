import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';

import { hostWith } from './fixtures.ts';
import Quiz from './Quiz.svelte';

// The kind of a later question is still loading while the learner answers the first.
vi.mock('#lib/player/kinds/Numeric.svelte', () => new Promise(() => undefined));

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

test('reading continues at what is there, and keeps the focus when the rest arrives', async () => {
	const bank = bankWith();
	await loadKinds(['single-choice']);
	render(Quiz, {
		data: {
			...revealed(bank, bank.items),
			id: 'b?seed=s',
			address: '?seed=s',
			form: examWith({ behaviour: 'practice', minutes: null }),
			points: [],
			asOf: '2018-11-13',
			language: 'en',
			views: [],
			elapsed: 0,
			posted: null,
			sitting: null
		},
		host: hostWith({ fetchItems: () => Promise.reject(new Error('They are all here.')) })
	});
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Check' }));
	await screen.findByText('Give an answer first, or skip this question.');
	await user.click(screen.getByRole('radio', { name: /one/ }));
	await user.click(screen.getByRole('button', { name: 'Check' }));
	const told = await screen.findByRole('heading', { level: 2, name: /^Right/ });
	await waitFor(() => expect(told.closest('[data-focus]') ?? told).toHaveFocus());
});
