import 'fake-indexeddb/auto';

import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';

import { playedClass } from '#lib/classroom/played-fixtures.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import type { ToldOwn } from '#lib/classroom/pupil-protocol.ts';
import { toldOwn } from '#lib/classroom/told.ts';
import { openLearner } from '#lib/study/open-learner.ts';

import { countMissed, isTaken, takeIntoStudy } from './hand-over.ts';
import OwnResult from './OwnResult.svelte';

const times = { code: 'ABC', createdAt: 0, endedAt: Date.UTC(2026, 10, 2, 9) };

function toldTo(pupil: string, otherwise: Partial<ClassSetup> = {}): ToldOwn {
	const told = toldOwn(playedClass(Infinity, otherwise), pupil, times, 30);
	if (!told) throw new Error('Nobody of that id takes part.');
	return told;
}

const show = (told: ToldOwn, classId: string) =>
	render(OwnResult, { told, classId, practice: '/b/practice/mistakes' });

/** What self-study on this device knows of the items of the class. */
async function known(): Promise<Record<string, boolean>> {
	const items = await (await openLearner()).items('b');
	return Object.fromEntries(items.map(({ item, right }) => [item, right]));
}

test('tells marks, points and what was not right; nothing counts for self-study before it is taken', async () => {
	show(toldTo('b'), 'class-1');
	screen.getByRole('heading', { level: 1, name: '1 of 3 marks' });
	screen.getByText('33% right on average.');
	screen.getByText(
		'This page is there until 2 December 2026 at 09:00 UTC; then the server deletes the class.'
	);
	const missed = screen.getByRole('region', { name: 'What was not entirely right' });
	expect(within(missed).getAllByText('Not right')).toHaveLength(2);
	expect(await known()).toEqual({});

	await userEvent.click(screen.getByRole('button', { name: 'Take 2 questions into self-study' }));
	await screen.findByText('Done: it is in your self-study on this device.');
	expect(screen.getByRole('link', { name: 'Practise it now' })).toHaveAttribute(
		'href',
		'/b/practice/mistakes'
	);
	expect(await known()).toEqual({ 'single-choice': false, 'short-text': false });
	const facts = await (await openLearner()).facts('b');
	expect(facts.map(({ fact }) => fact)).toEqual(['F1.1']);
});

test('what was taken is known again on this device, and counts once', async () => {
	const told = toldTo('b');
	expect(await isTaken(told, 'class-1')).toBe(true);
	expect(await isTaken(told, 'class-2')).toBe(false);
	const before = (await (await openLearner()).log('b')).length;
	await takeIntoStudy(told, 'class-1', 'missed');
	expect(await (await openLearner()).log('b')).toHaveLength(before);
	show(told, 'class-1');
	await screen.findByText('Done: it is in your self-study on this device.');
	expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
});

test('what was right counts where the pupil wants it; what was not answered is asked again', async () => {
	show(toldTo('c'), 'class-3');
	await userEvent.click(screen.getByRole('checkbox', { name: 'Count what I had right there, too' }));
	await userEvent.click(screen.getByRole('button', { name: 'Take 2 questions into self-study' }));
	await screen.findByText(/^Done/);
	const log = await (await openLearner()).log('b');
	const mine = log.flatMap((entry) => {
		const told = JSON.stringify(entry);
		return told.includes('class-class-3') ? [JSON.parse(told) as Record<string, unknown>] : [];
	});
	expect(mine.map(({ item, fraction }) => [item, fraction])).toEqual(
		expect.arrayContaining([
			['single-choice', 0],
			['true-false', 0],
			['short-text', 1]
		])
	);
	expect(mine).toHaveLength(3);
});

test('nothing is dated ahead of the device, whatever the clock of the server says', async () => {
	await takeIntoStudy(toldTo('d'), 'class-4', 'missed', () => 1000);
	const log = JSON.stringify(await (await openLearner()).log('b'));
	expect(log).toContain('"id":"class-class-4-d-5","');
	expect(/"id":"class-class-4-d-5".*?"at":(\d+)/.exec(log)?.[1]).toBe('1000');
});

test('what is kept for exams is never practised, and what could not be read is no mistake', () => {
	const told = toldTo('b');
	const [first, ...others] = told.course.items;
	if (!first) throw new Error('There is no item.');
	expect(countMissed(told)).toBe(2);
	const kept = { ...told.course, items: [{ ...first, for: 'exam' as const }, ...others] };
	expect(countMissed({ ...told, course: kept })).toBe(1);
	const scores = told.own.scores.map((score) => ({ ...score, fraction: null }));
	expect(countMissed({ ...told, own: { ...told.own, scores } })).toBe(0);
});

test('who had all right has nothing to take; who was asked nothing is told so', () => {
	show(toldTo('a'), 'class-5');
	screen.getByText('All of it was right. There is nothing to look at again.');
	expect(screen.queryByRole('button')).toBeNull();
	const told = toldTo('a');
	show({ ...told, own: { ...told.own, scores: [], answers: [], points: [] } }, 'class-6');
	screen.getByText('Nothing was asked while you were there.');
});

test('says no marks where none count, and the place where there are standings', () => {
	show(toldTo('b', { scoring: 'none' }), 'class-7');
	screen.getByRole('heading', { level: 1, name: 'What you came to' });
	show(toldTo('d', { standings: true }), 'class-8');
	screen.getByText('Place 2 in the class.');
});
