import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { seeded, shuffled } from '#lib/chance/random.ts';
import type { Item } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test } from './browser.ts';
import {
	expectConnected,
	expectRound,
	goOn,
	joinByPage,
	openClass,
	ownServer,
	PHONE,
	reportedTo
} from './class-pages.ts';
import { course, oneOfEachKind, scoreOf } from './course.ts';
import { answer, expectLive, press } from './learner.ts';
import { Pupil } from './pupils.ts';

/** Pupils with a page of their own, and all of them. */
const [PAGES, PUPILS] = [4, 30];

const items = oneOfEachKind();

/** How somebody answers an item; every fifth answer is missing, so that no two items come to the same. */
function howOf(pupil: number, position: number): 'right' | 'wrong' | undefined {
	const place = (pupil * 7 + position * 3) % 5;
	return place === 0 ? undefined : place < 3 ? 'right' : 'wrong';
}

/** Answers what is open on a phone, and waits until that has arrived. */
async function send(page: Page, item: Item, how: 'right' | 'wrong'): Promise<void> {
	await answer(page, item, samples(item)[how]);
	await press(page, /^Send/);
	await page.getByText('Your answer has arrived.').waitFor();
}

/** Goes to a question by its number. */
async function goTo(page: Page, position: number): Promise<void> {
	await page.getByRole('link', { name: new RegExp(`^Question ${position + 1}, `) }).click();
	await page.getByText(`Question ${position + 1} of ${items.length}`).waitFor();
}

test(
	'thirty pupils go through all kinds each at their own pace, reload and outlast the server, and the report adds up',
	{ timeout: 600_000 },
	async ({ newPage, trouble }) => {
		trouble.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/);
		const { address, killAndRestart } = await ownServer();
		const host = await newPage({ baseURL: address });
		const ids = items.map(({ id }) => id).join(',');
		const code = await openClass(
			host,
			`/host?course=${course.primer.id}&pick=hand&items=${ids}&order=fixed&pace=own&window=60`
		);
		const pages: Page[] = [];
		for (let index = 0; index < PAGES; index++) {
			const page = await newPage({ ...PHONE, baseURL: address });
			await joinByPage(page, code, `Page ${index}`);
			pages.push(page);
		}
		const others: Pupil[] = [];
		for (let index = PAGES; index < PUPILS; index++)
			others.push(await Pupil.join(address, code, `Pupil ${index}`));
		await goOn(host, 'asking');

		/** Each on a way of their own through the questions; the first page from the first to the last. */
		const waysOf = (pupil: number) =>
			pupil === 0 ? [...items.keys()] : shuffled([...items.keys()], seeded('own pace', String(pupil)));
		for (const [pupil, page] of pages.entries()) {
			for (const [step, position] of waysOf(pupil).entries()) {
				const item = items[position];
				const how = howOf(pupil, position);
				if (!item || how === undefined) continue;
				if (step === 4 && pupil === 1) {
					await page.reload();
					await expectLive(page);
				}
				if (step === 5 && pupil === 2) {
					await killAndRestart();
					for (const each of pages) await expectConnected(each);
				}
				await goTo(page, position);
				// The last page changes its mind each time.
				if (pupil === 3) await send(page, item, how === 'right' ? 'wrong' : 'right');
				await send(page, item, how);
			}
		}
		for (const [index, pupil] of others.entries()) {
			for (const position of waysOf(index + PAGES)) {
				const item = items[position];
				const how = howOf(index + PAGES, position);
				if (item && how) await pupil.answer(item, how, position + 1);
			}
		}
		// What the teacher sees meanwhile: that most have answered something, and not what.
		await host.locator('main[data-phase=asking]').waitFor();

		await goOn(host, 'closed');
		await goOn(host, 'revealed');
		for (const [position, item] of items.entries()) {
			const answered = Array.from({ length: PUPILS }, (_, pupil) => howOf(pupil, position)).filter(
				Boolean
			).length;
			await host.getByText(`${answered} of ${PUPILS} answered`).first().waitFor();
			await pages[0]?.getByText(`Question ${position + 1} of ${items.length}`).waitFor();
			if (item !== items.at(-1)) {
				const version = await host.locator('main').getAttribute('data-version');
				await host.locator('.controls .primary').click();
				await expect.poll(() => host.locator('main').getAttribute('data-version')).not.toBe(version);
			}
		}
		await goOn(host, 'ended');
		for (const page of pages) await page.locator('#own-heading').waitFor();

		const told = await reportedTo(host);
		expect(told.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
		for (const [position, item] of items.entries()) {
			const hows = Array.from({ length: PUPILS }, (_, pupil) => howOf(pupil, position));
			const [right, wrong] = ['right', 'wrong'].map((how) => hows.filter((each) => each === how).length);
			if (right === undefined || wrong === undefined) throw new Error('Nothing was counted.');
			const { rounds } = told[position] ?? { rounds: [] };
			expect(rounds).toHaveLength(1);
			// Of some kinds a wrong answer is partly right.
			const facility = (right + wrong * scoreOf(item, samples(item).wrong).fraction) / (right + wrong);
			expectRound(rounds[0], { answered: right + wrong, asked: PUPILS, facility });
		}
		await host.getByRole('link', { name: 'To the report' }).click();
		await host.waitForURL('**/report');
		await expectLive(host);
		await expectAccessible(host);
	}
);
