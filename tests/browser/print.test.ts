import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import { isItemOf } from '#lib/bank/item.ts';
import { orderOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';
import { facesOf, deckOf } from '#lib/review/faces.ts';

import { expectAccessible, readWith, test, tooWide } from './browser.ts';
import { course, editionIn, itemsAskedAt, oneOfEachKind, spaced, words } from './course.ts';
import { asPrinted, friendly, pixelsOf, printedPages, tallest } from './paper.ts';

const A4 = '595×842';
const LETTER = '612×792';
const path = `/${course.primer.id}/print`;
const kinds = oneOfEachKind().map(({ id }) => id);
const everyKind = `?items=${kinds.join(',')}&seed=browser`;

const sheet = (page: Page) => page.getByRole('region', { name: /^(Worksheet|Fiche d’exercices)$/ });
const key = (page: Page) => page.getByRole('region', { name: /^(Answer key|Corrigé)$/ });

async function open(page: Page, query: string): Promise<void> {
	await page.goto(path + query);
	await page.locator('.paper').first().waitFor();
}

/** The stems of a sheet, in their order. */
async function stemsOf(page: Page): Promise<string[]> {
	return (await sheet(page).locator('.stem').allInnerTexts()).map(spaced);
}

describe('a worksheet', () => {
	test('asks what the quiz of its seed asks, with the options in the same order', async ({ page }) => {
		const query = '?points=1,3,5&n=8&seed=browser';
		await open(page, query);
		const items = itemsAskedAt(`/any/quiz${query}`);
		expect(await stemsOf(page)).toEqual(items.map(({ stem }) => words(stem)));
		const choice = items.find((item) => isItemOf(item, 'single-choice'));
		if (!choice || !isItemOf(choice, 'single-choice')) throw new Error('the sheet asks no single choice');
		const { options } = publicView(choice, orderOf('browser', choice.id));
		const questions = sheet(page).locator('li:has(> .number)');
		const printed = questions.nth(items.indexOf(choice)).locator('ul > li');
		expect((await printed.allInnerTexts()).map(spaced)).toEqual(
			options.map(({ text }, place) => `${'ABCDEFGH'.charAt(place)} ${words(text)}`)
		);

		await page.getByRole('link', { name: 'Answer these on screen' }).click();
		await page.waitForURL(/\/quiz\?points=1,3,5&n=8&seed=browser$/);
		await page.getByRole('heading', { level: 1, name: words(items[0]?.stem ?? '') }).waitFor();
	});

	test('comes back from its own address, which holds every choice', async ({ page, newPage }) => {
		await open(page, '');
		await page.waitForURL(/\?n=10&seed=\w{8}$/);
		const first = await stemsOf(page);
		await page.getByRole('checkbox', { name: '2. Who backed it' }).check();
		await page.waitForURL(/\?points=2&n=10&seed=\w{8}$/);
		await page.getByRole('combobox', { name: 'Answer key' }).selectOption('with');
		await key(page).waitFor();
		await page.getByRole('combobox', { name: 'Paper' }).selectOption('letter');
		await page.waitForURL(/&key=with&paper=letter$/);
		const chosen = await stemsOf(page);
		expect(chosen).not.toEqual(first);

		const again = await newPage();
		await again.goto(page.url());
		await sheet(again).waitFor();
		expect(await stemsOf(again)).toEqual(chosen);
		await again.getByRole('link', { name: 'Draw other questions' }).click();
		await expect.poll(() => stemsOf(again)).not.toEqual(chosen);
	});

	test('is printed without the page around it, black on white, in the dark too', async ({ newPage }) => {
		const page = await newPage({ colorScheme: 'dark' });
		await open(page, everyKind);
		await asPrinted(page, 174);
		for (const role of ['button', 'link', 'navigation', 'heading', 'radio'] as const)
			// A word to know is one of the text: on paper nothing tells it from the others.
			expect(await page.getByRole(role).and(page.locator(':not(.word)')).count(), role).toBe(0);
		const colours = await sheet(page).evaluate((element) => [
			getComputedStyle(element).color,
			getComputedStyle(document.documentElement).backgroundColor
		]);
		expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
	});

	test('has its key on separate pages, on either size of paper', async ({ page }) => {
		for (const [paper, size] of [
			['a4', A4],
			['letter', LETTER]
		]) {
			const pages = async (keying: string) => {
				await open(page, `${everyKind}&key=${keying}&paper=${paper}`);
				const printed = await printedPages(page);
				expect(new Set(printed)).toEqual(new Set([size]));
				return printed.length;
			};
			const [without, only, both] = [await pages('without'), await pages('only'), await pages('with')];
			expect(without).toBeGreaterThanOrEqual(2);
			expect(without).toBeLessThanOrEqual(5);
			expect(only).toBeLessThanOrEqual(3);
			expect(both).toBe(without + only);
		}
	});

	test('can be opened again by its code, without the key', async ({ page }) => {
		await open(page, '?n=5&seed=browser&key=with');
		const address = `${new URL(page.url()).origin}${path}?n=5&seed=browser`;
		const code = page.getByRole('img', { name: `QR code of the address ${address}` });
		const { data, width, height } = await pixelsOf(code);
		expect(jsQR(data, width, height)?.data).toBe(address);
		await sheet(page).getByText(address).waitFor();
		await page.goto(address);
		await sheet(page).waitFor();
		expect(await key(page).count()).toBe(0);
	});

	test('that cannot be what was asked for says why', async ({ page }) => {
		await open(page, '?points=9&n=3&seed=browser');
		await page.getByText('“9” under “points” is not in this course').waitFor();
		await open(page, '?points=9&n=3');
		await page.waitForURL(/\?points=9&n=3&seed=\w{8}$/);
		await page.getByText('“9” under “points” is not in this course').waitFor();
		await open(page, '?seed=4e%20B&n=3');
		await page.waitForURL(/\?seed=4e\+B&n=3$/);
		await page.getByText('The seed is a word of up to 64 letters and digits').waitFor();
	});

	test('refuses an invalid seed, and says at the field what a seed is', async ({ page }) => {
		await open(page, '?n=3&seed=browser');
		const more = page.getByText('Kinds, difficulty and seed');
		await more.click();
		const seed = page.getByRole('textbox', { name: 'Seed' });
		await seed.fill('4e B');
		await seed.press('Enter');
		await expect.poll(() => seed.evaluate((field) => field.matches(':invalid'))).toBe(true);
		await more.click();
		await seed.waitFor({ state: 'hidden' });
		await page.getByRole('combobox', { name: 'Paper' }).selectOption('letter');
		await expect.poll(() => seed.evaluate((field) => field === document.activeElement)).toBe(true);
		expect(page.url()).toMatch(/\?n=3&seed=browser$/);
		await page.getByText('It is one word of up to 64 letters and digits.').waitFor();
		await seed.fill('4e-B.é');
		await seed.press('Enter');
		await page.waitForURL(/seed=4e-B\.%C3%A9&paper=letter$/);
	});

	test('is still the same after looking at cards', async ({ page }) => {
		const query = '?n=3&difficulty=1,2&kinds=cloze,numeric&seed=browser&key=with';
		await open(page, query);
		const stems = await stemsOf(page);
		await page.getByRole('radio', { name: /^Cards, two-sided/ }).check();
		await page.waitForURL(/make=cards/);
		await page.getByRole('radio', { name: /^Worksheet/ }).check();
		await page.waitForURL((url) => url.search === query);
		expect(await stemsOf(page)).toEqual(stems);
	});
});

for (const language of ['en', 'fr']) {
	describe(`in ${language}`, () => {
		test('every item of the course can be printed, with its key', async ({ newPage }) => {
			const edition = await editionIn(language);
			const page = await newPage({ locale: language });
			let count = 0;
			for (const group of friendly(edition.items)) {
				await open(page, `?items=${group.map(({ id }) => id).join(',')}&seed=all&key=with`);
				await asPrinted(page, 174);
				const stems = group.map(({ id }) => words(findItem(edition, id)?.stem ?? ''));
				expect((await stemsOf(page)).toSorted()).toEqual(stems.toSorted());
				expect(await key(page).locator('ol > li').count()).toBe(group.length);
				const text = spaced(await key(page).innerText());
				for (const { explanation } of group) expect(text).toContain(words(explanation));
				expect(await tallest(page.locator('.paper ol > li'))).toBeLessThan(200);
				expect(await tooWide(page)).toBe(0);
				await page.emulateMedia({ media: 'screen' });
				expect((await printedPages(page, '1-2')).length).toBeGreaterThan(1);
				count += group.length;
			}
			expect(count).toBe(course.items.length);
		});

		test('the text of cards fits on them, and their backs lie behind their fronts', async ({ newPage }) => {
			const { primer } = await editionIn(language);
			const cards = deckOf(primer.facts, null);
			const page = await newPage({ locale: language });
			for (const paper of ['a4', 'letter']) {
				await open(page, `?make=cards&paper=${paper}`);
				expect(await printedPages(page)).toHaveLength(2 * Math.ceil(cards.length / 8));
				await asPrinted(page, paper === 'a4' ? 190 : 195.9);
				const text = spaced(await page.locator('body').innerText());
				for (const fact of cards) {
					expect(text).toContain(words(facesOf(fact).front));
					expect(text).toContain(words(facesOf(fact).back));
				}
				expect(await overflowing(page)).toEqual([]);
				for (const { title = '' } of cards.slice(-3))
					expect(await offBy(page, title), title).toBeLessThan(1.5);
			}
			await open(page, '?make=fold&paper=letter');
			expect(await printedPages(page)).toHaveLength(Math.ceil(cards.length / 4));
			await asPrinted(page, 195.9);
			expect(await overflowing(page)).toEqual([]);
		});

		test('the text of cards also fits for a reader who has chosen wide letters', async ({ newPage }) => {
			const page = await newPage({ locale: language });
			await readWith(page, { size: 'larger', spacing: 'wide' });
			for (const query of ['make=cards&paper=a4', 'make=cards&paper=letter', 'make=fold&paper=letter']) {
				await open(page, `?${query}`);
				await asPrinted(page, query.endsWith('a4') ? 190 : 195.9);
				expect(await overflowing(page)).toEqual([]);
			}
		});
	});
}

test('words that cannot be broken are not cut at the edge of a screen or of the paper', async ({
	newPage
}) => {
	const page = await newPage({ viewport: { width: 320, height: 660 } });
	const unbroken = 'Donaudampfschifffahrt'.repeat(6);
	await page.route('**/course', async (route) => {
		const whole = await (await route.fetch()).text();
		const body = JSON.stringify(
			JSON.parse(whole, (key, value: unknown) =>
				key === 'text' && typeof value === 'string' ? `${unbroken} ${value}` : value
			)
		);
		await route.fulfill({ body, contentType: 'application/json' });
	});
	await open(page, `?items=${kinds.join(',')}&seed=browser&key=with`);
	await page.getByText(unbroken).first().waitFor();
	expect(await tooWide(page)).toBe(0);
	expect(await beyondPaper(page)).toEqual([]);
	await asPrinted(page, 174);
	expect(await tooWide(page)).toBe(0);
	expect(await beyondPaper(page)).toEqual([]);
});

test('without a script, the page leads to the quiz', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(path);
	const instead = page.locator('noscript');
	expect(await instead.innerText()).toContain('The quiz works without it.');
	expect(await instead.locator('a').getAttribute('href')).toMatch(/\/quiz$/);
	expect(await page.getByRole('status').isVisible()).toBe(false);
});

test('a course that fails to load can be asked for again', async ({ page, trouble }) => {
	trouble.expect(/course|status of 503/);
	await page.route('**/course', (route) => route.fulfill({ status: 503 }), { times: 1 });
	await page.goto(path);
	await page.getByRole('alert').waitFor();
	await page.getByRole('button', { name: 'Try again' }).click();
	await sheet(page).waitFor();
});

for (const [name, look] of Object.entries({
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const)) {
	test(`axe finds nothing, and nothing is too wide, ${name}`, async ({ newPage }) => {
		const page = await newPage({ ...look, reducedMotion: 'reduce' });
		for (const query of [
			`${everyKind}&key=with&difficulty=1,2,3`,
			'?make=cards&points=4',
			'?make=fold&points=4'
		]) {
			await open(page, query);
			await expectAccessible(page);
			expect(await tooWide(page), query).toBe(0);
		}
	});
}

/** The texts that do not fit on their cards, between what is above and below them. */
function overflowing(page: Page): Promise<string[]> {
	return page.locator('.face').evaluateAll((faces) =>
		faces.flatMap((face) => {
			const [top, text, where] = ['.top', '.text', '.where'].map((part) =>
				face.querySelector(part)?.getBoundingClientRect()
			);
			const { bottom, right } = face.getBoundingClientRect();
			if (!top || !text) throw new Error('a face lacks its text');
			const fits =
				text.top >= top.bottom - 1 && text.bottom <= (where?.top ?? bottom) + 1 && text.right <= right;
			return fits && face.scrollHeight <= face.clientHeight + 1 ? [] : [face.textContent.slice(0, 60)];
		})
	);
}

/** How many pixels the back of a card is off its front when the paper is turned over along its long edge. */
async function offBy(page: Page, title: string): Promise<number> {
	const boxes = await page
		.locator('.card', { has: page.getByText(title, { exact: true }) })
		.evaluateAll((cards) =>
			cards.map((card) => {
				const within = card.closest('.grid')?.getBoundingClientRect();
				const { left, right, top } = card.getBoundingClientRect();
				if (!within) throw new Error('a card is in no grid');
				return { left: left - within.left, right: within.right - right, top: top - within.top };
			})
		);
	const [front, back] = boxes;
	if (!front || !back || boxes.length !== 2) throw new Error(`${title} has ${boxes.length} faces`);
	return Math.max(Math.abs(front.left - back.right), Math.abs(front.top - back.top));
}

/** The words on paper that reach beyond its edge, or are cut before it. */
function beyondPaper(page: Page): Promise<string[]> {
	return page.locator('.paper').evaluateAll((papers) =>
		papers.flatMap((paper) => {
			const { left, right } = paper.getBoundingClientRect();
			return [...paper.querySelectorAll<HTMLElement>('*')]
				.filter((each) => {
					const box = each.getBoundingClientRect();
					const isCut =
						getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
					return box.width > 1 && (box.left < left - 1 || box.right > right + 1 || isCut);
				})
				.map((each) => each.textContent.slice(0, 60));
		})
	);
}
