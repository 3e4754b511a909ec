import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { asksForModulesOnce, expectAccessible, test } from './browser.ts';
import { courseKinds, itemAskedAt, itemOfKind, quizPath, words } from './course.ts';
import { answer, expectFocus, expectLive, expectQuestion, openLive, press } from './learner.ts';
import { pages } from './pages.ts';
import { studyPath } from './studying.ts';

describe('what is answered while the statechart is still on its way counts', () => {
	for (const item of courseKinds.map(itemOfKind)) {
		test(item.kind, async ({ page }) => {
			const release = await hold(page, /\/chunks\/later\./);
			await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }), { waitUntil: 'commit' });
			await answer(page, item, samples(item).right);
			await press(page, 'Check');
			release();
			await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
		});
	}
});

describe('what is chosen before the script is live counts', () => {
	for (const item of (['single-choice', 'multiple-response', 'short-text', 'matching'] as const).map(
		itemOfKind
	)) {
		test(item.kind, async ({ page }) => {
			const release = await hold(page, /\/_app\/immutable\/entry\//);
			await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }), { waitUntil: 'commit' });
			await answer(page, item, samples(item).right);
			release();
			await expectLive(page);
			await press(page, 'Check');
			await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
		});
	}
});

describe('what is set on a page before its script is live stays', () => {
	const { first: _, bank: __, nowhere: ___, ...alive } = pages;
	for (const [name, { path }] of Object.entries(alive)) {
		test(name, async ({ page, trouble }) => {
			trouble.expect(/status of 40[34]/);
			const release = await hold(page, /\/_app\/immutable\/entry\//);
			await page.goto(path, { waitUntil: 'commit' });
			await page.waitForFunction(() => document.readyState !== 'loading');
			const set = await page.evaluateHandle(setAll, ASKS_ANEW);
			// A number that a field does not take is not asked for, and a form that the script brings has not been set.
			const willAsk = (await page.locator(`${ASKS_ANEW}:valid`).count()) > 0;
			const asked = page.url();
			release();
			await expectLive(page);
			if (willAsk) await page.waitForURL((url) => url.href !== asked);
			expect(
				await set.evaluate((all) => all.filter((each) => each.differs()).map(({ what }) => what))
			).toEqual([]);
		});
	}
});

test('a session begun before the script is live goes on at the first question', async ({ page }) => {
	const release = await hold(page, /\/_app\/immutable\/entry\//);
	await page.goto(studyPath('learn/1'), { waitUntil: 'commit' });
	await press(page, 'Begin the questions');
	release();
	await expectFocus(page.locator('[data-focus-question]').first());
});

test('a question can be reported as wrong once the script is live', async ({ page }) => {
	const item = itemOfKind('single-choice');
	const release = await hold(page, /\/_app\/immutable\/entry\//);
	await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }), { waitUntil: 'commit' });
	await answer(page, item, samples(item).right);
	await press(page, 'Check');
	await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
	const ask = page.getByRole('button', { name: 'Something wrong with this question?' });
	expect(await ask.isVisible()).toBe(false);
	release();
	await ask.click();
	await page.getByRole('combobox', { name: 'What is wrong with it?' }).waitFor();
});

test('questions that cannot be loaded are asked for again', async ({ page, trouble }) => {
	trouble.expect(/ERR_FAILED/);
	const address = quizPath({ behaviour: 'practice', items: [itemOfKind('single-choice').id] });
	await page.route(/\/quiz\/items/, (route) => route.abort());
	await page.goto(address);
	const item = itemOfKind('single-choice');
	await answer(page, item, samples(item).right);
	await press(page, 'Check');
	await page
		.getByRole('alert')
		.getByText('The answer could not be checked: the network is down, or there is a new version.')
		.waitFor();
	await page.unroute(/\/quiz\/items/);
	await press(page, 'Check');
	await page.getByText(words(item.explanation)).waitFor();
	expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
});

test('a question that does not come says so where reading goes on, and has the focus once it is there', async ({
	page,
	trouble
}) => {
	trouble.expect(/ERR_FAILED/);
	const address = quizPath({ behaviour: 'practice', count: 2 });
	await page.route(/\/quiz\/items/, (route) => route.abort());
	await openLive(page, address);
	await press(page, 'Skip');
	const told = page.getByRole('heading', { level: 1, name: /^The question could not be loaded/ });
	await expectFocus(told);
	await Promise.all([page.waitForEvent('requestfailed'), press(page, 'Try again')]);
	await expectFocus(told);
	await page.unroute(/\/quiz\/items/);
	// It comes before the button is pressed, which goes, as does the heading that had the focus.
	await page.mouse.move(0, 0);
	await page.getByRole('button', { name: 'Try again' }).hover();
	await expectQuestion(page, itemAskedAt(address, 2));
	await expectFocus(page.getByRole('heading', { level: 1 }));
});

test('a quiz whose statechart cannot be loaded says so, and goes on once it can', async ({
	browser,
	page,
	trouble,
	skip
}) => {
	skip(asksForModulesOnce(browser), 'this browser asks for a module once for each page');
	trouble.expect(/ERR_FAILED|Failed to fetch dynamically imported module/);
	const item = itemOfKind('single-choice');
	await page.route(/\/chunks\/later\./, (route) => route.abort());
	// Before its script is live, the page would go on with a form post.
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await answer(page, item, samples(item).wrong);
	const stranded = page
		.getByRole('alert')
		.getByText('The quiz could not be loaded: the network is down, or there is a new version.');
	// The answer has asked for it already, and what Check asks for is to fail as well: it is not to come by after all.
	await stranded.waitFor();
	await Promise.all([page.waitForEvent('requestfailed'), press(page, 'Check')]);
	await stranded.waitFor();
	await page.unroute(/\/chunks\/later\./);
	await answer(page, item, samples(item).right);
	await press(page, 'Check');
	await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
});

test('a quiz whose statechart cannot be loaded can be loaded again, with what was answered', async ({
	page,
	trouble
}) => {
	trouble.expect(/ERR_FAILED|Failed to fetch dynamically imported module/);
	const item = itemOfKind('single-choice');
	await page.route(/\/chunks\/later\./, (route) => route.abort());
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await answer(page, item, samples(item).right);
	const again = page.getByRole('alert').getByRole('button', { name: 'Load the page again' });
	await again.waitFor();
	await expectAccessible(page);
	await page.unroute(/\/chunks\/later\./);
	await Promise.all([page.waitForEvent('load'), again.click()]);
	await answer(page, item, samples(item).right);
	await press(page, 'Check');
	await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
});

/** A form each of whose changes asks for another address. */
const ASKS_ANEW = 'main form[data-sveltekit-replacestate]';

/** Sets all that can be set on the page otherwise than it is, and returns how to tell whether it stays. */
function setAll(asksAnew: string): { what: string; differs: () => boolean }[] {
	const state = (element: Element): unknown =>
		element instanceof HTMLDetailsElement
			? element.open
			: element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
				? element.checked
				: (element as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
	const isAskedAnew = document.querySelector(asksAnew) !== null;
	const all = [
		// There, the menu closes as the other address comes, and the folds of the form show what was chosen in them.
		...[...document.querySelectorAll('details')].filter(
			(fold) => !isAskedAnew || (fold.closest('main') && !fold.closest(asksAnew))
		),
		...document.querySelectorAll('input:not([type=hidden]):enabled, select, textarea:read-write')
	];
	for (const element of all)
		if (element instanceof HTMLDetailsElement) element.open = !element.open;
		else if (element instanceof HTMLSelectElement)
			element.selectedIndex =
				element.selectedIndex + 1 < element.options.length ? element.selectedIndex + 1 : 0;
		else if (element instanceof HTMLTextAreaElement) element.value = 'typed';
		else if (element instanceof HTMLInputElement && element.type === 'checkbox')
			element.checked = !element.checked;
		else if (element instanceof HTMLInputElement && element.type === 'radio') element.checked = true;
		else if (element instanceof HTMLInputElement && element.type === 'number') element.value = '7';
		else if (element instanceof HTMLInputElement && element.type === 'text') element.value = 'typed';
	return all.map((element) => {
		const before = state(element);
		return {
			what: `${element.tagName} ${element.getAttribute('name') ?? element.className} ${element.textContent.trim().slice(0, 20)}: ${String(before)}`,
			differs: () => element.isConnected && state(element) !== before
		};
	});
}

/** Holds back requests of the page to such addresses, until they are released. */
async function hold(page: Page, address: RegExp): Promise<() => void> {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	await page.route(address, async (route) => {
		await promise;
		await route.continue();
	});
	return () => resolve(undefined);
}
