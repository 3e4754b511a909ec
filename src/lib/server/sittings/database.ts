import type { Kysely } from 'kysely';

import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { readId, writeId } from '../database/written.ts';
import type { KeptAnswer, Sittings } from './sittings.ts';
import { readAnswer, readClosing, readForm, writeAnswers, writeClosing, writeForm } from './written.ts';

/** How many rows one statement inserts or removes: databases limit its parameters. */
const MOST = 500;

/**
 * Sittings kept in a database.
 *
 * @param clock milliseconds since 1970
 */
export function sittingsInDatabase(
	{ engine, read, write }: Database,
	clock: () => number = Date.now
): Sittings {
	/** Reads a sitting and locks it until the transaction ends. */
	const lock = (rows: Kysely<Tables>, id: string) =>
		rows
			.selectFrom('sittings')
			.select(['closed_at', 'closing'])
			.where('id', '=', writeId(id))
			.$if(engine === 'postgres', (query) => query.forUpdate())
			.executeTakeFirst();

	return {
		async begin({ id, form, startedAt, endsAt }) {
			const row = { id: writeId(id), form: writeForm(form), started_at: startedAt, ends_at: endsAt };
			await write((rows) =>
				rows
					.insertInto('sittings')
					.values(row)
					.onConflict((conflict) => conflict.doNothing())
					.execute()
			);
		},

		async load(id) {
			const row = await read((rows) =>
				rows.selectFrom('sittings').selectAll().where('id', '=', writeId(id)).executeTakeFirst()
			);
			return (
				row && {
					id,
					form: readForm(row.form),
					startedAt: row.started_at,
					endsAt: row.ends_at,
					closed: closingIn(row)
				}
			);
		},

		answers: (id) => read((rows) => answersIn(rows, id)),

		keep: async (id, answers, until = Infinity) => {
			const written = writeAnswers(answers).map((answer) => ({ sitting: writeId(id), ...answer }));
			return write(async (rows) => {
				const row = await lock(rows, id);
				if (!row) return 'unknown';
				if (row.closed_at !== null || clock() > until) return 'closed';
				for (let start = 0; start < written.length; start += MOST) {
					await rows
						.insertInto('sitting_answers')
						.values(written.slice(start, start + MOST))
						.onConflict((conflict) =>
							conflict
								.columns(['sitting', 'item'])
								.doUpdateSet((row) => ({
									response: row.ref('excluded.response'),
									given_at: row.ref('excluded.given_at')
								}))
								.whereRef('excluded.given_at', '>=', 'sitting_answers.given_at')
						)
						.execute();
				}
				return 'kept';
			});
		},

		close: (id, grade) =>
			write(async (rows) => {
				const row = await lock(rows, id);
				if (!row) return undefined;
				const first = closingIn(row);
				if (first) return first;
				const closing = grade(await answersIn(rows, id));
				const written = { closed_at: closing.at, closing: writeClosing(closing) };
				await rows.updateTable('sittings').set(written).where('id', '=', writeId(id)).execute();
				return readClosing(written.closing, written.closed_at);
			}),

		async ended(before, count, past = 0) {
			const rows = await read((rows) =>
				rows
					.selectFrom('sittings')
					.select('id')
					.where('closed_at', 'is', null)
					.where('ends_at', '<', before)
					.orderBy('ends_at')
					// So that several which end together always come in the same order.
					.orderBy('id')
					.limit(count)
					.offset(past)
					.execute()
			);
			return rows.map(({ id }) => readId(id));
		},

		async removeEndedBefore(moment) {
			let removed = 0;
			let last;
			// In small batches, so that nobody waits long for an answer to be kept.
			do {
				last = await write((rows) => removeSome(rows, moment));
				removed += last;
			} while (last === MOST);
			return removed;
		}
	};
}

function closingIn(row: Pick<Tables['sittings'], 'closed_at' | 'closing'>) {
	return row.closed_at === null || row.closing === null ? null : readClosing(row.closing, row.closed_at);
}

async function answersIn(rows: Kysely<Tables>, id: string): Promise<KeptAnswer[]> {
	const kept = await rows
		.selectFrom('sitting_answers')
		.select(['item', 'response', 'given_at'])
		.where('sitting', '=', writeId(id))
		.execute();
	// Each database sorts text by the rules of some language of its own.
	return kept.sort((a, b) => (a.item < b.item ? -1 : 1)).map(readAnswer);
}

async function removeSome(rows: Kysely<Tables>, moment: number): Promise<number> {
	const over = rows
		.selectFrom('sittings')
		.select('id')
		.where((is) =>
			is.or([
				is('closed_at', '<', moment),
				is.and([is('closed_at', 'is', null), is('ends_at', '<', moment)]),
				is.and([
					is('closed_at', 'is', null),
					is('ends_at', '=', Infinity),
					is('started_at', '<', moment),
					is.not(
						is.exists(
							is
								.selectFrom('sitting_answers')
								.select('item')
								.whereRef('sitting', '=', 'sittings.id')
								.where('given_at', '>=', moment)
						)
					)
				])
			])
		)
		.limit(MOST);
	const { numDeletedRows } = await rows
		.deleteFrom('sittings')
		.where('id', 'in', over)
		.executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}
