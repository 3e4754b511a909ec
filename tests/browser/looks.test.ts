import type { Page } from 'playwright-core';
import { samples } from '#lib/kinds/index.ts';
import { NOON } from '#lib/review/map-fixtures.ts';

import { looksAskedOr, nameOf, type Look } from './all-looks.ts';
import { test } from './browser.ts';
import { course, courseKinds, itemOfKind, quizPath } from './course.ts';
import { give } from './give.ts';
import { hostClass } from './hosting.ts';
import { expectLive } from './learner.ts';
import { pages, type PageToSee } from './pages.ts';
import { seedStudy } from './seed-study.ts';
import { atRest, inTheMiddle } from './some-learner.ts';
import { expectSound, seenIn } from './sound.ts';

/** A page in one of its states. */
interface View extends PageToSee {
	/** What is pressed, one after the other, and what is there afterwards. */
	then?: readonly (readonly [pressed: string, there: string])[];
	/** Whether one look is enough: it is long, or like another, or a file of its own looks at it in either theme. */
	once?: true;
}

/** What is pressed on some of the pages; those that are left out are seen once. */
const presses: Partial<Record<keyof typeof pages, View['then']>> = {
	first: [['.take summary', '.take input[name=minutes]']],
	home: [['#menu', '.menu[open]']],
	lessons: [],
	lesson: [],
	whole: [],
	background: [],
	map: [],
	cards: [['.turn', '.judgements']],
	worksheet: [['form summary', 'form .more']],
	teach: [
		['.choices form summary', '.choices form .more'],
		['#exam', '.exam form'],
		['.exam form summary', '[name=longer]']
	],
	settings: [],
	examStart: [
		['form button.primary', '.view'],
		['[value=finish]', '[value=submit]'],
		['[value=submit]', '.sum']
	]
};

/** The pages as somebody finds them who comes for the first time. */
const fresh: readonly View[] = [
	...Object.entries<PageToSee>(pages).map(([name, page]): View => {
		const then = Object.entries(presses).find(([pressed]) => pressed === name)?.[1];
		return then ? { ...page, then } : { ...page, once: true };
	}),
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

/** The page of the course for somebody who has studied. */
const known: View = { ...pages.home, whole: '#days' };

/** Those that show somebody who has studied what they know. */
const studied: readonly View[] = [
	known,
	pages.lessons,
	{ ...pages.map, whole: '#days', then: [['button.cell', 'dialog[open]']] },
	pages.settings
];

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

/** How the pages of a test are looked at, by their place: some of the looks for each, or the one that was asked for. */
interface Round {
	name: string;
	looksAt: (place: number, once?: boolean) => readonly Look[];
}

const asked = looksAskedOr([]).map((look): Round => ({ name: nameOf(look), looksAt: () => [look] }));
const some: Round = {
	name: 'in two looks each',
	looksAt: (place, once) => looksAt(place).slice(0, once ? 1 : 2)
};
const rounds = asked.length > 0 ? asked : [some];

async function expectSoundViews(page: Page, views: readonly View[], { looksAt }: Round): Promise<void> {
	for (const [place, view] of views.entries())
		for (const look of looksAt(place, view.once)) {
			await open(page, view, look);
			await expectSound(page, look, view.path);
			for (const [pressed, there] of view.then ?? []) {
				await page.locator(pressed).first().click();
				await page.locator(there).first().waitFor();
				await expectSound(page, look, `${view.path}, ${there}`);
			}
		}
}

async function open(page: Page, { path, whole, isStill = false }: View, look: Look): Promise<void> {
	await seenIn(page, look);
	await page.goto(path === '/' && look.language ? look.language : look.language + path);
	if (!isStill) await expectLive(page);
	await page.locator(whole).first().waitFor();
}

test.for(rounds)(
	'every page is sound for somebody who comes for the first time: $name',
	{ timeout: 300_000 },
	async (round, { page, trouble }) => {
		trouble.expect(/status of 40[04]/);
		await expectSoundViews(page, fresh, round);
	}
);

test.for(rounds)('every page that shows what is known is sound: $name', async (round, { page }) => {
	await page.clock.setFixedTime(NOON);
	await page.goto(known.path);
	await seedStudy(page, inTheMiddle);
	await expectSoundViews(page, studied, round);
	await seedStudy(page, atRest);
	await expectSoundViews(page, [known], round);
});

test.for(rounds)(
	'every answer is sound with its verdict, whatever its kind: $name',
	{ timeout: 300_000 },
	async ({ looksAt }, { page }) => {
		for (const [place, kind] of courseKinds.entries()) {
			const item = itemOfKind(kind);
			const view = { path: quizPath({ behaviour: 'practice', items: [item.id] }), whole: '.view' };
			for (const look of looksAt(place, true)) {
				await open(page, view, look);
				await give(page, item, samples(item).partlyRight ?? samples(item).wrong);
				await expectSound(page, look, `${view.path}, answered`);
				await page.locator('[value=check]').click();
				await page.locator('.feedback summary').first().waitFor();
				await expectSound(page, look, `${view.path}, explained`);
			}
		}
	}
);

const spoken = course.items.find(({ stimulus }) => stimulus) ?? itemOfKind('single-choice');
const matched = itemOfKind('matching');

test.for(rounds)(
	'every page of a class is sound, for its host and for a pupil: $name',
	{ timeout: 300_000 },
	async ({ looksAt }, { page, newPage }) => {
		for (const look of looksAt(0)) {
			const pupil = await newPage();
			const hosted = await hostClass({
				...{ items: [spoken.id, matched.id], language: look.language === '' ? 'en' : 'fr' },
				...{ seconds: 600, standings: true }
			});
			await hosted.bringTo(page.context());
			await open(page, { path: `/host/${hosted.id}`, whole: 'main[data-phase=lobby]' }, look);
			await open(pupil, { path: `/join/${hosted.code}`, whole: 'input[name=name]' }, look);
			await expectSound(pupil, look, 'the name of a pupil');
			await pupil.locator('input[name=name]').fill('Élodie-Anne de Montmorency');
			await pupil.locator('main button.primary').click();
			await pupil.locator('.connection.open').waitFor();

			const expectBothSound = async (phase: string, ofPupil: string) => {
				await page.locator(`main[data-phase=${phase}] h1`).first().waitFor();
				await expectSound(page, look, `the wall, ${phase}`);
				await pupil.locator(ofPupil).first().waitFor();
				await expectSound(pupil, look, `the phone, ${phase}`);
			};
			await page.getByRole('button', { name: 'Élodie-Anne' }).waitFor();
			await expectBothSound('lobby', 'h1');
			for (const [position, item] of [spoken, matched].entries()) {
				await hosted.act({ type: 'ask', position });
				await expectBothSound('asking', '[value=check]');
				await give(pupil, item, samples(item).wrong);
				await pupil.locator('[value=check]').click();
				await pupil.locator('.told.good').waitFor();
				await hosted.act({ type: 'close', round: position + 1 });
				await hosted.act({ type: 'reveal' });
				await expectBothSound('revealed', 'article.revealed');
			}
			await hosted.act({ type: 'standings' });
			await expectBothSound('standings', 'h1');
			await hosted.act({ type: 'end' });
			await expectBothSound('ended', '#own-heading');
			await open(page, { path: `/host/${hosted.id}/report`, whole: '#whole' }, look);
			await expectSound(page, look, 'the report');
		}
	}
);
