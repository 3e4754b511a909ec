import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page, Route } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

import { freePort } from '#lib/server/free-port-staging.ts';

import { expectLive, openLive, press } from './learner.ts';
import { startServer, type RunningServer } from './serve.ts';

/** The screen of a pupil. */
export const PHONE = {
	viewport: { width: 390, height: 780 },
	hasTouch: true,
	reducedMotion: 'reduce'
} as const;

/** Waits until a page of the host shows that the class is there. */
export async function expectPhase(page: Page, phase: string): Promise<void> {
	await page.locator(`main[data-phase="${phase}"]`).waitFor();
}

/** Waits until a page has its class. */
export async function expectConnected(page: Page): Promise<void> {
	await page.getByText('Connected', { exact: true }).waitFor();
}

/** Opens a class as a teacher does, and returns its code. */
export async function openClass(host: Page, setUp: string): Promise<string> {
	await openLive(host, setUp);
	await host.getByRole('button', { name: 'Open the class' }).click();
	await expectPhase(host, 'lobby');
	return (await host.locator('.code').first().innerText()).replaceAll(/\s/g, '');
}

/** Does what is offered first, and waits until the class is there. */
export async function goOn(host: Page, phase: string): Promise<void> {
	await host.locator('.controls .primary').click();
	await expectPhase(host, phase);
}

/** Joins a class as a pupil does. */
export async function joinByPage(page: Page, code: string, name: string): Promise<void> {
	await page.goto(`/join/${code}`);
	await expectLive(page);
	await page.getByRole('textbox', { name: 'Your name' }).fill(name);
	await press(page, 'Join');
	await expectConnected(page);
}

/** Answers a request of a page as a server does that cannot do it just now. */
export function refuseWith(refused: string): (route: Route) => Promise<void> {
	return (route) => route.fulfill({ status: 503, json: { refused } });
}

/** What the report of the server says of an item, as far as it is added up here. */
interface ToldItem {
	id: string;
	rounds: { isSecond: boolean; tally: { answered: number; asked: number; facility: number } }[];
}

/** What the server tells the host of a class that is over, item by item. */
export async function reportedTo(host: Page): Promise<ToldItem[]> {
	const { origin, pathname } = new URL(host.url());
	const id = pathname.split('/').at(-1) ?? '';
	const told: unknown = await (await host.request.get(`${origin}/live/${id}/report`)).json();
	return (told as { report: { items: ToldItem[] } }).report.items;
}

/** Expects of a round that so many of those who were asked have answered, with this mean score. */
export function expectRound(
	told: ToldItem['rounds'][number] | undefined,
	{ answered, asked, facility }: { answered: number; asked: number; facility: number }
): void {
	expect(told?.tally).toMatchObject({ answered, asked });
	expect(told?.tally.facility).toBeCloseTo(facility, 9);
}

/** A server that is killed, and started again at the same address over the same data. */
export async function ownServer(): Promise<{ address: string; killAndRestart: () => Promise<void> }> {
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
