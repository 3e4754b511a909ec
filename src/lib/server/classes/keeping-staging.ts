// A server that keeps answers of ever new pupils, many at once, and reports each one kept, until it is killed. For tests.
import { writeSync } from 'node:fs';

import { openStores } from '../open-stores.ts';

const [data = '', databaseUrl = '', turn = ''] = process.argv.slice(2);
const { stores } = await openStores({ data, databaseUrls: databaseUrl ? [databaseUrl] : [] });
const { answers, classes } = stores;
const setup = {
	...{ primer: 'p', language: 'en', items: ['a'], seed: 's', pace: 'teacher' as const, seconds: null },
	...{ reading: 0, scoring: 'marks' as const, certainty: false, names: 'given' as const, teams: [] },
	...{ words: 'phones' as const, mayChange: false, closesWhenAll: false, standings: false },
	bounds: { low: 0.35, high: 0.7 }
};
await classes.create({ id: 'one', code: 'one', setup, createdAt: 0, hostKeyHash: '' });
const standing = { open: { first: 1, last: 1 }, dueAt: Infinity, endedAt: null };
await classes.append('one', 0, { type: 'ask', at: 0, position: 0 }, standing);

/** Keeps one answer after another. */
async function keep(phone: number): Promise<never> {
	for (let at = 0; ; at++) {
		const pupil = `${turn}-${phone}-${at}`;
		const answer = { round: 1, pupil, response: at, certainty: null, at, key: pupil };
		if ((await answers.give('one', answer, false)) === 'kept') writeSync(1, `${pupil}\n`);
	}
}
await Promise.all(Array.from({ length: 60 }, (_, phone) => keep(phone)));
