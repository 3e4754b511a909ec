import * as v from 'valibot';

import { recordSchema } from '#lib/quiz/parse-record.ts';
import { flawReasons, type Flaw } from '#lib/review/flaw.ts';
import { LONGEST_NOTE } from '#lib/review/parse-flaw.ts';
import { momentSchema, nameSchema, reviewSchema } from '#lib/review/parse-review.ts';

import { spacings, textSizes, type ReadingSettings } from '../reading-settings.ts';
import type { StudySettings } from '../study-store.ts';
import { FILE_VERSION, FORMAT, type LearnerFile } from './format.ts';

/** Checks a mark, and takes exactly what the guard of `lib/review` takes. */
export const flawSchema: v.GenericSchema<unknown, Flaw> = v.strictObject({
	version: v.literal(1),
	primer: nameSchema,
	item: nameSchema,
	reason: v.picklist(flawReasons),
	note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
	at: momentSchema,
	withdrawn: v.boolean()
});

/** Checks the settings of studying, likewise. */
export const settingsSchema: v.GenericSchema<unknown, StudySettings> = v.strictObject({
	version: v.literal(1),
	streak: v.boolean(),
	at: momentSchema
});

/** Checks how a reader likes to read. */
const readingSchema: v.GenericSchema<unknown, ReadingSettings> = v.strictObject({
	size: v.picklist(textSizes),
	spacing: v.picklist(spacings)
});

/** Checks a whole file of a learner’s data, of this version. */
export const learnerFileSchema = v.strictObject({
	format: v.literal(FORMAT),
	version: v.literal(FILE_VERSION),
	exportedAt: v.pipe(v.string(), v.isoTimestamp()),
	app: v.exactOptional(v.string()),
	reviews: v.array(reviewSchema),
	flaws: v.array(flawSchema),
	attempts: v.array(recordSchema),
	settings: v.nullable(settingsSchema),
	reading: v.exactOptional(readingSchema)
}) satisfies v.GenericSchema<unknown, LearnerFile>;
