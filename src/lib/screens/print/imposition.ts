/** The cards of each page, a place without a card as null, so that every page is full. */
export function pagesOf<T>(cards: readonly T[], each: number): (T | null)[][] {
	const pages = Math.ceil(cards.length / each);
	return Array.from({ length: pages }, (_, page) =>
		Array.from({ length: each }, (_, place) => cards[page * each + place] ?? null)
	);
}

/**
 * A page as it has to be printed on the back of another, in rows of some places: each row from its end, since the paper
 * is turned over along its long edge.
 */
export function mirrored<T>(page: readonly T[], columns: number): T[] {
	const rows = Math.ceil(page.length / columns);
	return Array.from({ length: rows }, (_, row) =>
		page.slice(row * columns, (row + 1) * columns).toReversed()
	).flat();
}
