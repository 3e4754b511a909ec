import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { isItemOf, type ItemOf } from '#lib/bank/item.ts';
import { plainText } from '#lib/text/rich.ts';
import { solution } from '#lib/kinds/index.ts';

import { asksForModulesOnce, cutIn, expectAccessible, readWith, test, tooWide } from './browser.ts';
import { course, itemsAskedAt, quizPath, spaced, words } from './course.ts';
import {
	beginExam,
	expectFocus,
	expectHeading,
	expectLive,
	expectQuestion,
	feedback,
	openLive
} from './learner.ts';
import { overlaps } from './overlaps.ts';

/** The items of the course that can be answered in a picture as well. */
const ordering = course.items
	.filter((item) => isItemOf(item, 'ordering'))
	.find(({ interaction }) => interaction.elements.every(({ place }) => place));
const sorting = course.items
	.filter((item) => isItemOf(item, 'categorise'))
	.find(({ interaction }) => interaction.categories.every(({ place }) => place));
if (!ordering || !sorting) throw new Error('The course has nothing to place in a picture.');

const looks = {
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 720 } }
} as const;

/** A way to press something. */
type Press = (page: Page, name: string) => Promise<void>;

const ways: Record<string, Press> = {
	'by tapping': (page, name) => button(page, name).tap(),
	'by keyboard alone': async (page, name) => {
		await tabTo(page, name);
		await page.keyboard.press('Enter');
	}
};

for (const [name, press] of Object.entries(ways)) {
	describe(name, () => {
		test('an order is placed on the timeline, checked and explained', async ({ newPage }) => {
			const page = await newPage({ hasTouch: true });
			await open(page, ordering, press);
			for (const [place, words] of inOrder(ordering).entries()) {
				await press(page, words);
				await press(page, `Place ${place + 1} Put it here`);
			}
			await page.getByText('All are placed. Choose one to move it.').waitFor();
			await press(page, 'Check');
			await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
			await page.getByText('14 February 2017', { exact: true }).waitFor();
			expect(await picture(page, ordering).getByText('Right:', { exact: true }).count()).toBe(
				ordering.interaction.elements.length
			);
		});

		test('elements are sorted into the frames of the drawing, checked and explained', async ({ newPage }) => {
			const page = await newPage({ hasTouch: true });
			await open(page, sorting, press);
			for (const { text, category } of sorting.interaction.elements) {
				await press(page, plainText(text));
				await press(page, `${categoryOf(category)} Put it here`);
			}
			await press(page, 'Check');
			await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
		});
	});
}

for (const [name, look] of Object.entries(looks)) {
	test(`every state of the pictures can be read by everyone, ${name}`, async ({ newPage }) => {
		const page = await newPage({ ...look, reducedMotion: 'reduce' });
		for (const item of [ordering, sorting]) {
			await open(page, item, ways['by keyboard alone']);
			await expectFit(page);
			const [first] = item.interaction.elements;
			const words = plainText(first?.text ?? '');
			await button(page, words).click();
			await expectFit(page);
			await page
				.getByRole('button', { name: /Put it here/ })
				.last()
				.click();
			await expectFit(page);
			for (;;) {
				const rest = page.locator('.waiting li button');
				if ((await rest.count()) === 0) break;
				await rest.first().click();
				await page
					.getByRole('button', { name: /Put it here/ })
					.first()
					.click();
			}
			await expectFit(page);
			await page.getByRole('button', { name: 'Check' }).click();
			await feedback(page).waitFor();
			await expectFit(page);
		}
	});
}

test('nothing that is placed is lost by the list, nor by loading the page again', async ({ page }) => {
	const address = quizPath({ behaviour: 'practice', items: [ordering.id] });
	await open(page, ordering, ways['by keyboard alone'], address);
	const key = inOrder(ordering);
	// The first two the wrong way round.
	const given = [key[1] ?? '', key[0] ?? '', ...key.slice(2)];
	for (const [place, words] of given.entries()) {
		await button(page, words).click();
		await button(page, `Place ${place + 1} Put it here`).click();
	}
	await button(page, 'List').click();
	const rows = page.getByRole('group', { name: words(ordering.stem) }).getByRole('listitem');
	const listed = async () => (await rows.allInnerTexts()).map((row) => spaced(row).replace(/^\d+ /, ''));
	expect(await listed()).toEqual(given);
	await page.getByRole('button', { name: 'This order is your answer' }).waitFor();
	await button(page, 'Picture').click();
	await button(page, `Place 1 ${given[0] ?? ''}`).waitFor();
	await page.reload();
	await expectLive(page);
	await expect.poll(listed).toEqual(given);
	await button(page, 'As a picture').click();
	await button(page, `Place 5 ${given[4] ?? ''}`).waitFor();
});

test('nothing that is sorted in the drawing is lost by the list, nor by loading the page again', async ({
	page
}) => {
	const { elements, categories } = sorting.interaction;
	await open(page, sorting, ways['by keyboard alone']);
	// Each but the last in a frame, and not all of them in the right one.
	const given = elements.slice(0, -1).map(({ text }, index) => {
		return {
			element: plainText(text),
			category: categoryOf(categories[index % categories.length]?.id ?? '')
		};
	});
	for (const { element, category } of given) {
		await button(page, element).click();
		await button(page, `${category} Put it here`).click();
	}
	const expectListed = async () => {
		for (const { element, category } of given)
			await expect
				.poll(() =>
					page.getByRole('group', { name: element }).getByRole('radio', { name: category }).isChecked()
				)
				.toBe(true);
	};
	const expectDrawn = async () => {
		for (const { element, category } of given)
			await page
				.getByRole('group', { name: category, exact: true })
				.getByText(element, { exact: true })
				.waitFor();
		await page.getByText('1 to place').waitFor();
	};
	await expectDrawn();
	await button(page, 'List').click();
	await expectListed();
	await button(page, 'Picture').click();
	await expectDrawn();
	await page.reload();
	await expectLive(page);
	await expectListed();
	await button(page, 'As a picture').click();
	await expectDrawn();
});

test('a timeline that is partly filled is the same after the page is loaded again, and still no answer', async ({
	page
}) => {
	const address = quizPath({ behaviour: 'practice', items: [ordering.id] });
	await open(page, ordering, ways['by keyboard alone'], address);
	const [first = '', second = ''] = inOrder(ordering);
	await button(page, second).click();
	await button(page, 'Place 4 Put it here').click();
	await button(page, first).click();
	await button(page, 'Place 2 Put it here').click();
	await page.getByText('3 to place').waitFor();
	await page.reload();
	await expectLive(page);
	await button(page, 'As a picture').click();
	await button(page, `Place 4 ${second}`).waitFor();
	await button(page, `Place 2 ${first}`).waitFor();
	await page.getByText('3 to place').waitFor();
	await button(page, 'Check').click();
	await page.getByRole('alert').getByText('Give an answer first, or skip this question.').waitFor();
});

test('in an exam, what is placed in the pictures is graded, and half a timeline is not answered', async ({
	page
}) => {
	const address = quizPath({ behaviour: 'exam', items: [ordering.id, sorting.id] });
	const asked = itemsAskedAt(address);
	const cell = (item: Placeable, state: string) =>
		button(page, `Question ${asked.findIndex(({ id }) => id === item.id) + 1}: ${state}`);
	await page.goto(address);
	await beginExam(page);
	const [first = '', ...rest] = inOrder(ordering);
	for (const { id } of asked) {
		await button(page, 'As a picture').click();
		if (id === ordering.id) {
			await button(page, first).click();
			await button(page, 'Place 1 Put it here').click();
			await page.getByText('4 to place').waitFor();
		} else {
			for (const { text, category } of sorting.interaction.elements) {
				await button(page, plainText(text)).click();
				await button(page, `${categoryOf(category)} Put it here`).click();
			}
		}
		await page.getByRole('button', { name: /^(Next|Look over and hand in)$/ }).click();
	}
	await cell(sorting, 'answered').waitFor();
	await cell(ordering, 'not answered').click();
	await button(page, 'As a picture').click();
	await button(page, `Place 1 ${first}`).waitFor();
	for (const [place, words] of rest.entries()) {
		await button(page, words).click();
		await button(page, `Place ${place + 2} Put it here`).click();
	}
	await button(page, 'Overview').click();
	await cell(ordering, 'answered').waitFor();
	await button(page, 'Hand in').click();
	await expectHeading(page, '2 of 2 marks');
});

test.for([ordering, sorting])(
	'where the picture cannot be loaded, the list stays, which says so, and it can be asked for again: $kind',
	async (item, { browser, page, trouble, skip }) => {
		skip(asksForModulesOnce(browser), 'this browser asks for a module once for each page');
		trouble.expect(/ERR_FAILED/);
		await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
		await expectQuestion(page, item);
		const list = page.locator('.answer-list');
		// What the first press may load is there by now.
		await list.locator('button:visible, input:visible').last().click();
		await page.waitForLoadState('networkidle');
		await page.route('**/*.js', (route) => route.abort());
		await button(page, 'As a picture').click();
		await button(page, 'The drawing could not be loaded.').waitFor();
		expect(await list.isVisible()).toBe(true);
		await page.unroute('**/*.js');
		await button(page, 'The drawing could not be loaded.').click();
		await picture(page, item)
			.getByText(/^(All are placed\. Choose one to move it\.|\d+ to place)$/)
			.waitFor();
		expect(await list.isVisible()).toBe(false);
	}
);

test('from right to left, the line runs along the right, and what is dragged lands where it is dropped', async ({
	page
}) => {
	await openFromRight(page, ordering);
	const [first = '', second = ''] = inOrder(ordering);
	for (const [place, words] of [first, second].entries()) {
		await button(page, words).dragTo(button(page, `Place ${place + 1} Free`));
		await button(page, `Place ${place + 1} ${words}`).waitFor();
	}
	const line = page.locator('.line li').first();
	const [number, card] = await Promise.all([
		line.locator('.number').boundingBox(),
		line.getByRole('button').boundingBox()
	]);
	expect(number?.x).toBeGreaterThan((card?.x ?? Infinity) + (card?.width ?? 0));
	await page.keyboard.press('Escape');
	await button(page, `Place 2 ${second}`).dragTo(button(page, `Place 1 ${first}`));
	await button(page, `Place 1 ${second}`).waitFor();
	await button(page, `Place 2 ${first}`).waitFor();
	expect(await tooWide(page)).toBe(0);
	expect(await overlaps(page)).toEqual([]);
});

test('from right to left, the first frame of the drawing is at the right, and what is dragged lands in its frame', async ({
	browser,
	newPage,
	skip
}) => {
	skip(Number.parseInt(browser.version()) <= 150, 'Chromium 150 never ends the third drag');
	// All of it is in sight: a page that is scrolled under the mouse lets nothing be dragged.
	const page = await newPage({ viewport: { width: 1280, height: 1100 } });
	await openFromRight(page, sorting);
	const [first, second] = sorting.interaction.categories.map(({ id }) =>
		page.getByRole('group', { name: categoryOf(id), exact: true })
	);
	if (!first || !second) throw new Error('There is nothing to choose between.');
	const [one = '', other = ''] = sorting.interaction.elements.map(({ text }) => plainText(text));
	for (const [element, frame] of [
		[one, first],
		[other, second],
		[one, second]
	] as const) {
		await button(page, element).dragTo(frame.getByRole('button', { name: /Put it here$/ }));
		await frame.getByText(element, { exact: true }).waitFor();
	}
	const [right, left] = await Promise.all([first.boundingBox(), second.boundingBox()]);
	expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? Infinity) + (left?.width ?? 0));
	expect(right?.y).toBe(left?.y);
	expect(await tooWide(page)).toBe(0);
	expect(await overlaps(page)).toEqual([]);
});

test.for(['en', 'fr'])(
	'in the largest letters far apart, all words of the pictures are read on a phone, in %s',
	async (locale, { newPage }) => {
		const page = await newPage({ locale, viewport: { width: 390, height: 700 } });
		await readWith(page, { size: 'larger', spacing: 'wide' });
		for (const item of [ordering, sorting]) {
			await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
			await page.getByRole('button', { name: /^(As a picture|En image)$/ }).click();
			await page.locator('.waiting li button').first().click();
			await page
				.getByRole('button', { name: /(Put it here|Mettre ici)$/ })
				.first()
				.click();
			expect(await cutIn(page.locator('.view').first())).toEqual([]);
			expect(await tooWide(page)).toBe(0);
		}
	}
);

test('an empty timeline is no answer, and tells neither a date nor a name', async ({ page }) => {
	await open(page, ordering, ways['by keyboard alone']);
	const shown = spaced(await picture(page, ordering).innerText());
	expect(shown).not.toMatch(/20\d\d/);
	await page.getByRole('button', { name: 'Check' }).click();
	await page.getByRole('alert').getByText('Give an answer first, or skip this question.').waitFor();
});

test('elements can be dragged to their place as well, and the numbers choose one', async ({ page }) => {
	await open(page, ordering, ways['by keyboard alone']);
	const [first = '', second = ''] = inOrder(ordering);
	await button(page, first).dragTo(button(page, 'Place 1 Free'));
	await button(page, `Place 1 ${first}`).waitFor();
	await button(page, second).click();
	await page.keyboard.press('2');
	await button(page, `Place 2 ${second}`).waitFor();
	await expectFocus(page.locator('.waiting li button').first());
});

test('paper has the list', async ({ page }) => {
	await open(page, ordering, ways['by keyboard alone']);
	await page.emulateMedia({ media: 'print' });
	await page.locator('.answer-list').waitFor();
	expect(await page.locator('.line').isVisible()).toBe(false);
});

type Placeable = ItemOf<'ordering'> | ItemOf<'categorise'>;

async function open(page: Page, item: Placeable, press: Press | undefined, address?: string) {
	await openLive(page, address ?? quizPath({ behaviour: 'practice', items: [item.id] }));
	await expectQuestion(page, item);
	await press?.(page, 'As a picture');
	await expectFocus(button(page, 'Picture'));
	await page.getByText(/ to place$/).waitFor();
}

/** Opens the picture of an item where all is written from right to left. */
async function openFromRight(page: Page, item: Placeable): Promise<void> {
	await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
	await page.locator('.player').evaluate((player) => player.setAttribute('dir', 'rtl'));
	await page
		.locator('.view')
		.first()
		.evaluate((view) => view.setAttribute('dir', 'rtl'));
	await button(page, 'As a picture').click();
}

/** The picture in which an item is answered. */
function picture(page: Page, item: Placeable) {
	return page.getByRole('group', { name: words(item.stem) });
}

function button(page: Page, name: string) {
	return page.getByRole('button', { name, exact: true });
}

function inOrder(item: ItemOf<'ordering'>): string[] {
	return solution(item).map((id) =>
		plainText(item.interaction.elements.find((element) => element.id === id)?.text ?? '')
	);
}

function categoryOf(id: string): string {
	return plainText(sorting?.interaction.categories.find((category) => category.id === id)?.text ?? '');
}

/** Presses Tab until the button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	const target = button(page, name);
	await target.waitFor();
	for (let step = 0; step < 80; step++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${name}.`);
}

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}
