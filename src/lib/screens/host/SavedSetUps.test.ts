import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';

import SavedSetUps from './SavedSetUps.svelte';

beforeEach(() => localStorage.clear());

test('a set-up is kept under its name, found again, and deleted', async () => {
	const { unmount } = render(SavedSetUps, { query: '?n=3', here: '/host' });
	await userEvent.type(await screen.findByRole('textbox', { hidden: true }), 'Monday');
	await userEvent.click(screen.getByRole('button', { name: 'Keep', hidden: true }));
	expect(screen.getByText('Kept.')).toBeInTheDocument();
	unmount();
	render(SavedSetUps, { query: '?n=4', here: '/host' });
	const link = await screen.findByRole('link', { name: 'Monday' });
	expect(link).toHaveAttribute('href', '/host?n=3');
	expect(link).not.toHaveAttribute('aria-current');
	await userEvent.click(screen.getByRole('button', { name: 'Delete Monday' }));
	expect(screen.queryByRole('link')).toBeNull();
});
