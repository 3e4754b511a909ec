import type { Kysely } from 'kysely';

import type { Tables } from '../tables.ts';
import { sittings } from './0001-sittings.ts';

/** A step from one version of the tables to the next. */
export interface Migration {
	/** What it brings, for whoever reads that it failed. */
	name: string;
	/** Runs in a transaction: all of it takes effect, or nothing. Never changed once it was published. */
	up: (rows: Kysely<Tables>) => Promise<void>;
}

/**
 * Every step, the oldest first; none is ever taken back. With each comes a sample of the version before it, in
 * `samples`, which a test brings to the newest version.
 */
export const migrations: readonly Migration[] = [sittings];
