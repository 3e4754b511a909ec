import { sql } from 'kysely';

import type { Migration } from './index.ts';

/** Every number is `double precision`, as moments are: numbers from outside then never fail to fit a column. */
export const classes: Migration = {
	name: 'classes, their logs, their pupils and the answers of those',
	async up(rows) {
		await rows.schema
			.createTable('classes')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('code', 'text', (column) => column.notNull())
			.addColumn('setup', 'text', (column) => column.notNull())
			.addColumn('created_at', 'double precision', (column) => column.notNull())
			.addColumn('host_key_hash', 'text', (column) => column.notNull())
			.addColumn('last_event', 'double precision', (column) => column.notNull())
			.addColumn('first_open', 'double precision')
			.addColumn('last_open', 'double precision')
			.addColumn('due_at', 'double precision', (column) => column.notNull())
			.addColumn('ended_at', 'double precision')
			.addColumn('pupils', 'double precision', (column) => column.notNull())
			.execute();
		await rows.schema
			.createIndex('classes_running_code')
			.unique()
			.on('classes')
			.column('code')
			.where(sql.ref('ended_at'), 'is', null)
			.execute();
		await rows.schema
			.createIndex('classes_running_due_at')
			.on('classes')
			.column('due_at')
			.where(sql.ref('ended_at'), 'is', null)
			.execute();
		await rows.schema.createIndex('classes_ended_at').on('classes').column('ended_at').execute();
		await rows.schema
			.createTable('class_events')
			.addColumn('class', 'text', (column) => column.notNull().references('classes.id').onDelete('cascade'))
			.addColumn('sequence', 'double precision', (column) => column.notNull())
			.addColumn('event', 'text', (column) => column.notNull())
			.addColumn('happened_at', 'double precision', (column) => column.notNull())
			.addPrimaryKeyConstraint('class_events_key', ['class', 'sequence'])
			.execute();
		await rows.schema
			.createTable('class_pupils')
			.addColumn('class', 'text', (column) => column.notNull().references('classes.id').onDelete('cascade'))
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('name_key', 'text', (column) => column.notNull())
			.addColumn('team', 'text')
			.addColumn('standing', 'text', (column) => column.notNull())
			.addColumn('joined_at', 'double precision', (column) => column.notNull())
			.addColumn('place', 'double precision', (column) => column.notNull())
			.addPrimaryKeyConstraint('class_pupils_key', ['class', 'id'])
			.execute();
		await rows.schema
			.createIndex('class_pupils_name_key')
			.unique()
			.on('class_pupils')
			.columns(['class', 'name_key'])
			.where(sql.ref('standing'), '<>', 'removed')
			.execute();
		await rows.schema
			.createTable('class_answers')
			.addColumn('class', 'text', (column) => column.notNull().references('classes.id').onDelete('cascade'))
			.addColumn('round', 'double precision', (column) => column.notNull())
			.addColumn('pupil', 'text', (column) => column.notNull())
			.addColumn('response', 'text', (column) => column.notNull())
			.addColumn('certainty', 'double precision')
			.addColumn('given_at', 'double precision', (column) => column.notNull())
			.addColumn('key', 'text', (column) => column.notNull())
			.addColumn('past_keys', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('class_answers_key', ['class', 'round', 'pupil'])
			.execute();
		await rows.schema
			.createIndex('class_answers_pupil')
			.on('class_answers')
			.columns(['class', 'pupil'])
			.execute();
	}
};
