import * as v from 'valibot';

import { isRevealed } from '#lib/bank/arrived.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { richSchema } from '#lib/text/rich-schema.ts';

// What a server tells a pupil of themselves, written once for whoever makes it and whoever reads it.

const pupilScoreSchema = v.object({
	item: v.string(),
	/** From 0 to 1; 0 without an answer, null where it could not be read. */
	fraction: v.nullable(v.number()),
	answered: v.boolean()
});

/** What a pupil came to at one item. */
export type PupilScore = v.InferOutput<typeof pupilScoreSchema>;

const pupilReportSchema = v.object({
	pupil: v.string(),
	/** In the newest closed round of each item that counts for them. */
	marks: v.number(),
	possible: v.number(),
	/** At each item that counts for them, in the order of the set-up. */
	scores: v.array(pupilScoreSchema),
	/** By point of the primer: a mean score, from 0 to 1, at so many items. */
	points: v.array(v.object({ of: v.number(), items: v.number(), share: v.number() })),
	/** What was not entirely right or not answered, for self-study: items, and the facts that they rest on, each once. */
	missed: v.object({ items: v.array(v.string()), facts: v.array(v.string()) })
});

/** What one pupil came to. */
export type PupilReport = v.InferOutput<typeof pupilReportSchema>;

const ownAnswerSchema = v.object({
	item: v.string(),
	/** The number of the round that counts. */
	round: v.number(),
	/** Null where there is none. */
	response: v.unknown(),
	certainty: v.nullable(v.picklist(certainties)),
	/** When it was given, or else when the round was closed: milliseconds since 1970 by the server’s clock. */
	at: v.number()
});

/** What a pupil gave to one item. */
export type OwnAnswer = v.InferOutput<typeof ownAnswerSchema>;

const ownResultSchema = v.object({
	...pupilReportSchema.entries,
	/** From 1; null where the class has no standings. */
	place: v.nullable(v.number()),
	/** Those to the items of `scores`, in the same order. */
	answers: v.array(ownAnswerSchema)
});

/** What one pupil may be told of themselves. */
export type OwnResult = v.InferOutput<typeof ownResultSchema>;

const shownHeadSchema = v.object({
	id: v.string(),
	title: v.string(),
	language: v.string(),
	points: v.array(v.object({ id: v.number(), title: richSchema })),
	/** The day of its source. */
	date: v.string(),
	/** What the course calls its source, if it has a name for it. */
	source: v.exactOptional(v.string())
});

/** Items with their keys, and what a page has to know of their course to show them. */
export type ShownCourse = v.InferOutput<typeof shownHeadSchema> & Revealed;

/** Checks what a pupil is told of themselves; of the items only the outline, for which {@link isRevealed} has its reason. */
export const toldOwnSchema = v.object({
	/** The name under which they take part. */
	name: v.string(),
	/** Whether marks count for anything. */
	hasMarks: v.boolean(),
	/** In which the class saw the options of each item: that of its set-up. */
	seed: v.string(),
	own: ownResultSchema,
	/** When the class ended: milliseconds since 1970; null while it is running. */
	endedAt: v.nullable(v.number()),
	/** When the server deletes it: milliseconds since 1970; null while it is running. */
	keptUntil: v.nullable(v.number()),
	course: v.custom<ShownCourse>((value) => v.is(shownHeadSchema, value) && isRevealed(value))
});

/** What a pupil is told of themselves. It goes over the network as JSON. */
export type ToldOwn = v.InferOutput<typeof toldOwnSchema>;
