/** Prints a table: a title, a head, and rows with a name in the first cell and figures in the others. */
export function printTable(title: string, head: string[], rows: string[][]): void {
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
	const line = (row: string[]) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('  ');
	console.log(
		`\n${title}\n${[head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')}`
	);
}

/** A whole number with its thousands set apart. */
export function grouped(number: number): string {
	return Math.round(number).toLocaleString('en-GB');
}
