import type { Malformation, Score } from '#lib/kinds/score.ts';
import * as v from 'valibot';

import { keptAnswerSchema } from './event.ts';
import { momentSchema } from './moment.ts';

/** What a server says of every item of a form that was handed in, by item id. */
export type Grades = Record<string, Score>;

/** How an exam ended: which answers were graded, and which items could not be. */
export const closingSchema = v.strictObject({
	/** When: by the server’s clock. */
	at: momentSchema,
	/** Who ended it: the learner by handing in, or its time. */
	by: v.picklist(['learner', 'time']),
	/** The items that could not be graded because they have left the course or have changed. */
	gone: v.array(v.string()),
	/** What was graded. */
	answers: v.array(keptAnswerSchema)
});

export type Closing = v.InferOutput<typeof closingSchema>;

/** Why an answer that was handed in earned no mark: its item is gone, or it could not be read. */
export type Ungraded = 'gone' | Malformation;

/**
 * Why a form was not graded:
 * - `late`: its time was over, and the server keeps nothing of it;
 * - `altered`: it is not the form that was handed out;
 * - `unreachable`: the server did not answer, and can be tried again.
 */
export type WhyNotGraded = 'late' | 'altered' | 'unreachable';
