import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './browser.ts';
import { itemOfKind, quizPath, spaced, words } from './course.ts';
import { expectQuestion, openLive } from './learner.ts';

const item = itemOfKind('ordering');

/** What drags. */
interface Pointer {
	down: (x: number, y: number) => Promise<void>;
	/** Moves there from where it went down, in a number of steps. */
	moveTo: (x: number, y: number, steps: number) => Promise<void>;
	up: () => Promise<void>;
}

const pointers: Readonly<Record<string, (page: Page) => Promise<Pointer>>> = {
	mouse: ({ mouse }) =>
		Promise.resolve({
			down: async (x, y) => {
				await mouse.move(x, y);
				await mouse.down();
			},
			moveTo: (x, y, steps) => mouse.move(x, y, { steps }),
			up: () => mouse.up()
		}),
	finger: async (page) => {
		const session = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
			session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
		let at = { x: 0, y: 0 };
		return {
			down: async (x, y) => {
				at = { x, y };
				await touch('touchStart', [at]);
			},
			moveTo: async (x, y, steps) => {
				const from = at;
				for (let step = 1; step <= steps; step++) {
					const part = step / steps;
					at = { x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part };
					await touch('touchMove', [at]);
				}
			},
			up: () => touch('touchEnd', []).then(() => undefined)
		};
	}
};

describe.each(Object.entries(pointers))('with a %s', (name, pointerOf) => {
	test('rows are dragged by their grip', async ({ newPage }) => {
		const page = await newPage({ hasTouch: name === 'finger' });
		const { rows, texts } = await openRows(page);
		const [first, ...rest] = await texts();
		const pointer = await pointerOf(page);
		const grip = await middleOf(rows.first().locator('[data-grip]'));
		const last = await rows.last().boundingBox();
		if (!last) throw new Error('The last row is not to be seen.');
		await pointer.down(grip.x, grip.y);
		await pointer.moveTo(grip.x, last.y + last.height, 12);
		await pointer.up();
		await expect.poll(texts).toEqual([...rest, first]);
	});

	test('a row that is dragged to the edge of the window scrolls the page, down and up again', async ({
		newPage
	}) => {
		const page = await newPage({
			hasTouch: name === 'finger',
			viewport: { width: 320, height: 480 },
			reducedMotion: 'reduce'
		});
		const { rows, texts } = await openRows(page);
		const [first, ...rest] = await texts();
		const grip = rows.first().locator('[data-grip]');
		await grip.scrollIntoViewIfNeeded();
		const { x, y } = await middleOf(grip);
		const pointer = await pointerOf(page);
		await pointer.down(x, y);
		await pointer.moveTo(x, 470, 5);
		await expect.poll(texts).toEqual([...rest, first]);
		await pointer.moveTo(x, 10, 5);
		await expect.poll(texts).toEqual([first, ...rest]);
		await pointer.up();
	});
});

test('a finger that moves over the words of a row scrolls the page, and leaves the row where it is', async ({
	newPage
}) => {
	const page = await newPage({ hasTouch: true, viewport: { width: 320, height: 480 } });
	const { rows, texts } = await openRows(page);
	const before = await texts();
	const text = rows.nth(1).locator('.text');
	await text.scrollIntoViewIfNeeded();
	const { x, y } = await middleOf(text);
	const finger = await pointers.finger?.(page);
	const scrolled = await page.evaluate(() => scrollY);
	await finger?.down(x, y);
	await finger?.moveTo(x, y - 150, 12);
	await finger?.up();
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
	expect(await texts()).toEqual(before);
});

/** Opens an ordering, whose rows then can be moved. */
async function openRows(page: Page): Promise<{ rows: Locator; texts: () => Promise<string[]> }> {
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await expectQuestion(page, item);
	const rows = page.getByRole('group', { name: words(item.stem) }).getByRole('listitem');
	const texts = async () => (await rows.allInnerTexts()).map((row) => spaced(row).replace(/^\d+ /, ''));
	return { rows, texts };
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
	const box = await target.boundingBox();
	if (!box) throw new Error('It is not to be seen.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
