import { fileURLToPath } from 'node:url';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { kindNames, samples, score } from '#lib/kinds/index.ts';

import { amount, median, timesOf } from './measure.ts';
import { grouped, printTable } from './table.ts';

const RUNS = amount(9, 1);
/** How long one run should take, in milliseconds, so that the clock's resolution does not matter. */
const RUN = amount(100, 1);

/**
 * How many responses of each kind are scored in a second, from right, partly right and wrong ones to every shipped
 * item.
 */
export async function benchScoring(): Promise<void> {
	const banks = await readSoundBanks(fileURLToPath(new URL('../../questions', import.meta.url)));
	const items = banks.flatMap((bank) => bank.items);
	const kinds = kindNames.filter((kind) => items.some((item) => item.kind === kind));
	const rows = kinds.map((kind) => {
		const pairs = items
			.filter((item) => item.kind === kind)
			.flatMap((item) => {
				const { right, partlyRight, wrong } = samples(item);
				return [right, partlyRight ?? wrong, wrong].map((response) => ({ item, response }));
			});
		// The results are used, so that no compiler leaves the scoring out.
		const round = () => {
			for (const { item, response } of pairs) {
				if (score(item, response).state !== 'scored') throw new Error('A sample was not scored.');
			}
		};
		const warmUp = timesOf(amount(500, 2), round);
		const rounds = Math.max(1, Math.round(RUN / median(warmUp.slice(-100))));
		const times = timesOf(RUNS, () => {
			for (let time = 0; time < rounds; time++) round();
		});
		const perSecond = (pairs.length * rounds * 1000) / median(times);
		return [kind, String(pairs.length / 3), grouped(perSecond), (1e6 / perSecond).toFixed(2)];
	});
	printTable(`Scoring, median of ${RUNS} runs`, ['kind', 'items', 'responses a second', 'µs each'], rows);
}
