/**
 * Processor time that this process has used so far, in milliseconds. On a busy machine the clock would also
 * count what others do.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/**
 * How many times as long one piece of work takes as another: the least processor time of three runs each, one after the
 * other, so that a busy machine slows both alike.
 */
export function timesAsLong(large: () => unknown, small: () => unknown): number {
	const least = { large: Infinity, small: Infinity };
	for (let run = 0; run < 3; run++) {
		least.small = Math.min(least.small, timeOf(small));
		least.large = Math.min(least.large, timeOf(large));
	}
	return least.large / least.small;
}

function timeOf(work: () => unknown): number {
	const begun = processorTime();
	work();
	return processorTime() - begun;
}
