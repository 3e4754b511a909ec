import * as v from 'valibot';

import { momentSchema } from '#lib/quiz/moment.ts';

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

function said<const T extends string, E extends v.ObjectEntries>(type: T, entries: E) {
	return v.strictObject({ type: v.literal(type), at: momentSchema, ...entries });
}

/** A round by its number: whoever acts on it means this one, and not what has come meanwhile. */
const ofRound = { round: v.pipe(v.number(), v.integer(), v.minValue(1)) };

/** Checks what happened in a class, as its log keeps it. Who joined and what they answered is kept beside the log. */
export const classEventSchema = v.variant('type', [
	/** Ask the item at a position, whatever is going on; where pupils go at their own pace, ask all. */
	said('ask', { position }),
	/** The time for reading is over: answers are taken. */
	said('open', ofRound),
	/** Give so many seconds more for the present round, or fewer. */
	said('extend', { ...ofRound, seconds: v.pipe(v.number(), v.integer()) }),
	/** Take no more answers. */
	said('close', ofRound),
	/** Let pupils discuss before the item is asked again; neither the answers nor the key are shown until then. */
	said('discuss', {}),
	/** Ask the same item a second time. */
	said('ask-again', {}),
	/** Show what is right, and what the class has answered. */
	said('reveal', {}),
	/** Show an item again that was revealed before. */
	said('show', { position }),
	said('standings', {}),
	/** Stand still: no answers are taken, and no time passes. */
	said('pause', {}),
	said('resume', {}),
	/** Let nobody else in. */
	said('lock', {}),
	said('unlock', {}),
	/** Give a pupil so many times as long as the others; null: as long as the round is open. */
	said('grant', {
		pupil: v.string(),
		times: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(10)))
	}),
	said('end', {})
]);

/** Something that happened in a class. `at` is when: milliseconds since 1970 by the server’s clock. */
export type ClassEvent = v.InferOutput<typeof classEventSchema>;
