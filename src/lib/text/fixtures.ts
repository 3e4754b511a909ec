/**
 * How long this process has worked so far, in milliseconds of its processor. What a test says of the cost of a text has
 * to hold on a busy machine too, where the clock counts what others do.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
