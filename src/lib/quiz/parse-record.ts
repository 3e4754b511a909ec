import { richSchema } from '#lib/text/rich-schema.ts';
import * as v from 'valibot';

import type { Certainty } from './behaviour.ts';
import type { LearnerEvent } from './event.ts';
import { formSchema } from './form-schema.ts';
import type { Grades } from './grades.ts';
import { LAST_MOMENT } from './moment.ts';
import type { Outcome } from './outcome.ts';
import { RECORD_VERSION, type AttemptRecord } from './record.ts';

const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));
const position = v.pipe(v.number(), v.integer(), v.minValue(0));

function plainEvent<T extends LearnerEvent['type']>(type: T) {
	return v.strictObject({ type: v.literal(type), at: moment });
}

/** Checks what a learner did, as a log holds it. */
export const eventSchema: v.GenericSchema<unknown, LearnerEvent> = v.variant('type', [
	v.strictObject({ type: v.literal('answer'), at: moment, response: v.unknown() }),
	v.strictObject({
		type: v.literal('certain'),
		at: moment,
		certainty: v.picklist([1, 2, 3] satisfies Certainty[])
	}),
	v.strictObject({ type: v.literal('go'), at: moment, position }),
	v.strictObject({ type: v.literal('review'), at: moment, position }),
	plainEvent('check'),
	plainEvent('reveal'),
	plainEvent('skip'),
	plainEvent('next'),
	plainEvent('back'),
	plainEvent('flag'),
	plainEvent('hint'),
	plainEvent('finish'),
	plainEvent('submit'),
	plainEvent('hide'),
	plainEvent('show'),
	plainEvent('tick'),
	plainEvent('results')
]);

const partSchema = v.strictObject({
	id: v.string(),
	verdict: v.picklist(['right', 'wrong', 'missed', 'passed']),
	why: v.exactOptional(richSchema),
	key: v.exactOptional(richSchema),
	meant: v.exactOptional(v.string())
});

const gradesSchema: v.GenericSchema<unknown, Grades> = v.record(
	v.string(),
	v.variant('state', [
		v.strictObject({
			state: v.literal('scored'),
			fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
			parts: v.array(partSchema)
		}),
		v.strictObject({ state: v.literal('unanswered') }),
		v.strictObject({
			state: v.literal('malformed'),
			malformation: v.picklist(['not-a-response', 'not-a-number', 'other-unit', 'too-long'])
		})
	])
);

const share = v.strictObject({ earned: v.number(), possible: v.number() });

const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.strictObject({
	at: moment,
	total: share,
	// A page lists them by point, and cannot where one stands twice.
	points: v.pipe(
		v.array(v.strictObject({ point: v.number(), ...share.entries })),
		v.check((points) => new Set(points.map(({ point }) => point)).size === points.length)
	)
});

/** Checks a record of this version. */
export const recordSchema: v.GenericSchema<unknown, AttemptRecord> = v.strictObject({
	version: v.literal(RECORD_VERSION),
	id: v.string(),
	form: formSchema,
	address: v.pipe(v.string(), v.regex(/^\?[^\s]*$/)),
	startedAt: moment,
	log: v.array(eventSchema),
	grades: v.nullable(gradesSchema),
	outcome: v.nullable(outcomeSchema),
	done: position,
	updatedAt: moment
});

/** The record, if a stored value is one of this version; undefined if it is anything else. */
export function parseRecord(stored: unknown): AttemptRecord | undefined {
	try {
		const result = v.safeParse(recordSchema, stored);
		return result.success ? result.output : undefined;
	} catch (error) {
		// Nested so deep that the stack overflows: nothing that we wrote.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}
