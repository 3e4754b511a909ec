import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { asksForModulesOnce, expectAccessible, test } from './browser.ts';
import { course, itemOf, quizPath } from './course.ts';
import { answer, answerAndCheck, openLive, press } from './learner.ts';
import { closing, expectAnswers, itemAsked, studyPath } from './studying.ts';

test('a session that could not begin says so, and begins once it can', async ({ browser, page, trouble }) => {
	trouble.expect(/ERR_FAILED/);
	await openLive(page, studyPath('learn/1'));
	const allow = await refuse(page, 'IDBFactory', 'open');
	await page.route(/\.js$/, (route) => route.abort());
	await press(page, 'Begin the questions');
	await page.getByRole('alert').getByText('The questions could not be loaded').waitFor();
	await expectAccessible(page);
	await press(page, 'Try again');
	const again = page.getByRole('button', { name: 'Load the page again' });
	await again.waitFor();
	await expectAccessible(page);
	await allow();
	await page.unroute(/\.js$/);
	if (asksForModulesOnce(browser)) {
		await again.click();
		await press(page, 'Begin the questions');
	} else {
		await press(page, 'Try again');
	}
	expect(await itemAsked(page)).toBeDefined();
});

test('the page of a course says that it could not read what is kept, and reads it once it can', async ({
	page
}) => {
	const allow = await refuse(page, 'IDBObjectStore', 'getAll');
	await page.goto(`/${course.primer.id}`);
	await page.getByRole('alert').getByText('What this device has kept could not be read.').waitFor();
	expect(await page.getByRole('link', { name: 'Begin with point 1' }).isVisible()).toBe(false);
	await expectAccessible(page);
	await allow();
	await press(page, 'Try again');
	await page.getByRole('link', { name: 'Begin with point 1' }).waitFor();
});

test('a page older than the course asks what is left, and says so if nothing is', async ({ page }) => {
	await openLive(page, studyPath('learn/1'));
	const lost = new Set<string>();
	await page.route(/\/quiz\/(items|views)\?/, async (route) => {
		const address = new URL(route.request().url());
		const ids = address.searchParams.get('ids')?.split(',') ?? [];
		for (const id of ids.slice(all ? 0 : 1)) lost.add(id);
		address.searchParams.set('ids', ids.filter((id) => !lost.has(id)).join(','));
		await route.continue({ url: address.href });
	});
	let all = false;
	await press(page, 'Begin the questions');
	const item = await itemAsked(page);
	await answerAndCheck(page, item, samples(item).right);
	await press(page, 'Go on');
	expect(await closing(page)).toBe('Part 1 of the lesson is done');
	expect(lost.size).toBeGreaterThan(0);

	all = true;
	await openLive(page, studyPath('practice/adaptive'));
	await press(page, 'Begin the questions');
	await page.getByRole('alert').getByText('The course has changed').waitFor();
	await expectAccessible(page);
	all = false;
	lost.clear();
	await press(page, 'Load the page again');
	await press(page, 'Begin the questions');
	expect(await itemAsked(page)).toBeDefined();
});

test('an answer in a quiz counts in self-study even if nothing more can be loaded', async ({
	page,
	trouble
}) => {
	// What the page loads in its own time was still on its way.
	trouble.expect(/ERR_INTERNET_DISCONNECTED/);
	const item = itemOf('call-title');
	const keeping = page.waitForResponse(
		async (response) =>
			response.url().endsWith('.js') && /as keepAnswer|keepAnswer:/.test(await response.text())
	);
	await openLive(page, quizPath({ items: [item.id] }));
	await answer(page, item, samples(item).right);
	await keeping;
	await page.context().setOffline(true);
	await press(page, 'Check');
	await expectAnswers(page, 1);
});

/** Makes the browser’s database refuse a method, on this page and the next, until it is allowed again. */
async function refuse(
	page: Page,
	owner: 'IDBFactory' | 'IDBObjectStore',
	method: 'open' | 'getAll'
): Promise<() => Promise<void>> {
	const refusing = ([ofOwner = '', name = '']: string[]) => {
		const prototype: unknown = Reflect.get(Reflect.get(globalThis, ofOwner), 'prototype');
		if (typeof prototype !== 'object' || prototype === null) throw new Error(ofOwner);
		const before: unknown = Reflect.get(prototype, name);
		const refused = () => {
			throw new Error('Refused by the test.');
		};
		Reflect.set(prototype, name, refused);
		Reflect.set(globalThis, 'allow', () => Reflect.set(prototype, name, before));
	};
	await page.addInitScript(refusing, [owner, method]);
	await page.evaluate(refusing, [owner, method]);
	return () => page.evaluate('allow()');
}
