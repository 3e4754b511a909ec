import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';

import { playedClass } from '#lib/classroom/played-fixtures.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { toldReport, type ToldReport } from '#lib/classroom/told.ts';
import * as files from '#lib/ui/save-file.ts';

import ClassReport from './ClassReport.svelte';

const times = { code: '7MDX2PW', createdAt: Date.UTC(2026, 10, 2, 8), endedAt: Date.UTC(2026, 10, 2, 9) };

const toldOf = (otherwise: Partial<ClassSetup> = {}, until = Infinity) =>
	toldReport(playedClass(until, otherwise), times, 30);

function show(told: ToldReport = toldOf(), otherwise = {}) {
	const props = {
		...{ classId: 'class', books: '/host/book', keepDays: 30 },
		practiceAt: (items: readonly string[]) => `https://example.org/quiz?items=${items.join()}`,
		readAgain: vi.fn(),
		begin: vi.fn(() => Promise.resolve()),
		remove: vi.fn(() => Promise.resolve()),
		...otherwise
	};
	render(ClassReport, { told, ...props });
	return props;
}

/** The rows of a table as they are read out, a list of cells each. */
function rowsIn(table: HTMLElement): string[][] {
	return within(table)
		.getAllByRole('row')
		.map((row) =>
			[...row.querySelectorAll('th, td')].map((cell) =>
				[...cell.querySelectorAll('[aria-hidden]')]
					.reduce((text, hidden) => text.replace(hidden.textContent, ''), cell.textContent)
					.trim()
					.replaceAll(/\s+/g, ' ')
			)
		);
}

const map = () => within(screen.getByRole('group', { name: 'Who knew what' })).getByRole('table');

beforeAll(() => {
	// jsdom knows no modal dialogs.
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
	};
});

afterEach(() => void vi.restoreAllMocks());

test('says who knew what, the hardest first, in words as well as in colour', async () => {
	show();
	// Facility: question 1 1/3, question 2 3/4, question 3 2/4.
	expect(rowsIn(map())).toEqual([
		['Pupil', 'All', 'Question 1', 'Question 3', 'Question 2'],
		['a', '100%', 'right', 'right', 'right'],
		['b', '33%', 'wrong', 'wrong', 'right'],
		['c', '33%', 'no answer', 'right', 'wrong'],
		['d', '50%', 'not there yet', 'no answer', 'right'],
		['Right on average', '33%', '50%', '75%']
	]);
	await userEvent.selectOptions(screen.getByLabelText('Questions'), 'as they were asked');
	await userEvent.selectOptions(screen.getByLabelText('Pupils'), 'who needs help first');
	expect(rowsIn(map()).map(([first]) => first)).toEqual(['Pupil', 'b', 'c', 'd', 'a', 'Right on average']);
	expect(rowsIn(map())[0]?.slice(2)).toEqual(['Question 1', 'Question 2', 'Question 3']);
	await userEvent.selectOptions(screen.getByLabelText('Pupils'), 'the best first');
	expect(rowsIn(map()).map(([first]) => first)).toEqual(['Pupil', 'a', 'd', 'b', 'c', 'Right on average']);
});

test('the class as a whole: its mean, and honesty about small numbers', () => {
	show();
	const whole = screen.getByRole('region', { name: 'The class as a whole' });
	// (1 + 1/3 + 1/3 + 1/2) / 4 = 13/24
	within(whole).getByText('54%');
	within(whole).getByText('4 pupils');
	within(whole).getByText(/^With 4 pupils, one answer more or less changes every figure\./);
	expect(within(whole).getAllByText('provisional').length).toBeGreaterThan(0);
});

test('a question has its figures, its distractors, and both rounds side by side', () => {
	show();
	const [first, third] = screen
		.getAllByRole('heading', { level: 3 })
		.map(({ parentElement }) => parentElement);
	if (!first || !third) throw new Error('Questions are missing.');
	// Of three who were asked, A (2 s) and B (4 s) answered.
	within(first).getByText('2 of 3');
	within(first).getByText('0:03');
	within(first).getByText(/too few learners to say/);
	// On the other two, A is 1 − 3/4 and 1 − 2/4 above the class: 3/8 on average; B 1/4 above it and 2/4 below: −1/8.
	within(first).getByText('elsewhere 38% better than the class');
	within(first).getByText('elsewhere 13% worse than the class');
	expect(third.id).toBe('question-3');
	const twice = within(third).getByRole('region', { name: 'Asked twice' });
	within(twice).getByText(/^3 pupils answered both times\. Right on average: 0% before, 67% after/);
	within(twice).getByText(/Gain 0\.67, medium/);
	expect([...twice.querySelectorAll('.moves li')].map(({ textContent }) => textContent)).toEqual([
		'0 right both times',
		'2 wrong, then right',
		'0 right, then wrong',
		'1 wrong both times'
	]);
	expect(rowsIn(within(twice).getByRole('table'))).toEqual([
		['Answer', 'before', 'after'],
		['Macron right', '0', '2'],
		['Sarkozy', '2', '1'],
		['nobody', '1', '0']
	]);
});

test('a pupil has marks, points, and a way to practise what they missed', () => {
	show();
	const table = within(screen.getByRole('region', { name: 'Pupil by pupil' })).getByRole('table');
	expect(rowsIn(table)).toEqual([
		['Pupil', 'Team', 'Right', 'Marks', 'Answered', 'Point 1', 'To practise'],
		['a', 'red', '100%', '3 of 3', '3 of 3', '100%', 'nothing missed'],
		['b', 'red', '33%', '1 of 3', '3 of 3', '33%', '2 questions'],
		['c', 'blue', '33%', '1 of 3', '2 of 3', '33%', '2 questions'],
		['d', 'blue', '50%', '1 of 2', '1 of 2', '50%', '1 question']
	]);
	const way = within(table).getByRole('link', { name: '2 questions for b' });
	expect(way).toHaveAttribute('href', 'https://example.org/quiz?items=single-choice,short-text');
});

test('without marks there are none in it', () => {
	show(toldOf({ scoring: 'none', teams: [] }));
	const table = within(screen.getByRole('region', { name: 'Pupil by pupil' })).getByRole('table');
	expect(rowsIn(table)[1]).toEqual(['a', '100%', '3 of 3', '100%', 'nothing missed']);
});

test('says until when it is kept; while it runs, that this is not all', async () => {
	show();
	screen.getByText(/^The server keeps this class until 2 December 2026/);
	const { readAgain } = show({ ...toldOf(), endedAt: null, keptUntil: null });
	screen.getByText(/The server keeps it for 30 days after its end/);
	await userEvent.click(screen.getByRole('button', { name: 'Read it again' }));
	expect(readAgain).toHaveBeenCalledOnce();
});

test('a class in which nothing was closed, or nobody was, says so', () => {
	show(toldOf({}, -1));
	screen.getByText(/^No answer was shown yet/);
	expect(screen.queryByRole('button', { name: /CSV/ })).toBeNull();
	const nobody = { ...playedClass(), pupils: [] };
	show(toldReport(nobody, times, 30));
	screen.getByText('Nobody took part.');
});

test('asks these again, after a look at the list', async () => {
	const { begin } = show();
	await userEvent.click(screen.getByRole('button', { name: 'Ask these again' }));
	const boxes = screen.getAllByRole('checkbox');
	// At 33 and 50 % the first two went badly; at 75 % the third did not.
	expect(boxes.map((box) => (box instanceof HTMLInputElement ? box.checked : null))).toEqual([
		true,
		true,
		false
	]);
	await userEvent.click(boxes[1] ?? document.body);
	await userEvent.click(boxes[2] ?? document.body);
	await userEvent.click(screen.getByRole('button', { name: 'Make the new class' }));
	expect(begin).toHaveBeenCalledExactlyOnceWith(['single-choice', 'true-false']);
});

test('says why no new class was made, and nothing is lost', async () => {
	show(toldOf(), { begin: () => Promise.reject(new Error('Wait a minute.')) });
	await userEvent.click(screen.getByRole('button', { name: 'Ask these again' }));
	await userEvent.click(screen.getByRole('button', { name: 'Make the new class' }));
	expect(await screen.findByRole('alert')).toHaveTextContent('Wait a minute.');
});

test('is deleted only when that is confirmed', async () => {
	const { remove } = show();
	await userEvent.click(screen.getByRole('button', { name: 'Delete this class' }));
	await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
	expect(remove).not.toHaveBeenCalled();
	await userEvent.click(screen.getByRole('button', { name: 'Delete this class' }));
	await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
	expect(remove).toHaveBeenCalledOnce();
});

test('hands out a slip to each who missed something', async () => {
	show();
	await userEvent.click(screen.getByRole('button', { name: 'Make slips to hand out' }));
	expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
		'b',
		'c',
		'd'
	]);
	screen.getByRole('img', { name: 'QR code of the link for d' });
	expect(screen.getByRole('link', { name: '1 question' })).toHaveAttribute(
		'href',
		'https://example.org/quiz?items=short-text'
	);
	await userEvent.click(screen.getByRole('button', { name: 'Back to the report' }));
	screen.getByRole('region', { name: 'The class as a whole' });
});

test('saves pupils and questions, whatever somebody calls themselves', async () => {
	const saved = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined);
	const record = playedClass();
	const hostile = ['=cmd|"/c calc"!A1', '+1', '-2+3', '@SUM(1)'];
	const pupils = record.pupils.map((pupil, index) => ({ ...pupil, name: hostile[index] ?? pupil.name }));
	show(toldReport({ ...record, pupils }, times, 30));
	await userEvent.click(screen.getByRole('button', { name: 'Save the pupils as CSV' }));
	const [name, text = '', type] = saved.mock.lastCall ?? [];
	expect([name, type]).toEqual(['b-7MDX2PW-pupils.csv', 'text/csv']);
	expect(text.split('\r\n')).toEqual([
		'\uFEFFName,Team,Right,Marks,Possible marks,Answered,Asked,single-choice,true-false,short-text',
		`"'=cmd|""/c calc""!A1",red,1,3,3,3,3,1,1,1`,
		"'+1,red,0.333,1,3,3,3,0,1,0",
		"'-2+3,blue,0.333,1,3,2,3,0,0,1",
		"'@SUM(1),blue,0.5,1,2,1,2,,1,0",
		''
	]);
	await userEvent.click(screen.getByRole('button', { name: 'Save the questions as CSV' }));
	const [head = '', ...rows] = (saved.mock.lastCall?.[1] ?? '').split('\r\n');
	expect(head).toMatch(
		/"Median time, seconds",Times asked,Answered both times,Right before,Right after,Gain$/
	);
	expect(rows.map((row) => row.split(',')[0])).toEqual(['single-choice', 'short-text', 'true-false', '']);
	// A took 1 s, B 2 s and C 5 s of the second round.
	expect(rows[1]).toMatch(/,2,2,3,0,0\.667,0\.667$/);
});
