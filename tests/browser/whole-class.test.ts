import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test } from './browser.ts';
import {
	expectConnected,
	expectPhase,
	expectRound,
	goOn,
	joinByPage,
	openClass,
	ownServer,
	PHONE,
	reportedTo
} from './class-pages.ts';
import { course, oneOfEachKind, scoreOf } from './course.ts';
import { answer, expectLive, expectQuestion, press } from './learner.ts';
import { Pupil } from './pupils.ts';

/** Pupils with a page of their own, and all of them. */
const [PAGES, PUPILS] = [4, 30];

test(
	'thirty pupils answer every kind of item, discuss, reload and outlast the server, and the report adds up',
	{ timeout: 600_000 },
	async ({ newPage, trouble }) => {
		trouble.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/);
		const { address, killAndRestart } = await ownServer();
		const items = oneOfEachKind();
		const host = await newPage({ baseURL: address });
		const ids = items.map(({ id }) => id).join(',');
		const code = await openClass(host, `/host?course=${course.primer.id}&pick=hand&items=${ids}&order=fixed`);

		const pages: Page[] = [];
		for (let index = 0; index < PAGES; index++) {
			const page = await newPage({ ...PHONE, baseURL: address });
			await joinByPage(page, code, `Page ${index}`);
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
			await goOn(host, 'asking');
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
				await host.getByText('Advice, for you alone').click();
				await host.getByText('Discuss in pairs, then ask again.').waitFor();
				await host.locator('[data-command=discuss]').click();
				await expectPhase(host, 'discussing');
				await goOn(host, 'asking');
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
		await goOn(host, 'ended');
		for (const page of pages) await page.locator('#own-heading').waitFor();

		const told = await reportedTo(host);
		expect(told.map((each) => each.id)).toEqual(items.map((each) => each.id));
		for (const [position, item] of items.entries()) {
			const { rounds } = told[position] ?? { rounds: [] };
			const shares = position === 0 ? [15 / 30, 24 / 30] : [rightAt(position) / 30];
			// Of some kinds a wrong answer is partly right.
			const { fraction } = scoreOf(item, samples(item).wrong);
			for (const [index, share] of shares.entries()) {
				const facility = share + (1 - share) * fraction;
				expectRound(rounds[index], { answered: PUPILS, asked: PUPILS, facility });
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
