import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { support, timeline } from '#lib/ui/pictures/fixtures.ts';

import SeeInPicture from './SeeInPicture.svelte';

describe('what an item is about, in a drawing', () => {
	it('is folded, and marked once it is unfolded', async () => {
		const { container } = render(SeeInPicture, {
			places: { timeline: ['launch'] },
			pictures: { timeline, support }
		});
		expect(container.querySelector('details')).not.toHaveAttribute('open');
		expect(screen.queryByRole('figure', { hidden: true })).toBeNull();
		await userEvent.click(screen.getByText('See it in the timeline'));
		await screen.findByRole('figure', { name: 'Then and since' });
		expect(container.querySelector('li[aria-current=true]')).toHaveTextContent('A call is launched');
	});

	it('may be the drawing of who stood where', async () => {
		render(SeeInPicture, { places: { support: ['canada'] }, pictures: { support } });
		await userEvent.click(screen.getByText('See who had supported it and who had not'));
		await screen.findByRole('figure', { name: 'Who and who not' });
	});

	it('is not there without the drawing', () => {
		const { container } = render(SeeInPicture, { places: { timeline: ['launch'] }, pictures: { support } });
		expect(container.querySelector('details')).toBeNull();
	});
});
