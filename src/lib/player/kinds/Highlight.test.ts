import { fireEvent, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { stage } from './staging.svelte.ts';

const user = userEvent.setup();
const span = (name: RegExp | string) => screen.getByRole('checkbox', { name });

describe('highlight', () => {
	it('gives the ids of the marked spans, and nothing once none is marked', async () => {
		const { answers } = await stage('highlight');
		await user.click(span('each country'));
		await user.click(span('probably'));
		await user.click(span('each country'));
		await user.click(span('probably'));
		expect(answers).toEqual([['each-country'], ['each-country', 'probably'], ['probably'], null]);
	});

	it('keeps the passage whole, and its spans in the order of the text', async () => {
		const { form } = await stage('highlight');
		expect(form.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
			'The reasons are probably1 different for each country2, and nobody3 knows them all4.'
		);
		const places = screen.getAllByRole('checkbox').map((input) => input.getAttribute('data-place'));
		expect(places).toEqual(['1', '2', '3', '4']);
	});

	it('keeps the lines of its passage as they are written', async () => {
		const passage = 'The [tide] is in,\nthe [moon] lies fair.';
		const spans = ['tide', 'moon'].map((text, index) => ({ text, key: index === 0, why: 'So it goes.' }));
		const { form } = await stage('highlight', { changes: { passage, spans } });
		const text = form.querySelector('p') ?? form;
		expect(text.textContent).toContain('is in,\nthe');
		expect(text).toHaveStyle({ whiteSpace: 'pre-line' });
	});

	it('counts what is marked, which may be lines apart', async () => {
		await stage('highlight');
		await user.click(span('each country'));
		await user.click(span('them all'));
		screen.getByText('2 marked');
		await user.click(span('them all'));
		screen.getByText('1 marked');
	});

	it('has each span as a stop of the Tab key, which Space marks, and leaves the arrows to the page', async () => {
		const { answers } = await stage('highlight');
		const spans = screen.getAllByRole('checkbox');
		for (const each of spans) {
			await user.tab();
			expect(each).toHaveFocus();
			for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End'])
				expect(await fireEvent.keyDown(each, { key }), key).toBe(true);
			expect(each).toHaveFocus();
		}
		await user.tab({ shift: true });
		await user.keyboard(' ');
		expect(answers).toEqual([['nobody']]);
	});

	it('says what became of each span, and why below the passage', async () => {
		await stage('highlight', { response: ['probably', 'nobody'], told: 'all' });
		expect(span(/^Right:\s*probably/)).toHaveAccessibleDescription('because-b');
		expect(span(/^Not right:\s*nobody/)).toHaveAccessibleDescription('because-a');
		expect(span(/^Right, but not given:\s*them all/)).toBeDisabled();
		expect(span('each country')).toHaveAccessibleDescription('because-c');
		expect(screen.getAllByRole('listitem').map((note) => note.textContent.trim())).toEqual([
			'because-b',
			'because-c',
			'because-a',
			'because-d'
		]);
	});

	it('numbers its notes like the spans, even if some have none', async () => {
		await stage('highlight', { response: ['nobody'], told: 'given' });
		expect(screen.getByRole('listitem')).toHaveAttribute('value', '3');
	});
});
