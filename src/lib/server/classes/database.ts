import type { Kysely } from 'kysely';

import type { Database, Engine } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { readId, writeId } from '../database/written.ts';
import type { Classes } from './classes.ts';
import { lockAlone, whenAlone, whenMaking } from './database-locks.ts';
import { readClass, readEvent, writeClass, writeEvent, writeStanding } from './written.ts';

/** How many classes one statement removes, with all that was answered in them: everything else waits for it. */
const MOST = 20;

/** Classes and their logs kept in a database. */
export function classesInDatabase({ engine, read, write }: Database): Classes {
	return {
		create: (kept) => {
			const row = { ...writeClass(kept), last_event: 0, due_at: Infinity, pupils: 0 };
			return write(async (rows) => {
				const { numInsertedOrUpdatedRows } = await rows
					.insertInto('classes')
					.values(row)
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirstOrThrow();
				return Number(numInsertedOrUpdatedRows) === 1 ? 'created' : 'taken';
			}, whenMaking(kept.code));
		},

		async load(id) {
			const row = await read((rows) =>
				rows.selectFrom('classes').selectAll().where('id', '=', writeId(id)).executeTakeFirst()
			);
			return row && readClass(row);
		},

		async byCode(code) {
			const row = await read((rows) =>
				rows
					.selectFrom('classes')
					.select('id')
					.where('code', '=', writeId(code))
					.where('ended_at', 'is', null)
					.executeTakeFirst()
			);
			return row && readId(row.id);
		},

		async events(id, after) {
			const events = await read((rows) =>
				rows
					.selectFrom('class_events')
					.select(['sequence', 'event'])
					.where('class', '=', writeId(id))
					.where('sequence', '>', after)
					.orderBy('sequence')
					.execute()
			);
			return events.map(readEvent);
		},

		append: (id, known, event, standing) =>
			write(async (rows) => {
				const row = await lockAlone(rows, engine, id);
				if (!row) return 'unknown';
				if (row.last_event !== known) return 'behind';
				const sequence = known + 1;
				await rows
					.updateTable('classes')
					.set({ ...writeStanding(standing), last_event: sequence })
					.where('id', '=', writeId(id))
					.execute();
				await rows
					.insertInto('class_events')
					.values({ class: writeId(id), sequence, ...writeEvent(event) })
					.execute();
				return sequence;
			}, whenAlone(id)),

		async due(before, count) {
			const due = await read((rows) =>
				rows
					.selectFrom('classes')
					.select(['id', 'due_at'])
					.where('ended_at', 'is', null)
					.where('due_at', '<', before)
					.orderBy('due_at')
					// So that several that are due together always come in the same order.
					.orderBy('id')
					.limit(count)
					.execute()
			);
			return due.map(({ id, due_at }) => ({ id: readId(id), at: due_at }));
		},

		async running() {
			const { count } = await read((rows) =>
				rows
					.selectFrom('classes')
					.select(({ fn }) => fn.countAll().as('count'))
					.where('ended_at', 'is', null)
					.executeTakeFirstOrThrow()
			);
			return Number(count);
		},

		remove: (id) =>
			write(async (rows) => {
				await rows.deleteFrom('classes').where('id', '=', writeId(id)).execute();
			}, whenAlone(id)),

		async removeEndedBefore(moment) {
			let removed = 0;
			let last;
			do {
				last = await write((rows) => removeSome(rows, engine, moment));
				removed += last;
			} while (last === MOST);
			return removed;
		}
	};
}

/**
 * It waits for nobody, and so nobody waits for it in turn: a class in which another process is writing is left for the
 * next time.
 */
async function removeSome(rows: Kysely<Tables>, engine: Engine, moment: number): Promise<number> {
	const over = rows
		.selectFrom('classes')
		.select('id')
		.where((is) =>
			is.or([
				is('ended_at', '<', moment),
				is.and([
					is('ended_at', 'is', null),
					is('created_at', '<', moment),
					// A window for all questions may be open for longer than anything is kept.
					is.or([is('due_at', '<', moment), is('due_at', '=', Infinity)]),
					is.not(
						is.exists(
							is
								.selectFrom('class_events')
								.select('class')
								.whereRef('class', '=', 'classes.id')
								.where('happened_at', '>=', moment)
						)
					),
					is.not(
						is.exists(
							is
								.selectFrom('class_pupils')
								.select('class')
								.whereRef('class', '=', 'classes.id')
								.where('joined_at', '>=', moment)
						)
					),
					is.not(
						is.exists(
							is
								.selectFrom('class_answers')
								.select('class')
								.whereRef('class', '=', 'classes.id')
								.where('given_at', '>=', moment)
						)
					)
				])
			])
		)
		.limit(MOST)
		.$if(engine === 'postgres', (query) => query.forUpdate().skipLocked());
	const { numDeletedRows } = await rows
		.deleteFrom('classes')
		.where('id', 'in', over)
		.executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}
