import type { Kysely } from 'kysely';

import type { Engine } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { writeId } from '../database/written.ts';

// Writes of many classes share a transaction, and each locks the row of its class: alone if it changes the row, or
// together with others if it only relies on the row staying as it is. Everybody takes these locks in the same order, or
// two processes could wait for one another.

/** The order of what makes a class, and so may wait for a code that somebody else is taking: before all locks. */
export function whenMaking(code: string): string {
	return `0\n${writeId(code)}`;
}

/** The order of what locks the row of a class alone: before what shares it, which then has no lock to strengthen. */
export function whenAlone(classId: string): string {
	return `1\n${writeId(classId)}\n0`;
}

/** The order of what shares the row of a class, and locks what a pupil has answered. */
export function whenShared(classId: string, round: number, pupil: string): string {
	return `1\n${writeId(classId)}\n1\n${round}\n${writeId(pupil)}`;
}

/** Reads a class and locks it alone until the transaction ends; SQLite has a single writer anyway. */
export function lockAlone(rows: Kysely<Tables>, engine: Engine, classId: string) {
	return rows
		.selectFrom('classes')
		.select(['last_event', 'pupils'])
		.where('id', '=', writeId(classId))
		.$if(engine === 'postgres', (query) => query.forNoKeyUpdate())
		.executeTakeFirst();
}
