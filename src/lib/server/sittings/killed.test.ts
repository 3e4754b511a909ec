import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { describe, expect, onTestFinished, test } from 'vitest';

import { newFolder, newPostgresDatabase, postgresAddress } from '../database/staging.ts';
import { openStores, type StoresConfiguration } from '../open-stores.ts';

const script = fileURLToPath(new URL('./keeping-staging.ts', import.meta.url));

interface Server {
	/** Resolves once it has acknowledged that many answers. */
	acknowledges: (count: number) => Promise<void>;
	/** `kill -9`. @returns what it had acknowledged by then */
	kill: () => Promise<string[]>;
}

function startServer({ data, databaseUrl = '' }: StoresConfiguration, round: number): Server {
	const child: ChildProcess = spawn(process.execPath, [script, data, databaseUrl, String(round)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	const closed = once(child, 'close');
	let said = '';
	child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const kept = () => said.split('\n').slice(0, -1);
	return {
		async acknowledges(count) {
			while (kept().length < count) {
				if (!child.stdout?.readable) throw new Error('The server has ended by itself.');
				await Promise.race([once(child.stdout, 'data'), closed]);
			}
		},
		async kill() {
			child.kill('SIGKILL');
			await closed;
			return kept();
		}
	};
}

async function keptIn(configuration: StoresConfiguration): Promise<Set<string>> {
	const { stores, close } = await openStores(configuration);
	const answers = await stores.sittings.answers('one');
	await close();
	return new Set(answers.map(({ item }) => item));
}

const places: [string, () => Promise<StoresConfiguration>][] = [
	['SQLite', () => Promise.resolve({ data: newFolder() })]
];
if (postgresAddress !== null) {
	places.push(['PostgreSQL', async () => ({ data: '', databaseUrl: await newPostgresDatabase() })]);
}

describe.each(places)('a server over %s', (_, newPlace) => {
	test(
		'that is killed has lost nothing that it acknowledged, and can start again at once',
		{ timeout: 120_000 },
		async () => {
			const place = await newPlace();
			const acknowledged: string[] = [];
			for (const [round, count] of [1, 40, 333].entries()) {
				const server = startServer(place, round);
				await server.acknowledges(count);
				acknowledged.push(...(await server.kill()));
				const kept = await keptIn(place);
				expect(acknowledged.filter((item) => !kept.has(item))).toEqual([]);
			}
			expect(acknowledged.length).toBeGreaterThanOrEqual(374);
		}
	);
});

test(
	'a second server on the same file is refused while the first lives, and no longer',
	{ timeout: 120_000 },
	async () => {
		const place = { data: newFolder() };
		const server = startServer(place, 0);
		await server.acknowledges(1);
		await expect(openStores(place)).rejects.toMatchObject({
			name: 'CannotOpenStores',
			message: expect.stringContaining('Another Five Points is using')
		});
		await server.acknowledges(100);
		const acknowledged = await server.kill();
		expect([...(await keptIn(place))]).toEqual(expect.arrayContaining(acknowledged));
	}
);
