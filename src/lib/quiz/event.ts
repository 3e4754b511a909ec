import * as v from 'valibot';

import { malformationSchema } from '#lib/kinds/score-schema.ts';
import type { Score } from '#lib/kinds/score.ts';

import { certainties } from './behaviour.ts';
import type { Closing, Grades, WhyNotGraded } from './grades.ts';
import { momentSchema } from './moment.ts';

/** The place of an item in its form, from 0. */
export const positionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The newest response to an item that a server keeps; `at` is when it was given, by the server’s clock. */
export const keptAnswerSchema = v.strictObject({ item: v.string(), response: v.unknown(), at: momentSchema });

export type KeptAnswer = v.InferOutput<typeof keptAnswerSchema>;

function said<const T extends string>(type: T) {
	return v.strictObject({ type: v.literal(type), at: momentSchema });
}

function saidOfPosition<const T extends string>(type: T) {
	return v.strictObject({ type: v.literal(type), at: momentSchema, position: positionSchema });
}

/** Checks what a learner did, as a log holds it. */
export const eventSchema = v.variant('type', [
	/** The response to the present item is now this. */
	v.strictObject({ type: v.literal('answer'), at: momentSchema, response: v.unknown() }),
	v.strictObject({ type: v.literal('certain'), at: momentSchema, certainty: v.picklist(certainties) }),
	/** The response to the present item cannot be read; the learner sees this before leaving it. */
	v.strictObject({ type: v.literal('warn'), at: momentSchema, malformation: malformationSchema }),
	/** Answers that the server keeps and this page did not know, because they were given on another one. */
	v.strictObject({ type: v.literal('elsewhere'), at: momentSchema, answers: v.array(keptAnswerSchema) }),
	said('check'),
	/** Show the answer, though tries are left. */
	said('reveal'),
	said('skip'),
	said('next'),
	said('back'),
	/** Go to the item at a position. */
	saidOfPosition('go'),
	/** Mark the present item to come back to, or unmark it. */
	said('flag'),
	/** Show a hint to the present item. */
	said('hint'),
	/** Stop and look over what is done. */
	said('finish'),
	/** Hand in, or see the results. */
	said('submit'),
	/** The page is hidden, or seen again. */
	said('hide'),
	said('show'),
	/** Time has passed. */
	said('tick'),
	/** Look through the finished items one by one. */
	saidOfPosition('review'),
	said('results')
]);

/** What a learner, or the page on their behalf, can say to a quiz. `at` is when: milliseconds since 1970. */
export type LearnerEvent = v.InferOutput<typeof eventSchema>;

/** The same without its moment, which whoever hears it adds. */
export type LearnerAction = LearnerEvent extends infer E
	? E extends LearnerEvent
		? Omit<E, 'at'>
		: never
	: never;

/** What comes back from scoring and from handing in. */
export type ReplyEvent =
	| { type: 'scored'; score: Score }
	| { type: 'unscored' }
	| { type: 'graded'; grades: Grades; closing?: Closing | undefined }
	| { type: 'refused'; refusal: WhyNotGraded };

export type QuizEvent = LearnerEvent | ReplyEvent;
