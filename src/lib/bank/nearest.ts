/** The known key that differs from the written one in at most a third of its letters. */
export function nearest(written: string, known: readonly string[]): string | undefined {
	const most = (key: string) => Math.max(1, Math.floor(key.length / 3));
	const close = known
		// Too long or too short to match: a key may be as long as its file.
		.filter((key) => Math.abs(key.length - written.length) <= most(key))
		.map((key) => ({ key, distance: editDistance(written.toLowerCase(), key.toLowerCase()) }))
		.filter(({ key, distance }) => distance <= most(key))
		.sort((a, b) => a.distance - b.distance);
	return close[0]?.key;
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour: the distance of optimal string
 * alignment.
 */
function editDistance(from: string, to: string): number {
	let before: number[] = [];
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
			const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
			next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		before = row;
		row = next;
	}
	return row[to.length] ?? 0;
}
