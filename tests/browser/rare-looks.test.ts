import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, onTestFinished } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { NOON } from '#lib/review/map-fixtures.ts';
import { writeResultCode } from '#lib/results/code.ts';
import { played } from '#lib/results/fixtures.ts';

import { looksAskedOr, nameOf } from './all-looks.ts';
import { test } from './browser.ts';
import { course, itemOfKind, quizPath } from './course.ts';
import { expectKept, store } from './device.ts';
import { give } from './give.ts';
import { hostClass } from './hosting.ts';
import { writeKeptCourses } from './kept-courses.ts';
import { expectLive, openLive } from './learner.ts';
import { seedStudy } from './seed-study.ts';
import { startServer } from './serve.ts';
import { atRest, inTheMiddle, today } from './some-learner.ts';
import { expectSound, seenIn } from './sound.ts';

const home = `/${course.primer.id}`;
const single = itemOfKind('single-choice');

/** Opens all that can be opened below the frame of the page. */
async function openAll(page: Page): Promise<void> {
	await page
		.locator('main details')
		.evaluateAll((all) => all.forEach((each) => (each as HTMLDetailsElement).setAttribute('open', '')));
}

/** Gives the question some answer, right or wrong. */
async function answerAnyhow(page: Page): Promise<void> {
	const view = page.locator('.quiz .view').first();
	await view.evaluate((element) => {
		const chosen = new Set<string>();
		for (const input of element.querySelectorAll<HTMLInputElement>(
			'input:is([type=radio], [type=checkbox])'
		)) {
			if (!chosen.has(input.name)) input.click();
			chosen.add(input.name);
		}
		element.querySelector<HTMLElement>('.keep')?.click();
	});
	for (const field of await view.locator('input:is([type=text], :not([type]))').all()) await field.fill('7');
	for (const list of await view.locator('select').all()) await list.selectOption({ index: 1 });
}

/** Keeps the database of the page from being read. */
function failToRead(): void {
	const fail = () => {
		throw new DOMException('Internal error.', 'UnknownError');
	};
	for (const source of [IDBObjectStore.prototype, IDBIndex.prototype])
		for (const name of ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'])
			Reflect.set(source, name, fail);
}

// What is told seldom is told in long sentences: it is seen where they have the least room.
const looks = looksAskedOr([{ width: 320, theme: 'dark', language: '/fr', letters: 200 }]);

for (const look of looks)
	describe(`what is seen seldom is sound, ${nameOf(look)}`, () => {
		const at = (path: string) => look.language + path;

		test('pages about what the device has kept, where it cannot be read', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			await page.addInitScript(failToRead);
			for (const [path, told] of [
				[home, '.note'],
				[`${home}/progress`, '.note'],
				['/settings', '.trouble']
			] as const) {
				await page.goto(at(path));
				await page.locator(told).first().waitFor();
				await expectSound(page, look, `${path}, which cannot read`);
			}
		});

		test('quizzes that were begun, an exam that is over, and one without a result', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			for (const behaviour of ['practice', 'retry'] as const) {
				const address = quizPath({ behaviour, items: [single.id] });
				await openLive(page, at(address));
				await give(page, single, samples(single).wrong);
				await page.locator('[value=check]').click();
				await page.locator('.feedback, [value=reveal]').first().waitFor();
			}
			await openLive(page, at(quizPath({ behaviour: 'practice', items: [single.id], seed: 'done' })));
			await page.locator('[value=finish]').click();
			await page.locator('[value=submit]').click();
			await page.locator('.results').waitFor();
			await page.goto(at(quizPath({ behaviour: 'exam', items: [single.id], minutes: 5 })));
			await page.locator('form button.primary').click();
			await page.waitForURL(/sitting=/);
			await expectLive(page);
			await give(page, single, samples(single).right);
			await page.goto(at(home));
			await page.locator('#go-on').waitFor();
			await expectSound(page, look, 'quizzes that were begun');
			await page.clock.install();
			await page.clock.setSystemTime(Date.now() + 31 * 86_400_000);
			await page.goto(at(home));
			await page.locator('.why').waitFor();
			await expectSound(page, look, 'an exam without a result');
		});

		test('a review, and what it has moved', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			await page.clock.install({ time: NOON });
			await page.goto(at(home));
			const facts = inTheMiddle.facts?.slice(0, 2).map((fact) => ({ ...fact, due: today })) ?? [];
			await seedStudy(page, { facts });
			await page.goto(at(`${home}/review`));
			const end = page.locator('h1[data-focus]');
			for (;;) {
				await end.or(page.locator('[value=check]')).first().waitFor();
				if (await end.isVisible()) break;
				await answerAnyhow(page);
				await page.locator('[value=check]').click();
				await page.clock.runFor(1000);
				await page.locator('[value=next]').click();
			}
			await page.locator('.ending').waitFor();
			await expectSound(page, look, 'what a review has moved');
		});

		test('what is known, with every day and an app to install', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			await page.clock.setFixedTime(NOON);
			await page.goto(at(home));
			await seedStudy(page, atRest);
			await page.goto(at(`${home}/progress`));
			await page.locator('#days').waitFor();
			await page.evaluate(() => {
				const event = new Event('beforeinstallprompt', { cancelable: true });
				dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve() }));
			});
			await openAll(page);
			await expectSound(page, look, 'the map, all of it open');
		});

		test('a quiz that cannot go on, and its menu', async ({ newPage, trouble }) => {
			trouble.expect(/ERR_FAILED/);
			const page = await seenIn(await newPage(), look);
			await page.route(/\/quiz\/items/, (route) => route.abort());
			await openLive(page, at(quizPath({ behaviour: 'practice', count: 3 })));
			await page.locator('.menu').first().click();
			await page.locator('.menu[open]').waitFor();
			await expectSound(page, look, 'the menu of a quiz');
			await page.keyboard.press('Escape');
			await page.locator('[value=skip]').click();
			await page.locator(':has(> h1[data-focus-question]) + div button').waitFor();
			await expectSound(page, look, 'a question that does not come');
		});

		test('an earlier attempt that cannot go on', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			await openLive(page, at(quizPath({ behaviour: 'practice', items: [single.id] })));
			await give(page, single, samples(single).right);
			await page.locator('[value=check]').click();
			await expectKept(page, 'check');
			await store(page, 'anything');
			await page.reload();
			await page.locator('.set-aside').waitFor();
			await expectSound(page, look, 'an earlier attempt');
		});

		test('an exam whose answer cannot be read, or sent', async ({ newPage, trouble }) => {
			trouble.expect(/status of 502/);
			const page = await seenIn(await newPage(), look);
			const number = itemOfKind('numeric');
			await page.goto(at(quizPath({ behaviour: 'exam', items: [number.id], minutes: 60 })));
			await page.locator('form button.primary').click();
			await page.waitForURL(/sitting=/);
			await expectLive(page);
			await page.route('**/quiz/sitting', (route) => route.fulfill({ status: 502 }));
			await page.locator('.quiz .view input').fill('some');
			await page.locator('[value=next]').click();
			await page.locator('.quiz [role=alert]').filter({ hasText: /\S/ }).first().waitFor();
			await expectSound(page, look, 'an answer that cannot be read');
			await page.locator('[value=next]').click();
			await page.locator('[value=submit]').waitFor();
			await expectSound(page, look, 'an overview of what cannot be read');
			await page.locator('[value=submit]').click();
			await page.locator('p[role=alert]').waitFor();
			await expectSound(page, look, 'an exam that is not handed in');
		});

		test('several courses, one of them for exams alone and one that cannot be served', async ({
			newPage,
			trouble
		}) => {
			trouble.expect(/status of (403|503)/);
			const folder = writeKeptCourses();
			mkdirSync(join(folder, 'broken'));
			writeFileSync(join(folder, 'broken/primer.yaml'), 'title: [\n');
			const server = await startServer({ QUESTIONS: folder });
			onTestFinished(async () => {
				await server.stop();
				rmSync(folder, { recursive: true });
			});
			const page = await seenIn(await newPage({ baseURL: server.address }), look);
			for (const path of [
				'/',
				'/broken',
				'/exams',
				'/exams/learn/1',
				'/exams/teach?seed=a',
				'/exams/teach/results',
				'/host?course=exams',
				'/mixed/bank',
				'/mixed/quiz?behaviour=exam&items=secret-1,open-0,secret-0'
			]) {
				await page.goto(path === '/' ? at('') || '/' : at(path));
				await page.locator('main h1').waitFor();
				await expectSound(page, look, path);
			}
		});

		test('results of a class, some of which do not count', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			const all = new Map<string, Item>([[single.id, single]]);
			const [one, other] = ['Maëlys-Anne de Montmorency', 'Ada'].map((name, place) =>
				played(all, () => [place === 0 ? solution(single) : samples(single).wrong], 'practice', {
					course: course.primer.id,
					name,
					startedAt: NOON + place
				})
			);
			if (!one || !other) throw new Error('Nobody has a result.');
			const codes = [one, other, one, { ...other, course: 'another' }].map(writeResultCode);
			await openLive(page, at(`${home}/teach/results`));
			await page.locator('textarea').fill([...codes, codes[0]?.slice(0, 90)].join('\n'));
			await page.locator('.give .button.primary').click();
			await page.locator('.told b').waitFor();
			await openAll(page);
			await expectSound(page, look, 'results with faults');
		});

		test('a class whose door is locked, on the wall, and all of it on the remote', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			const language = look.language === '' ? 'en' : 'fr';
			const hosted = await hostClass({ items: [single.id], language, standings: true, seconds: 600 });
			for (const name of ['Élodie-Anne de Montmorency', 'Ada', 'Dick']) await hosted.join(name);
			await hosted.bringTo(page.context());
			await hosted.act({ type: 'lock' });
			await page.goto(at(`/host/${hosted.id}`));
			await page.locator('.held').waitFor();
			await expectSound(page, look, 'the wall of a locked class');
			await hosted.act({ type: 'ask', position: 0 });
			await hosted.act({ type: 'close', round: 1 });
			await hosted.act({ type: 'reveal' });
			await page.goto(at(`/host/${hosted.id}/remote`));
			await page.locator('main[data-phase=revealed] [data-person]').first().waitFor({ state: 'attached' });
			await openAll(page);
			await expectSound(page, look, 'a remote, all of it open');
		});

		test('questions opened before a class is asked them', async ({ newPage }) => {
			const page = await seenIn(await newPage(), look);
			const quoted = course.items.find(({ stimulus }) => stimulus?.source?.address !== undefined) ?? single;
			await openLive(page, at(`/host?seed=a&n=60&points=${quoted.point}&kinds=${quoted.kind}`));
			await openAll(page);
			await page.locator('.sheet a').first().waitFor();
			await expectSound(page, look, 'questions of a class');
		});

		test('a link to an exam with more time, once what was asked for made sense', async ({
			newPage,
			trouble
		}) => {
			trouble.expect(/status of 400/);
			const page = await seenIn(await newPage(), look);
			await openLive(page, at(`${home}/teach?n=3&minutes=10&seed=s`));
			await page.locator('#exam').click();
			await page.locator('.exam [name=opens]').fill('2030-01-02T10:30');
			await page.locator('.exam [name=closes]').fill('2030-01-02T08:30');
			await page.locator('.exam button.primary').click();
			await page.locator('.exam .problem').waitFor();
			await expectSound(page, look, 'an exam that closes before it opens');
			await page.locator('.exam [name=closes]').fill('2030-01-03T08:30');
			await page.locator('.exam [name=password]').fill('sesame');
			await openAll(page);
			await page.locator('[type=checkbox][name=longer]').last().check();
			await page.locator('.exam button.primary').click();
			await page.locator('.link, .box').nth(1).waitFor();
			await expectSound(page, look, 'the links to an exam');
		});
	});
