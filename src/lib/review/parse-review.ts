import { kindNames } from '#lib/kinds/names.ts';
import * as v from 'valibot';

import { certainties } from '#lib/quiz/behaviour.ts';
import { momentSchema } from '#lib/quiz/moment.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { countSchema, daySchema, nameSchema } from './fields.ts';
import { LAST_TAKEN } from './log-order.ts';
import { migrate, type Migration } from './migrate.ts';
import { LONGEST_SPENT, MOST_FACTS, REVIEW_VERSION, occasions, type Review } from './review.ts';

const DAY = 86_400_000;

/** How far the noon of a day in UTC may lie from a moment of it anywhere: calendars are at most 14 hours ahead or behind. */
const MOST_APART = 1.5 * DAY;

/** How a review of each old version becomes one of the next: one function for each old version. */
export const reviewMigrations: readonly Migration[] = [];

const placeSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TAKEN));

const fractionSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const entrySchema = v.pipe(
	v.strictObject({
		version: v.literal(REVIEW_VERSION),
		id: nameSchema,
		primer: nameSchema,
		item: nameSchema,
		kind: v.picklist(kindNames),
		point: countSchema,
		facts: v.pipe(v.array(nameSchema), v.maxLength(MOST_FACTS)),
		difficulty: v.picklist([1, 2, 3]),
		guess: fractionSchema,
		at: momentSchema,
		day: daySchema,
		place: placeSchema,
		fraction: fractionSchema,
		certainty: v.nullable(v.picklist(certainties)),
		hinted: v.boolean(),
		spent: v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_SPENT)),
		occasion: v.picklist(occasions)
	}),
	v.forward(
		v.check(({ day, at }) => !v.is(daySchema, day) || Math.abs(Date.parse(day) + DAY / 2 - at) <= MOST_APART),
		['day']
	)
);

/** Checks a review of this version. */
export const reviewSchema: v.GenericSchema<unknown, Review> = entrySchema;

/** The review, if a stored value is one, brought to this version; undefined if it is anything else. */
export function parseReview(value: unknown): Review | undefined {
	return parsed(reviewSchema, migrate(value, reviewMigrations));
}
