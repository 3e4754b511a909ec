/** Sums of rounded numbers differ by less than this where the numbers themselves do not. */
const NOTHING = 1e-9;

/** In order of size, so that a sum of the same numbers is the same to the last digit, whoever comes first. */
export function sum(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other).reduce((total, value) => total + value, 0);
}

/** Undefined where there is nothing to take the mean of. */
export function mean(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : sum(values) / values.length;
}

/** Whether some numbers differ by more than rounding explains. */
export function hasSpread(values: readonly number[]): boolean {
	let least = Infinity;
	let most = -Infinity;
	for (const value of values) {
		least = Math.min(least, value);
		most = Math.max(most, value);
	}
	return most - least > NOTHING;
}

/** The variance of a sample (divided by n − 1), from deviations, so that nothing large cancels; 0 for fewer than two. */
export function variance(values: readonly number[]): number {
	const middle = mean(values) ?? 0;
	return values.length < 2 ? 0 : sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/**
 * Pearson's correlation of pairs, from −1 to 1; undefined where either side has no spread. With 0 and 1 on one side it is
 * the point-biserial correlation.
 */
export function pearson(pairs: readonly (readonly [number, number])[]): number | undefined {
	const left = pairs.map(([one]) => one);
	const right = pairs.map(([, other]) => other);
	if (!hasSpread(left) || !hasSpread(right)) return undefined;
	const [leftMean, rightMean] = [mean(left) ?? 0, mean(right) ?? 0];
	const together = sum(pairs.map(([one, other]) => (one - leftMean) * (other - rightMean)));
	const scale = (pairs.length - 1) * Math.sqrt(variance(left)) * Math.sqrt(variance(right));
	return Math.min(1, Math.max(-1, together / scale));
}
