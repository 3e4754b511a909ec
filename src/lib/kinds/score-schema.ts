import * as v from 'valibot';

import { richSchema } from '#lib/text/rich-schema.ts';

/**
 * How one part of a response (an option, a blank, a pair) was answered:
 * - `right`: given, and as the key has it;
 * - `wrong`: given, and not as the key has it;
 * - `missed`: part of the key, and not given;
 * - `passed`: not part of the key, and rightly left alone.
 */
const verdict = v.picklist(['right', 'wrong', 'missed', 'passed']);

/** How one part was answered, with what there is to say about it. */
const part = v.strictObject({
	/** The part's id in the item: an option's, a blank's, a premise's, an element's, a span's. */
	id: v.string(),
	verdict,
	/** The rationale that applies: why the key is right, or what tempts in this answer and why it fails. */
	why: v.exactOptional(richSchema),
	/** Present if `why` is the key's own reason although something else was given: it gives the key away. */
	tellsKey: v.exactOptional(v.literal(true)),
	/** What would have been right, if the part has a right answer of its own and it was not given. */
	key: v.exactOptional(richSchema),
	/** When it was, if it is an event of a timeline: a day or a month. It gives the order away. */
	date: v.exactOptional(v.string()),
	/** Present if a typing slip was forgiven: the accepted form that was meant. */
	meant: v.exactOptional(v.string())
});

/**
 * Why a response cannot be scored. The learner is told, and it is never counted as wrong.
 * - `not-a-response`: it does not have the shape that the kind asks for, or names parts the item does not have;
 * - `not-a-number`: a number was asked for;
 * - `other-unit`: the number carries a unit that is not the one asked for;
 * - `too-long`: the typed text is longer than any answer.
 */
export const malformationSchema = v.picklist(['not-a-response', 'not-a-number', 'other-unit', 'too-long']);

/**
 * Checks a score that comes from storage or from a server. The types of scorers are inferred from it, so a
 * record can keep whatever a scorer may say.
 */
export const scoreSchema = v.variant('state', [
	v.strictObject({
		state: v.literal('scored'),
		/** From 0 (nothing right) to 1 (all right). */
		fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
		parts: v.array(part)
	}),
	v.strictObject({ state: v.literal('unanswered') }),
	v.strictObject({ state: v.literal('malformed'), malformation: malformationSchema })
]);

export type Verdict = v.InferOutput<typeof verdict>;
export type Part = v.InferOutput<typeof part>;
export type Malformation = v.InferOutput<typeof malformationSchema>;
export type Score = v.InferOutput<typeof scoreSchema>;
