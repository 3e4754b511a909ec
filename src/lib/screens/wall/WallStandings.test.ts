import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import WallStandings from './WallStandings.svelte';

test('who has the same marks shares a place, also at the end of what is shown', () => {
	const marks = [5, 4, 4, 3, 3, 3, 2, 1, 1, 1, 0];
	const pupils = marks.map((each, index) => ({
		id: String(index),
		name: `Pupil ${index}`,
		place: 1 + marks.filter((other) => other > each).length,
		marks: each,
		possible: 5
	}));
	render(WallStandings, { pupils, teams: [] });
	expect(screen.getAllByRole('listitem').map((row) => row.textContent.trim().split(/\s/)[0])).toEqual([
		...['1', '2', '2', '4', '4', '4', '7', '8', '8', '8']
	]);
	expect(screen.getByText('and one more')).toBeInTheDocument();
	expect(screen.getAllByText('1 mark')).toHaveLength(3);
});

test('a class without anybody says so', () => {
	render(WallStandings, { pupils: [], teams: [] });
	expect(screen.getByText('Nobody takes part.')).toBeInTheDocument();
});
