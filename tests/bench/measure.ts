/**
 * An amount of what is measured. With `BRIEFLY=1` in the environment it is the least, which measures nothing, and shows
 * that the benchmark still runs.
 */
export function amount(usual: number, least: number): number {
	return process.env['BRIEFLY'] === '1' ? least : usual;
}

/** Milliseconds that something takes, over several runs. */
export function timesOf(runs: number, run: () => void): number[] {
	return Array.from({ length: runs }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
}

export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
