/** Plain data in an order that does not depend on how it was written. */
export function inOrder(list: readonly unknown[]): unknown[] {
	return list
		.map((each) => ({ each, text: JSON.stringify(each) }))
		.sort((one, other) => (one.text < other.text ? -1 : 1))
		.map(({ each }) => each);
}

/** For a kind of which nothing is right but the key. */
export function exactly(): number {
	return 0;
}
