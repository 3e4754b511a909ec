import { render, screen } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';

import { usual } from '#lib/classroom/setup.ts';

import type { Given } from '../teach/given.ts';
import ReadyBox from './ReadyBox.svelte';

const given: Given = {
	...{ count: 3, kept: 0, missing: 0, givenAway: 0, about: 4, limit: null, views: [] },
	points: [{ point: 1, count: 3 }],
	kinds: [{ kind: 'numeric', count: 3 }]
};
const rules = { ...usual, teams: [] };

function show(otherwise: Partial<ComponentProps<typeof ReadyBox>> = {}) {
	render(ReadyBox, {
		...{ given, rules, notices: [], most: 100, byHand: false, action: '?/open', refused: undefined },
		...otherwise
	});
}

test('what is set up is told before it is opened', () => {
	show({ rules: { ...rules, seconds: 30, names: 'given', teams: ['Red', 'Blue'] } });
	expect(screen.getByRole('status')).toHaveTextContent('3 questions · about 4 minutes');
	expect(
		screen.getByText('You go on · 30 seconds each · names are handed out · 2 teams')
	).toBeInTheDocument();
	expect(screen.getByRole('button', { name: 'Open the class' })).toBeEnabled();
});

test('where there is nothing to ask there is nothing to open', () => {
	show({ given: { ...given, count: 0 }, byHand: true });
	expect(screen.getByText('Tick at least one question below.')).toBeInTheDocument();
	expect(screen.queryByRole('button')).toBeNull();
});

test.each([
	['for-exams', 'Some of these questions are kept for exams by now'],
	['no-item', 'Some of these questions are no longer in the course.'],
	['unreadable', 'The address of this page names something that no class can have.'],
	['wait', 'The server did not make the class.']
] as const)('a class that was not made for %s says what is to be done', (refused, words) => {
	show({ refused });
	expect(screen.getByRole('alert')).toHaveTextContent(words);
});

test('a class that was not made says why, and more questions than a class may have are told of', () => {
	show({ refused: 'slow-down', most: 2 });
	expect(screen.getByRole('alert')).toHaveTextContent('Too many classes were opened from here.');
	expect(screen.getByText('A class asks 2 questions at most. The first ones are asked.')).toBeInTheDocument();
});
