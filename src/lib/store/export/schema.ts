import * as v from 'valibot';

import { recordSchema } from '#lib/quiz/parse-record.ts';
import { flawSchema } from '#lib/review/parse-flaw.ts';
import { reviewSchema } from '#lib/review/parse-review.ts';

import { letterKeys, spacings, textSizes, themes, type ReadingSettings } from '../reading-settings.ts';
import { settingsSchema } from '../parse-settings.ts';
import { FILE_VERSION, FORMAT, type LearnerFile } from './format.ts';

/** Checks how a reader likes to read. */
const readingSchema: v.GenericSchema<unknown, ReadingSettings> = v.strictObject({
	size: v.picklist(textSizes),
	spacing: v.picklist(spacings),
	// Files from before there was a choice lack these.
	keys: v.optional(v.picklist(letterKeys), 'on'),
	theme: v.optional(v.picklist(themes), 'auto')
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
