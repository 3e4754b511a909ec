import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { FILLABLE, fillDisk, makeRoom } from '../faults/full-disk.ts';
import { test } from './browser.ts';
import { expectPhase, goOn, joinByPage, openClass, PHONE } from './class-pages.ts';
import { itemOfKind } from './course.ts';
import { give } from './give.ts';
import { hostClass } from './hosting.ts';
import { press } from './learner.ts';
import { Pupil } from './pupils.ts';
import { startServer } from './serve.ts';

const item = itemOfKind('single-choice');

test('an answer that a full disk cannot take stays on the phone, which says so, and goes on when there is room', async ({
	newPage,
	trouble
}) => {
	trouble.expect(/status of 503/);
	const server = await startServer(FILLABLE);
	onTestFinished(() => server.stop().then(() => undefined));
	const hosted = await hostClass({ items: [item.id] }, server.address);
	const page = await newPage({ ...PHONE, baseURL: server.address });
	await joinByPage(page, hosted.code, 'Ada');
	// Others fill what the database has left.
	const others = await Promise.all(
		Array.from({ length: 150 }, (_, index) => Pupil.join(server.address, hosted.code, `Pupil ${index}`))
	);
	await hosted.act({ type: 'ask', position: 0 });
	await page.getByRole('button', { name: 'Send' }).waitFor();
	await fillDisk(server);
	const given = await Promise.allSettled(others.map((pupil) => pupil.answer(item, 'right', 1)));
	expect(given.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(50);

	await give(page, item, samples(item).right);
	await press(page, 'Send');
	await page.getByText('Not sent yet. It is kept here').waitFor();
	await page.reload();
	await page.getByText('Not sent yet. It is kept here').waitFor();
	expect(await page.getByText('Your answer has arrived.').count()).toBe(0);
	await makeRoom(server);
	await page.getByText('Your answer has arrived.').waitFor();
	await page.reload();
	await page.getByText('Your answer has arrived.').waitFor();
});

test('the host goes away in the middle of a question, and the class goes on where it was on another device', async ({
	newPage
}) => {
	const host = await newPage();
	const code = await openClass(host, `/host?pick=hand&items=${item.id}&seconds=20`);
	await host.getByText('More', { exact: true }).click();
	await host.getByRole('button', { name: 'Other device' }).click();
	await host.getByRole('button', { name: 'Show it' }).click();
	const link = await host
		.locator('dialog section')
		.filter({ hasNotText: 'Remote control' })
		.locator('input')
		.inputValue();
	await host.keyboard.press('Escape');
	const [page, other] = [await newPage(PHONE), await newPage(PHONE)];
	await joinByPage(page, code, 'Ada');
	await joinByPage(other, code, 'Bob');
	await goOn(host, 'asking');
	await host.close();

	await give(page, item, samples(item).right);
	await press(page, 'Send');
	await page.getByText('Your answer has arrived.').waitFor();
	// Nobody closes the question; its time does.
	for (const phone of [page, other]) {
		await phone.getByText('No more answers.').waitFor();
		await phone.getByText('Connected', { exact: true }).waitFor();
	}
	const tablet = await newPage({ viewport: { width: 820, height: 1180 } });
	await tablet.goto(link);
	await expectPhase(tablet, 'closed');
	await tablet.getByRole('button', { name: /^1\s+of 2 answered$/ }).waitFor();
	await tablet.locator('[data-command=reveal]').click();
	for (const phone of [page, other]) await phone.locator('.explanation').waitFor();
});

test('clocks that are wrong, or are set meanwhile, change neither the time of a question nor its end', async ({
	newPage
}) => {
	/** How far the clock of each device is ahead, in hours. */
	const [hosts, fast, slow] = [await newPage(), await newPage(PHONE), await newPage(PHONE)];
	for (const [page, hours] of [
		[hosts, 1],
		[fast, 3],
		[slow, -24]
	] as const)
		await page.addInitScript(shiftClock, hours * 3_600_000);
	const code = await openClass(hosts, `/host?pick=hand&items=${item.id}&seconds=25`);
	await joinByPage(fast, code, 'Fast');
	await joinByPage(slow, code, 'Slow');
	await goOn(hosts, 'asking');
	const left = async (page: Page) => {
		const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number);
		return minutes * 60 + seconds;
	};
	const areTold = async () => {
		const told = await Promise.all([hosts, fast, slow].map(left));
		expect(Math.max(...told) - Math.min(...told), told.join()).toBeLessThanOrEqual(1);
		expect(Math.max(...told)).toBeLessThanOrEqual(25);
	};
	await expect.poll(() => slow.getByRole('timer').count()).toBe(1);
	await areTold();
	// Chosen and not sent, it is sent when time is up, and not before.
	await give(fast, item, samples(item).right);
	for (const page of [hosts, fast, slow]) await page.evaluate((by) => window.shiftClock?.(by), 2 * 3_600_000);
	await give(slow, item, samples(item).right);
	await press(slow, 'Send');
	await slow.getByText('Your answer has arrived.').waitFor();
	await areTold();
	for (const page of [hosts, fast, slow])
		await page.evaluate((by) => window.shiftClock?.(by), -48 * 3_600_000);
	await areTold();
	expect(await left(hosts)).toBeGreaterThan(0);
	expect(await fast.getByText('Your answer has arrived.').count()).toBe(0);
	await expectPhase(hosts, 'closed');
	await hosts.getByRole('button', { name: /^2\s+of 2 answered$/ }).waitFor();
	for (const page of [fast, slow]) await page.getByText('Your answer has arrived.').waitFor();
});

declare global {
	interface Window {
		/** Sets the clock of the device, in milliseconds against where it is. */
		shiftClock?: (by: number) => void;
	}
}

/** Runs in a page before its scripts: its device has a clock that is wrong, and can be set. */
function shiftClock(ahead: number): void {
	const { now } = Date;
	let by = ahead;
	Date.now = () => now() + by;
	Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ahead });
	window.shiftClock = (more) => (by += more);
}
