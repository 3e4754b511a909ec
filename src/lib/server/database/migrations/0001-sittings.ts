import type { Migration } from './index.ts';

/** Moments are `double precision`, which holds every number of JavaScript: fractions and infinity too. */
export const sittings: Migration = {
	name: 'sittings and their answers',
	async up(rows) {
		await rows.schema
			.createTable('sittings')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('form', 'text', (column) => column.notNull())
			.addColumn('started_at', 'double precision', (column) => column.notNull())
			.addColumn('ends_at', 'double precision', (column) => column.notNull())
			.addColumn('closed_at', 'double precision')
			.addColumn('closing', 'text')
			.execute();
		await rows.schema.createIndex('sittings_ends_at').on('sittings').column('ends_at').execute();
		await rows.schema.createIndex('sittings_closed_at').on('sittings').column('closed_at').execute();
		await rows.schema
			.createTable('sitting_answers')
			.addColumn('sitting', 'text', (column) =>
				column.notNull().references('sittings.id').onDelete('cascade')
			)
			.addColumn('item', 'text', (column) => column.notNull())
			.addColumn('response', 'text', (column) => column.notNull())
			.addColumn('given_at', 'double precision', (column) => column.notNull())
			.addPrimaryKeyConstraint('sitting_answers_key', ['sitting', 'item'])
			.execute();
	}
};
