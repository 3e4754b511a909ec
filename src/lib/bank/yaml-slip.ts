/** A place in a text file; both from 1. */
export interface Place {
	line: number;
	column: number;
}

/** Something that is not YAML, or that YAML reads differently from what its author meant. */
export interface YamlSlip {
	/** Undefined if it is the file as a whole. */
	place: Place | undefined;
	message: string;
	fix: string;
	/** Nothing was read beyond it. */
	isEnd?: true;
}

/** The longest text that is shown again in a remedy. */
const SHOWN = 80;

/** How to quote a text that needs it: the quoted text, ready to paste, unless it is long. */
export function quoteIt(text: string): string {
	const trimmed = text.trim();
	if (trimmed.length > SHOWN || trimmed === '') return 'Put the whole text in quotation marks.';
	const needsSingle = /["\\]/.test(trimmed);
	const quoted = needsSingle ? `'${trimmed.replaceAll("'", "''")}'` : `"${trimmed}"`;
	return `Put the whole text in quotation marks: ${quoted}`;
}
