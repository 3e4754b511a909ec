import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { chromium, type Browser, type BrowserContext } from 'playwright-core';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { outlineOf } from '#lib/review/outline-of.ts';
import type { Review } from '#lib/review/review.ts';

import { CHROMIUM_ARGUMENTS } from '../browser/chromium-arguments.ts';
import { startServer } from '../browser/serve.ts';
import { generateCourse } from './generate-bank.ts';
import { importReviews } from './import-reviews.ts';
import { amount, median } from './measure.ts';
import { longLog } from './study.ts';
import { grouped, printTable } from './table.ts';

const LOADS = amount(7, 1);
const FACTS = amount(5000, 1);
const REVIEWS = amount(100_000, 100);

/**
 * How long today’s page takes to show its first word or question, for learners who have done nothing, little and much.
 */
export async function benchOpening(executablePath: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-bench-'));
	try {
		for (const { name, text } of generateCourse(FACTS)) {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), text);
		}
		const [bank] = await readSoundBanks(folder);
		if (!bank) throw new Error('No course was generated.');
		const log = longLog(outlineOf(bank), REVIEWS);
		const server = await startServer({ QUESTIONS: folder });
		const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
		try {
			const [none, little, much] = [
				await learnerWith(browser, server.address, []),
				await learnerWith(browser, server.address, log.slice(0, 1)),
				await learnerWith(browser, server.address, log)
			];
			const times = { none: [] as number[], little: [] as number[], much: [] as number[] };
			for (let load = 0; load <= LOADS; load++) {
				times.none.push(await timeToOpen(none, bank.primer.id));
				times.little.push(await timeToOpen(little, bank.primer.id));
				times.much.push(await timeToOpen(much, bank.primer.id));
			}
			print(median(times.none.slice(1)), median(times.little.slice(1)), median(times.much.slice(1)));
		} finally {
			await browser.close();
			await server.stop();
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function print(none: number, little: number, much: number): void {
	const row = (name: string, time: number) => [name, time.toFixed(0), `${(time / none).toFixed(2)}x`];
	printTable(
		`Opening today’s page with ${grouped(FACTS)} facts, median of ${LOADS} loads`,
		['history', 'ms', 'against empty'],
		[
			row('empty, to what it says', none),
			row('one answer, to the first question', little),
			row(`${grouped(REVIEWS)} answers, to the first question`, much)
		]
	);
}

/** A browser profile whose device keeps these reviews. */
async function learnerWith(browser: Browser, address: string, reviews: Review[]): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: address, locale: 'en-GB', serviceWorkers: 'block' });
	if (reviews.length > 0) await importReviews(context, address, reviews);
	return context;
}

/** Milliseconds from the start of the navigation to the first question, or to the message that there is none. */
async function timeToOpen(context: BrowserContext, primer: string): Promise<number> {
	const page = await context.newPage();
	try {
		await page.goto(`/${primer}/review`, { waitUntil: 'commit' });
		const opened = await page.waitForFunction(
			() =>
				document.querySelector('.view input, .view select, h1[data-focus]') ? performance.now() : undefined,
			undefined,
			{ timeout: 60_000 }
		);
		return (await opened.jsonValue()) ?? NaN;
	} finally {
		await page.close();
	}
}
