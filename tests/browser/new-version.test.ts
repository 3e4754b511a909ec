import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test } from './browser.ts';
import { course, itemAskedAt, quizPath } from './course.ts';
import { answer, expectHeading, feedback, press } from './learner.ts';
import { changingServer, coldStart, visited } from './offline-visit.ts';

const home = `/${course.primer.id}`;

describe('a new version', () => {
	test('is offered, and loaded only when asked for; then the old one is cleared away', async ({
		newPage,
		trouble
	}) => {
		const server = await changingServer();
		const page = await visited(newPage, '/', { baseURL: server.address });
		server.update();
		await page.goto(`${home}/background`);
		await offered(page).waitFor();
		await expectAccessible(page);
		await mark(page);
		await page.getByRole('link', { name: /^All \d+ facts/ }).click();
		await expectHeading(page, 'The facts');
		expect(await isMarked(page)).toBe(true);
		expect(await versionsKept(page)).toEqual(expect.arrayContaining(server.versions));

		await page.getByRole('button', { name: 'Load it' }).click();
		await page.waitForFunction(() => !document.documentElement.dataset['marked']);
		await expect.poll(() => versionsKept(page)).toEqual([server.versions[1]]);
		expect(await offered(page).count()).toBe(0);
		const cold = await coldStart(page, trouble, `${home}/facts`);
		await expectHeading(cold, 'The facts');
	});

	test('does not interrupt a quiz, and is offered after it', async ({ newPage }) => {
		const server = await changingServer();
		const page = await visited(newPage, '/', { baseURL: server.address });
		const address = quizPath({ behaviour: 'practice', count: 3 });
		await page.goto(address);
		await mark(page);
		server.update();
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update();
		});
		await expect.poll(() => isWaiting(page)).toBe(true);
		await answer(page, itemAskedAt(address, 1), samples(itemAskedAt(address, 1)).right);
		await press(page, 'Check');
		await feedback(page).waitFor();
		expect(await offered(page).count()).toBe(0);
		expect(await isMarked(page)).toBe(true);
		await page.getByRole('link', { name: course.primer.title }).click();
		await offered(page).waitFor();

		await press(page, 'Later');
		await offered(page).waitFor({ state: 'detached' });
		await page.reload();
		await offered(page).waitFor();
	});

	async function isWaiting(page: Page): Promise<boolean> {
		return page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
	}

	function offered(page: Page) {
		return page.getByRole('status').getByText('A new version is ready.');
	}

	/** The versions whose files are kept. */
	async function versionsKept(page: Page): Promise<string[]> {
		const names = await page.evaluate(() => caches.keys());
		return names.flatMap((name) => /^five-points-files-(.*)$/.exec(name)?.[1] ?? []);
	}

	/** Leaves a mark that disappears when the page is loaded again. */
	async function mark(page: Page): Promise<void> {
		await page.evaluate(() => void (document.documentElement.dataset['marked'] = 'yes'));
	}

	async function isMarked(page: Page): Promise<boolean> {
		return page.evaluate(() => document.documentElement.dataset['marked'] === 'yes');
	}
});
