// Measures how many answers a second the server keeps, acknowledging each once it is on the disk: one after another,
// and when many learners send all of theirs at once. With `DATABASE_URL=postgres://…` it measures that PostgreSQL too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStores, type StoresConfiguration } from '../../src/lib/server/open-stores.ts';
import type { Sittings } from '../../src/lib/server/sittings/sittings.ts';
import { amount, median } from './measure.ts';
import { grouped, printTable } from './table.ts';

const LEARNERS = amount(200, 2);
const RUNS = amount(7, 1);
/** How many answers are kept one after another in a run. */
const ALONE = amount(200, 2);
/** How many answers each learner sends in a run. */
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), 'five-points-bench-'));
const places: [string, StoresConfiguration][] = [['SQLite', { data: folder }]];
const { DATABASE_URL: databaseUrl } = process.env;
if (databaseUrl) places.push(['PostgreSQL', { data: folder, databaseUrls: [databaseUrl] }]);

const rows = [];
for (const [name, place] of places) {
	const { stores, close } = await openStores(place);
	rows.push([name, ...(await measure(stores.sittings))]);
	await close();
}
rmSync(folder, { recursive: true });
printTable(
	`Keeping answers, median of ${RUNS} runs`,
	['store', 'alone, a second', `of ${LEARNERS} learners at once, a second`, 'times as many'],
	rows
);

async function measure(sittings: Sittings): Promise<string[]> {
	const run = process.pid;
	const ids = Array.from({ length: LEARNERS }, (_, learner) => `bench-${run}-${learner}`);
	const items = ids.map((_, index) => `item-${index}`);
	const form = { primer: 'p', seed: 's', behaviour: 'exam' as const, items, minutes: 30, extraTime: 1 };
	await Promise.all(ids.map((id) => sittings.begin({ id, form, startedAt: 0, endsAt: 1 })));

	let at = 0;
	const keep = (id: string) =>
		sittings.keep(id, [{ item: `item-${at % 20}`, response: 'a-response', at: at++ }]);
	const alone = await perSecond(ALONE, async () => {
		for (const id of ids.slice(0, ALONE)) await keep(id);
	});
	const together = await perSecond(LEARNERS * ROUNDS, async () => {
		for (let round = 0; round < ROUNDS; round++) await Promise.all(ids.map(keep));
	});
	await sittings.removeEndedBefore(2);
	return [grouped(alone), grouped(together), (together / alone).toFixed(1)];
}

async function perSecond(answers: number, work: () => Promise<void>): Promise<number> {
	await work();
	const times = [];
	for (let run = 0; run < RUNS; run++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return (answers * 1000) / median(times);
}
