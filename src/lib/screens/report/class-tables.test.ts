import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import { playedClass } from '#lib/classroom/played-fixtures.ts';
import { toldReport } from '#lib/classroom/told.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readCsv } from '#lib/screens/teach/csv-fixtures.ts';
import { writeCsv } from '#lib/screens/teach/csv.ts';
import { csvManner } from '#lib/screens/teach/numbers.ts';

import { pupilsTable, questionsTable } from './class-tables.ts';

const told = toldReport(playedClass(), { code: 'ABC', createdAt: 0, endedAt: 1 }, 30);

const signs = fc.constantFrom(
	'',
	'=',
	'+',
	'-',
	'@',
	'\t',
	'\r',
	'"',
	"'",
	',',
	';',
	'\n',
	'＝',
	'\u200b=',
	' ='
);
const hostile = fc
	.tuple(signs, fc.string({ unit: 'binary' }), signs)
	.map((parts) => parts.join(''))
	.filter((name) => name !== '');

afterEach(() => overwriteGetLocale(() => 'en'));

test.each(['en', 'fr'] as const)('whatever pupils are called, their table comes back, in %s', (locale) => {
	overwriteGetLocale(() => locale);
	fc.assert(
		fc.property(fc.array(hostile, { minLength: 4, maxLength: 4 }), (names) => {
			const pupils = told.pupils.map((pupil, index) => ({ ...pupil, name: names[index] ?? pupil.name }));
			const table = pupilsTable({ ...told, pupils }, new Map([['b', names[0] ?? '']]));
			const manner = csvManner();
			const read = readCsv(writeCsv(table, manner), manner.separator);
			const shown = [names[0], names[0], names[2], names[3]];
			// An apostrophe before a name makes it text where it would run as a formula.
			const isFormula = (text: string) => /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(text);
			for (const [index, name] of shown.entries()) {
				const [cell = '', inClass = '', team, right] = read[index + 1] ?? [];
				expect(cell).toBe(isFormula(name ?? '') ? `'${name}` : name);
				expect(inClass.replace(/^'/, '')).toBe((names[index] ?? '').replace(/^'/, ''));
				expect(team).toBe(['red', 'red', 'blue', 'blue'][index]);
				const decimal = manner.decimal;
				expect(right).toBe(['1', `0${decimal}333`, `0${decimal}333`, `0${decimal}5`][index]);
			}
			expect(read).toHaveLength(5);
			expect(new Set(read.map((row) => row.length)).size).toBe(1);
		})
	);
});

test('questions come with what they were worth, by hand', () => {
	const table = questionsTable(told);
	const [head = [], first = [], second = []] = table;
	const of = (row: typeof first, name: string) => row[head.indexOf(name)];
	expect(table.slice(1).map(([id]) => id)).toEqual(['single-choice', 'short-text', 'true-false']);
	expect(
		['Asked', 'Answered', 'Facility', 'Median time, seconds', 'Times asked'].map((name) => of(first, name))
	).toEqual([3, 2, 0.333, 3, 1]);
	expect(
		['Answered both times', 'Right before', 'Right after', 'Gain'].map((name) => of(first, name))
	).toEqual([null, null, null, null]);
	// Of A, B and C none was right before the discussion, and two after it.
	expect(
		['Answered both times', 'Right before', 'Right after', 'Gain'].map((name) => of(second, name))
	).toEqual([3, 0, 0.667, 0.667]);
	expect(new Set(table.map((row) => row.length)).size).toBe(1);
});

test('a class without marks has none in its table', () => {
	const without = { ...told, setup: { ...told.setup, scoring: 'none' as const, teams: [] } };
	expect(pupilsTable(without)[0]).toEqual([
		...['Name', 'Right', 'Answered', 'Asked'],
		...['single-choice', 'true-false', 'short-text']
	]);
});
