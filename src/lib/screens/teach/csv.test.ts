import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readCsv } from './csv-fixtures.ts';
import { writeCsv, type Cell } from './csv.ts';

const english = { separator: ',', decimal: '.' } as const;
const french = { separator: ';', decimal: ',' } as const;

const cell: fc.Arbitrary<Cell> = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('"', '""', 'a,b', 'a;b', 'a\nb', '\r\n', ' a ', '=1+1', '\t=1', '-2+3', '@SUM(A1)', "'=1"),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constant(null)
);

describe.each([english, french])('%j', (manner) => {
	test('whatever is in a table comes back, cell by cell', () => {
		const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
		fc.assert(
			fc.property(tables, (rows) => {
				const read = readCsv(writeCsv(rows, manner), manner.separator);
				const told = rows.map((row) =>
					row.map((each) => {
						if (each === null) return '';
						return typeof each === 'number' ? String(each).replace('.', manner.decimal) : each;
					})
				);
				expect(
					read.map((row, y) => row.map((text, x) => (text === told[y]?.[x] ? text : text.slice(1))))
				).toEqual(told);
			})
		);
	});

	test('no text is a formula to a spreadsheet, whatever a learner calls themselves', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.constantFrom('', ' ', '\t', '\n', '\u200b'),
				(rest, before) => {
					for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']) {
						const [[text = ''] = []] = readCsv(writeCsv([[before + sign + rest]], manner), manner.separator);
						expect(text.startsWith("'")).toBe(true);
					}
				}
			)
		);
	});
});

test('numbers are as the spreadsheets of the language read them, negative ones too', () => {
	expect(writeCsv([['a', -0.5, 1.25, null, NaN]], english)).toBe('\uFEFFa,-0.5,1.25,,\r\n');
	expect(writeCsv([['a', -0.5, 1.25, null, NaN]], french)).toBe('\uFEFFa;"-0,5";"1,25";;\r\n');
});
