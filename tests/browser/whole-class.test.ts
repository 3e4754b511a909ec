import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';
import { freePort } from '#lib/server/free-port-staging.ts';

import { expectAccessible, test } from './browser.ts';
import { course, oneOfEachKind, scoreOf } from './course.ts';
import { answer, expectHeading, expectLive, expectQuestion, openLive, press } from './learner.ts';
import { Pupil } from './pupils.ts';
import { startServer, type RunningServer } from './serve.ts';

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, reducedMotion: 'reduce' } as const;

/** Pupils with a page of their own, and all of them. */
const [PAGES, PUPILS] = [4, 30];

/** What the report of the server says of an item, as far as it is added up here. */
interface ToldItem {
	id: string;
	rounds: { isSecond: boolean; tally: { answered: number; facility: number } }[];
}

test(
	'thirty pupils answer every kind of item, discuss, reload and outlast the server, and the report adds up',
	{ timeout: 600_000 },
	async ({ newPage, trouble }) => {
		trouble.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/);
		const { address, killAndRestart } = await ownServer();
		const items = oneOfEachKind();
		const host = await newPage({ baseURL: address });
		const ids = items.map(({ id }) => id).join(',');
		await openLive(host, `/host?course=${course.primer.id}&pick=hand&items=${ids}&order=fixed`);
		await host.getByRole('button', { name: 'Open the class' }).click();
		await expectPhase(host, 'lobby');
		const code = (await host.locator('.code').first().innerText()).replaceAll(/\s/g, '');

		const pages: Page[] = [];
		for (let index = 0; index < PAGES; index++) {
			const page = await newPage({ ...PHONE, baseURL: address });
			await page.goto(`/join/${code}`);
			await expectLive(page);
			await page.getByRole('textbox', { name: 'Your name' }).fill(`Page ${index}`);
			await press(page, 'Join');
			await expectConnected(page);
			pages.push(page);
		}
		const others: Pupil[] = [];
		for (let index = PAGES; index < PUPILS; index++)
			others.push(await Pupil.join(address, code, `Pupil ${index}`));

		/** Lets everybody answer; the first so many of them are right. */
		const allAnswer = async (item: Item, round: number, right: number): Promise<void> => {
			for (const [index, page] of pages.entries()) {
				await expectQuestion(page, item);
				await answer(page, item, samples(item)[index < right ? 'right' : 'wrong']);
				await press(page, 'Send');
				await page.getByText('Your answer has arrived.').waitFor();
			}
			for (const [index, pupil] of others.entries())
				await pupil.answer(item, index + PAGES < right ? 'right' : 'wrong', round);
		};

		let round = 0;
		for (const [position, item] of items.entries()) {
			await host.locator('.controls .primary').click();
			await expectPhase(host, 'asking');
			round++;
			if (position === 3) await pages[0]?.reload();
			if (position === 5) {
				await killAndRestart();
				for (const page of pages) await expectConnected(page);
			}
			await allAnswer(item, round, rightAt(position));
			await expectPhase(host, 'closed');
			if (position === 0) {
				// Half of them are right: between the bounds.
				await host.getByText('Advice: discuss in pairs, then ask again.').waitFor();
				await host.locator('.controls .primary').click();
				await expectPhase(host, 'discussing');
				await host.locator('.controls .primary').click();
				await expectPhase(host, 'asking');
				round++;
				await allAnswer(item, round, 24);
				await expectPhase(host, 'closed');
			}
			if (position === 6) {
				await host.reload();
				await expectLive(host);
				await expectPhase(host, 'closed');
			}
			await host.locator('[data-command=reveal]').click();
			await expectPhase(host, 'revealed');
			const answered = position === 0 ? 'Over the 30 who answered both times' : '30 of 30 answered';
			await host.getByText(answered).first().waitFor();
			for (const page of pages) await page.locator('.explanation').waitFor();
		}
		await host.locator('.controls .primary').click();
		await expectPhase(host, 'ended');
		for (const page of pages) await expectHeading(page, 'The class is over.');

		const id = new URL(host.url()).pathname.split('/').at(-1) ?? '';
		const told: unknown = await (await host.request.get(`${address}/live/${id}/report`)).json();
		const { report } = told as { report: { items: ToldItem[] } };
		expect(report.items.map((each) => each.id)).toEqual(items.map((each) => each.id));
		for (const [position, item] of items.entries()) {
			const { rounds } = report.items[position] ?? { rounds: [] };
			const shares = position === 0 ? [15 / 30, 24 / 30] : [rightAt(position) / 30];
			// Of some kinds a wrong answer is partly right.
			const { fraction } = scoreOf(item, samples(item).wrong);
			for (const [index, share] of shares.entries()) {
				expect(rounds[index]?.tally.answered).toBe(30);
				expect(rounds[index]?.tally.facility).toBeCloseTo(share + (1 - share) * fraction, 9);
				expect(rounds[index]?.isSecond).toBe(index === 1);
			}
			expect(rounds).toHaveLength(shares.length);
		}
		await host.getByRole('link', { name: 'To the report' }).click();
		await host.waitForURL('**/report');
		await expectLive(host);
		await expectAccessible(host);
	}
);

/** How many are right: of the first item half, then one more each time. */
function rightAt(position: number): number {
	return 15 + position;
}

async function expectPhase(page: Page, phase: string): Promise<void> {
	await page.locator(`main[data-phase="${phase}"]`).waitFor();
}

async function expectConnected(page: Page): Promise<void> {
	await page.getByText('Connected', { exact: true }).waitFor();
}

/** A server that is killed, and started again at the same address over the same data. */
async function ownServer(): Promise<{ address: string; killAndRestart: () => Promise<void> }> {
	const data = mkdtempSync(join(tmpdir(), 'five-points-class-'));
	const environment = { DATA: data, PORT: String(await freePort()) };
	let server: RunningServer = await startServer(environment);
	onTestFinished(async () => {
		await server.stop();
		rmSync(data, { recursive: true, force: true });
	});
	return {
		address: server.address,
		async killAndRestart() {
			await server.stop('SIGKILL');
			server = await startServer(environment);
		}
	};
}
