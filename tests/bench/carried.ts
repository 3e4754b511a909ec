/**
 * What one process and one database carry, for the simulation to compare with what a country asks. Answers, views and the
 * memory of a stream are measured on two cores by `npm run bench -- live` (docs/scale.md has the figures); the others are
 * assumed: measure them where it is to run, and write what they are.
 */
export const CARRIED = {
	/** Open streams that a process is given; assumed. */
	streams: 20_000,
	/** Bytes of memory that an open stream takes. */
	bytesPerStream: 16_000,
	/** Answers kept by a process, in a second. */
	answers: 4200,
	/** Views written to streams by a process, in a second. */
	frames: 22_000,
	/** Rows written to a PostgreSQL in groups, in a second; assumed, for a machine of its own. */
	rows: 5000,
	/** Readings of a PostgreSQL, in a second; assumed, for a machine of its own. */
	reads: 10_000,
	/** Notices that a NATS delivers, in a second; assumed, after what its makers say. */
	notices: 1_000_000
};
