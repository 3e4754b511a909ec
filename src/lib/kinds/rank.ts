/** For each place of a response, the place in the key of the element put there, counted from 0. */
export type Permutation = readonly number[];

/**
 * Kendall's τ between a response and the key, never below 0: 1 for the key, 0 for an order that has as many
 * pairs wrong as right (Kendall, 1938, “A new measure of rank correlation”, Biometrika 30, 81–93).
 */
export function kendall(places: Permutation): number {
	return kendallOf(inversions(places), places.length);
}

/** The same, given how many elements there are and how many pairs are the wrong way round. */
export function kendallOf(inversions: number, elements: number): number {
	return Math.max(0, 1 - (2 * inversions) / pairsOf(elements));
}

/**
 * Of the elements that follow each other in the key, the share that do so in the response (in Moodle’s
 * ordering type: “relative to the next item, excluding last”).
 */
export function adjacentPairs(places: Permutation): number {
	const kept = places.filter((place, index) => places[index - 1] === place - 1).length;
	return kept / (places.length - 1);
}

/** How many pairs are the wrong way round. */
function inversions(places: Permutation): number {
	return places
		.map((place, index) => places.slice(index + 1).filter((later) => later < place).length)
		.reduce((sum, number) => sum + number, 0);
}

function pairsOf(elements: number): number {
	return (elements * (elements - 1)) / 2;
}

/**
 * How likely a random order has 0, 1, 2, … pairs the wrong way round. The numbers of such orders are the
 * Mahonian numbers: an element inserted before k of those already placed adds k pairs, and every k is equally
 * likely (Knuth, TAOCP 3, 5.1.1).
 */
export function inversionsAtRandom(elements: number): number[] {
	let chances = [1];
	for (let size = 2; size <= elements; size++) {
		const before = chances;
		let inReach = 0;
		chances = Array.from({ length: pairsOf(size) + 1 }, (_, pairs) => {
			// A sliding sum of as many probabilities as the new element has places to go to.
			inReach += (before[pairs] ?? 0) - (before[pairs - size] ?? 0);
			return Math.max(0, inReach) / size;
		});
	}
	return chances;
}

/**
 * How likely 0, 1, 2, … elements of a random order directly follow the one that they follow in the key. Such
 * pairs glue elements into blocks, and the blocks are in an order that keeps no pair; the number of such
 * orders follows from those for one and two elements fewer (Tanny, 1976, “Permutations and successions”,
 * Journal of Combinatorial Theory A 21, 196–202).
 */
export function successionsAtRandom(elements: number): number[] {
	const keepNone = [1, 1];
	for (let size = 2; size <= elements; size++) {
		const [two = 0, one = 0] = keepNone.slice(-2);
		keepNone.push(((size - 1) * one) / size + ((size - 2) * two) / (size * (size - 1)));
	}
	let factorial = 1;
	return Array.from({ length: elements }, (_, kept) => {
		factorial *= Math.max(1, kept);
		return ((elements - kept) * (keepNone[elements - kept] ?? 0)) / (elements * factorial);
	});
}
