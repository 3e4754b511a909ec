/**
 * Where one can get to from some beginnings, these included.
 *
 * @template T
 * @param {Iterable<T>} beginnings
 * @param {(one: T) => Iterable<T>} next where one leads to at once
 * @returns {Set<T>}
 */
export function reachedFrom(beginnings, next) {
	const reached = new Set(beginnings);
	// What is added while it is gone through is gone through as well.
	for (const one of reached) for (const more of next(one)) reached.add(more);
	return reached;
}
