/** A place in a text file; both from 1. */
export interface Place {
	line: number;
	column: number;
}

/** Something that is not YAML, or that YAML reads otherwise than its author meant it. */
export interface YamlSlip {
	/** Undefined where it is the file as a whole. */
	place: Place | undefined;
	message: string;
	fix: string;
	/** Nothing was read beyond it. */
	isEnd?: true;
}

/** The longest text that is shown again in a remedy. */
const SHOWN = 80;

/** What to do with a text that has to be quoted: the text as it can be pasted, unless it is long. */
export function quoteIt(text: string): string {
	const trimmed = text.trim();
	if (trimmed.length > SHOWN || trimmed === '') return 'Put the whole text in quotation marks.';
	const needsSingle = /["\\]/.test(trimmed);
	const quoted = needsSingle ? `'${trimmed.replaceAll("'", "''")}'` : `"${trimmed}"`;
	return `Put the whole text in quotation marks: ${quoted}`;
}
