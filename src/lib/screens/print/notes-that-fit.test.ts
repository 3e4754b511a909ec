import { expect, test } from 'vitest';

import type { Fact } from '#lib/bank/primer.ts';

import { notesThatFit, ROOM } from './notes-that-fit.ts';

const note = (length: number, date?: string): Fact['since'][number] => ({
	note: 'n'.repeat(length),
	...(date !== undefined && { date }),
	checked: '2026-01-01',
	source: { title: 'A source' }
});

const fitting = (since: Fact['since'], claim = 'c'.repeat(100)) =>
	notesThatFit({ claim, since }, '2018-11-13').map(({ note }) => note.length);

test('all notes, where there is room', () => {
	expect(fitting([note(100), note(200), note(ROOM - 400)])).toEqual([100, 200, ROOM - 400]);
	expect(fitting([])).toEqual([]);
});

test('what changed comes before what is more exact, and stays in its place', () => {
	expect(fitting([note(250), note(200), note(251, '2021-03-12')])).toEqual([200, 251]);
	expect(fitting([note(250, '2018-11-01'), note(300, '2021-03')])).toEqual([300]);
});

test('none, where the claim alone is too long', () => {
	expect(fitting([note(10)], 'c'.repeat(ROOM))).toEqual([]);
});
