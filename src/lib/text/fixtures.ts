/**
 * Processor time that this process has used so far, in milliseconds. On a busy machine the clock would also
 * count what others do.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
