import { chromium } from 'playwright-core';

import { serveFloor } from './floor.ts';
import { measureLoad, type PageLoad } from './page-load.ts';

const LOADS = 5;

/** The quiz that is measured: five questions of the plain kind that the page written by hand asks too. */
const QUIZ = '/paris-call/quiz?behaviour=practice&n=5&kinds=single-choice';

const rows: { name: string; of: (load: PageLoad) => number; show: (value: number) => string }[] = [
	{ name: 'requests', of: ({ requests }) => requests, show: String },
	{ name: 'gzipped', of: ({ bytes }) => bytes, show: (bytes) => `${(bytes / 1024).toFixed(1)} KiB` },
	{ name: 'first option usable', of: ({ optionUsable }) => optionUsable, show: milliseconds },
	{ name: 'script live', of: ({ scriptLive }) => scriptLive, show: milliseconds },
	{ name: 'blocked', of: ({ blocked }) => blocked, show: milliseconds },
	{ name: 'heap', of: ({ heap }) => heap, show: (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MiB` }
];

/**
 * Measures the quiz page against one written by hand, cold, in the same browser: medians of five loads each, taken in
 * turns, as they are and on a slow phone.
 *
 * @param address of the running app, such as `http://127.0.0.1:4173`
 */
export async function benchPage(address: string, executablePath: string): Promise<void> {
	const floor = await serveFloor();
	const browser = await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
	try {
		await measureLoad(browser, floor.address, false);
		await measureLoad(browser, address + QUIZ, false);
		for (const throttled of [false, true]) {
			const ours: PageLoad[] = [];
			const theirs: PageLoad[] = [];
			for (let load = 0; load < LOADS; load++) {
				theirs.push(await measureLoad(browser, floor.address, throttled));
				ours.push(await measureLoad(browser, address + QUIZ, throttled));
			}
			print(throttled ? 'Fast 3G, processor 4x slower' : 'Unthrottled', ours, theirs);
		}
	} finally {
		await browser.close();
		floor.stop();
	}
}

function print(title: string, ours: PageLoad[], theirs: PageLoad[]): void {
	console.log(`\n${title}: medians of ${LOADS} cold loads of ${QUIZ}`);
	console.table(
		Object.fromEntries(
			rows.map(({ name, of, show }) => {
				const [our, their] = [median(ours.map(of)), median(theirs.map(of))];
				const ratio = their > 0 ? `${(our / their).toFixed(2)}x` : '';
				return [name, { 'Five Points': show(our), 'by hand': show(their), ratio }];
			})
		)
	);
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function milliseconds(value: number): string {
	return `${Math.round(value)} ms`;
}
