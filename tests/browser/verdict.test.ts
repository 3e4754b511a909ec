import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';

import { cutIn, readWith, test } from './browser.ts';
import { itemsAskedAt, oneOfEachKind, quizPath, words } from './course.ts';
import { give } from './give.ts';
import { expectFocus, openLive, press, verdict } from './learner.ts';
import { lettersOf, wordsOf } from './said.ts';

const sizes = [
	{ width: 320, height: 660 },
	{ width: 1280, height: 720 }
];
const windows = sizes.flatMap((viewport) =>
	(['none', 'active'] as const).map((forcedColors) => ({ viewport, forcedColors }))
);
const items = oneOfEachKind().map(({ id }) => id);

test.for(windows)(
	'what is said of an answer is in sight, whatever its kind: $viewport.width × $viewport.height, forced colours $forcedColors',
	async ({ viewport, forcedColors }, { newPage }) => {
		const page = await newPage({ viewport, forcedColors, reducedMotion: 'reduce' });
		const address = quizPath({ behaviour: 'practice', items });
		await openLive(page, address);
		for (const item of itemsAskedAt(address)) {
			await page.locator('[data-focus-question]').first().waitFor();
			// An order that was not touched is an order, too.
			if (item.kind !== 'ordering') {
				await press(page, 'Check');
				await expectInSight(page.getByRole('alert').getByText('Give an answer first'));
			}
			const response = samples(item).partlyRight ?? samples(item).wrong;
			await give(page, item, response);
			await press(page, 'Check');
			await expectFocus(verdict(page));
			await expectInSight(verdict(page));
			await expectInSight(page.locator('button[value="next"]'));
			// It stays there while the question is read again, unless it is so long that it would cover it.
			await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
			await expectInSight(page.locator('button[value="next"]'));
			if ((await page.locator('.feedback.long').count()) === 0) await expectInSight(verdict(page));
			const said = lettersOf(await verdict(page).ariaSnapshot());
			for (const part of [...wordsOf(item, response), ...wordsOf(item, solution(item))])
				expect(said, item.id).toContain(lettersOf(part));
			await page.locator('button[value="next"]').click();
			await verdict(page).waitFor({ state: 'hidden' });
		}
	}
);

test.for(sizes)(
	'tries that are left and hints are in sight, too: $width × $height',
	async (viewport, { newPage }) => {
		const page = await newPage({ viewport, reducedMotion: 'reduce' });
		const address = quizPath({ behaviour: 'retry', items });
		await openLive(page, address);
		for (const item of itemsAskedAt(address)) {
			await page.locator('[data-focus-question]').first().waitFor();
			await give(page, item, samples(item).wrong);
			await press(page, 'Check');
			await expectInSight(page.getByRole('alert').getByText('2 tries left'));
			if (item.hint) await expectInSight(page.getByRole('complementary', { name: 'Hint' }));
			await press(page, 'Show the answer');
			await expectFocus(verdict(page));
			await expectInSight(verdict(page));
			await page.locator('button[value="next"]').click();
			await verdict(page).waitFor({ state: 'hidden' });
		}
	}
);

test('with large letters the verdict follows what was answered, and the explanation follows the verdict', async ({
	page
}) => {
	await readWith(page, { size: 'larger' });
	const address = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 1 });
	await openLive(page, address);
	const [item] = itemsAskedAt(address);
	if (!item) throw new Error('There is no question.');
	await give(page, item, samples(item).wrong);
	await press(page, 'Check');
	await expectFocus(verdict(page));
	await expectInSight(verdict(page));
	const [told, why] = await Promise.all([
		verdict(page).boundingBox(),
		page.getByText(words(item.explanation)).boundingBox()
	]);
	expect(why?.y).toBeGreaterThan(told?.y ?? Infinity);
});

/** A telephone within the frame of its browser, the lowest one, and a desk where letters are large. */
const low = [
	{ width: 375, height: 553, size: 'normal' },
	{ width: 320, height: 568, size: 'normal' },
	{ width: 1280, height: 720, size: 'large' }
] as const;

test.for(low)(
	'Check is in sight before, and the verdict and Next are after: $width × $height, $size letters',
	async ({ width, height, size }, { newPage }) => {
		const page = await newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
		await readWith(page, { size });
		const address = quizPath({ behaviour: 'practice', items });
		await openLive(page, address);
		for (const item of itemsAskedAt(address)) {
			await page.locator('[data-focus-question]').first().waitFor();
			await expectInSight(page.locator('button[value="check"]'));
			expect(await takenBy(page.locator('.quiz .actions'))).toBeLessThan(0.36);
			await give(page, item, samples(item).partlyRight ?? samples(item).wrong);
			await press(page, 'Check');
			await expectFocus(verdict(page));
			await expectInSight(verdict(page));
			await expectInSight(page.locator('button[value="next"]'));
			expect(await cutIn(page.locator('.feedback .note')), 'words that are cut off').toEqual([]);
			await page.locator('button[value="next"]').click();
			await verdict(page).waitFor({ state: 'hidden' });
		}
	}
);

test.for([
	{ width: 320, height: 256, size: 'normal', spacing: 'normal' },
	{ width: 320, height: 480, size: 'larger', spacing: 'wide' }
] as const)(
	'where the buttons would take more than a third of the window, they do not stay: $width × $height, $size letters',
	async ({ width, height, ...reading }, { newPage }) => {
		const page = await newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
		await readWith(page, reading);
		await openLive(page, quizPath({ behaviour: 'practice', kinds: ['multiple-response'], count: 1 }));
		const bar = await page.locator('.quiz .actions').boundingBox();
		expect(bar?.y).toBeGreaterThan(height);
	}
);

/** Which part of the height of the window it takes. */
function takenBy(target: Locator): Promise<number> {
	return target.evaluate((element) => element.getBoundingClientRect().height / innerHeight);
}

/** Waits until all of it is within the window, and nothing lies over its middle. */
async function expectInSight(target: Locator): Promise<void> {
	await target.waitFor();
	const isInSight = (element: Element): boolean => {
		const { top, bottom, left, right } = element.getBoundingClientRect();
		const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return top >= 0 && bottom <= innerHeight && right <= innerWidth && element.contains(seen);
	};
	await expect.poll(() => target.evaluate(isInSight)).toBe(true);
}
