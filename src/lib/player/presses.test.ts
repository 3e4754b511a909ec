import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { examWith } from '#lib/quiz/fixtures.ts';

import { hostWith } from './fixtures.ts';
import { loadKinds } from './kinds/index.ts';
import { itemOf, shownOf } from './kinds/staging.svelte.ts';
import Quiz from './Quiz.svelte';

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = () => undefined;

const user = userEvent.setup();
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

let now = 0;
let areOn = true;

beforeEach(async () => {
	areOn = true;
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	const items = [1, 2, 3].map((number) => ({
		...itemOf('single-choice'),
		id: `q${number}`,
		stem: `Number ${number}?`
	}));
	await loadKinds(['single-choice']);
	document.body.innerHTML = '<nav><a href="#top">Course</a></nav><main></main>';
	const target = document.querySelector('main');
	if (!target) throw new Error('There is no place for the quiz.');
	render(
		Quiz,
		{
			data: {
				...{ items, facts: [], pictures: {}, points: [], posted: null, sitting: null },
				...{ id: 'b?seed=s', address: '?seed=s', asOf: '2018-11-13', language: 'en', elapsed: 0 },
				form: examWith({ behaviour: 'practice', minutes: null, items: items.map(({ id }) => id) }),
				views: items.map(shownOf)
			},
			host: hostWith({
				listen: (press) => {
					addEventListener('keydown', press);
					return () => removeEventListener('keydown', press);
				},
				keys: { areOn: () => areOn }
			})
		},
		{ baseElement: target }
	);
	// What follows the first answer is loaded at the first touch.
	await user.hover(button('Check'));
	document.querySelector<HTMLElement>('h1')?.focus();
	await user.click(button('Check'));
	await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/Give an answer first/));
	document.querySelector<HTMLElement>('h1')?.focus();
	pass(5000);
});

afterEach(() => vi.restoreAllMocks());

function pass(milliseconds: number) {
	now += milliseconds;
}

async function expectQuestion(number: number) {
	const heading = await screen.findByRole('heading', { level: 1, name: `Number ${number}?` });
	return heading;
}

async function explained() {
	const told = await screen.findByRole('heading', { level: 2, name: /right/i });
	await waitFor(() => expect(told.closest('[data-focus]') ?? told).toHaveFocus());
}

/** Something that is done only after what was pressed before has been obeyed. */
async function settled() {
	await screen.findByRole('button', { name: 'Flag', pressed: true });
}

describe('keys of one letter', () => {
	test('are commands in the question', async () => {
		await user.keyboard('s');
		await expectQuestion(2);
	});

	test('are none where a control of the page has the focus', async () => {
		screen.getByRole('link').focus();
		await user.keyboard('1s');
		expect(screen.queryByRole('radio', { checked: true })).toBeNull();
		document.querySelector<HTMLElement>('h1')?.focus();
		await user.click(button('Flag'));
		await settled();
		await expectQuestion(1);
	});

	test('are none in a sentence that is dictated', async () => {
		await user.keyboard('skip five questions');
		await user.click(button('Flag'));
		await settled();
		await expectQuestion(1);
	});

	test('are none once they are switched off', async () => {
		areOn = false;
		await user.keyboard('s1');
		await user.click(button('Flag'));
		await settled();
		await expectQuestion(1);
		expect(screen.queryByRole('radio', { checked: true })).toBeNull();
		await user.click(button('Keys'));
		await screen.findByText('The keys of one letter are switched off. The settings switch them on again.');
	});

	test('say how they are switched off', async () => {
		await user.click(button('Keys'));
		await screen.findByText('You can switch off the keys of one letter in the settings.');
	});
});

describe('a second press is not a second wish:', () => {
	test('Skip', async () => {
		button('Skip').click();
		await expectQuestion(2);
		pass(300);
		button('Skip').click();
		pass(300);
		await user.click(screen.getAllByRole('radio')[0] ?? document.body);
		await expectQuestion(2);
	});

	test('Skip, by a pointer', async () => {
		await user.dblClick(button('Skip'));
		await expectQuestion(2);
		await user.click(button('Flag'));
		await expectQuestion(2);
		await user.pointer([{ target: button('Skip'), keys: '[MouseLeft]' }]);
		await expectQuestion(3);
	});

	test('Enter, which checks and would go on', async () => {
		await user.keyboard('1{Enter}');
		await explained();
		pass(300);
		await user.keyboard('{Enter}');
		await explained();
		pass(300);
		await user.keyboard('{Enter}');
		await expectQuestion(2);
	});

	test('Enter on the button that has the focus', async () => {
		await user.keyboard('1');
		button('Check').focus();
		await user.keyboard('{Enter}');
		await explained();
		button('Next question').focus();
		await user.keyboard('{Enter}');
		await user.click(button('Flag'));
		await settled();
		await expectQuestion(1);
	});
});

test('whoever is quick is heard', async () => {
	for (const number of [1, 2]) {
		await expectQuestion(number);
		await user.keyboard('1');
		await user.click(button('Check'));
		await explained();
		await user.click(button('Next question'));
	}
	await expectQuestion(3);
});
