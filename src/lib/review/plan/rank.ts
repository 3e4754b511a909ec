/** What a choice is made by, from what weighs most to what weighs least; the less, the better. */
export type Rank = readonly number[];

/** Below 0 where the first of two ranks is the better, above 0 where it is the worse. */
export function compareRanks(one: Rank, other: Rank): number {
	for (const [place, number] of one.entries()) {
		const difference = number - (other[place] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The candidate of the best rank; of equals the first. Undefined where there is none. */
export function bestOf<T>(candidates: Iterable<T>, rankOf: (candidate: T) => Rank): T | undefined {
	let best: { candidate: T; rank: Rank } | undefined;
	for (const candidate of candidates) {
		const rank = rankOf(candidate);
		if (!best || compareRanks(rank, best.rank) < 0) best = { candidate, rank };
	}
	return best?.candidate;
}
