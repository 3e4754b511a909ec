import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { linked, support } from './fixtures.ts';
import Support from './Support.svelte';

const itemsOf = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem');
const textsOf = (name: string) =>
	itemsOf(name).map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());

describe('the drawing of who stood where', () => {
	it('reads as groups of names, with what changed since', () => {
		render(Support, { picture: support });
		screen.getByRole('figure', { name: 'Who and who not' });
		screen.getByText('As of 13 November 2018');
		expect(textsOf('States that had')).toEqual(['All 28 members', 'Canada', 'And others']);
		expect(textsOf('States that had not')).toEqual([
			'Australia Since then, November 2019: named as a supporter'
		]);
	});

	it('draws as many shapes as there are states, those without a name too', () => {
		render(Support, { picture: support });
		const shapes = itemsOf('States that had').map((item) => item.querySelectorAll('svg path').length);
		expect(shapes).toEqual([28, 1, 50 - 28 - 1]);
	});

	it('leads to the facts of names and of the whole group, each once and by its name', () => {
		render(Support, { picture: support, linked });
		const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
		expect(links).toEqual(['F2.3', 'F2.4', 'F2.1', 'F3.3'].map((fact) => `/course/facts#${fact}`));
		expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
			'Members of the union',
			'Fact F2.4',
			'How many',
			'Fact F3.3'
		]);
	});

	it('gives groups and names an id to point at, and marks those that are pointed at', () => {
		const { container } = render(Support, { picture: support, places: ['absent', 'canada'], prefix: 'one-' });
		const marked = [...container.querySelectorAll('[aria-current=true]')].map(({ id }) => id);
		expect(marked).toEqual(['one-support-canada', 'one-support-absent']);
	});
});
