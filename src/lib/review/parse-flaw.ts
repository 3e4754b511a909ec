import { flawReasons, type Flaw } from './flaw.ts';
import { isMoment, isName, isTruth, oneOf, shaped, type Guard } from './shape.ts';

/** How long a note may be, in characters. */
export const LONGEST_NOTE = 1000;

const isNote: Guard<string> = (value): value is string =>
	typeof value === 'string' && value.length <= LONGEST_NOTE;

const isFlaw = shaped<Flaw>({
	version: oneOf([1]),
	primer: isName,
	item: isName,
	reason: oneOf(flawReasons),
	note: isNote,
	at: isMoment,
	withdrawn: isTruth
});

/** The mark, if a stored value is one; undefined if it is anything else. */
export function parseFlaw(value: unknown): Flaw | undefined {
	return isFlaw(value) ? value : undefined;
}
