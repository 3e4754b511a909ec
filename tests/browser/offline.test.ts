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
import { answer, expectHeading, feedback, press } from './learner.ts';
import { changingServer, coldStart, keptAll, visited } from './offline-visit.ts';
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
	return page.getByRole('button', { name: 'Français' }).click();
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
		await page.getByRole('link', { name: /All \d+ facts/ }).click();
		await expectHeading(page, 'The facts');
		await page.goto(`${home}/facts`);
		await expectHeading(page, 'The facts');
	});

	test('a language never used before can be chosen, and stays', async ({ newPage, trouble }) => {
		const page = await coldStart(await visited(newPage), trouble, `${home}/facts`);
		await chooseFrench(page);
		await expectHeading(page, 'Les faits');
		expect(new URL(page.url()).pathname).toBe(`${home}/facts`);
		await page.goto('/');
		await expectHeading(page, french.primer.title);
		await page.context().setOffline(false);
		await page.goto('/');
		await expectHeading(page, french.primer.title);
	});

	test('with the network, a choice goes to the server and comes back in its language', async ({
		newPage
	}) => {
		const page = await visited(newPage, `${home}/facts`);
		await chooseFrench(page);
		await expectHeading(page, 'Les faits');
		const cookies = await page.context().cookies();
		expect(cookies).toMatchObject([{ name: 'language', value: 'fr' }]);
	});

	test('pages come in the language that the browser prefers where none was chosen', async ({
		newPage,
		trouble
	}) => {
		const page = await coldStart(await visited(newPage, '/', { locale: 'fr-CA' }), trouble, home);
		await expectHeading(page, french.primer.title);
	});

	test('a quiz that was begun goes on: its items come from the course that was kept', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/quiz\/items/);
		const page = await visited(newPage);
		const address = quizPath({ behaviour: 'practice', count: 3 });
		await page.goto(address);
		await page.context().setOffline(true);
		await answer(page, itemAskedAt(address, 1), samples(itemAskedAt(address, 1)).right);
		await press(page, 'Check');
		await feedback(page).waitFor();
	});

	test('everything that the server’s list names is there, in both languages, whole', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/404/);
		// That page asks whether the network is back.
		trouble.expect(/\/offline/);
		const page = await visited(newPage);
		const { languages, pages, files } = await page.evaluate(
			async () => (await (await fetch('/offline/list')).json()) as OfflineList
		);
		expect(languages).toEqual(['en', 'fr']);
		const there = await page.evaluate(async (all) => {
			const answers = await Promise.all(all.map((each) => fetch(each)));
			return all.filter((_, index) => answers[index]?.ok);
		}, pages);
		expect(there).toEqual(expect.arrayContaining(['/', '/offline', home, `${home}/facts`]));

		const cold = await coldStart(page, trouble, '/');
		for (const language of languages) {
			await cold.getByRole('button', { name: language === 'en' ? 'English' : 'Français' }).click();
			for (const address of there) {
				await cold.goto(address);
				expect(new URL(cold.url()).pathname).toBe(address);
				expect(await cold.locator('html').getAttribute('lang')).toBe(language);
				await cold.waitForLoadState('networkidle');
			}
			const statuses = await cold.evaluate(
				(all) => Promise.all(all.map(async (each) => (await fetch(each)).status)),
				files.map((file) => `${file}?language=${language}`)
			);
			expect(statuses).toEqual(files.map(() => 200));
		}
	});

	test('any other page tells what works, and loads once the network is back', async ({
		newPage,
		trouble
	}) => {
		trouble.expect(/\/offline\?of=/);
		const page = await visited(newPage);
		const wanted = quizPath({ behaviour: 'exam', count: 3 });
		const cold = await coldStart(page, trouble, wanted);
		await expectHeading(cold, 'You are offline');
		await expectAccessible(cold);
		expect(await cold.getByRole('link', { name: 'Try now' }).getAttribute('href')).toBe(wanted);
		await chooseFrench(cold);
		await expectHeading(cold, 'Vous êtes hors ligne');
		await cold.getByRole('link', { name: french.primer.title }).click();
		await expectHeading(cold, french.primer.title);
		await cold.goto(wanted);
		await expectHeading(cold, 'Vous êtes hors ligne');

		const asked = cold.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
		await cold.evaluate(() => dispatchEvent(new Event('online')));
		await asked;
		await expectHeading(cold, 'Vous êtes hors ligne');
		await cold.context().setOffline(false);
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

	test('a network that does not answer is not waited for', async ({ newPage }) => {
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
	// A worker that has just compared does not do so again at once; one that starts anew does.
	const session = await page.context().newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await page.goto(`${home}/facts`);
	// All of it is kept, page by page in each language, before the first of it is used.
	await expect
		.poll(() => page.evaluate(async () => (await (await caches.match('/?language=en'))?.text()) ?? ''), {
			timeout: 40_000
		})
		.toContain('Another title');
	const cold = await coldStart(page, trouble, '/');
	await expectHeading(cold, 'Another title');
});
