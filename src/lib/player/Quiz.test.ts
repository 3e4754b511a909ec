import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import { exchange } from '#lib/server/exam/told.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';

import { examPage, hostWith } from './fixtures.ts';
import Quiz from './Quiz.svelte';
import type { QuizHost } from './host.ts';

const bank = bankWith();
const form = examWith();

/** What a quiz needs later is loaded on the way. */
const patience = { timeout: 20_000 };

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const exams = new Exams({ sittings: sittingsInMemory(() => Date.now()), now: () => Date.now() });

/** Takes an exam on a page that came from its server, and hands it in as it is. */
async function handIn(answering: (told: QuizHost['exchange'] & object) => QuizHost['exchange'] & object) {
	const { id } = await exams.begin(form);
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	render(Quiz, {
		data: examPage(bank, seen, Date.now()),
		host: hostWith({
			fetchItems: () => Promise.reject(new Error('An exam asks for no keys.')),
			exchange: answering((sent) => exchange(exams, bank, id, sent))
		})
	});
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Overview' }));
	await user.click(await screen.findByRole('button', { name: 'Hand in' }, patience));
}

describe('the focus moves to what the server says about an exam that was handed in:', () => {
	test('its results', async () => {
		await handIn((tell) => tell);
		const heading = await screen.findByRole('heading', { level: 1, name: /^0\s*of 2 marks$/ }, patience);
		await waitFor(() => expect(heading).toHaveFocus());
		screen.getByText('0 of 2 entirely right, 2 not answered.');
	});

	test('why there are none', async () => {
		await handIn((tell) => async (sent) => {
			if (sent.handIn) return { state: 'refused', refusal: 'late' };
			return tell(sent);
		});
		const heading = await screen.findByRole(
			'heading',
			{ level: 1, name: 'The server does not have this exam' },
			patience
		);
		await waitFor(() => expect(heading).toHaveFocus());
	});

	test('its results, once a server that was away is back', async () => {
		let isAway = true;
		await handIn((tell) => (sent) => {
			if (sent.handIn && isAway) return Promise.reject(new Error('The server is away.'));
			return tell(sent);
		});
		await screen.findByRole('heading', { level: 1, name: 'The server did not answer' }, patience);
		isAway = false;
		dispatchEvent(new Event('online'));
		const heading = await screen.findByRole('heading', { level: 1, name: /^0\s*of 2 marks$/ }, patience);
		await waitFor(() => expect(heading).toHaveFocus());
	});
});
