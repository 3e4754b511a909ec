import { CompiledQuery, type Kysely } from 'kysely';

import type { Database, Engine } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { readId, writeId } from '../database/written.ts';
import type { Answers } from './classes.ts';
import { whenShared } from './database-locks.ts';
import {
	inOrder,
	NO_PAST,
	pastAfter,
	readAnswer,
	takesAnswers,
	wasKept,
	writeAnswer,
	type WrittenAnswer
} from './written.ts';

/** How many rounds one statement names: databases limit its parameters. */
const MOST = 500;

/** Answers kept in a database. */
export function answersInDatabase({ engine, read, write }: Database): Answers {
	return {
		give: (classId, answer, mayChange) => {
			const id = writeId(classId);
			const written = writeAnswer(answer);
			return write(
				async (rows) => {
					for (;;) {
						if (await insert(rows, engine, id, written)) return 'kept';
						const row = await share(rows, engine, id);
						if (!row) return 'unknown';
						const known = await find(rows, engine, id, written);
						if (known && wasKept(written, known)) return 'kept';
						if (!takesAnswers(row, written.round)) return 'closed';
						// The round was opened by another process in between.
						if (!known) continue;
						if (!mayChange) return 'given';
						await rows
							.updateTable('class_answers')
							.set({ ...written, past_keys: pastAfter(known) })
							.where('class', '=', id)
							.where('round', '=', written.round)
							.where('pupil', '=', written.pupil)
							.execute();
						return 'kept';
					}
				},
				whenShared(classId, answer.round, answer.pupil)
			);
		},

		async list(classId, rounds) {
			const answers: WrittenAnswer[] = [];
			for (let start = 0; start < rounds.length; start += MOST) {
				const some = rounds.slice(start, start + MOST);
				answers.push(...(await read((rows) => of(rows, classId).where('round', 'in', some).execute())));
			}
			return inOrder(answers).map(readAnswer);
		},

		async of(classId, pupil) {
			const answers = await read((rows) => of(rows, classId).where('pupil', '=', writeId(pupil)).execute());
			return inOrder(answers).map(readAnswer);
		},

		async who(classId, round) {
			const pupils = await read((rows) =>
				rows
					.selectFrom('class_answers')
					.select('pupil')
					.where('class', '=', writeId(classId))
					.where('round', '=', round)
					.execute()
			);
			return pupils.map(({ pupil }) => readId(pupil));
		},

		async counts(classId, rounds) {
			const counts = new Map<number, number>();
			for (let start = 0; start < rounds.length; start += MOST) {
				const some = rounds.slice(start, start + MOST);
				const found = await read((rows) =>
					rows
						.selectFrom('class_answers as answers')
						.innerJoin('class_pupils as pupils', (on) =>
							on.onRef('pupils.class', '=', 'answers.class').onRef('pupils.id', '=', 'answers.pupil')
						)
						.select(({ fn }) => ['answers.round', fn.countAll().as('count')])
						.where('answers.class', '=', writeId(classId))
						.where('answers.round', 'in', some)
						.where('pupils.standing', '=', 'in')
						.groupBy('answers.round')
						.execute()
				);
				for (const { round, count } of found) counts.set(round, Number(count));
			}
			return counts;
		}
	};
}

function of(rows: Kysely<Tables>, classId: string) {
	return rows
		.selectFrom('class_answers')
		.select(['round', 'pupil', 'response', 'certainty', 'given_at', 'key'])
		.where('class', '=', writeId(classId));
}

/**
 * Inserts the first answer of a pupil to a round that takes answers, all in one statement, which also keeps the class as
 * it is until the transaction ends: nobody closes the round meanwhile.
 *
 * @returns whether it did
 */
async function insert(
	rows: Kysely<Tables>,
	engine: Engine,
	classId: string,
	{ round, pupil, response, certainty, given_at, key }: WrittenAnswer
): Promise<boolean> {
	const given = [round, pupil, response, certainty, given_at, key, NO_PAST];
	const { numAffectedRows } = await rows.executeQuery(
		CompiledQuery.raw(insertion(rows, engine), [...given, classId, round, round])
	);
	return Number(numAffectedRows) === 1;
}

const insertions = new Map<Engine, string>();

/** The statement of {@link insert}. It is built once: building it took longer than the database takes to run it. */
function insertion(rows: Kysely<Tables>, engine: Engine): string {
	const known = insertions.get(engine);
	if (known !== undefined) return known;
	const { sql } = rows
		.insertInto('class_answers')
		.columns(['class', 'round', 'pupil', 'response', 'certainty', 'given_at', 'key', 'past_keys'])
		.expression((from) =>
			from
				.selectFrom('classes')
				.select((from) => [
					'id',
					from.val(0).as('round'),
					from.val('').as('pupil'),
					from.val('').as('response'),
					from.val<number | null>(0).as('certainty'),
					from.val(0).as('given_at'),
					from.val('').as('key'),
					from.val('').as('past_keys')
				])
				.where('id', '=', '')
				.where('first_open', '<=', 0)
				.where('last_open', '>=', 0)
				.$if(engine === 'postgres', (query) => query.forShare())
		)
		.onConflict((conflict) => conflict.doNothing())
		.compile();
	insertions.set(engine, sql);
	return sql;
}

/** Reads which rounds of a class take answers, and keeps that as it is until the transaction ends. */
function share(rows: Kysely<Tables>, engine: Engine, classId: string) {
	return rows
		.selectFrom('classes')
		.select(['first_open', 'last_open'])
		.where('id', '=', classId)
		.$if(engine === 'postgres', (query) => query.forShare())
		.executeTakeFirst();
}

/** Reads what a pupil has answered in a round, and locks it until the transaction ends. */
function find(rows: Kysely<Tables>, engine: Engine, classId: string, { round, pupil }: WrittenAnswer) {
	return rows
		.selectFrom('class_answers')
		.select(['key', 'past_keys'])
		.where('class', '=', classId)
		.where('round', '=', round)
		.where('pupil', '=', pupil)
		.$if(engine === 'postgres', (query) => query.forUpdate())
		.executeTakeFirst();
}
