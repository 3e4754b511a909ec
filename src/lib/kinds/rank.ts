/** For each place of a response, the place in the key of the element that stands there, counted from 0. */
export type Permutation = readonly number[];

/**
 * Kendall's τ between a response and the key, never below 0: 1 for the key, 0 for an order that has as many
 * pairs wrong as right (Kendall, 1938, “A new measure of rank correlation”, Biometrika 30, 81–93).
 */
export function kendall(places: Permutation): number {
	const pairs = (places.length * (places.length - 1)) / 2;
	return Math.max(0, 1 - (2 * inversions(places)) / pairs);
}

/**
 * Of the elements that follow each other in the key, the share that do so in the response (in Moodle’s
 * ordering type: “relative to the next item, excluding last”).
 */
export function adjacentPairs(places: Permutation): number {
	const kept = places.filter((place, index) => index > 0 && places[index - 1] === place - 1).length;
	return kept / (places.length - 1);
}

/** Pairs that stand the wrong way round. */
function inversions(places: Permutation): number {
	return places
		.map((place, index) => places.slice(index + 1).filter((later) => later < place).length)
		.reduce((sum, number) => sum + number, 0);
}
