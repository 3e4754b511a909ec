import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { DATABASE } from '#lib/store/name.ts';
import { partsOfStem } from '#lib/text/stem.ts';

import { course, spaced, words } from './course.ts';
import { give } from './give.ts';
import { press } from './learner.ts';

/** The page of self-study of the course. */
export function studyPath(page: string): string {
	return `/${course.primer.id}/${page}`;
}

/**
 * Answers a session of self-study from its first question to its end.
 *
 * @param knows whether the simulated learner knows an item when it comes up
 * @returns the items in the order in which they were asked
 */
export async function studySession(
	page: Page,
	knows: (item: Item, asked: readonly Item[]) => boolean
): Promise<Item[]> {
	const asked: Item[] = [];
	for (;;) {
		const item = await itemOrEnd(page);
		if (!item) return asked;
		await give(page, item, knows(item, asked) ? solution(item) : samples(item).wrong);
		await press(page, 'Check');
		await press(page, /^(Next question|Go on)$/).catch(async (error: unknown) => {
			const shown = spaced(await page.locator('main').innerText());
			throw new Error(`${item.id} was not told: ${shown}`, { cause: error });
		});
		asked.push(item);
	}
}

/**
 * Studies a lesson from the reading that its page shows: reads on after each part, until nothing more is to come.
 *
 * @param knows whether the simulated learner knows an item when it comes up after those before it in its session
 * @returns the items in the order in which they were asked
 */
export async function studyLesson(page: Page, knows: Parameters<typeof studySession>[1]): Promise<Item[]> {
	await press(page, 'Begin the questions');
	const asked = await studySession(page, knows);
	await closing(page);
	for (;;) {
		if (await page.getByRole('button', { name: 'Go on with the questions' }).isVisible()) {
			await press(page, 'Go on with the questions');
		} else if (await page.getByRole('button', { name: /^Read on: / }).isVisible()) {
			await press(page, /^Read on: /);
			await press(page, 'Begin the questions');
		} else return asked;
		asked.push(...(await studySession(page, knows)));
		await closing(page);
	}
}

/** The item that the page asks, once it does. */
export async function itemAsked(page: Page): Promise<Item> {
	const item = await itemOrEnd(page);
	if (!item) throw new Error(`Nothing was asked at ${page.url()}.`);
	return item;
}

/** Waits until the page asks an item or shows the end of the session. */
async function itemOrEnd(page: Page): Promise<Item | undefined> {
	let found: Item | undefined;
	await expect
		.poll(async () => {
			const { isOver, asked, lead } = await page.evaluate(onPage);
			found = isOver
				? undefined
				: course.items.find(({ stem }) => {
						const parts = partsOfStem(stem);
						return (
							joined(words(parts.question)) === joined(asked) && joined(words(parts.lead)) === joined(lead)
						);
					});
			return isOver || found !== undefined;
		})
		.toBe(true);
	return found;
}

/** A text without its spaces: between paragraphs, a page has some where the text of an item has none. */
function joined(text: string): string {
	return text.replaceAll(/\s+/g, '');
}

/**
 * Runs in the page: whether it shows the end of the session, and else the question that waits to be checked, if any, with
 * what leads up to it.
 */
function onPage(): { isOver: boolean; asked: string; lead: string } {
	const seen = (selector: string) => {
		const element = document.querySelector<HTMLElement>(selector);
		return element?.checkVisibility() ? element : null;
	};
	const isOver = seen('h1[data-focus]') !== null;
	const isAsking = !isOver && seen('button[name="do"][value="check"]') !== null;
	const text = (selector: string) => (isAsking ? (seen(selector)?.innerText ?? '') : '');
	return { isOver, asked: text('h1'), lead: text('.lead') };
}

/** The heading at the end of a session, or of one with nothing to ask. */
export async function closing(page: Page): Promise<string> {
	const heading = page.locator('h1[data-focus]');
	await heading.waitFor();
	return spaced(await heading.innerText());
}

/** Sets the clock of a page; time runs on from there as usual. */
export async function setClock(page: Page, day: string, time = '18:00:00'): Promise<void> {
	await page.clock.setSystemTime(new Date(`${day}T${time}`));
}

/**
 * Waits until the device keeps so many answers. The page must have shown the result of one, and so opened its store.
 */
export async function expectAnswers(page: Page, count: number): Promise<void> {
	await page.getByRole('region', { name: /^(Right|Not right|Partly right)/ }).waitFor();
	await expectReviews(page, count);
}

/** Waits until the device keeps so many answers for self-study. */
export async function expectReviews(page: Page, count: number): Promise<void> {
	await expect.poll(() => answersKept(page)).toBe(count);
}

/** How many answers the log on the device has; 0 where there is no log yet. */
export function answersKept(page: Page): Promise<number> {
	return page.evaluate(
		(name) =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onupgradeneeded = () => opening.transaction?.abort();
				opening.onerror = () => resolve(0);
				opening.onsuccess = () => {
					const counting = opening.result.transaction('reviews').objectStore('reviews').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result);
					};
				};
			}),
		DATABASE
	);
}
