import { screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const way = (name: 'List' | 'Picture' | 'As a picture') => screen.findByRole('button', { name });
const hasFallen = (name: RegExp | string) => screen.findByRole('button', { name });

async function asPicture() {
	await user.click(await way('As a picture'));
	await way('List');
}

describe('ordering, placed on a timeline', () => {
	const elements = ['2011-09', '2013-06', '2018-11-12'].map((sort, index) => ({
		id: `e${index}`,
		text: ['code', 'consensus', 'call'][index],
		why: `because-${index}`,
		sort,
		place: `event-${index}`
	}));
	const changes = { elements };

	async function place(words: string, at: number) {
		await user.click(await hasFallen(words));
		await user.click(button(new RegExp(`^Place ${at}\\b`)));
	}

	it('is offered where each element is an event of the timeline, and the list comes first', async () => {
		await stage('ordering', { changes });
		expect(await way('As a picture')).toBeVisible();
		expect(screen.getAllByRole('button', { name: /^Move up/ })).toHaveLength(3);
		await stage('ordering');
		expect(screen.queryByRole('button', { name: 'As a picture' })).toBeNull();
	});

	it('is an answer once every place is taken, and none before', async () => {
		const { answers } = await stage('ordering', { changes });
		await asPicture();
		await place('consensus', 3);
		await place('code', 1);
		expect(answers).toEqual([[], ['', '', 'e1'], ['e0', '', 'e1']]);
		expect(screen.getByText('1 to place')).toBeVisible();
		await place('call', 2);
		expect(answers.at(-1)).toEqual(['e0', 'e2', 'e1']);
		expect(screen.getByText('All are placed. Choose one to move it.')).toBeVisible();
		await place('Place 2 call', 3);
		expect(answers.at(-1)).toEqual(['e0', 'e1', 'e2']);
	});

	it('says what is in hand and where it came to lie, and goes on to what is still to be placed', async () => {
		await stage('ordering', { changes });
		await asPicture();
		await user.click(await hasFallen('call'));
		expect(button('call')).toHaveAttribute('aria-pressed', 'true');
		expect(within(screen.getByRole('group', { name: 'Which?' })).getByRole('status')).toHaveTextContent(
			'Choose the place of: call'
		);
		await user.keyboard('{Escape}');
		expect(button('call')).toHaveAttribute('aria-pressed', 'false');
		await user.click(button(/^Place 2/));
		expect(screen.getByText('Choose first what to place.')).toBeVisible();
		await place('call', 2);
		expect(screen.getByText('call, now 2 of 3')).toBeVisible();
		expect(screen.getAllByRole('button').indexOf(document.activeElement as HTMLElement)).toBe(2);
	});

	it('takes an element back', async () => {
		const { answers } = await stage('ordering', { changes, response: ['e0', 'e1', 'e2'] });
		await asPicture();
		await user.click(await hasFallen('Place 3 call'));
		await user.click(button('Take it back'));
		expect(answers).toEqual([['e0', 'e1', '']]);
		expect(screen.getByText('1 to place')).toBeVisible();
	});

	it('keeps what was placed when the list is shown, and the other way round', async () => {
		const { answers } = await stage('ordering', { changes });
		await asPicture();
		await place('consensus', 1);
		await user.click(await way('List'));
		const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim());
		expect(rows[0]).toMatch(/consensus/);
		await user.click(button('Keep this order'));
		const kept = answers.at(-1);
		expect(kept).toHaveLength(3);
		await user.click(await way('Picture'));
		expect(await hasFallen('Place 1 consensus')).toBeVisible();
		expect(screen.getByText('All are placed. Choose one to move it.')).toBeVisible();
		expect(answers.at(-1)).toBe(kept);
	});

	it('goes on with what was placed before the page was left, and counts it as no answer', async () => {
		await stage('ordering', { changes, response: ['', 'e2', ''] });
		expect(button('Keep this order')).toHaveAttribute('aria-disabled', 'false');
		await asPicture();
		expect(await hasFallen('Place 2 call')).toBeVisible();
		expect(screen.getByText('2 to place')).toBeVisible();
	});

	it('gives nothing where nothing was placed', async () => {
		const { answers } = await stage('ordering', { changes });
		await asPicture();
		await user.click(await way('List'));
		expect(answers).toEqual([[], null]);
	});

	it('says in words what is right at each place, with its date, once it is checked', async () => {
		await stage('ordering', { changes, response: ['e0', 'e2', 'e1'], told: 'all' });
		await asPicture();
		await screen.findByText('September 2011');
		const rows = within(screen.getByRole('group', { name: 'Which?' }))
			.getAllByRole('listitem')
			.map((row) => row.textContent.trim().replaceAll(/\s+/g, ' '));
		expect(rows).toEqual([
			'September 2011 Right: code because-0',
			'June 2013 Not right: call Right answer: consensus because-1',
			'12 November 2018 Not right: consensus Right answer: call because-2'
		]);
		expect(screen.queryByRole('button', { name: /^Place/ })).toBeNull();
	});

	it('tells no date while another try is left', async () => {
		const { form } = await stage('ordering', { changes, response: ['e0', 'e2', 'e1'], told: 'given' });
		await asPicture();
		expect(await hasFallen('Place 1 Right: code')).toBeVisible();
		expect(form.textContent).not.toMatch(/201\d|because/);
	});
});

describe('categorise, placed in the drawing of supporters', () => {
	const changes = {
		categories: [
			{ id: 'yes', text: 'On the list', place: 'backers' },
			{ id: 'no', text: 'Missing', place: 'absent' }
		],
		elements: [
			{ id: 'canada', text: 'Canada', category: 'yes', place: 'canada', why: 'because-a' },
			{ id: 'russia', text: 'Russia', category: 'no', place: 'russia', why: 'because-b' }
		]
	};
	const placing = { changes, backed: ['backers'] };
	const frame = (name: string) => screen.findByRole('group', { name });

	it('is offered where each category is a group of the drawing, and the list comes first', async () => {
		await stage('categorise', placing);
		expect(await way('As a picture')).toBeVisible();
		expect(screen.getAllByRole('radio')).toHaveLength(4);
		await stage('categorise');
		expect(screen.queryByRole('button', { name: 'As a picture' })).toBeNull();
	});

	it('gives the category in whose frame each element is placed, and takes it back', async () => {
		const { answers } = await stage('categorise', placing);
		await asPicture();
		await user.click(await hasFallen('Canada'));
		await user.click(button('Missing Put it here'));
		expect(answers).toEqual([{ canada: 'no' }]);
		expect(screen.getByText('Canada, now in: Missing')).toBeVisible();
		expect(button('Russia')).toHaveFocus();
		await user.click(within(await frame('Missing')).getByRole('button', { name: 'Canada' }));
		await user.click(button('On the list Put it here'));
		expect(answers.at(-1)).toEqual({ canada: 'yes' });
		expect(within(await frame('On the list')).getByRole('button', { name: 'Canada' })).toBeVisible();
		await user.click(button('Canada'));
		await user.click(button('Take it back'));
		expect(answers.at(-1)).toBeNull();
	});

	it('asks what to place where nothing is in hand', async () => {
		const { answers } = await stage('categorise', placing);
		await asPicture();
		await user.click(await hasFallen('Missing Put it here'));
		expect(screen.getByText('Choose first what to place.')).toBeVisible();
		expect(answers).toEqual([]);
	});

	it('keeps what was placed when the list is shown, and the other way round', async () => {
		await stage('categorise', placing);
		await user.click(
			within(screen.getByRole('group', { name: 'Russia' })).getByRole('radio', { name: 'Missing' })
		);
		await asPicture();
		expect(within(await frame('Missing')).getByRole('button', { name: 'Russia' })).toBeVisible();
		await user.click(button('Canada'));
		await user.click(button('Missing Put it here'));
		await user.click(await way('List'));
		for (const radio of screen.getAllByRole('radio', { name: 'Missing' })) expect(radio).toBeChecked();
	});

	it('says in words what is right in each frame, and where the rest belongs, once it is checked', async () => {
		await stage('categorise', { ...placing, response: { canada: 'no' }, told: 'all' });
		await asPicture();
		const rows = async (name: string) =>
			within(await frame(name))
				.getAllByRole('listitem')
				.map((row) => row.textContent.trim().replaceAll(/\s+/g, ' '));
		expect(await rows('Missing')).toEqual(['Not right: Canada Right answer: On the list because-a']);
		expect(screen.getByText('Not placed')).toBeVisible();
		expect(screen.queryByRole('button', { name: /Put it here$/ })).toBeNull();
	});
});
