import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';

import { storesIn, type Stores } from '../open-stores.ts';
import { databaseOver, type Engine } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { newFolder, newPostgresDatabase, postgresAddress } from './staging.ts';
import type { Tables } from './tables.ts';
import { readId } from './written.ts';

/** Connects any number of times to a new, empty database. */
type Connect = () => Kysely<Tables>;

const engines: [Engine, () => Promise<Connect>][] = [
	[
		'sqlite',
		() => {
			const file = join(newFolder(), 'file.sqlite');
			return Promise.resolve(() => {
				const rows = new Kysely<Tables>({ dialect: nodeSqliteDialect(new DatabaseSync(file)) });
				onTestFinished(() => rows.destroy());
				return rows;
			});
		}
	]
];
if (postgresAddress !== null) {
	engines.push([
		'postgres',
		async () => {
			const connectionString = await newPostgresDatabase();
			return () => {
				const pool = new Pool({ connectionString });
				const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
				onTestFinished(() => rows.destroy());
				return rows;
			};
		}
	]);
}

const broken: Migration = {
	name: 'something better',
	async up(rows) {
		await rows.schema.createTable('half_way').addColumn('id', 'text').execute();
		await rows.schema.alterTable('sittings').addColumn('better', 'text').execute();
		await sql`insert into sittings (id) values ('without the rest')`.execute(rows);
	}
};

describe.each(engines)('the tables in %s', (engine, newDatabase) => {
	const namesOf = async (rows: Kysely<Tables>): Promise<string[]> =>
		(await rows.introspection.getTables()).map(({ name }) => name).sort();

	const versionOf = async (rows: Kysely<Tables>): Promise<unknown> =>
		(await sql<{ version: number }>`select version from five_points_version`.execute(rows)).rows;

	test('are made where there are none, and once', async () => {
		const rows = (await newDatabase())();
		await migrate(rows, engine, migrations);
		await migrate(rows, engine, migrations);
		expect(await versionOf(rows)).toEqual([{ version: migrations.length }]);
		expect(await namesOf(rows)).toEqual([
			'class_answers',
			'class_events',
			'class_pupils',
			'classes',
			'five_points_version',
			'sitting_answers',
			'sittings'
		]);
	});

	test('that are newer are refused with a word, and left alone', async () => {
		const rows = (await newDatabase())();
		await migrate(rows, engine, [...migrations, { name: 'nothing', up: () => Promise.resolve() }]);
		await expect(migrate(rows, engine, migrations)).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: `The database has version ${migrations.length + 1}, and this Five Points knows no version above ${migrations.length}: a newer one has used it.\nStart that one, or name another database.`
		});
		expect(await versionOf(rows)).toEqual([{ version: migrations.length + 1 }]);
	});

	test('stay as they were when a migration fails half-way, and it says so', async () => {
		const rows = (await newDatabase())();
		await migrate(rows, engine, migrations);
		const before = await rows.introspection.getTables();
		await expect(migrate(rows, engine, [...migrations, broken])).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: expect.stringMatching(
				/^The database cannot be brought to version \d+ \(something better\): .*\nNothing was changed\. /
			)
		});
		expect(await rows.introspection.getTables()).toEqual(before);
		expect(await versionOf(rows)).toEqual([{ version: migrations.length }]);
	});

	test('are not made at all when a later migration of several fails', async () => {
		const rows = (await newDatabase())();
		await expect(migrate(rows, engine, [...migrations, broken])).rejects.toThrow('something better');
		expect(await namesOf(rows)).toEqual([]);
	});

	test.runIf(engine === 'postgres')('are made by one of several servers that start at once', async () => {
		const connect = await newDatabase();
		let runs = 0;
		const counted: Migration = {
			name: 'counted',
			up() {
				runs++;
				return Promise.resolve();
			}
		};
		const several = Array.from({ length: 5 }, () => migrate(connect(), engine, [...migrations, counted]));
		await Promise.all(several);
		expect(runs).toBe(1);
	});

	describe.each(readSamples())('of version $version', ({ version, tables, rows: kept }) => {
		test('are what the first migrations make: none was changed later', async () => {
			const [made, old] = [(await newDatabase())(), (await newDatabase())()];
			await migrate(made, engine, migrations.slice(0, version));
			for (const statement of tables) await sql.raw(statement).execute(old);
			expect(await old.introspection.getTables()).toEqual(await made.introspection.getTables());
		});

		test('are brought to the newest with all that they hold', async () => {
			const rows = (await newDatabase())();
			for (const statement of tables) await sql.raw(statement).execute(rows);
			for (const [table, all] of Object.entries(kept)) {
				for (const row of all)
					await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
						rows
					);
			}
			await migrate(rows, engine, migrations);
			const stores = storesIn(databaseOver({ engine, rows, explain: () => undefined, isLost: () => false }));
			const { sittings } = stores;
			expect(await versionOf(rows)).toEqual([{ version: migrations.length }]);
			expect(kept['sittings']?.length).toBeGreaterThan(2);
			for (const row of kept['sittings'] ?? []) {
				const sitting = await sittings.load(text(row['id']));
				expect(sitting).toMatchObject({
					form: parsed(row['form']),
					startedAt: row['started_at'],
					endsAt: row['ends_at']
				});
				const { closed } = sitting ?? {};
				expect(closed?.at ?? null).toBe(row['closed_at']);
				expect(
					closed ? { by: closed.by, grades: Object.entries(closed.grades), gone: closed.gone } : null
				).toEqual(parsed(row['closing']));
				const answers = (kept['sitting_answers'] ?? []).filter((answer) => answer['sitting'] === row['id']);
				expect(await sittings.answers(text(row['id']))).toEqual(
					answers.map((answer) => ({
						item: text(answer['item']),
						response: parsed(answer['response']),
						at: answer['given_at']
					}))
				);
			}
			await expectClasses(stores, kept);
		});
	});
});

test('every version has its sample', () => {
	expect(readSamples().map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

/**
 * A database as it was at a version: the statements that made it, and its rows; values that JSON lacks are
 * texts.
 */
interface Sample {
	version: number;
	tables: string[];
	rows: Record<string, Record<string, string | number | null>[]>;
}

/** Expects the classes of a sample in the stores, with their logs, their pupils and their answers. */
async function expectClasses({ answers, classes, pupils }: Stores, kept: Sample['rows']): Promise<void> {
	for (const row of kept['classes'] ?? []) {
		const id = text(row['id']);
		const ownIn = (table: string) => (kept[table] ?? []).filter((other) => other['class'] === row['id']);
		expect(await classes.load(id)).toEqual({
			...{ id, code: text(row['code']), setup: parsed(row['setup']), createdAt: row['created_at'] },
			...{ hostKeyHash: text(row['host_key_hash']), endedAt: row['ended_at'] }
		});
		expect(await classes.events(id, 0)).toEqual(
			ownIn('class_events').map(({ sequence, event }) => ({ sequence, event: parsed(event) }))
		);
		expect(await pupils.list(id)).toEqual(
			ownIn('class_pupils').map((pupil) => ({
				...{ id: text(pupil['id']), name: text(pupil['name']), nameKey: text(pupil['name_key']) },
				...{ team: pupil['team'] === null ? null : text(pupil['team']), standing: pupil['standing'] },
				joinedAt: pupil['joined_at']
			}))
		);
		expect(await answers.list(id, [1])).toEqual(
			ownIn('class_answers').map((answer) => ({
				...{ round: answer['round'], pupil: text(answer['pupil']), response: parsed(answer['response']) },
				...{ certainty: answer['certainty'], at: answer['given_at'], key: text(answer['key']) }
			}))
		);
	}
}

function text(kept: string | number | null | undefined): string {
	return readId(String(kept));
}

function readSamples(): Sample[] {
	const folder = new URL('./samples/', import.meta.url);
	const cell = v.pipe(
		v.nullable(v.union([v.string(), v.number()])),
		v.transform((value) => (value === 'Infinity' ? Infinity : value))
	);
	const schema = v.object({
		tables: v.array(v.string()),
		rows: v.record(v.string(), v.array(v.record(v.string(), cell)))
	});
	return readdirSync(folder)
		.map((name) => ({
			version: Number(/^version-(\d+)\.json$/.exec(name)?.[1]),
			...v.parse(schema, JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
		}))
		.sort((a, b) => a.version - b.version);
}

function parsed(text: string | number | null | undefined): unknown {
	return typeof text === 'string' ? JSON.parse(text) : null;
}
