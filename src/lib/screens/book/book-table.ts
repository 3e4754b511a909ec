import { followed, type ClassBook } from '#lib/classroom/book/book.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Cell } from '#lib/screens/teach/csv.ts';
import { rounded } from '#lib/screens/teach/results-tables.ts';

/** A row for each pupil of a book, and a column for each class with what was right on average, from 0 to 1. */
export function bookTable(book: ClassBook): Cell[][] {
	const share = (of: number | null) => (of === null ? null : rounded(of));
	return [
		[
			m.result_name(),
			m.book_code(),
			m.book_mean(),
			...book.classes.map(({ at, title }) => `${new Date(at).toISOString().slice(0, 10)} ${title}`)
		],
		...followed(book).map(({ pupil, shares, mean }): Cell[] => [
			pupil.name,
			pupil.code,
			share(mean),
			...shares.map(share)
		])
	];
}
