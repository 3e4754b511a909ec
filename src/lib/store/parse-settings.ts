import { isMoment, isTruth, oneOf, shaped } from '#lib/review/shape.ts';

import type { StudySettings } from './study-store.ts';

/** What holds until a learner chooses. */
export const defaultSettings: StudySettings = { version: 1, streak: true, at: 0 };

const areSettings = shaped<StudySettings>({ version: oneOf([1]), streak: isTruth, at: isMoment });

/** The settings, if a stored value is such; undefined if it is anything else. */
export function parseSettings(value: unknown): StudySettings | undefined {
	return areSettings(value) ? value : undefined;
}
