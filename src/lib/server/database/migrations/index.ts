import type { Kysely } from 'kysely';

import type { Tables } from '../tables.ts';
import { sittings } from './0001-sittings.ts';
import { classes } from './0002-classes.ts';

/** A step from one version of the tables to the next. */
export interface Migration {
	/** What it does, for the message if it fails. */
	name: string;
	/** Runs in a transaction: everything takes effect, or nothing. Never changed once published. */
	up: (rows: Kysely<Tables>) => Promise<void>;
}

/**
 * Every step, the oldest first; none is ever removed. Each has a sample of the version before it in
 * `samples`, which a test brings to the newest version.
 */
export const migrations: readonly Migration[] = [sittings, classes];
