import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import type { OfflineList } from '#lib/offline/offline-list.ts';

import { root } from '../../src/setup/project.js';
import { expectAccessible, test } from './browser.ts';
import { CHROMIUM_ARGUMENTS } from './chromium-arguments.ts';
import { course, editionIn, itemAskedAt, quizPath } from './course.ts';
import { answer, chooseLanguage, expectFocus, expectHeading, feedback, press } from './learner.ts';
import { changingServer, coldStart, keptAll, keptIn, visited } from './offline-visit.ts';
import { startServer } from './serve.ts';

const home = `/${course.primer.id}`;
const french = await editionIn('fr');

async function isOnline(page: Page): Promise<boolean> {
	return page.evaluate(() =>
		fetch('/_app/version.json', { cache: 'no-store' }).then(
			() => true,
			() => false
		)
	);
}

function chooseFrench(page: Page): Promise<void> {
	return chooseLanguage(page, 'Français');
}

describe('after one visit, with the network off', () => {
	test('a cold start shows the course and its facts, and links lead from one to the other', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/version\.json/);
		const page = await coldStart(await visited(newPage), trouble, home);
		expect(await isOnline(page)).toBe(false);
		await expectHeading(page, course.primer.title);
		await page.getByRole('link', { name: 'All facts' }).click();
		await expectHeading(page, 'The facts');
		await page.goto(`${home}/facts`);
		await expectHeading(page, 'The facts');
	});

	test('each language that was read can be chosen, at its own address', async ({ newPage, trouble }) => {
		const page = await visited(newPage, `${home}/facts`);
		await chooseFrench(page);
		await expectHeading(page, 'Les faits');
		expect(await page.context().cookies()).toMatchObject([{ name: 'language', value: 'fr' }]);
		await keptIn(page, 'fr');
		const cold = await coldStart(page, trouble, `${home}/facts`);
		await expectHeading(cold, 'The facts');
		await chooseFrench(cold);
		await expectHeading(cold, 'Les faits');
		expect(new URL(cold.url()).pathname).toBe(`/fr${home}/facts`);
		await cold.goBack();
		await expectHeading(cold, 'The facts');
	});

	test('one that was not read is shown as needing the network, and nothing in it is kept', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/\/offline\?of=/);
		const visit = await visited(newPage);
		expect(await visit.evaluate(async () => (await caches.match('/fr')) ?? null)).toBeNull();
		const page = await coldStart(visit, trouble, home);
		await chooseFrench(page);
		await expectHeading(page, 'You are offline');
		await expectToTry(page, `/fr${home}`);
	});

	test('an address without a language leads to the page in the one that was read', async ({
		newPage,
		trouble
	}) => {
		const visit = await visited(newPage, '/', { locale: 'fr-CA' });
		expect(new URL(visit.url()).pathname).toBe('/fr');
		const page = await coldStart(visit, trouble, home);
		await expectHeading(page, french.primer.title);
		expect(new URL(page.url()).pathname).toBe(`/fr${home}`);
	});

	test('a quiz that was begun goes on: its items come from the course that was kept', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/quiz\/items/);
		// The rest of the frame is asked for at the first touch.
		trouble.expect(/\/paris-call( |\)|$)/);
		const page = await visited(newPage);
		const address = quizPath({ behaviour: 'practice', count: 3 });
		await page.goto(address);
		await page.context().setOffline(true);
		await answer(page, itemAskedAt(address, 1), samples(itemAskedAt(address, 1)).right);
		await press(page, 'Check');
		await feedback(page).waitFor();
	});

	for (const prefix of ['', '/fr']) {
		test(`everything that the list at ${prefix}/offline/list names is there, whole`, async ({
			newPage,
			trouble
		}) => {
			trouble.expect(/404/);
			// That page asks whether the network is back.
			trouble.expect(/\/offline/);
			const page = await visited(newPage, prefix || '/');
			const { pages, files } = await page.evaluate(
				async (address) => (await (await fetch(address)).json()) as OfflineList,
				`${prefix}/offline/list`
			);
			const there = await page.evaluate(async (all) => {
				const answers = await Promise.all(all.map((each) => fetch(each)));
				return all.filter((_, index) => answers[index]?.ok);
			}, pages);
			expect(there).toEqual(
				expect.arrayContaining([
					prefix || '/',
					...['/offline', home, `${home}/facts`].map((path) => prefix + path)
				])
			);

			const cold = await coldStart(page, trouble, prefix || '/');
			for (const address of there) {
				await cold.goto(address);
				expect(new URL(cold.url()).pathname).toBe(address);
				expect(await cold.locator('html').getAttribute('lang')).toBe(prefix.slice(1) || 'en');
				await cold.waitForLoadState('networkidle');
			}
			const statuses = await cold.evaluate(
				(all) => Promise.all(all.map(async (each) => (await fetch(each)).status)),
				files
			);
			expect(statuses).toEqual(files.map(() => 200));
		});
	}

	test('any other page says what works, and loads once the network is back', async ({ newPage, trouble }) => {
		trouble.expect(/\/offline\?of=/);
		const page = await visited(newPage);
		const wanted = quizPath({ behaviour: 'exam', count: 3 });
		const cold = await coldStart(page, trouble, wanted);
		await expectHeading(cold, 'You are offline');
		await expectAccessible(cold);
		await expectToTry(cold, wanted);
		await cold.getByRole('link', { name: 'Try now' }).press('Enter');
		await cold.getByRole('status').getByText('Still no network.').waitFor();
		await expectAccessible(cold, 'the page that still has no network');
		await expectFocus(cold.getByRole('link', { name: 'Try now' }));
		await cold.getByRole('main').getByRole('link', { name: 'The lessons' }).click();
		await expectHeading(cold, 'Learn');
		await cold.goto(wanted);
		await cold.getByRole('main').getByRole('link', { name: course.primer.title }).click();
		await expectHeading(cold, course.primer.title);
		await cold.goto(wanted);
		await expectHeading(cold, 'You are offline');

		const asked = cold.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
		await cold.evaluate(() => dispatchEvent(new Event('online')));
		await asked;
		await expectHeading(cold, 'You are offline');
		await cold.context().setOffline(false);
		// Not every Chromium tells of it in a page that was opened without a network.
		await cold.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined);
		await cold.waitForURL((url) => url.pathname.endsWith('/quiz'));
	});

	test('a browser that was closed and opened again needs no network', async ({}) => {
		const profile = mkdtempSync(join(tmpdir(), 'five-points-'));
		onTestFinished(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
		const open = () =>
			chromium.launchPersistentContext(profile, {
				executablePath: inject('chromium'),
				args: CHROMIUM_ARGUMENTS,
				baseURL: inject('address'),
				locale: 'en-GB'
			});
		const first = await open();
		const page = await first.newPage();
		await page.goto(`${home}/facts`);
		await keptAll(page);
		await first.close();

		const second = await open();
		await second.setOffline(true);
		const cold = await second.newPage();
		await cold.goto(home);
		await expectHeading(cold, course.primer.title);
		await second.close();
	});

	test('the pages do not wait for a network that does not answer', async ({ newPage }) => {
		const server = await changingServer();
		const page = await visited(newPage, '/', { baseURL: server.address });
		server.hang();
		await page.goto(`${home}/facts`);
		await expectHeading(page, 'The facts');
	});
});

test('other questions are kept as soon as a page has come with them', async ({ newPage, trouble }) => {
	const questions = mkdtempSync(join(tmpdir(), 'five-points-'));
	onTestFinished(() => rmSync(questions, { recursive: true }));
	cpSync(join(root, 'questions'), questions, { recursive: true });
	const before = await startServer({ QUESTIONS: questions });
	const page = await visited(newPage, '/', { baseURL: before.address });
	await before.stop();

	const file = join(questions, 'paris-call/primer.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^title:.*$/m, 'title: Another title'));
	const after = await startServer({ QUESTIONS: questions, PORT: new URL(before.address).port });
	onTestFinished(async () => {
		await after.stop();
	});
	// A worker that has just compared does not do so again at once; one that restarts does.
	const session = await page.context().newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await page.goto(`${home}/facts`);
	// Everything is kept, page by page, before any of it is used.
	await expect
		.poll(() => page.evaluate(async () => (await (await caches.match('/'))?.text()) ?? ''), {
			timeout: 40_000
		})
		.toContain('Another title');
	const cold = await coldStart(page, trouble, '/');
	await expectHeading(cold, 'Another title');
});

/** Waits until the offline page leads back to that address, which its script works out. */
async function expectToTry(page: Page, address: string): Promise<void> {
	await expect.poll(() => page.getByRole('link', { name: 'Try now' }).getAttribute('href')).toBe(address);
}
