/** The cells of a table, as RFC 4180 reads them. */
export function readCsv(text: string, separator: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
				if (text[at] === '"') at++;
				cell += text.charAt(at);
			}
			at++;
		} else {
			while (text[at] !== separator && text[at] !== '\r') cell += text.charAt(at++);
		}
		row.push(cell);
		if (text[at] === separator) at++;
		else {
			rows.push(row);
			row = [];
			at += 2;
		}
	}
	return rows;
}
