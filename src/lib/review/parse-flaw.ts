import * as v from 'valibot';

import { flawReasons } from '#lib/quiz/flaw-reason.ts';
import { momentSchema } from '#lib/quiz/moment.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { nameSchema } from './fields.ts';
import type { Flaw } from './flaw.ts';

/** How long a note may be, in characters. */
const LONGEST_NOTE = 1000;

/** Checks a mark. */
export const flawSchema: v.GenericSchema<unknown, Flaw> = v.strictObject({
	version: v.literal(1),
	primer: nameSchema,
	item: nameSchema,
	reason: v.picklist(flawReasons),
	note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
	at: momentSchema,
	withdrawn: v.boolean()
});

/** The mark, if a stored value is one; undefined if it is anything else. */
export function parseFlaw(value: unknown): Flaw | undefined {
	return parsed(flawSchema, value);
}
