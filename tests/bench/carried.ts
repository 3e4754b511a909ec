/**
 * What one process and one database carry, as measured on two cores with the load on the same machine (docs/scale.md says
 * how). The simulation compares with it what a country asks; on another machine, measure and write other figures here.
 */
export const CARRIED = {
	/** Open streams of a process. */
	streams: 20_000,
	/** Bytes of memory that an open stream takes. */
	bytesPerStream: 25_000,
	/** Answers kept by a process, in a second. */
	answers: 5000,
	/** Views written to streams by a process, in a second. */
	frames: 40_000,
	/** Rows written to a PostgreSQL, in a second. */
	rows: 5000,
	/** Readings of a PostgreSQL, in a second. */
	reads: 10_000,
	/** Notices that a NATS delivers, in a second. */
	notices: 1_000_000
};
