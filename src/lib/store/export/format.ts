import type { Migration } from '#lib/review/migrate.ts';

import type { ReadingSettings } from '../reading-settings.ts';
import type { Imported } from '../study-store.ts';

/** What every file of a learner’s data says it is. */
export const FORMAT = 'five-points-learner-data';

/** The version of the files that this code writes. */
export const FILE_VERSION = 1;

/** How a file of each old version becomes one of the next: one function for each old version. */
export const fileMigrations: readonly Migration[] = [];

/** How large a file may be, in bytes. */
export const LARGEST_FILE = 100_000_000;

/** A learner’s data, as a file holds them. */
export interface LearnerFile extends Imported {
	format: typeof FORMAT;
	version: typeof FILE_VERSION;
	/** When it was written, as ISO 8601 has it: `2026-11-25T12:00:00.000Z`. */
	exportedAt: string;
	/** The version of Five Points that wrote it. */
	app?: string;
	/** How the learner likes to read, where that was chosen. */
	reading?: ReadingSettings;
}
