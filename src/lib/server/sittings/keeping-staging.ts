// A server that keeps saving answers, and reports each one saved, until it is killed. For tests.
import { writeSync } from 'node:fs';

import { openStores } from '../open-stores.ts';

const [data = '', databaseUrl = '', round = ''] = process.argv.slice(2);
const { stores } = await openStores({ data, databaseUrls: databaseUrl ? [databaseUrl] : [] });
const { sittings } = stores;
const form = { primer: 'p', seed: 's', behaviour: 'exam' as const, items: ['a'], minutes: 1, extraTime: 1 };
await sittings.begin({ id: 'one', form, startedAt: 0, endsAt: 60_000 });

/** Keeps one answer after another. */
async function keep(learner: number): Promise<never> {
	for (let at = 0; ; at++) {
		const item = `${round}-${learner}-${at}`;
		if ((await sittings.keep('one', [{ item, response: at, at }])) === 'kept') writeSync(1, `${item}\n`);
	}
}
await Promise.all([0, 1, 2, 3].map(keep));
