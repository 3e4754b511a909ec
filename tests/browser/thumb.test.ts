import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, type KindName } from '#lib/kinds/index.ts';

import { cutIn, readWith, test, tooWide } from './browser.ts';
import { course, editionIn, itemAskedAt, itemOfKind, quizPath } from './course.ts';
import { give } from './give.ts';
import { answer, beginExam, openLive, press, question, verdict } from './learner.ts';

const highlight = itemOfKind('highlight');

/** The item of a kind with the most to read in what is chosen from. */
function longestOf(kind: KindName): Item {
	const lengthOf = ({ interaction }: Item) => JSON.stringify(interaction).length;
	const [longest = itemOfKind(kind)] = course.items
		.filter((item) => item.kind === kind)
		.toSorted((one, other) => lengthOf(other) - lengthOf(one));
	return longest;
}

const chosenFrom = (['matching', 'categorise', 'ordering', 'cloze', 'highlight'] as const).flatMap((kind) =>
	[320, 1280].map((width) => ({ kind, width }))
);

const screens = [
	{ width: 320, size: 'normal', spacing: 'normal', locale: 'en' },
	{ width: 320, size: 'larger', spacing: 'wide', locale: 'fr' },
	{ width: 390, size: 'normal', spacing: 'wide', locale: 'en' },
	{ width: 1280, size: 'normal', spacing: 'normal', locale: 'fr' }
] as const;

test.for(screens)(
	'words to mark are as tall as a thumb on each of their lines, and none lies over another: $width px, $size letters, $spacing spacing, $locale',
	async ({ width, size, spacing, locale }, { newPage }) => {
		const page = await newPage({ hasTouch: true, locale, viewport: { width, height: 1600 } });
		await readWith(page, { size, spacing });
		await openLive(page, quizPath({ behaviour: 'practice', items: [highlight.id] }));
		const spans = page.locator('.view label');
		expect(await spans.count()).toBeGreaterThan(2);
		for (const span of await spans.all()) {
			const lines = await span.evaluate((label) => label.getClientRects().length);
			// Wherever it is tapped, also on its second line.
			for (let line = 0; line < lines; line++) {
				const { x, y, height } = await lineOf(span, line);
				expect(height).toBeGreaterThanOrEqual(44);
				await page.touchscreen.tap(x, y);
				await expect.poll(() => span.locator('input').isChecked()).toBe(line % 2 === 0);
				for (const edge of [y - height / 2 + 2, y + height / 2 - 2])
					expect(await isAt(span, x, edge)).toBe(true);
			}
		}
		expect(await tooWide(page)).toBe(0);
	}
);

test('what is marked is marked in sight of whoever tells no colours apart', async ({ page }) => {
	await openLive(page, quizPath({ behaviour: 'practice', items: [highlight.id] }));
	const [first, second] = await page.locator('.view label').all();
	await first?.click();
	const lineUnder = (span: Locator | undefined) =>
		span?.locator('.words').evaluate((words) => getComputedStyle(words).textDecorationStyle);
	expect([await lineUnder(first), await lineUnder(second)]).toEqual(['solid', 'dotted']);
});

test.for(chosenFrom)(
	'what was chosen is read whole, before it is checked and after: $kind, $width px',
	async ({ kind, width }, { newPage }) => {
		const page = await newPage({ viewport: { width, height: 720 } });
		const item = longestOf(kind);
		await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
		await give(page, item, samples(item).right);
		expect(await cutIn(page.locator('.view'))).toEqual([]);
		await press(page, 'Check');
		await verdict(page).waitFor();
		expect(await cutIn(page.locator('.view')), 'checked').toEqual([]);
	}
);

test.for(['en', 'fr'])(
	'all that can be done with a question is in one row of a phone, in %s',
	async (locale, { newPage }) => {
		const page = await newPage({ locale, viewport: { width: 320, height: 660 } });
		const item = itemOfKind('single-choice');
		await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
		await question(page).waitFor();
		const buttons = page.locator('.actions button');
		for (const width of [320, 360, 390, 430]) {
			await page.setViewportSize({ width, height: 660 });
			const boxes = await Promise.all((await buttons.all()).map((button) => button.boundingBox()));
			expect(boxes.length).toBe(item.hint ? 5 : 4);
			expect(new Set(boxes.map((box) => Math.round(box?.y ?? 0))).size, `rows at ${width} px`).toBe(1);
			for (const box of boxes) expect(box?.width).toBeGreaterThanOrEqual(24);
			expect(await tooWide(page)).toBe(0);
		}
	}
);

describe.each(['', '/fr'])('in one row of a phone, apart from each other, at “%s/”', (language) => {
	const item = itemOfKind('single-choice');
	const others = course.items
		.filter(({ kind, id }) => kind === 'single-choice' && id !== item.id)
		.slice(0, 2);
	const path = (behaviour: 'exam' | 'certainty' | 'practice' | 'retry') =>
		language + quizPath({ behaviour, items: [item.id, ...others.map(({ id }) => id)], seed: 'row' });

	/** The first item as it is shown. */
	async function askedFirst(behaviour: 'certainty' | 'retry'): Promise<Item> {
		const { id } = itemAskedAt(path(behaviour), 1);
		const { items } = language === '' ? course : await editionIn('fr');
		const shown = items.find((each) => each.id === id);
		if (!shown) throw new Error(`There is no ${id}.`);
		return shown;
	}

	async function expectRow(page: Page, what: string): Promise<void> {
		for (const width of [360, 390]) {
			await page.setViewportSize({ width, height: 780 });
			const buttons = await page.locator('.actions button').all();
			const boxes = await Promise.all(
				buttons.map(async (button) => (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 })
			);
			expect(boxes.length).toBeGreaterThan(2);
			const middles = boxes.map(({ y, height }) => Math.round(y + height / 2));
			expect(Math.max(...middles) - Math.min(...middles), `rows of ${what}, ${width} px`).toBeLessThan(3);
			expect(boxes[0]?.height).toBeGreaterThanOrEqual(44);
			for (const [place, box] of boxes.entries()) {
				expect(box.width).toBeGreaterThanOrEqual(24);
				expect(box.height).toBeGreaterThanOrEqual(24);
				const before = boxes[place - 1];
				if (before) expect(box.x - before.x - before.width, `gaps of ${what}`).toBeGreaterThanOrEqual(6);
			}
			for (const button of buttons)
				expect(await button.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(1);
			expect(await tooWide(page)).toBe(0);
		}
	}

	test('while tries are running', async ({ newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 780 } });
		await openLive(page, path('retry'));
		const asked = await askedFirst('retry');
		await expectRow(page, 'retry');
		await answer(page, asked, samples(asked).wrong);
		await press(page, /^(Check|Vérifier)$/);
		await page.getByRole('button', { name: /^(Show the answer|Voir la réponse)$/ }).waitFor();
		await expectRow(page, 'retry after a wrong try');
	});

	test('in an exam, to its last question', async ({ newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 780 } });
		await page.goto(path('exam'));
		await beginExam(page);
		await expectRow(page, 'exam');
		for (let place = 0; place < 2; place++) await press(page, /^(Next|Suivante)$/);
		await page.getByRole('button', { name: /^(Look over and hand in|Relire et rendre)$/ }).waitFor();
		await expectRow(page, 'the last question of an exam');
	});

	test('where one says how sure one is, and once it is answered', async ({ newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 780 } });
		await openLive(page, path('certainty'));
		await expectRow(page, 'certainty');
		const asked = await askedFirst('certainty');
		await answer(page, asked, samples(asked).right);
		await page
			.getByRole('group', { name: /^(How sure|Quel) / })
			.getByRole('radio')
			.first()
			.check();
		await press(page, /^(Check|Vérifier)$/);
		await page.getByRole('button', { name: /^(Next question|Question suivante)$/ }).waitFor();
		await expectRow(page, 'what was answered');
	});
});

/** The middle of a line of words to mark, once it is in the middle of the window, and how tall it is; lines count from 0. */
function lineOf(span: Locator, line: number): Promise<{ x: number; y: number; height: number }> {
	return span.evaluate((label, line) => {
		const box = () => label.getClientRects()[line] ?? new DOMRect();
		scrollBy(0, box().top - innerHeight / 3);
		const { left, top, width, height } = box();
		return { x: left + width / 2, y: top + height / 2, height };
	}, line);
}

/** Whether what is pressed at a place of the window is the words to mark, and nothing over them. */
function isAt(span: Locator, x: number, y: number): Promise<boolean> {
	return span.evaluate((label, [x, y]) => label.contains(document.elementFromPoint(x, y)), [x, y] as const);
}
