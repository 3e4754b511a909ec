import * as v from 'valibot';

import { certainties } from '#lib/quiz/behaviour.ts';

/** Checks an answer as a pupil’s page sends it; whether it is one to its item is another question. */
export const sentAnswerSchema = v.strictObject({
	round: v.pipe(v.number(), v.integer(), v.minValue(1)),
	response: v.unknown(),
	/** Null where it is not asked for. */
	certainty: v.optional(v.nullable(v.picklist(certainties)), null),
	/** Its own, so that sending it again changes nothing. */
	key: v.pipe(v.string(), v.minLength(1), v.maxLength(64))
});

/** An answer as a pupil’s page sends it. */
export type SentAnswer = v.InferOutput<typeof sentAnswerSchema>;

/**
 * Checks what a server tells a page that asks for news: the time by its clock (milliseconds since 1970) and the view, or
 * in one word why not. A host is also told of those who are there.
 */
export const newsSchema = v.union([
	v.object({ now: v.number(), view: v.unknown(), room: v.optional(v.unknown()) }),
	v.object({ refused: v.string() })
]);
