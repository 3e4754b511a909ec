import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { addDays } from '#lib/review/day.ts';
import { dayState } from '#lib/review/map-fixtures.ts';

import StreakWords from './StreakWords.svelte';

const today = '2026-11-25';
const show = (...ago: number[]) =>
	render(StreakWords, { days: ago.map((days) => dayState(addDays(today, -days))), gone: [], today });

describe('days in a row, in words', () => {
	it('begin with one answer', () => {
		show();
		screen.getByText('No days in a row yet: one answer begins them.');
		screen.getByText(/^A day with nothing due breaks nothing/);
	});

	it('say whether today counts already', () => {
		show(1, 0);
		screen.getByText('2 days in a row, today included.');
	});

	it('forgive a missed day, and say so for a week', () => {
		show(3, 1);
		screen.getByText('2 days in a row, and today can be the next.');
		screen.getByText(/You missed Monday 23 November; that is forgiven\./);
	});

	it('keep silent of a day missed long ago', () => {
		show(11, 10, 8, 7, 6, 5, 4, 3, 2, 1);
		expect(screen.queryByText(/You missed/)).toBeNull();
	});

	it('remember the longest where it was longer', () => {
		show(20, 19, 18, 0);
		screen.getByText('1 day in a row, today included.');
		screen.getByText(/The longest so far: 3 days\./);
	});
});
