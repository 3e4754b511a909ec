import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { withLinkedWords } from '#lib/bank/linked-words.ts';
import type { Item } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';
import { plainText, type Rich, type RichWord } from '#lib/text/rich.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemOf, quizPath, words as wordsOf } from './course.ts';
import { answer, feedback, openLive, press } from './learner.ts';
import { keptAll } from './offline-visit.ts';

const home = `/${course.primer.id}`;
const list = `${home}/words`;
const linked = withLinkedWords(course, list);
const known = course.primer.words ?? [];

/** The first word that a text leads to. */
function firstIn(text: Rich): { id: string; text: string } | undefined {
	if (typeof text === 'string') return undefined;
	for (const node of text) {
		if (typeof node === 'string') continue;
		if (node.tag === 'word') return { id: idOf(node), text: plainText(node.children) };
		const found = firstIn(node.children);
		if (found) return found;
	}
	return undefined;
}

function idOf({ href }: RichWord): string {
	return href.slice(href.indexOf('#word-') + '#word-'.length);
}

/** The first item of whose texts one leads to a word. */
function itemWith(text: (item: Item) => Rich): { item: Item; id: string; text: string } {
	for (const item of linked.items) {
		const found = firstIn(text(item));
		if (found) return { item, ...found };
	}
	throw new Error('No item of the course leads to a word there.');
}

function meaningOf(id: string): string {
	const word = known.find((each) => each.id === id);
	if (!word) throw new Error(`The course has no word “${id}”.`);
	return wordsOf(word.meaning);
}

const inStem = itemWith(({ stem }) => stem);
const stemQuiz = quizPath({ behaviour: 'practice', items: [inStem.item.id] });

/** The first point whose lesson begins with a reading that leads to a word, in each of the languages it is read in. */
const lessonWithWord =
	linked.primer.points.find(({ readings }) => firstIn(readings?.[0]?.text ?? ''))?.id ?? 1;

const openBox = (page: Page) => page.getByRole('dialog');

test('a word of a reading opens its meaning beside it, and closes as boxes do', async ({ page }) => {
	await page.goto(`${home}/learn/${lessonWithWord}`);
	await page.locator('html[data-live]').waitFor();
	const word = page.locator('main a.word').first();
	const before = page.url();
	await word.click();
	const box = openBox(page);
	await box.waitFor();
	expect(page.url()).toBe(before);
	const id = (await word.getAttribute('href'))?.split('#word-')[1] ?? '';
	expect(wordsOf(await box.innerText())).toContain(meaningOf(id));
	expect(await word.getAttribute('aria-expanded')).toBe('true');
	await page.keyboard.press('Escape');
	await box.waitFor({ state: 'detached' });
	// A box is hidden at once, and tells of it a moment later.
	await expect.poll(() => word.getAttribute('aria-expanded')).toBe('false');

	// With keys alone: the focus goes into the box, and back to the word.
	for (const key of ['Enter', ' ']) {
		await word.focus();
		await page.keyboard.press(key);
		await box.waitFor();
		await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await box.waitFor({ state: 'detached' });
		await expect.poll(() => word.evaluate((element) => element === document.activeElement)).toBe(true);
	}

	await word.click();
	await box.waitFor();
	await page.mouse.click(5, 5);
	await box.waitFor({ state: 'detached' });
});

test('the box of a word stays in the window when a telephone is turned', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 844, height: 390 } });
	await openLive(page, `${home}/learn/${lessonWithWord}`);
	await page.locator('main a.word').first().click();
	const right = () => openBox(page).evaluate((box) => box.getBoundingClientRect().right);
	await expect.poll(right).toBeGreaterThan(390);
	await page.setViewportSize({ width: 390, height: 844 });
	await expect.poll(right).toBeLessThanOrEqual(390);
});

test('a word of a stem opens in a quiz, which stays where it is', async ({ page }) => {
	await page.goto(stemQuiz);
	await page.locator('html[data-live]').waitFor();
	const word = page.getByRole('button', { name: inStem.text, exact: true });
	await word.click();
	await openBox(page).waitFor();
	expect(wordsOf(await openBox(page).innerText())).toContain(meaningOf(inStem.id));
	// Its keys are heard by nobody else.
	await page.keyboard.press('1');
	expect(await page.locator('.quiz input:checked').count()).toBe(0);
	await page.keyboard.press('Escape');
	await openBox(page).waitFor({ state: 'detached' });
	await answer(page, inStem.item, samples(itemOf(inStem.item.id)).right);
	await press(page, 'Check');
	await feedback(page).waitFor();
});

test('an explanation leads to words once it is shown', async ({ page }) => {
	const { item, text, id } = itemWith(({ explanation }) => explanation);
	await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
	await answer(page, item, samples(itemOf(item.id)).right);
	await press(page, 'Check');
	await feedback(page).waitFor();
	await page.locator('.explanation').getByRole('button', { name: text, exact: true }).first().click();
	expect(wordsOf(await openBox(page).innerText())).toContain(meaningOf(id));
});

test('no stem leads to the word that answers it', () => {
	const code = linked.items.find(({ id }) => id === 'spread-word');
	expect(code && firstIn(code.stem)).toBeUndefined();
	for (const { kind, stem } of linked.items)
		if (kind === 'true-false' || kind === 'true-false-reason') expect(firstIn(stem)).toBeUndefined();
});

test('without a script, a word leads to the page of words', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(stemQuiz);
	await page.locator('main a.word').first().click();
	await page.waitForURL(`**${list}#word-${inStem.id}`);
	await page.getByText(meaningOf(inStem.id)).waitFor();
});

test('without the network, a word of a lesson that is kept opens its meaning beside it', async ({
	newPage,
	trouble
}) => {
	trouble.expect(/version\.json|ERR_INTERNET_DISCONNECTED/);
	const page = await newPage({ serviceWorkers: 'allow' });
	await page.goto(home);
	await keptAll(page);
	await page.context().setOffline(true);
	await openLive(page, `${home}/learn/${lessonWithWord}`);
	const word = page.locator('main a.word').first();
	const id = (await word.getAttribute('href'))?.split('#word-')[1] ?? '';
	await word.click();
	await openBox(page).waitFor();
	expect(wordsOf(await openBox(page).innerText())).toContain(meaningOf(id));
});

test('where the page of words does not come, a word leads to its page as any link does', async ({
	page,
	trouble
}) => {
	await page.goto(`${home}/learn/${lessonWithWord}`);
	await page.locator('html[data-live]').waitFor();
	trouble.expect(/words net::ERR_FAILED|Failed to load resource/);
	await page.route(`**${list}`, (route) =>
		route.request().isNavigationRequest() ? route.continue() : route.abort()
	);
	await page.locator('main a.word').first().click();
	await page.waitForURL(`**${list}#*`);
});

test('on a desk the words stand in two columns, and on a phone in one', async ({ newPage }) => {
	for (const [width, columns] of [
		[1280, 2],
		[390, 1]
	] as const) {
		const page = await newPage({ viewport: { width, height: 800 } });
		await page.goto(list);
		const lefts = await page
			.locator('main article')
			.evaluateAll((words) => words.map((word) => Math.round(word.getBoundingClientRect().left)));
		expect(new Set(lefts).size, `columns at ${width} px`).toBe(columns);
	}
});

test('the page of words has each word with its meaning, and leads to its cards', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Words to know' }).click();
	await page.getByRole('heading', { level: 1, name: 'Words to know' }).waitFor();
	expect(await page.getByRole('article').count()).toBe(known.length);
	for (const { id, term } of known) {
		const article = page.getByRole('article', { name: term, exact: true });
		expect(wordsOf(await article.innerText())).toContain(meaningOf(id));
	}
	await page.getByRole('link', { name: 'Learn them with cards' }).click();
	await page.getByText(`Card 1 of ${known.length}`, { exact: true }).waitFor();
	await page.getByText('What does it mean?').waitFor();
	await page.getByRole('button', { name: 'Turn over' }).click();
	const side = page.getByRole('article', { name: 'Back' });
	const shown = wordsOf(await side.innerText());
	expect(known.some(({ id }) => shown.includes(meaningOf(id)))).toBe(true);
	await page.getByRole('link', { name: 'The facts', exact: true }).click();
	await page.waitForURL(/flashcards\?(?!.*deck)/);
});

describe.each([
	{ width: 1280, colorScheme: 'light' as const, hasTouch: false },
	{ width: 320, colorScheme: 'dark' as const, hasTouch: true }
])('$width px, $colorScheme', ({ width, colorScheme, hasTouch }) => {
	test.for(['', '/fr'])(
		'axe finds nothing in an open box, which is on the page: “%s/”',
		async (language, { newPage }) => {
			const page = await newPage({ colorScheme, hasTouch, viewport: { width, height: 800 } });
			await page.goto(`${language}${home}/learn/${lessonWithWord}`);
			// Before its script listens, a word is a link.
			await page.locator('html[data-live]').waitFor();
			for (const place of ['first', 'last'] as const) {
				const word = page.locator('main a.word')[place]();
				await (hasTouch ? word.tap() : word.click());
				await openBox(page).waitFor();
				const box = await openBox(page).boundingBox();
				expect(box && box.x >= 0 && box.x + box.width <= width && box.y >= 0).toBe(true);
				expect(await tooWide(page)).toBeLessThanOrEqual(0);
				await expectAccessible(page);
				await page.keyboard.press('Escape');
				await openBox(page).waitFor({ state: 'detached' });
			}
		}
	);
});
