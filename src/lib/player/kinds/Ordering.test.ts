import { screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const up = (words: string) => button(`Move up: ${words}`);
const down = (words: string) => button(`Move down: ${words}`);

const order = ['states-join', 'experts-fail-to-agree', 'the-speech-is-given', 'a-code-of-conduct-is-sent'];

describe('ordering', () => {
	it('gives the whole order at the first move, and focus stays with what is moved', async () => {
		const { answers } = await stage('ordering', { response: order });
		await user.click(up('the speech is given'));
		expect(answers).toEqual([[order[0], order[2], order[1], order[3]]]);
		expect(up('the speech is given')).toHaveFocus();
		expect(screen.getByRole('status')).toHaveTextContent('the speech is given, now 2 of 4');
		await user.keyboard('{Enter}{Enter}');
		expect(answers).toHaveLength(2);
		expect(up('the speech is given')).toHaveFocus();
		expect(up('the speech is given')).toHaveAttribute('aria-disabled', 'true');
		expect(answers.at(-1)).toEqual([order[2], order[0], order[1], order[3]]);
		await user.click(down('a code of conduct is sent'));
		expect(answers).toHaveLength(2);
	});

	it('is not answered by being shown; the order shown can be kept', async () => {
		const { answers, form } = await stage('ordering');
		expect(form.querySelectorAll('[name]')).toHaveLength(0);
		await user.click(button('Keep this order'));
		expect(answers).toHaveLength(1);
		expect(new Set([answers[0]].flat())).toEqual(new Set(order));
		expect(button('This order is your answer')).toHaveFocus();
		expect(screen.getByRole('status')).toHaveTextContent('This order is your answer');
		await user.click(button('This order is your answer'));
		expect(answers).toHaveLength(1);
	});

	it('puts the places into a form post', async () => {
		const { form } = await stage('ordering', { response: order });
		expect([...new FormData(form)]).toEqual(order.map((id, index) => [`response:${id}`, String(index + 1)]));
	});

	it('treats an incomplete order as none', async () => {
		for (const response of [
			order.slice(1),
			[...order.slice(1), order[1]],
			[...order, 'x'],
			'abc',
			[1, 2, 3, 4]
		]) {
			await stage('ordering', { response });
			expect(button('Keep this order')).toBeVisible();
		}
	});

	it('says which elements are in their place, and the right order with its reasons', async () => {
		await stage('ordering', { response: order, told: 'all' });
		expect(screen.queryByRole('button')).toBeNull();
		const rows = screen.getAllByRole('listitem').map((row) => row.textContent.trim().replaceAll(/\s+/g, ' '));
		expect(rows.slice(0, 4)).toEqual([
			'1 Not right: states join',
			'2 Right: experts fail to agree',
			'3 Right: the speech is given',
			'4 Not right: a code of conduct is sent'
		]);
		expect(screen.getByRole('list', { name: 'The right order' })).toBeVisible();
		expect(rows.slice(4)).toEqual([
			'a code of conduct is sentbecause-a',
			'experts fail to agreebecause-b',
			'the speech is givenbecause-c',
			'states joinbecause-d'
		]);
	});

	it('tells the reasons in place where the order is right', async () => {
		const { solution } = await stage('ordering');
		await stage('ordering', { response: solution, told: 'all' });
		expect(screen.queryByRole('heading', { name: 'The right order' })).toBeNull();
		expect(screen.getByText('because-a')).toBeVisible();
	});

	it('keeps order and reasons to itself while another try is left', async () => {
		await stage('ordering', { response: order, told: 'given' });
		expect(
			screen.getByText('Not right:', { exact: false, selector: 'li:first-child *' })
		).toBeInTheDocument();
		expect(screen.queryByText('because-a')).toBeNull();
		expect(screen.queryByRole('heading', { name: 'The right order' })).toBeNull();
	});

	it('can be locked without telling anything', async () => {
		await stage('ordering', { response: order, locked: true });
		expect(screen.queryByRole('button')).toBeNull();
		expect(screen.getAllByRole('listitem')).toHaveLength(4);
	});
});
