import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import SourceTitle from './SourceTitle.svelte';

const title = 'A paper';
const address = 'https://example.org/paper';

/** The title, shown on a page in English. */
function shown(source: { address?: string; language?: string }, language: string) {
	render(SourceTitle, { source: { title, ...source }, language });
	return screen.getByText(title);
}

describe.each([{}, { address }])('the title of a source, %o', (where) => {
	it('says which language it is in where that is not the language of the page', () => {
		expect(shown({ ...where, language: 'fr' }, 'en')).toHaveAttribute('lang', 'fr');
	});

	it('says in which direction that is read', () => {
		const arabic = shown({ ...where, language: 'ar' }, 'en');
		expect(arabic).toHaveAttribute('lang', 'ar');
		expect(arabic).toHaveAttribute('dir', 'rtl');
	});

	it('is in the language of its course where nothing else is said', () => {
		expect(shown(where, 'fr')).toHaveAttribute('lang', 'fr');
	});

	it('says nothing where it is in the language of the page, whatever its course is in', () => {
		expect(shown({ ...where, language: 'en' }, 'fr')).not.toHaveAttribute('lang');
	});
});
