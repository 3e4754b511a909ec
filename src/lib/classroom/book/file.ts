import { parseJson } from '#lib/text/parse-json.ts';

import { BOOK_VERSION, parseBook, type ClassBook } from './book.ts';

/** Tells a book from other files. */
const FORMAT = 'five-points-class-book';

/** How large a file may be, in bytes. A thousand pupils in a thousand classes would take some 20 MB, and nobody has them. */
export const LARGEST_BOOK = 20_000_000;

/** Why a file is not taken; nothing of it was kept. */
export type BookRefusal = 'too-large' | 'unreadable' | 'other-format' | 'newer' | 'broken';

/** The text of a file that holds a book. */
export function writeBookFile(book: ClassBook): string {
	return JSON.stringify({ format: FORMAT, version: BOOK_VERSION, book }, null, '\t') + '\n';
}

/** Reads and checks a file that a teacher chose; nothing is kept yet. */
export async function readBookFile(file: Pick<Blob, 'size' | 'text'>): Promise<ClassBook | BookRefusal> {
	if (file.size > LARGEST_BOOK) return 'too-large';
	try {
		return parseBookFile(await file.text());
	} catch {
		return 'unreadable';
	}
}

/** The book in the text of a file, or why there is none. */
export function parseBookFile(text: string): ClassBook | BookRefusal {
	const value = parseJson(text.replace(/^\uFEFF/, ''));
	if (!isOfFormat(value)) return 'other-format';
	if (typeof value.version === 'number' && value.version > BOOK_VERSION) return 'newer';
	return parseBook(value.book) ?? 'broken';
}

function isOfFormat(value: unknown): value is { format: typeof FORMAT; version?: unknown; book?: unknown } {
	return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}
