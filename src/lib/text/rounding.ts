/**
 * A number rounded to whole steps, which becomes an end of its range only if it is exactly that end.
 *
 * @param most the end of the range, which begins at 0; a number below 0 is never 0 either
 * @param steps how many make 1
 */
export function shortOfTheEnds(number: number, most: number, steps: number): number {
	const rounded = Math.round(number * steps);
	const isEnd = [0, most].some((end) => Math.abs(number - end) < 1e-9);
	if (isEnd) return rounded / steps;
	if (rounded === 0) return Math.sign(number) / steps;
	const isFull = number < most && rounded >= most * steps;
	return (isFull ? Math.ceil(most * steps) - 1 : rounded) / steps;
}
