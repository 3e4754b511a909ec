import { Client } from 'pg';

import { busBetweenProcesses, type Connection } from './between-processes.ts';
import type { Bus, Notice } from './bus.ts';
import { nameOf, readWord, written } from './word.ts';

/** The channel, one for all classes: PostgreSQL takes a lock on its whole cluster to notify. */
export const CHANNEL = 'five_points_classes';

/** The most bytes of one notification; PostgreSQL takes fewer than 8,000. */
const MOST_BYTES = 7900;

/** Between two looks at a silent connection, whose other end may be gone without a word, in milliseconds. */
const LOOK = 15_000;

/** How long to wait for a connection, and for an answer, in milliseconds. */
const TIMES = { connectionTimeoutMillis: 5000, query_timeout: 5000 };

/**
 * Passes word over a channel of a PostgreSQL, with `LISTEN` and `NOTIFY` on a connection of its own. That must lead to
 * the PostgreSQL itself or through a pool of whole sessions: a pool of transactions forgets who listens.
 *
 * @param address `postgres://user:password@host:port/database`
 * @param say receives what the operator should know
 */
export function busOverPostgres(address: string, say: (words: string) => void): Bus {
	const { host, port, database } = new Client({ connectionString: address });
	return busBetweenProcesses({
		title: `The PostgreSQL at ${host}:${port} (database “${database ?? ''}”)`,
		connect: (hear) => connect(address, hear),
		say
	});
}

async function connect(
	address: string,
	hear: (name: string, about: Notice['about']) => void
): Promise<Connection> {
	const client = new Client({
		...{ connectionString: address, application_name: 'five-points', keepAlive: true },
		...TIMES
	});
	const { promise: lost, resolve: lose } = Promise.withResolvers<undefined>();
	client.on('error', () => lose(undefined)).on('end', () => lose(undefined));
	let own: number | undefined;
	client.on('notification', ({ channel, payload, processId }) => {
		if (channel !== CHANNEL || processId === own) return;
		for (const [name, about] of readPayload(payload ?? '')) hear(name, about);
	});
	try {
		await client.connect();
		const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
		own = rows[0]?.pid;
		await client.query(`listen ${CHANNEL}`);
	} catch (error) {
		void client.end().catch(() => undefined);
		throw error;
	}
	const looking = setInterval(() => void client.query('select 1').catch(() => lose(undefined)), LOOK).unref();
	return {
		lost,
		async send(notices) {
			const payloads = payloadsOf(notices);
			await client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [
				CHANNEL,
				payloads
			]);
		},
		settled: () => Promise.resolve(),
		async close() {
			clearInterval(looking);
			lose(undefined);
			await client.end();
		}
	};
}

/** Few texts that hold all notices, each short enough for one notification: `NAME:l12 NAME:a …`. */
export function payloadsOf(notices: readonly Notice[]): string[] {
	const payloads: string[] = [];
	for (const { classId, about } of notices) {
		const word = `${nameOf(classId)}:${written(about)}`;
		const last = payloads.at(-1);
		if (last === undefined || last.length + 1 + word.length > MOST_BYTES) payloads.push(word);
		else payloads[payloads.length - 1] = `${last} ${word}`;
	}
	return payloads;
}

/** What a payload tells: nothing, unless all of it is ours, since others who use the channel may have written anything. */
function readPayload(payload: string): [name: string, about: Notice['about']][] {
	const told: [string, Notice['about']][] = [];
	for (const word of payload.split(' ')) {
		const [name = '', text = '', ...more] = word.split(':');
		const about = readWord(text);
		if (about === undefined || more.length > 0) return [];
		told.push([name, about]);
	}
	return told;
}
