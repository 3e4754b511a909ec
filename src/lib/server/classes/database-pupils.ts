import type { Kysely } from 'kysely';

import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { writeId } from '../database/written.ts';
import type { Pupil, Pupils } from './classes.ts';
import { lockAlone, whenAlone } from './database-locks.ts';
import { changed, readPupil, writePupil } from './written.ts';

/** Pupils kept in a database. */
export function pupilsInDatabase({ engine, read, write }: Database): Pupils {
	return {
		join: (classId, pupil, most) => {
			const written = { class: writeId(classId), ...writePupil(pupil) };
			return write(async (rows) => {
				const row = await lockAlone(rows, engine, classId);
				if (!row) return 'unknown';
				const isBack = async () => (await find(rows, classId, pupil.id)) !== undefined;
				if (row.pupils >= most) return (await isBack()) ? 'joined' : 'full';
				const place = row.pupils + 1;
				const { numInsertedOrUpdatedRows } = await rows
					.insertInto('class_pupils')
					.values({ ...written, place })
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirstOrThrow();
				if (Number(numInsertedOrUpdatedRows) === 0) return (await isBack()) ? 'joined' : 'taken';
				await rows.updateTable('classes').set({ pupils: place }).where('id', '=', writeId(classId)).execute();
				return 'joined';
			}, whenAlone(classId));
		},

		async load(classId, id) {
			return read((rows) => find(rows, classId, id));
		},

		async list(classId) {
			const pupils = await read((rows) =>
				rows
					.selectFrom('class_pupils')
					.selectAll()
					.where('class', '=', writeId(classId))
					.orderBy('place')
					.execute()
			);
			return pupils.map(readPupil);
		},

		change: (classId, id, change) =>
			write(async (rows) => {
				await lockAlone(rows, engine, classId);
				const before = await find(rows, classId, id);
				if (!before) return 'unknown';
				const after = changed(before, change);
				if (after.standing !== 'removed' && (await isTakenFrom(rows, classId, after))) return 'taken';
				await rows
					.updateTable('class_pupils')
					.set(writePupil(after))
					.where('class', '=', writeId(classId))
					.where('id', '=', writeId(id))
					.execute();
				return 'changed';
			}, whenAlone(classId))
	};
}

async function find(rows: Kysely<Tables>, classId: string, id: string): Promise<Pupil | undefined> {
	const row = await rows
		.selectFrom('class_pupils')
		.selectAll()
		.where('class', '=', writeId(classId))
		.where('id', '=', writeId(id))
		.executeTakeFirst();
	return row && readPupil(row);
}

/** Whether somebody else in a class has the name of a pupil. */
async function isTakenFrom(rows: Kysely<Tables>, classId: string, { id, nameKey }: Pupil): Promise<boolean> {
	const other = await rows
		.selectFrom('class_pupils')
		.select('id')
		.where('class', '=', writeId(classId))
		.where('name_key', '=', writeId(nameKey))
		.where('standing', '<>', 'removed')
		.where('id', '<>', writeId(id))
		.executeTakeFirst();
	return other !== undefined;
}
