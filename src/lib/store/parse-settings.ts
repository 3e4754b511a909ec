import * as v from 'valibot';

import { momentSchema } from '#lib/quiz/moment.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import type { StudySettings } from './study-store.ts';

/** What applies until a learner chooses. */
export const defaultSettings: StudySettings = { version: 1, streak: true, at: 0 };

/** Checks the settings of studying. */
export const settingsSchema: v.GenericSchema<unknown, StudySettings> = v.strictObject({
	version: v.literal(1),
	streak: v.boolean(),
	at: momentSchema
});

/** The settings, if a stored value is such; undefined if it is anything else. */
export function parseSettings(value: unknown): StudySettings | undefined {
	return parsed(settingsSchema, value);
}
