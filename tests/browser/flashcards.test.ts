import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import type { Fact } from '#lib/bank/primer.ts';
import { dealt } from '#lib/review/deck.ts';
import { deckOf, facesOf } from '#lib/review/faces.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, editionIn, spaced, words } from './course.ts';
import { expectFocus, openLive, openMenu } from './learner.ts';

const path = `/${course.primer.id}/flashcards`;
const ofPoint3 = `${path}?points=3&seed=browser`;

/** The cards of some points, in the order drawn with the seed of these tests. */
function deck(points: number[] | null, facts = course.primer.facts): Fact[] {
	const cards = deckOf(facts, points);
	const { round } = dealt(
		cards.map(({ id }) => id),
		'browser'
	);
	return round.flatMap((id) => cards.find((fact) => fact.id === id) ?? []);
}

const card = (page: Page) => page.getByRole('article');

async function expectFace(page: Page, text: string): Promise<void> {
	await expect.poll(async () => spaced(await card(page).innerText())).toContain(text);
}

const front = (fact: Fact | undefined) => (fact ? words(facesOf(fact).front) : '?');
const back = (fact: Fact | undefined) => (fact ? words(facesOf(fact).back) : '?');

test.for(['', '/fr'])(
	'on a phone, how a card was known can be said as soon as it is turned, however long it is, at “%s”',
	async (language, { newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 844 } });
		await openLive(page, `${language}${path}?seed=browser`);
		const places = await page.locator('header nav').boundingBox();
		for (let at = 0; at < 6; at++) {
			await page.locator('.turn').click();
			const judgements = page.locator('.judgements button');
			for (const judgement of await judgements.all()) {
				const box = await judgement.boundingBox();
				expect(box?.y).toBeGreaterThan(0);
				expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(places?.y ?? 0);
			}
			// Nor do they lie over what is read, unless it is longer than the room above them.
			const hidden = () =>
				page.evaluate(() => {
					const [card, bar] = ['article', '.judgements'].map((each) =>
						document.querySelector(each)?.getBoundingClientRect()
					);
					if (!card || !bar) return Infinity;
					return Math.max(0, card.height > bar.top ? card.top - 20 : card.bottom - bar.top);
				});
			await expect.poll(hidden).toBe(0);
			await judgements.last().click();
			await judgements.first().waitFor({ state: 'hidden' });
		}
	}
);

test('a deck can be done to its end with the keyboard alone', async ({ page }) => {
	const cards = deck([3]);
	await page.goto(ofPoint3);
	await expectFace(page, front(cards[0]));
	await page.keyboard.press('?');
	await page.getByRole('dialog', { name: 'Keys' }).waitFor();
	await page.keyboard.press('Escape');
	await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
	await page.keyboard.press('Space');
	await expectFace(page, back(cards[0]));
	await page.keyboard.press('ArrowRight');
	await expectFace(page, front(cards[1]));
	await page.keyboard.press('ArrowLeft');
	await expectFace(page, front(cards[0]));
	await page.keyboard.press('Enter');
	await expectFace(page, back(cards[0]));
	await page.keyboard.press('1');
	for (const fact of cards.slice(1)) {
		await expectFace(page, front(fact));
		// Nobody can say whether they knew it before they have seen the answer.
		await page.keyboard.press('2');
		await page.keyboard.press('Space');
		await expectFace(page, back(fact));
		await page.keyboard.press('2');
	}
	await expectFace(page, front(cards[0]));
	await page.getByText('Card 1 of 1').waitFor();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'Not yet comes back at once' }).waitFor();
	await page.keyboard.press('2');
	const end = page.getByRole('heading', { name: `You knew all ${cards.length} cards` });
	await end.waitFor();
	await expect.poll(() => end.evaluate((heading) => heading === document.activeElement)).toBe(true);
	await page.keyboard.press('Tab');
	const focused = page.locator(':focus');
	await expect.poll(() => focused.getAttribute('href')).toBe(`/${course.primer.id}/review`);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expectFace(page, front(cards[0]));
});

test('the menu shows the keys of cards, too', async ({ page }) => {
	await openLive(page, ofPoint3);
	await card(page).waitFor();
	const menu = await openMenu(page);
	await menu.getByRole('button', { name: 'Keys' }).click();
	await page.getByRole('dialog', { name: 'Keys' }).getByText('knew it').waitFor();
	await page.keyboard.press('Escape');
	await expectFocus(page.getByRole('main').getByRole('button', { name: 'Keys' }));
	await page.keyboard.press('ArrowRight');
	await expectFace(page, front(deck([3])[1]));
});

test('what an address asks for in vain is reported, and stays reported', async ({ page }) => {
	await page.goto(`${path}?points=9&foo=1`);
	for (const turn of ['first', 'again']) {
		await page.getByText('“9” under “points” is not in this course').waitFor();
		await page.getByText('There is no option “foo”').waitFor();
		await page.waitForURL(/\?points=9&foo=1&seed=\w{8}$/);
		if (turn === 'first') await page.reload();
	}
	await page.locator('main summary').click();
	await page.getByRole('checkbox').first().check();
	await page.waitForURL(/\?points=1&seed=\w{8}$/);
	expect(await page.getByText('is not in this course').count()).toBe(0);
});

test('a card is turned by a tap, and the button keeps the focus', async ({ newPage }) => {
	const page = await newPage({ hasTouch: true, viewport: { width: 390, height: 800 } });
	const [first] = deck([3]);
	await page.goto(ofPoint3);
	await card(page).tap();
	await expectFace(page, back(first));
	await expectFace(page, first?.where ?? first?.source?.title ?? '?');
	await card(page).tap();
	await expectFace(page, front(first));
	await page.getByRole('button', { name: 'Turn over' }).tap();
	await page.getByRole('button', { name: 'Turn back' }).waitFor();
	await expect.poll(() => page.locator(':focus').innerText()).toBe('Turn back');
	await page.getByText('does not count as knowing').waitFor();
});

test('what has changed since is on the back, with its source', async ({ page }) => {
	const changed = deck(null).find(({ since }) =>
		since.some(({ date }) => date !== undefined && date > course.primer.source.date)
	);
	if (!changed) throw new Error('no card has changed');
	await page.goto(`${path}?points=${changed.point}&seed=browser`);
	await card(page).waitFor();
	const place = deck([changed.point]).indexOf(changed);
	for (let step = 0; step < place; step++) await page.keyboard.press('ArrowRight');
	await page.getByRole('button', { name: 'Turn over' }).click();
	await expectFace(page, back(changed));
	for (const { note, source } of changed.since) {
		await expectFace(page, words(note));
		await expectFace(page, source.title);
	}
});

test('points are chosen, the deck shuffled, and the address keeps both', async ({ page, newPage }) => {
	await page.goto(path);
	await page.waitForURL(/\?seed=\w{8}$/);
	const all = deck(null).length;
	await page.getByText(`Card 1 of ${all}`, { exact: true }).waitFor();
	await page.locator('summary', { hasText: 'Choose points' }).click();
	await page.getByRole('checkbox', { name: '4. What came before it' }).check();
	await page.waitForURL(/\?points=4&seed=\w{8}$/);
	await page.getByText(`Card 1 of ${deck([4]).length}`, { exact: true }).waitFor();
	await page.getByRole('link', { name: 'Shuffle' }).click();
	await page.waitForURL(/\?points=4&seed=\w{6}$/);
	const shown = spaced(await card(page).innerText());
	const again = await newPage();
	await again.goto(page.url());
	await expectFace(again, shown);
	await again.getByRole('link', { name: 'Print these cards' }).click();
	await again.waitForURL(/\/print\?points=4&n=10&seed=\w{8}&make=cards$/);
});

test('slips have no cards unless somebody wrote a cue for them', async ({ page }) => {
	const slips = course.primer.facts.filter(({ status, cue }) => status === 'slip' && cue === undefined);
	await page.goto(`${path}?seed=browser`);
	await page.getByText(`Card 1 of ${deck(null).length}`, { exact: true }).waitFor();
	expect(deck(null).filter((fact) => slips.includes(fact))).toEqual([]);
});

test('nothing turns if motion is not wanted', async ({ newPage }) => {
	const animationOf = async (reducedMotion: 'reduce' | 'no-preference') => {
		const page = await newPage({ reducedMotion });
		await page.goto(ofPoint3);
		return card(page).evaluate((element) => getComputedStyle(element).animationName);
	};
	expect(await animationOf('reduce')).toBe('none');
	expect(await animationOf('no-preference')).not.toBe('none');
});

test('in French', async ({ newPage }) => {
	const { primer } = await editionIn('fr');
	const [first] = deck([3], primer.facts);
	const page = await newPage({ locale: 'fr-FR' });
	await page.goto(ofPoint3);
	await page.getByRole('heading', { name: 'Cartes-mémo' }).waitFor();
	await expectFace(page, front(first));
	await page.keyboard.press('Space');
	await expectFace(page, back(first));
	await page.getByRole('button', { name: /^Je le savais/ }).waitFor();
});

describe('axe finds nothing on either face, and nothing is too wide', () => {
	for (const [name, look] of Object.entries({
		'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
		'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } },
		'in French, narrow': { locale: 'fr-FR', viewport: { width: 320, height: 900 } }
	} as const)) {
		test(name, async ({ newPage }) => {
			const page = await newPage({ ...look, reducedMotion: 'reduce' });
			await page.goto(`${path}?points=4&seed=browser`);
			await card(page).waitFor();
			await expectFit(page);
			const { length } = deck([4]);
			for (let step = 0; step < length; step++) {
				await page.keyboard.press('Space');
				await expectNotTooWide(page);
				await page.keyboard.press('ArrowRight');
			}
			await page.keyboard.press('Space');
			await expectFit(page);
			await page.keyboard.press('?');
			await page.getByRole('dialog').waitFor();
			await expectFit(page);
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'hidden' });
			for (let step = 0; step < length; step++) {
				// Only a card that was turned can be judged.
				if (step > 0) await page.keyboard.press('Space');
				await page.locator('article.back').waitFor();
				await page.keyboard.press('2');
				await page.locator(step < length - 1 ? 'article.front' : 'main section h2').waitFor();
			}
			await expectFit(page);
		});
	}
});

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	await expectNotTooWide(page);
}

async function expectNotTooWide(page: Page): Promise<void> {
	expect(await tooWide(page)).toBe(0);
}
