import { checkBank } from '#lib/bank/check.ts';

import { generateBank } from './generate-bank.ts';
import { amount, median, timesOf } from './measure.ts';
import { grouped, printTable } from './table.ts';

const SIZES = [1000, 2500, 5000, 10_000].slice(0, amount(4, 1));
const RUNS = amount(7, 1);

/** What reading and checking an item may take, in microseconds. */
const TARGET = 100;

/** How long it takes to read and check a bank of many items of all kinds, from the text of its files. */
export function benchLoading(): void {
	const banks = SIZES.map(generateBank);
	for (const files of banks) checkBank('warm-up', files);
	const perItem = banks.map((files, index) => {
		const times = timesOf(RUNS, () => {
			const { bank, problems } = checkBank('generated', files);
			if (problems.length > 0 || bank?.items.length !== SIZES[index])
				throw new Error('The generated bank is not sound.');
		});
		const size = SIZES[index] ?? NaN;
		return { size, files, median: (median(times) * 1000) / size, best: (Math.min(...times) * 1000) / size };
	});
	const first = perItem[0]?.median ?? NaN;
	const rows = perItem.map(({ size, files, median, best }) => {
		const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
		return [
			grouped(size),
			megabytes.toFixed(1),
			grouped((median * size) / 1000),
			median.toFixed(0),
			best.toFixed(0),
			(median / first).toFixed(2)
		];
	});
	printTable(
		`Reading and checking a bank, median of ${RUNS} runs (target: under ${TARGET} µs an item)`,
		['items', 'MB', 'ms', 'µs an item', 'best', `against ${grouped(SIZES[0] ?? NaN)}`],
		rows
	);
}
