import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import { exchange } from '#lib/server/exam/told.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';

import { examPage, hostWith } from './fixtures.ts';
import Quiz from './Quiz.svelte';
import type { QuizHost } from './host.ts';
import { loadKinds } from './kinds/index.ts';

const bank = bankWith();
const form = examWith();

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

/** How far the server’s clock has gone on meanwhile, in milliseconds. */
let passed = 0;
const serverTime = () => Date.now() + passed;
const exams = new Exams({ sittings: sittingsInMemory(serverTime), now: serverTime });

/** Takes an exam on a page that came from its server, and hands it in as it is. */
async function handIn(answering: (told: QuizHost['exchange'] & object) => QuizHost['exchange'] & object) {
	const { id } = await exams.begin(form);
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	// As a page does before it shows a quiz: what comes while a button is pressed would take the button away.
	await loadKinds(bank.items.map(({ kind }) => kind));
	render(Quiz, {
		data: examPage(bank, seen, Date.now()),
		host: hostWith({
			fetchItems: () => Promise.reject(new Error('An exam asks for no keys.')),
			exchange: answering((sent) => exchange(exams, bank, id, sent))
		})
	});
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Overview' }));
	await user.click(await screen.findByRole('button', { name: 'Hand in' }));
}

describe('the focus moves to what the server says about an exam that was handed in:', () => {
	test('its results', async () => {
		await handIn((tell) => tell);
		const heading = await screen.findByRole('heading', { level: 1, name: /^0\s*of 2 marks$/ });
		await waitFor(() => expect(heading).toHaveFocus());
		screen.getByText('0 of 2 entirely right, 2 not answered.');
	});

	test('why there are none', async () => {
		await handIn((tell) => async (sent) => {
			if (sent.handIn) return { state: 'refused', refusal: 'late' };
			return tell(sent);
		});
		const heading = await screen.findByRole('heading', {
			level: 1,
			name: 'The server does not have this exam'
		});
		await waitFor(() => expect(heading).toHaveFocus());
	});

	test('its results, once a server that was away is back', async () => {
		let isAway = true;
		await handIn((tell) => (sent) => {
			if (sent.handIn && isAway) return Promise.reject(new Error('The server is away.'));
			return tell(sent);
		});
		await screen.findByRole('heading', { level: 1, name: 'The server did not answer' });
		isAway = false;
		dispatchEvent(new Event('online'));
		const heading = await screen.findByRole('heading', { level: 1, name: /^0\s*of 2 marks$/ });
		await waitFor(() => expect(heading).toHaveFocus());
	});
});

describe('when the time ends by itself, the focus moves to what follows, which says so:', () => {
	test('handing in, and the results', async () => {
		const { id } = await exams.begin(form);
		passed = 10 * 60_000 - 200;
		const seen = await exams.look(id, bank);
		if (typeof seen === 'string') throw new Error(seen);
		const { promise, resolve } = Promise.withResolvers<undefined>();
		render(Quiz, {
			data: examPage(bank, seen, serverTime()),
			host: hostWith({
				fetchItems: () => Promise.reject(new Error('An exam asks for no keys.')),
				exchange: async (sent) => {
					if (sent.handIn) await promise;
					return exchange(exams, bank, id, sent);
				}
			})
		});
		screen.getAllByRole('radio')[0]?.focus();
		const handing = await screen.findByRole('heading', { level: 1, name: 'Time is up; handing in …' });
		await waitFor(() => expect(handing).toHaveFocus());
		resolve(undefined);
		const heading = await screen.findByRole('heading', { level: 1, name: /^0\s*of 2 marks$/ });
		await waitFor(() => expect(heading).toHaveFocus());
		expect(heading).toHaveAccessibleDescription('Time is up; your answers were handed in.');
		screen.getByText(/Time is up/);
		passed = 0;
	});

	test('the results of a practice', async () => {
		const items = bank.items.slice(0, 1);
		await loadKinds(items.map(({ kind }) => kind));
		render(Quiz, {
			data: {
				...{ items, facts: [], pictures: {}, points: [], posted: null, sitting: null, views: [] },
				...{ id: 'b?seed=s', address: '?seed=s', asOf: '2018-11-13', language: 'en' },
				form: examWith({ behaviour: 'practice', minutes: 1, items: items.map(({ id }) => id) }),
				elapsed: 60_000 - 200
			},
			host: hostWith({})
		});
		screen.getByRole('button', { name: 'Check' }).focus();
		document.querySelector('form')?.dispatchEvent(new Event('pointerover'));
		const heading = await screen.findByRole('heading', { level: 1, name: /of 1 marks?$/ });
		await waitFor(() => expect(heading).toHaveFocus());
		expect(heading).toHaveAccessibleDescription('Time is up.');
		screen.getByText(/Time is up/);
	});
});

test('an exam whose server does not answer says so once there is an answer to be sent', async () => {
	const { id } = await exams.begin(form);
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	await loadKinds(bank.items.map(({ kind }) => kind));
	const asked = vi.fn<NonNullable<QuizHost['exchange']>>(() => Promise.reject(new Error('It is away.')));
	render(Quiz, { data: examPage(bank, seen, Date.now()), host: hostWith({ exchange: asked }) });
	await waitFor(() => expect(asked).toHaveBeenCalled());
	const [option] = screen.getAllByRole('radio');
	const user = userEvent.setup();
	// The page hears meanwhile that it was in vain.
	await user.hover(option ?? document.body);
	expect(screen.queryByText(/^The server does not answer/)).toBeNull();
	await user.click(option ?? document.body);
	await screen.findByText(/^The server does not answer\. Your answers are kept on this device/);
});

test('a finished exam says which of its questions the course has lost since', async () => {
	const { id } = await exams.begin(form);
	await exchange(exams, bank, id, { answers: [], known: 0, handIn: true });
	const left = bankWith({ items: [['id: first', 'id: another']] });
	const seen = await exams.look(id, left);
	if (typeof seen === 'string') throw new Error(seen);
	await loadKinds(['numeric']);
	render(Quiz, { data: examPage(left, seen, Date.now()), host: hostWith({}) });
	await screen.findByText('This question has since been removed from the course.');
	screen.getByText(/How many are there\?/);
});
