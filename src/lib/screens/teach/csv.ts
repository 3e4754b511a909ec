/** How a table is written for the spreadsheets of a language. */
export interface CsvManner {
	/** Between cells: spreadsheets expect a semicolon where the comma is in numbers. */
	separator: ',' | ';';
	/** In numbers. */
	decimal: '.' | ',';
}

export type Cell = string | number | null;

/**
 * What makes a spreadsheet take a cell for a formula: these signs, also behind blanks (OWASP, “CSV injection”), and their
 * full-width forms. A learner may call themselves `=HYPERLINK(…)`.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/u;

/** The mark by which a spreadsheet knows UTF-8. */
const MARK = '\uFEFF';

/**
 * Writes a table as CSV (RFC 4180). A text that a spreadsheet would run as a formula begins with an apostrophe, which
 * makes it text there; numbers stay numbers, negative ones too.
 *
 * @param rows their cells; null is an empty one
 */
export function writeCsv(rows: readonly (readonly Cell[])[], { separator, decimal }: CsvManner): string {
	const written = (cell: Cell): string => {
		if (cell === null) return '';
		if (typeof cell === 'number')
			return Number.isFinite(cell) ? quoted(String(cell).replace('.', decimal)) : '';
		return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
	};
	const quoted = (text: string): string =>
		/[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
	return MARK + rows.map((row) => row.map(written).join(separator) + '\r\n').join('');
}
