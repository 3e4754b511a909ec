import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { places, startServer } from '../database/killed-staging.ts';
import { openStores, type StoresConfiguration } from '../open-stores.ts';
import { answerOf } from './staging.ts';

const script = fileURLToPath(new URL('./keeping-staging.ts', import.meta.url));

/** Whose answers are there; sending what was acknowledged again, as a phone does that was not told, changes nothing. */
async function keptIn(
	configuration: StoresConfiguration,
	acknowledged: readonly string[]
): Promise<string[]> {
	const { stores, close } = await openStores(configuration);
	const { answers } = stores;
	const kept = await answers.list('one', [1]);
	const pupils = kept.map(({ pupil }) => pupil);
	expect(pupils).toEqual(expect.arrayContaining([...acknowledged]));
	const again = acknowledged.map((pupil) => answers.give('one', answerOf(pupil, { key: pupil }), false));
	expect(new Set(await Promise.all(again))).toEqual(new Set(['kept']));
	expect(await answers.list('one', [1])).toEqual(kept);
	await close();
	return pupils;
}

test.each(places)(
	'a server over %s that is killed while many answer has every answer it acknowledged, once',
	{ timeout: 120_000 },
	async (_, newPlace) => {
		const place = await newPlace();
		const acknowledged: string[] = [];
		for (const [turn, count] of [1, 500].entries()) {
			const server = startServer(script, place, turn);
			await server.acknowledges(count);
			acknowledged.push(...(await server.kill()));
			const kept = await keptIn(place, acknowledged);
			expect(new Set(kept).size).toBe(kept.length);
		}
		expect(acknowledged.length).toBeGreaterThanOrEqual(501);
	}
);
