import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { NOON } from '#lib/review/map-fixtures.ts';

import { expectAccessible, test } from './browser.ts';
import { course, spaced, words } from './course.ts';
import { savedText, stopClock } from './device.ts';
import { openLive, press } from './learner.ts';
import { seedStudy, type Seed } from './seed-study.ts';
import { atRest, inTheMiddle, mastered, total } from './some-learner.ts';
import { setClock, studyPath, studySession } from './studying.ts';

const home = `/${course.primer.id}`;
const map = `${home}/progress`;
const factOf = (id: string) => course.primer.facts.find((fact) => fact.id === id);
/** What a fact is called. */
const nameOf = (id: string) => factOf(id)?.title ?? `Fact ${id}`;
const stateIn = (seed: Seed, id: string) => seed.facts?.find(({ fact }) => fact === id);

/** Opens a page of the course as a learner has it at noon on Wednesday 25 November 2026. */
async function openAs(page: Page, seed: Seed, address: string): Promise<void> {
	await stopClock(page, NOON);
	await page.goto(home);
	await seedStudy(page, seed);
	await page.goto(address);
}

describe('the map of what a learner knows', () => {
	test('invites a learner who has learnt nothing to begin', async ({ page }) => {
		await page.goto(map);
		await page.getByRole('heading', { level: 1, name: 'What you know' }).waitFor();
		await page.getByText(`${total} facts to learn, and all of them wait for you.`).waitFor();
		const begin = page.getByRole('link', { name: 'Begin with point 1' });
		expect(await begin.getAttribute('href')).toBe(`${home}/learn/1`);
		expect(await page.getByRole('button', { name: /: not seen yet$/ }).count()).toBe(total);
		expect(await page.getByRole('heading', { name: 'Your days' }).count()).toBe(0);
	});

	test('shows where each fact stands, and opens it by the keyboard alone', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		const [first, second] = inTheMiddle.facts ?? [];
		if (!first || !second) throw new Error('The learner knows too little.');
		await page.getByText(/^Of the \d+ facts to learn, you would probably recall \d+ right now\.$/).waitFor();
		await page.getByText(/^\d+ facts are due today\.$/).waitFor();

		const cell = page.getByRole('button', {
			name: new RegExp(`^${RegExp.escape(nameOf(first.fact))}: seen, `)
		});
		await cell.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: nameOf(first.fact), exact: true });
		await dialog.getByText(words(factOf(first.fact)?.claim ?? '')).waitFor();
		await dialog
			.getByRole('img', { name: /^The chance of recall falls from \d+% to \d+% in 30 days\.$/ })
			.waitFor();

		await page.keyboard.press('ArrowRight');
		await page
			.getByRole('dialog', { name: nameOf(second.fact), exact: true })
			.getByText(words(factOf(second.fact)?.claim ?? ''))
			.waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
	});

	test('is gone through with arrows from one stop of the Tab key, row by row', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		await page.locator('#days').waitFor();
		const cells = page.locator('button.cell');
		expect(await cells.count()).toBe(total);
		expect(await page.locator('button.cell[tabindex="0"]').count()).toBe(1);
		await cells.first().focus();
		const boxOf = () => {
			// Below the beginning of the page, read at one moment: it scrolls to what has the focus.
			return page.locator('button.cell:focus').evaluate((cell) => {
				const { x, y, width, height } = cell.getBoundingClientRect();
				return { x: x + scrollX, y: y + scrollY, width, height };
			});
		};
		const first = await boxOf();
		await page.keyboard.press('ArrowDown');
		const below = await boxOf();
		expect(below.y).toBeGreaterThan(first.y + first.height / 2);
		expect(Math.abs(below.x - first.x)).toBeLessThan(first.width / 2);
		await page.keyboard.press('ArrowUp');
		expect(await boxOf()).toEqual(first);
		// Down to the last row, and never back.
		let last = first;
		for (let step = 0; step < total; step++) {
			await page.keyboard.press('ArrowDown');
			const next = await boxOf();
			expect(next.y).toBeGreaterThanOrEqual(last.y);
			last = next;
		}
		await page.keyboard.press('Tab');
		expect(await page.locator('button.cell:focus').count()).toBe(0);
		await page.keyboard.press('Shift+Tab');
		expect(await boxOf()).toEqual(last);
	});

	test.for(['light', 'dark'] as const)(
		'draws every line that says how well something is known at three times the light of what is behind it, %s',
		async (colorScheme, { newPage }) => {
			const page = await newPage({ colorScheme, reducedMotion: 'reduce' });
			await openAs(page, inTheMiddle, map);
			await page.locator('#days').waitFor();
			const faint = await page.evaluate(() => {
				const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
				if (!context) throw new Error('There is no canvas.');
				/** Whatever way a colour is written, as it is drawn. */
				const lightOf = (colour: string) => {
					context.fillStyle = colour;
					context.fillRect(0, 0, 1, 1);
					const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
						const share = value / 255;
						return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
					});
					return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
				};
				const paper = lightOf(getComputedStyle(document.documentElement).backgroundColor);
				const contrast = (colour: string) => {
					const [more = 0, less = 0] = [lightOf(colour), paper].sort((a, b) => b - a);
					return (more + 0.05) / (less + 0.05);
				};
				const drawn = [
					...[...document.querySelectorAll('.ring path[data-level]')].map(
						(arc) => getComputedStyle(arc).stroke
					),
					...[...document.querySelectorAll('button.cell')].map(
						(cell) => getComputedStyle(cell).borderTopColor
					),
					...[...document.querySelectorAll('.weeks .day')].map(
						(day) => getComputedStyle(day, '::before').backgroundColor
					)
				];
				return [...new Set(drawn)].map((colour) => [colour, contrast(colour)] as const);
			});
			expect(faint.length).toBeGreaterThan(8);
			expect(faint.filter(([, contrast]) => contrast < 3)).toEqual([]);
		}
	);

	test('offers the days as a calendar, and the app where the browser does', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Put these days in your calendar' }).click();
		expect((await download).suggestedFilename()).toBe(`five-points-days-${course.primer.id}.ics`);
		const text = await savedText(download);
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
		expect(text).toContain('DTSTART;VALUE=DATE:20261125\r\n');
		await page.evaluate(() =>
			dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() }))
		);
		await page.getByRole('button', { name: 'Install as an app' }).click();
		await page.getByRole('button', { name: 'Install as an app' }).waitFor({ state: 'detached' });
	});

	test('offers the app even where the browser did so on a page before', async ({ page }) => {
		await openAs(page, inTheMiddle, '/settings');
		// What tells the browser that there is an app comes with what hears its offer.
		await page.locator('link[rel=manifest]').waitFor({ state: 'attached' });
		const isPrevented = await page.evaluate(
			() =>
				!dispatchEvent(
					Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
						prompt: () => Promise.resolve()
					})
				)
		);
		expect(isPrevented).toBe(true);
		await page.getByRole('navigation').getByRole('link', { name: 'Map' }).click();
		await page.getByRole('button', { name: 'Install as an app' }).waitFor();
	});

	test('does not show a fact that was not seen', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		const hidden = course.primer.facts.find(({ id, point }) => point === 5 && !stateIn(inTheMiddle, id));
		if (!hidden) throw new Error('The learner has seen too much.');
		await page.getByRole('button', { name: `${nameOf(hidden.id)}: not seen yet` }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText('It comes up in point 5.').waitFor();
		expect(await dialog.innerText()).not.toContain(words(hidden.claim));
		expect(await dialog.getByRole('link', { name: 'Learn point 5' }).getAttribute('href')).toBe(
			`${home}/learn/5`
		);
		await dialog.getByRole('button', { name: 'Close' }).click();
		await dialog.waitFor({ state: 'detached' });
	});

	test('shows the days, and counts them in a row only if that is wanted', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		await page.getByText(/^\d+ days in a row, and today can be the next\.$/).waitFor();
		await page.getByText(/answers on \d+ days\.$/).click();
		await page.getByRole('row', { name: /^Tuesday 24 November \d+ \d+ 5 mins$/ }).waitFor();
		await page.getByText(/facts come back; the most, \d+, on Wednesday 25 November\.$/).click();
		await page.getByRole('row', { name: /^Thursday 26 November \d+$/ }).waitFor();

		await seedStudy(page, { settings: { version: 1, streak: false, at: NOON } });
		await page.reload();
		await page.getByRole('heading', { name: 'Your days' }).waitFor();
		expect(await page.getByText(/in a row/).count()).toBe(0);
	});

	test('says when to come back, and when everything is mastered', async ({ page }) => {
		await openAs(page, atRest, map);
		await page.getByText('Done until Thursday 3 December.').waitFor();
		await seedStudy(page, mastered);
		await page.reload();
		await page
			.getByText('Every fact is mastered. The first comes back on Monday, 1 February 2027.')
			.waitFor();
	});

	test('is kept up to date when the learner comes back to the page', async ({ page }) => {
		await openAs(page, inTheMiddle, map);
		await page.getByText(/^\d+ facts are due today\.$/).waitFor();
		await seedStudy(page, atRest);
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await page.getByText('Done until Thursday 3 December.').waitFor();
	});

	test('shows what was learnt a moment ago', async ({ page }) => {
		await setClock(page, '2026-11-25');
		await page.goto(studyPath('learn/1'));
		await press(page, 'Begin the questions');
		const asked = await studySession(page, () => true);
		await page.getByRole('link', { name: 'Map', exact: true }).click();
		const facts = new Set(asked.flatMap((item) => item.facts));
		const cells = page.getByRole('button', { name: / chance of recall / });
		await cells.first().waitFor();
		for (const name of await cells.allTextContents())
			expect(spaced(name).trim()).toMatch(/^.+: (familiar|proficient), chance of recall (100|99)%$/);
		expect(await cells.count()).toBe(facts.size);
		await page.getByText('1 day in a row, today included.').waitFor();
	});

	test('says without a script that it needs one', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		await page.goto(map);
		const told = page.locator('main noscript');
		expect(await told.innerText()).toContain('The quiz works without it.');
		expect(await told.locator('a').getAttribute('href')).toMatch(/\/quiz$/);
	});
});

describe('today, on the page of a primer', () => {
	test('invites the learner to begin, before any script runs', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		await page.goto(home);
		await page
			.getByRole('region', { name: 'Today' })
			.getByText('Begin with point 1: a short reading')
			.waitFor();
	});

	test('says what is due, and leads to it and to the map', async ({ page }) => {
		await openAs(page, inTheMiddle, home);
		const today = page.getByRole('region', { name: 'Today' });
		await today.getByText(/^\d+ facts are due today\.$/).waitFor();
		expect(await today.getByRole('link', { name: 'Review what is due' }).getAttribute('href')).toBe(
			`${home}/review`
		);
		await page.getByRole('link', { name: 'Map', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'What you know' }).waitFor();
		await page.getByRole('link', { name: course.primer.title }).click();
		await today.waitFor();
	});

	test.for([320, 390, 1280])(
		'moves nothing when the device has been read, %i px wide',
		async (width, { newPage }) => {
			const page = await newPage({ viewport: { width, height: 1600 } });
			await openAs(page, atRest, home);
			await page.getByText('Done until Thursday 3 December.').waitFor();
			const moved = await page.evaluate(async () => {
				// A move is recorded with the frame that shows it.
				await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
				const observer = new PerformanceObserver(() => undefined);
				observer.observe({ type: 'layout-shift', buffered: true });
				return observer.takeRecords().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
			});
			expect(moved).toBeLessThan(0.01);
		}
	);
});

const looks: Record<string, BrowserContextOptions> = {
	'light and wide, in English': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and wide, in French': {
		colorScheme: 'dark',
		viewport: { width: 1280, height: 900 },
		locale: 'fr-FR'
	},
	'dark and narrow, in English': { colorScheme: 'dark', viewport: { width: 320, height: 900 } },
	'light and narrow, in French': {
		colorScheme: 'light',
		viewport: { width: 320, height: 900 },
		locale: 'fr-FR'
	}
};

test.for(Object.entries(looks))(
	'axe finds nothing, and nothing is too wide, %s',
	async ([, look], { newPage }) => {
		const page = await newPage({ ...look, reducedMotion: 'reduce' });
		// A map of nothing.
		await stopClock(page, NOON);
		await openLive(page, map);
		await page.locator(`.summary a[href$="${home}/learn/1"]`).waitFor();
		await expectFit(page);

		// The page of the primer, with something learnt.
		await openAs(page, inTheMiddle, home);
		await page.locator('a[href$="/review"]').waitFor();
		await expectFit(page);

		// A map with every level, with its days unfolded, and its facts.
		await page.goto(map);
		await page.locator('#days').waitFor();
		for (const summary of await page.locator('summary').all()) await summary.click();
		await expectFit(page);
		await page.locator('button.cell:not(.waiting)').first().click();
		await expectFit(page);
		await page.keyboard.press('Escape');
		await page.locator('button.cell.waiting').first().click();
		await expectFit(page);

		// A map with everything mastered.
		await openAs(page, mastered, map);
		await page.locator('#days').waitFor();
		await expectFit(page);
	}
);

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
		'pixels that the page is too wide'
	).toBe(0);
}
