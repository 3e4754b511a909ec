import type { FlawReason } from '#lib/quiz/flaw-reason.ts';

/** An item that the learner has marked as flawed. It stays on the device, and is part of an export. */
export interface Flaw {
	version: 1;
	primer: string;
	item: string;
	reason: FlawReason;
	/** In the learner’s words; at most 1,000 characters, and may be empty. */
	note: string;
	/** When it was marked: milliseconds since 1970. */
	at: number;
	/** The mark was taken back. A mark that is simply gone would come back with the next import. */
	withdrawn: boolean;
}
