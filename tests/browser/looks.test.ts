import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { NOON } from '#lib/review/map-fixtures.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, courseKinds, itemOfKind, quizPath } from './course.ts';
import { expectLive } from './learner.ts';
import { overlaps } from './overlaps.ts';
import { seedStudy } from './seed-study.ts';
import { atRest, inTheMiddle } from './some-learner.ts';

const home = `/${course.primer.id}`;
const exam = quizPath({ behaviour: 'exam', count: 3, minutes: 5 });

/** A page in one of its states. */
interface View {
	path: string;
	/** Something that is there once the page is complete. */
	whole: string;
	/** What is pressed, one after the other, and what is there afterwards. */
	then?: readonly (readonly [pressed: string, there: string])[];
	/** Whether one look is enough: it is long, or like another, or a file of its own looks at it in either theme. */
	once?: true;
}

/** The pages as somebody finds them who comes for the first time. */
const fresh: readonly View[] = [
	{ path: '/', whole: '.none', then: [['.take summary', '.take input[name=minutes]']] },
	{ path: home, whole: '.none', then: [['#menu', '.menu[open]']] },
	{ path: `${home}/learn`, whole: 'a[href$="/learn/1"]' },
	{ path: `${home}/learn/1`, whole: 'main button' },
	{ path: `${home}/learn/0`, whole: 'main button' },
	{ path: `${home}/background`, whole: 'main figure' },
	{ path: `${home}/facts`, whole: 'main article', once: true },
	{ path: `${home}/progress`, whole: '.summary a[href$="/learn/1"]' },
	{ path: `${home}/flashcards?seed=a`, whole: '.card', then: [['.turn', '.judgements']] },
	{ path: `${home}/review`, whole: 'h1[data-focus]', once: true },
	{ path: `${home}/practice/mixed`, whole: 'main button', once: true },
	{ path: `${home}/print?n=3&seed=a&key=with`, whole: '.paper', then: [['form summary', 'form .more']] },
	{ path: `${home}/print?make=cards&points=1`, whole: '.paper', once: true },
	{ path: `${home}/print?make=fold&points=1`, whole: '.paper', once: true },
	{ path: `${home}/teach?seed=a`, whole: '.desk button.primary', then: [['form summary', 'form .more']] },
	{ path: `${home}/teach?pick=hand`, whole: '.none', once: true },
	{ path: `${home}/teach/results`, whole: 'textarea', once: true },
	{ path: `${home}/bank`, whole: 'h1', once: true },
	{ path: '/settings', whole: 'dl dd' },
	{ path: '/offline?of=/any', whole: 'main ul', once: true },
	{ path: '/nowhere', whole: 'main a', once: true },
	{ path: `${home}/quiz?ticket=altered`, whole: 'main a', once: true },
	{
		path: exam,
		whole: 'form button.primary',
		then: [
			['form button.primary', '.view'],
			['[value=finish]', '[value=submit]'],
			['[value=submit]', '.sum']
		]
	},
	...courseKinds.map((kind) => ({
		path: quizPath({ behaviour: 'certainty', items: [itemOfKind(kind).id] }),
		whole: '.view',
		once: true as const
	})),
	{
		path: quizPath({ behaviour: 'practice', items: [itemOfKind('single-choice').id] }),
		whole: '.view label',
		once: true,
		then: [
			['[value=check]', '[role=alert]'],
			['.view label', ':checked'],
			['[value=check]', '.feedback'],
			['[value=next]', '.sum']
		]
	}
];

/** Those that show somebody who has studied what they know. */
const studied: readonly View[] = [
	{ path: home, whole: '#days' },
	{ path: `${home}/learn`, whole: 'a[href$="/learn/1"]' },
	{ path: `${home}/progress`, whole: '#days', then: [['button.cell', 'dialog[open]']] },
	{ path: '/settings', whole: 'dl dd' }
];

interface Look {
	width: number;
	theme: 'light' | 'dark';
	language: '' | '/fr';
	/** How large letters are, in percent. */
	letters: 100 | 200;
}

/**
 * Each page is seen twice, each time otherwise: on a phone and on a large screen, in either theme, in either language,
 * in plain and in large letters. Eight pages that follow one another show all eight ways to mix the last three.
 */
function looksAt(place: number): Look[] {
	const bit = (which: number) => Math.floor(place / which) % 2 === 1;
	const look = (width: number, isOther: boolean): Look => ({
		width,
		theme: bit(1) === isOther ? 'light' : 'dark',
		language: bit(2) === isOther ? '' : '/fr',
		letters: bit(4) === isOther ? 100 : 200
	});
	const looks = [look(bit(8) ? 390 : 320, false), look(bit(8) ? 1920 : 1280, true)];
	return place % 3 === 0 ? looks.toReversed() : looks;
}

async function expectSoundViews(page: Page, views: readonly View[]): Promise<void> {
	for (const [place, view] of views.entries())
		for (const look of looksAt(place).slice(0, view.once && 1)) {
			await open(page, view, look);
			await expectSound(page, look, view.path);
			for (const [pressed, there] of view.then ?? []) {
				await page.locator(pressed).first().click();
				await page.locator(there).first().waitFor();
				await enlarge(page, look);
				await expectSound(page, look, `${view.path}, ${there}`);
			}
		}
}

async function open(page: Page, { path, whole }: View, look: Look): Promise<void> {
	await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
	await page.setViewportSize({ width: look.width, height: 900 });
	await page.goto(path === '/' && look.language ? look.language : look.language + path);
	// The report on the questions has no script.
	if (!path.endsWith('/bank')) await expectLive(page);
	await page.locator(whole).first().waitFor();
	await enlarge(page, look);
}

/** Sets what a reader sets in the browser: the size that all others follow. */
async function enlarge(page: Page, { letters }: Look): Promise<void> {
	await page.evaluate((letters) => {
		document.documentElement.style.fontSize = letters === 100 ? '' : `calc(1.0625rem * ${letters / 100})`;
	}, letters);
}

/** Fails unless axe finds nothing, and in either direction nothing is too wide or covers anything. */
async function expectSound(page: Page, look: Look, what: string): Promise<void> {
	const seen = `${what} ${JSON.stringify(look)}`;
	await expectAccessible(page, seen);
	for (const direction of ['rtl', 'ltr']) {
		await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
		expect(await tooWide(page), `pixels too wide, ${direction}, ${seen}`).toBe(0);
		expect(await overlaps(page), `overlaps, ${direction}, ${seen}`).toEqual([]);
	}
}

test('every page is sound in every look for somebody who comes for the first time', async ({
	page,
	trouble
}) => {
	trouble.expect(/status of 40[04]/);
	await expectSoundViews(page, fresh);
}, 300_000);

test('every page that shows what is known is sound in every look', async ({ page }) => {
	await page.clock.setFixedTime(NOON);
	await page.goto(home);
	await seedStudy(page, inTheMiddle);
	await expectSoundViews(page, studied);
	await seedStudy(page, atRest);
	await expectSoundViews(page, [{ path: home, whole: '#days' }]);
});
