import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { places, startServer } from '../database/killed-staging.ts';
import { newFolder } from '../database/staging.ts';
import { openStores, type StoresConfiguration } from '../open-stores.ts';

const script = fileURLToPath(new URL('./keeping-staging.ts', import.meta.url));

async function keptIn(configuration: StoresConfiguration): Promise<Set<string>> {
	const { stores, close } = await openStores(configuration);
	const answers = await stores.sittings.answers('one');
	await close();
	return new Set(answers.map(({ item }) => item));
}

describe.each(places)('a server over %s', (_, newPlace) => {
	test(
		'that is killed has lost nothing that it acknowledged, and can start again at once',
		{ timeout: 120_000 },
		async () => {
			const place = await newPlace();
			const acknowledged: string[] = [];
			for (const [round, count] of [1, 40, 333].entries()) {
				const server = startServer(script, place, round);
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
		const server = startServer(script, place, 0);
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
