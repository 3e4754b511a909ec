/** The criteria of a choice, the weightiest first; lower is better. */
export type Rank = readonly number[];

/** Below 0 if the first of two ranks is better, above 0 if it is worse. */
export function compareRanks(one: Rank, other: Rank): number {
	for (const [place, number] of one.entries()) {
		const difference = number - (other[place] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The candidate with the best rank; of equals the first. Undefined if there is none. */
export function bestOf<T>(candidates: Iterable<T>, rankOf: (candidate: T) => Rank): T | undefined {
	let best: { candidate: T; rank: Rank } | undefined;
	for (const candidate of candidates) {
		const rank = rankOf(candidate);
		if (!best || compareRanks(rank, best.rank) < 0) best = { candidate, rank };
	}
	return best?.candidate;
}
