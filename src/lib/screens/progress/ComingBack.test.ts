import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { dayState, factState } from '#lib/review/map-fixtures.ts';
import * as files from '#lib/ui/save-file.ts';

import ComingBack from './ComingBack.svelte';
import type { Learner } from './learner.ts';

const today = '2026-11-25';

const somebody: Learner = {
	facts: [
		factState('F1', { due: '2026-11-20' }),
		factState('F2', { due: '2026-12-03' }),
		factState('F3', { due: '2026-12-03' }),
		factState('F4', { due: '2028-01-01' }),
		factState('gone', { due: '2026-12-01' })
	],
	items: [],
	days: [dayState('2026-11-24')],
	flawed: new Set(),
	streak: true
};

const show = (learner = somebody) =>
	render(ComingBack, {
		learner,
		course: { id: 'paris-call', title: 'The Paris Call' },
		askable: new Set(['F1', 'F2', 'F3', 'F4']),
		today,
		review: '/paris-call/review'
	});

/** The browser offers to install the page. */
function offer() {
	const prompt = vi.fn(() => Promise.resolve());
	const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
	dispatchEvent(event);
	return { prompt, event };
}

afterEach(() => void dispatchEvent(new Event('appinstalled')));

describe('a way back', () => {
	it('counts days in a row where the learner wants it', () => {
		show();
		screen.getByText('1 day in a row, and today can be the next.');
	});

	it('counts none where they do not', () => {
		show({ ...somebody, streak: false });
		expect(screen.queryByText(/in a row/)).toBeNull();
	});

	it('saves the days of the coming year on which something is due that can be asked', async () => {
		const saved = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined);
		show();
		screen.getByText(/^A file with the 2 days of the coming year/);
		await userEvent.click(screen.getByRole('button', { name: 'Put these days in your calendar' }));
		const [name, text = '', type] = saved.mock.lastCall ?? [];
		expect([name, type]).toEqual(['five-points-days-paris-call.ics', 'text/calendar']);
		const values = (key: string) => text.split('\r\n').filter((line) => line.startsWith(key));
		expect(values('DTSTART')).toEqual(['DTSTART;VALUE=DATE:20261125', 'DTSTART;VALUE=DATE:20261203']);
		expect(values('SUMMARY')).toEqual([
			'SUMMARY:The Paris Call: 1 fact to review',
			'SUMMARY:The Paris Call: 2 facts to review'
		]);
		expect(values('UID')).toEqual([
			'UID:2026-11-25.paris-call@five-points',
			'UID:2026-12-03.paris-call@five-points'
		]);
		expect(values('URL')).toEqual(
			Array.from({ length: 2 }, () => `URL:${location.origin}/paris-call/review`)
		);
		saved.mockRestore();
	});

	it('has no calendar to offer where nothing is due', () => {
		show({ ...somebody, facts: [] });
		expect(screen.queryByRole('button')).toBeNull();
	});

	it('offers to install the app once the browser does, and takes the offer once', async () => {
		show();
		expect(screen.queryByRole('button', { name: 'Install as an app' })).toBeNull();
		const { prompt, event } = offer();
		expect(event.defaultPrevented).toBe(true);
		await userEvent.click(await screen.findByRole('button', { name: 'Install as an app' }));
		expect(prompt).toHaveBeenCalledOnce();
		expect(screen.queryByRole('button', { name: 'Install as an app' })).toBeNull();
	});

	it('still has the offer when the learner comes back to the page, and not once it is installed', async () => {
		const { unmount } = show();
		offer();
		await screen.findByRole('button', { name: 'Install as an app' });
		unmount();
		show();
		await screen.findByRole('button', { name: 'Install as an app' });
		dispatchEvent(new Event('appinstalled'));
		await waitFor(() => expect(screen.queryByRole('button', { name: 'Install as an app' })).toBeNull());
	});
});
