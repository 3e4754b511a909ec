import { fileURLToPath } from 'node:url';

import { chromium, type Browser, type BrowserContext } from 'playwright-core';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { kindNames, type KindName } from '#lib/kinds/index.ts';
import { outlineOf } from '#lib/review/outline-of.ts';

import { CHROMIUM_ARGUMENTS } from '../browser/chromium-arguments.ts';
import { serveElement, serveFloor } from './floor.ts';
import { importReviews } from './import-reviews.ts';
import { amount } from './measure.ts';
import { measureLoad, measureTraffic, type PageLoad } from './page-load.ts';
import { longLog } from './study.ts';
import { printTable } from './table.ts';

const LOADS = amount(5, 1);

const questions = fileURLToPath(new URL('../../questions', import.meta.url));

/** The quiz that is measured, by the kind of its questions. */
const quizOf = (kind: KindName) => `/paris-call/quiz?behaviour=practice&n=5&kinds=${kind}`;

/** The plain kind that the page written by hand asks too. */
const QUIZ = quizOf('single-choice');

const rows: { name: string; of: (load: PageLoad) => number; show: (value: number) => string }[] = [
	{ name: 'requests', of: ({ requests }) => requests, show: String },
	{ name: 'gzipped', of: ({ bytes }) => bytes, show: kibibytes },
	{ name: 'first option usable', of: ({ optionUsable }) => optionUsable, show: milliseconds },
	{ name: 'script live', of: ({ scriptLive }) => scriptLive, show: milliseconds },
	{ name: 'blocked', of: ({ blocked }) => blocked, show: milliseconds },
	{ name: 'heap', of: ({ heap }) => heap, show: (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MiB` }
];

/**
 * Measures the quiz page against one written by hand, cold and in the same browser: medians of five loads each, taken
 * alternately, at full speed and as on a slow phone.
 *
 * @param address of the running app, such as `http://127.0.0.1:4173`
 */
export async function benchPage(address: string, executablePath: string): Promise<void> {
	const floor = await serveFloor();
	const elsewhere = await serveElement(address);
	const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
	try {
		await printSizes(browser, address);
		await measureLoad(browser, floor.address, false);
		await measureLoad(browser, address + QUIZ, false);
		await measureLoad(browser, elsewhere.address, false);
		for (const throttled of [false, true].slice(0, amount(2, 1))) {
			const ours: PageLoad[] = [];
			const theirs: PageLoad[] = [];
			const embedded: PageLoad[] = [];
			for (let load = 0; load < LOADS; load++) {
				theirs.push(await measureLoad(browser, floor.address, throttled));
				ours.push(await measureLoad(browser, address + QUIZ, throttled));
				embedded.push(await measureLoad(browser, elsewhere.address, throttled));
			}
			printLoads(throttled ? 'Fast 3G, processor 4x slower' : 'Unthrottled', { ours, theirs, embedded });
		}
	} finally {
		await browser.close();
		floor.stop();
		elsewhere.stop();
	}
}

interface Loads {
	ours: PageLoad[];
	theirs: PageLoad[];
	/** The element, with the whole course, in a page of somebody else. */
	embedded: PageLoad[];
}

function printLoads(title: string, { ours, theirs, embedded }: Loads): void {
	console.log(`\n${title}: medians of ${LOADS} cold loads of ${QUIZ}, and of the element in another page`);
	console.table(
		Object.fromEntries(
			rows.map(({ name, of, show }) => {
				const middle = (loads: PageLoad[]) => median(loads.map(of));
				const their = middle(theirs);
				const ratio = (loads: PageLoad[]) => (their > 0 ? `${(middle(loads) / their).toFixed(2)}x` : '');
				const own = { 'Five Points': show(middle(ours)), 'by hand': show(their), ratio: ratio(ours) };
				return [name, { ...own, element: show(middle(embedded)), 'ratio of it': ratio(embedded) }];
			})
		)
	);
}

/** What a quiz loads before it is touched, for each kind that its first question may have. */
async function printSizes(browser: Browser, address: string): Promise<void> {
	const sizes: string[][] = [];
	const [course] = await readSoundBanks(questions);
	const asked = kindNames.filter((name) => course?.items.some((item) => item.kind === name));
	for (const kind of asked.slice(0, amount(asked.length, 1))) {
		const { requests, bytes, bodies } = await measureTraffic(browser, address + quizOf(kind));
		sizes.push([kind, String(requests), kibibytes(bytes), kibibytes(bodies)]);
	}
	const { requests, bytes, bodies } = await measureTraffic(
		browser,
		`${address}/paris-call/review`,
		oneFactDue
	);
	sizes.push(['today’s review', String(requests), kibibytes(bytes), kibibytes(bodies)]);
	printTable(
		'What loads before the first question',
		['kind', 'requests', 'gzipped', 'without headers'],
		sizes
	);
}

/** Puts an answer on a device that makes a fact due. */
async function oneFactDue(context: BrowserContext, address: string): Promise<void> {
	const [bank] = await readSoundBanks(questions);
	const [review] = bank ? longLog(outlineOf(bank), 1) : [];
	if (review) await importReviews(context, address, [{ ...review, fraction: 0 }]);
}

function kibibytes(bytes: number): string {
	return `${(bytes / 1024).toFixed(1)} KiB`;
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function milliseconds(value: number): string {
	return `${Math.round(value)} ms`;
}
