/** The keys under which elements of this page keep their attempts just now. */
const claimed = new Set<string>();

/**
 * A key for an attempt, which no other element of the page has: of two that ask the same, the second has its own, the same
 * one again when the page is loaded again.
 */
export function claim(key: string): string {
	let own = key;
	for (let number = 2; claimed.has(own); number++) own = `${key} ${number}`;
	claimed.add(own);
	return own;
}

/** Gives a key back, as the element is taken off the page. */
export function release(key: string): void {
	claimed.delete(key);
}
