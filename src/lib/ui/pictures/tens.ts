/** A number as rows of ten and what is left: 28 is 10, 10 and 8. */
export function tensOf(count: number): number[] {
	return Array.from({ length: Math.ceil(count / 10) }, (_, row) => Math.min(10, count - row * 10));
}
