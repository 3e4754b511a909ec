import { byId } from '#lib/kinds/by-id.ts';
import { scoreSchema } from '#lib/kinds/score-schema.ts';
import * as v from 'valibot';

import { eventSchema, positionSchema } from './event.ts';
import { formSchema } from './form-schema.ts';
import { closingSchema } from './grades.ts';
import { RECORD_VERSION } from './record.ts';
import { momentSchema } from './moment.ts';
import { parsed } from './parsed.ts';

const share = v.strictObject({ earned: v.number(), possible: v.number() });

/** What a finished attempt earned, for lists. */
const attemptScoreSchema = v.strictObject({
	/** When it was finished: milliseconds since 1970. */
	at: momentSchema,
	total: share,
	/** The same for each point that was asked; 0 is the primer as a whole. */
	points: v.pipe(
		v.array(v.strictObject({ point: v.number(), ...share.entries })),
		// A page lists them by point, and cannot if one is listed twice.
		v.check((points) => new Set(points.map(({ point }) => point)).size === points.length)
	)
});

/** Checks a record of this version. */
export const recordSchema = v.strictObject({
	version: v.literal(RECORD_VERSION),
	id: v.string(),
	form: formSchema,
	/** Where the attempt goes on: the query of the quiz page’s address, from `?`. */
	address: v.pipe(v.string(), v.regex(/^\?[^\s]*$/)),
	/** Milliseconds since 1970. */
	startedAt: momentSchema,
	/** What the learner did, in order; replaying it through the statechart gives back the attempt. */
	log: v.array(eventSchema),
	/** What the server said about a form that was handed in. */
	grades: v.nullable(byId(scoreSchema)),
	/** How it ended, if a server kept the answers. */
	closing: v.exactOptional(closingSchema),
	/** What it earned, once finished; derived from the rest, for lists. */
	outcome: v.nullable(attemptScoreSchema),
	/** How many items are done, for lists; see `doneIn`. */
	done: positionSchema,
	updatedAt: momentSchema
});

export type AttemptScore = v.InferOutput<typeof attemptScoreSchema>;
export type AttemptRecord = v.InferOutput<typeof recordSchema>;

/** The record, if a stored value is one of this version; undefined if it is anything else. */
export function parseRecord(stored: unknown): AttemptRecord | undefined {
	try {
		return parsed(recordSchema, stored);
	} catch (error) {
		// Nested so deep that the stack overflows: we never wrote that.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}
