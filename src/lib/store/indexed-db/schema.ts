import type { DBSchema, IDBPDatabase } from 'idb';

import type { SetAside } from '../attempt-store.ts';

/** An attempt with its keys, which may no longer be readable from its value. */
export interface KeptAttempt {
	id: string;
	primer: string;
	/** Left out if it came from elsewhere, or was kept before revisions had numbers. */
	revision?: number;
	value: unknown;
}

/**
 * What the database holds, as of version 2. The values of self-study are stored as they are, and found by their own
 * keys; whether they are sound is for the reader to find out.
 */
export interface Schema extends DBSchema {
	attempts: { key: string; value: KeptAttempt; indexes: { primer: string } };
	/** Attempts that could not go on. */
	aside: { key: string; value: SetAside };
	/** The log; `place` by primer and place. */
	reviews: { key: string; value: unknown; indexes: { place: [string, number] } };
	/** By primer and fact; `due` by primer and day. */
	facts: { key: [string, string]; value: unknown; indexes: { due: [string, string] } };
	/** By primer and item. */
	items: { key: [string, string]; value: unknown };
	/** By primer and point. */
	abilities: { key: [string, number]; value: unknown };
	/** By primer and day. */
	days: { key: [string, string]; value: unknown };
	/** By primer and item. */
	flaws: { key: [string, string]; value: unknown };
	/** By the name of what they are about. */
	settings: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** What follows from the log, and is rebuilt with it. */
export const derivedStores = ['facts', 'items', 'abilities', 'days'] as const;

/** All stores. */
export const allStores = ['attempts', 'aside', 'reviews', ...derivedStores, 'flaws', 'settings'] as const;

/** The name under which the settings of studying are kept. */
export const STUDY = 'study';
