/** Word that something happened in a class. It carries no data: whoever cares reads the store. */
export interface Notice {
	/** The id of the class. */
	classId: string;
	/**
	 * What changed: its log, up to a sequence number, or Infinity where nobody knows how far; who takes part; what was
	 * answered.
	 */
	about: { type: 'log'; upTo: number } | { type: 'pupils' } | { type: 'answers' };
}

/**
 * Passes word between the processes that serve the same classes. Word may be lost, doubled or late, which costs a delay
 * and never an answer: whoever waits for it also looks by themselves now and then.
 */
export interface Bus {
	/** Tells everybody who listens, this process included. Never rejects and never waits; many about the same may become one. */
	tell: (notice: Notice) => void;
	/**
	 * Calls back with each notice about a class, in this process or another. Whenever word gets through again after it
	 * did not, it is called once about each thing that may have changed, so that what was missed is read.
	 *
	 * @returns stops it
	 */
	listen: (classId: string, heard: (notice: Notice) => void) => () => void;
	/** Whether word gets to other processes now; true where there are none. */
	isWell: () => boolean;
	/** Tells what is still to be told, then disconnects. */
	close: () => Promise<void>;
}
