import { render, screen } from '@testing-library/svelte';
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
		screen.getByText('See it in the timeline');
		await screen.findByRole('figure', { name: 'Then and since', hidden: true });
		expect(container.querySelector('li[aria-current=true]')).toHaveTextContent('A call is launched');
	});

	it('may be the drawing of who stood where', async () => {
		render(SeeInPicture, { places: { support: ['canada'] }, pictures: { support } });
		await screen.findByRole('figure', { name: 'Who and who not', hidden: true });
	});

	it('is not there without the drawing', () => {
		const { container } = render(SeeInPicture, { places: { timeline: ['launch'] }, pictures: { support } });
		expect(container.querySelector('details')).toBeNull();
	});
});
