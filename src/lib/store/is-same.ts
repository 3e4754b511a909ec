/** Whether two values are the same as a store of attempts keeps them; undefined stands for nothing. */
export function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
