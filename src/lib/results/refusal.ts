/** Why a result is not taken. */
export type ResultRefusal =
	/** A file, or a text that was pasted, has more bytes or characters than {@link LARGEST} results would. */
	| { why: 'too-large'; size: number }
	/** The device could not read the file. */
	| { why: 'unreadable' }
	/** There is neither a code in it nor a file of a result. */
	| { why: 'nothing' }
	/** A code without its end. */
	| { why: 'cut' }
	/** A code that was changed on its way, or whose middle is missing. */
	| { why: 'damaged' }
	/** A newer Five Points wrote it. */
	| { why: 'newer'; version: number }
	/** JSON of something else, such as all of a learner’s data. */
	| { why: 'other-format' }
	/** Not as a result is; `place` is where, such as `items[3].fraction`, or empty for all of it. */
	| { why: 'broken'; place: string }
	/** Of another course than the one asked for. */
	| { why: 'other-course'; course: string }
	/** Of this course, and none of its questions is there any more as it was answered. */
	| { why: 'other-edition' }
	/** More results than are read at once. */
	| { why: 'too-many'; limit: number };

/** How large a file or a text may be, in bytes or characters. Thirty codes are about 40,000. */
export const LARGEST = 2_000_000;

/** How many results are read at once. */
export const MOST_RESULTS = 1000;

/** A result that could be read, or why not. */
export type Reading<T> = { ok: true; result: T } | { ok: false; refusal: ResultRefusal };

export function refused(refusal: ResultRefusal): { ok: false; refusal: ResultRefusal } {
	return { ok: false, refusal };
}
