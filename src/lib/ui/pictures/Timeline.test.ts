import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { linked, timeline } from './fixtures.ts';
import Timeline from './Timeline.svelte';

const textsOf = (name: string) =>
	within(screen.getByRole('list', { name }))
		.getAllByRole('listitem')
		.map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());

describe('the timeline', () => {
	it('reads as two lists in the order of time, each event with its date', () => {
		render(Timeline, { picture: timeline });
		screen.getByRole('figure', { name: 'Then and since' });
		expect(textsOf('As of 13 November 2018')).toEqual([
			'4 12 September 2011 A code is proposed',
			'· November 2018 A call is launched'
		]);
		expect(textsOf('Since then')).toEqual(['3 2021 A state joins']);
		expect(screen.queryByRole('link')).toBeNull();
	});

	it('has no list for what did not happen', () => {
		render(Timeline, { picture: { ...timeline, events: timeline.events.filter(({ isLater }) => isLater) } });
		expect(screen.getAllByRole('list')).toHaveLength(1);
	});

	it('leads to each fact that an event rests on, by its name', () => {
		render(Timeline, { picture: timeline, linked });
		expect(screen.getByRole('link', { name: 'Members of the union' })).toHaveAttribute(
			'href',
			'/course/facts#F2.3'
		);
		screen.getByRole('link', { name: 'Fact F3.1' });
	});

	it('gives every event an id to point at, and marks those that are pointed at', () => {
		const { container } = render(Timeline, { picture: timeline, places: ['launch'], prefix: 'one-' });
		const ids = timeline.events.map(({ id }) => `one-timeline-${id}`);
		const current = ids.map((id) => container.querySelector(`#${id}`)?.getAttribute('aria-current'));
		expect(current).toEqual([null, 'true', null]);
		expect(container.querySelectorAll('.strip .marked')).toHaveLength(1);
	});

	it('draws a strip that screen readers skip', () => {
		const { container } = render(Timeline, { picture: timeline });
		const strip = container.querySelector('.strip');
		expect(strip).toHaveAttribute('aria-hidden', 'true');
		expect(strip?.querySelectorAll('.mark')).toHaveLength(3);
	});
});
