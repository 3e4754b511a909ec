import { randomUUID } from 'node:crypto';

import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { setupOf } from '#lib/classroom/fixtures.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemOfKind, oneOfEachKind, spaced } from './course.ts';
import { savedText } from './device.ts';
import { expectHeading, openLive, press } from './learner.ts';
import { asPrinted, printedPages } from './paper.ts';
import { playedLesson } from './played-lesson.ts';
import { toldReport } from '#lib/classroom/told.ts';

const A4 = '595×842';
const looks = {
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const;

const items = (['single-choice', 'true-false', 'short-text'] as const).map((kind) => itemOfKind(kind));
const ids = items.map(({ id }) => id);

/** A class on the server, played without a page. */
class PlayedClass {
	readonly id: string;
	readonly #host: string;

	constructor(id: string, host: string) {
		this.id = id;
		this.#host = host;
	}

	static async begin(otherwise: Partial<ClassSetup> = {}): Promise<PlayedClass> {
		const setup = setupOf({
			...{ primer: course.primer.id, language: 'en', items: ids, closesWhenAll: false },
			...otherwise
		});
		const { told, cookie } = await post('classes', { setup });
		return new PlayedClass(told['id'] ?? '', cookie);
	}

	/** Lets somebody join. @returns gives their answer to a round */
	async join(name: string): Promise<(round: number, response: unknown) => Promise<unknown>> {
		const { cookie } = await post(`${this.id}/join`, { name, team: null, ticket: randomUUID() });
		return (round, response) =>
			post(`${this.id}/answer`, { round, response, certainty: null, key: `${round}` }, cookie);
	}

	async say(...events: object[]): Promise<void> {
		for (const event of events) await post(`${this.id}/event`, event, this.#host);
	}

	/** Makes the browser the host’s. */
	async bringTo(context: BrowserContext): Promise<void> {
		const [name = '', value = ''] = this.#host.split('=');
		await context.addCookies([{ name, value, url: inject('address') }]);
	}
}

async function post(path: string, body: object, cookie = '') {
	const response = await fetch(`${inject('address')}/live/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body)
	});
	const told = (await response.json()) as Record<string, string>;
	if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(told)}`);
	return { told, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/**
 * Four pupils and three questions, the last of them asked twice. Computed by hand:
 *
 *           1      2      3 before  3 after   right
 *     Ada   right  right  wrong     right     3 of 3
 *     Ben   wrong  right  wrong     wrong     1 of 3
 *     Cleo  –      wrong  wrong     right     1 of 3
 *     Dan   right  right  right     right     3 of 3
 *           2/4    3/4    1/4       3/4       (1 + 1/3 + 1/3 + 1) / 4 = 2/3
 */
async function played(names = ['Ada', 'Ben', 'Cleo', 'Dan'], isEnded = true): Promise<PlayedClass> {
	const [r1, r2, r3] = items.map((item) => samples(item).right);
	const [w1, w2, w3] = items.map((item) => samples(item).wrong);
	const answers = [
		[r1, w1, null, r1],
		[r2, r2, w2, r2],
		[w3, w3, w3, r3],
		[r3, w3, r3, r3]
	];
	const begun = await PlayedClass.begin();
	const give = [];
	for (const name of names) give.push(await begun.join(name));
	const ask: object[][] = [
		[{ type: 'ask', position: 0 }],
		[{ type: 'ask', position: 1 }],
		[{ type: 'ask', position: 2 }],
		[{ type: 'discuss' }, { type: 'ask-again' }]
	];
	for (const [index, events] of ask.entries()) {
		await begun.say(...events);
		for (const [place, response] of (answers[index] ?? []).entries())
			if (response !== null) await give[place]?.(index + 1, response);
		await begun.say({ type: 'close', round: index + 1 });
		if (index !== 2) await begun.say({ type: 'reveal' });
	}
	if (isEnded) await begun.say({ type: 'end' });
	return begun;
}

async function openReport(page: Page, { id }: PlayedClass, language = ''): Promise<void> {
	await openLive(page, `${language}/host/${id}/report`);
	await page.locator('#whole').waitFor();
}

async function expectFit(page: Page, what?: string): Promise<void> {
	await expectAccessible(page, what);
	expect(await tooWide(page), `pixels too wide: ${what ?? page.url()}`).toBe(0);
}

/** The rows of a table, as they are read out. */
function rowsOf(page: Page, name: string): Promise<string[][]> {
	return page.getByRole('group', { name, exact: true }).evaluate((group) =>
		[...group.querySelectorAll('tr')].map((row) =>
			[...row.querySelectorAll('th, td')].map((cell) => {
				const read = cell.cloneNode(true);
				if (read instanceof Element) read.querySelectorAll('[aria-hidden]').forEach((each) => each.remove());
				return (read.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
			})
		)
	);
}

describe('the report of a class', () => {
	test('adds up by hand, is saved and printed, and goes on', async ({ page, trouble }) => {
		const klass = await played();
		await klass.bringTo(page.context());
		await openReport(page, klass);
		// 1 at 50 %; 2 and 3 at 75 %.
		expect(await rowsOf(page, 'Who knew what')).toEqual([
			['Pupil', 'All', 'Question 1', 'Question 2', 'Question 3'],
			['Ada', '100%', 'right', 'right', 'right'],
			['Ben', '33%', 'wrong', 'right', 'wrong'],
			['Cleo', '33%', 'no answer', 'wrong', 'right'],
			['Dan', '100%', 'right', 'right', 'right'],
			['Right on average', '50%', '75%', '75%']
		]);
		const whole = page.getByRole('region', { name: 'The class as a whole' });
		const figures = await whole.locator('.figure b').allInnerTexts();
		// Totals 3, 1, 1, 3 have a variance of 4/3; the questions 1/3 + 1/4 + 1/4: 3/2 · (1 − 5/6 · 3/4) = 0.5625.
		expect(figures.map(spaced)).toEqual(['4 pupils', '67%', '0.56']);
		const third = page.locator('#question-3');
		const twice = spaced(await third.getByRole('region', { name: 'Asked twice' }).innerText());
		// (3/4 − 1/4) / (1 − 1/4) = 2/3
		expect(twice).toContain('4 pupils answered both times. Right on average: 25% before, 75% after');
		expect(twice).toContain('Gain 0.67, medium');
		for (const [words, count] of [
			['right both times', 1],
			['wrong, then right', 2],
			['right, then wrong', 0],
			['wrong both times', 1]
		] as const)
			expect(twice).toContain(`${count} ${words}`);
		expect((await rowsOf(page, 'Pupil by pupil')).map((row) => [row[0], row[1], row[2], row[3]])).toEqual([
			['Pupil', 'Right', 'Marks', 'Answered'],
			['Ada', '100%', '3 of 3', '3 of 3'],
			['Ben', '33%', '1 of 3', '3 of 3'],
			['Cleo', '33%', '1 of 3', '2 of 3'],
			['Dan', '100%', '3 of 3', '3 of 3']
		]);

		const download = page.waitForEvent('download');
		await press(page, 'Save the pupils as CSV');
		expect((await savedText(download)).split('\r\n').slice(0, 3)).toEqual([
			`Name,Right,Marks,Possible marks,Answered,Asked,${ids.join(',')}`,
			'Ada,1,3,3,3,3,1,1,1',
			'Ben,0.333,1,3,3,3,0,1,0'
		]);
		const way = page.getByRole('link', { name: '2 questions for Ben' });
		expect(await way.getAttribute('href')).toMatch(
			new RegExp(`/${course.primer.id}/quiz\\?behaviour=practice&items=${ids[0]},${ids[2]}$`)
		);

		await press(page, 'Ask these again');
		// The page that it leads to is none of this test.
		trouble.expect(/./);
		const sent = page.waitForRequest('**/live/classes');
		await press(page, 'Make the new class');
		expect((await sent).postDataJSON()).toMatchObject({ setup: { items: [ids[0]], names: 'real' } });
		await page.waitForURL((url) => /^\/host\/[\w-]+$/.test(url.pathname) && !url.pathname.includes(klass.id));
	});

	test('is for its host alone, and gone for everybody once it is deleted', async ({
		page,
		newPage,
		trouble
	}) => {
		trouble.expect(/status of 40[34]/);
		const klass = await played();
		await openLive(page, `/host/${klass.id}/report`);
		await page
			.getByRole('alert')
			.getByText(/^Only the teacher of this class sees its report/)
			.waitFor();
		await klass.bringTo(page.context());
		await page.reload();
		await page.getByText(/^The server keeps this class until/).waitFor();
		await press(page, 'Delete this class');
		await expectAccessible(page, 'the question before it is deleted');
		await press(page, 'Keep it');
		await press(page, 'Delete this class');
		await press(page, 'Delete it');
		await page.getByText('The class is deleted. The server has nothing of it any more.').waitFor();
		const other = await newPage();
		await klass.bringTo(other.context());
		await openLive(other, `/fr/host/${klass.id}/report`);
		await other
			.getByRole('alert')
			.getByText(/^Cette classe n’existe pas/)
			.waitFor();
		await expectFit(other);
	});

	test('shows what has come of a class that is still running', async ({ page }) => {
		const klass = await played(undefined, false);
		await klass.bringTo(page.context());
		await openReport(page, klass, '/fr');
		await page.getByText(/^La classe est encore en cours.: voici/).waitFor();
		await page.getByText(/Le serveur la garde 30 jours après sa fin/).waitFor();
		await klass.say({ type: 'end' });
		await press(page, 'Actualiser');
		await page.getByText(/^Le serveur garde cette classe jusqu’au/).waitFor();
	});
});

describe('with a code book', () => {
	test('names stay on the device of the teacher, and pupils are followed', async ({ page }) => {
		const sent: string[] = [];
		page.context().on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
		await openLive(page, '/host/book');
		await page.getByLabel('What you call the class').fill('7b');
		await page
			.getByLabel('Names, one in each line')
			.fill('Ada Lovelace\nBlaise Pascal\nChloé Dupont\nDan Brown');
		await press(page, 'Make the book');
		const book = page.getByRole('article', { name: '7b' });
		await book.waitFor();
		const codes = await book.locator('tbody td:nth-child(2)').allInnerTexts();
		expect(codes).toHaveLength(4);

		// They type it as they like, and one of them something else.
		const [first = '', second = '', third = ''] = codes;
		const klass = await played([first.toLowerCase(), second, third.replace(' ', ''), 'somebody']);
		await klass.bringTo(page.context());
		await openReport(page, klass);
		await page.getByRole('group', { name: 'Who knew what' }).getByText('Ada Lovelace').waitFor();
		expect((await rowsOf(page, 'Who knew what')).map(([name]) => name)).toEqual([
			'Pupil',
			`Ada Lovelace${first.toLowerCase()}`,
			`Blaise Pascal${second}`,
			`Chloé Dupont${third.replace(' ', '')}`,
			'somebody',
			'Right on average'
		]);
		await page.getByText('1 name is none of the codes: say who it is').click();
		await page.getByLabel('somebody').selectOption({ label: `Dan Brown (${codes[3]})` });
		await press(page, 'Keep this class in the book');
		await page.getByText('Kept. “7b” now follows these pupils over this class, too.').waitFor();
		await expectFit(page);

		await openLive(page, '/host/book');
		await book.waitFor();
		expect(await book.locator('tbody td:nth-child(3)').allInnerTexts()).toEqual([
			'100%',
			'33%',
			'33%',
			'100%'
		]);
		const download = page.waitForEvent('download');
		await press(page, 'Save the book as a file');
		const file = await savedText(download);
		expect(file).toContain('Ada Lovelace');
		await press(page, 'Delete this book');
		await press(page, 'Delete the book');
		await book.waitFor({ state: 'detached' });
		await page
			.getByLabel('Read a book from a file')
			.setInputFiles({ name: 'book.json', mimeType: 'application/json', buffer: Buffer.from(file) });
		await page.getByText('“7b” is in the list above.').waitFor();
		expect(await book.locator('tbody td:nth-child(3)').allInnerTexts()).toEqual([
			'100%',
			'33%',
			'33%',
			'100%'
		]);
		expect(sent.length).toBeGreaterThan(5);
		for (const request of sent) expect(request).not.toMatch(/Lovelace|Pascal|Dupont|Brown/);
	});
});

for (const [name, look] of Object.entries(looks)) {
	describe(`axe finds nothing, and nothing is too wide, ${name}`, () => {
		test('a report of all kinds, what it asks, slips, and on paper', async ({ newPage }) => {
			const page = await newPage({ ...look, reducedMotion: 'reduce' });
			const lesson = playedLesson(
				course,
				oneOfEachKind().map(({ id }) => id),
				{ certainty: true, teams: ['Red', 'Blue'] }
			);
			const told = toldReport(lesson, { code: '7MDX2PW', createdAt: 0, endedAt: 1000 }, 30);
			await page.route('**/live/any/report', (route) => route.fulfill({ json: told }));
			for (const language of ['', '/fr']) {
				await openLive(page, `${language}/host/any/report`);
				await page.locator('#whole').waitFor();
				await expectFit(page);
			}
			await press(page, 'Reposer ces questions');
			await expectFit(page, 'what is asked again');
			await press(page, 'Pas maintenant');
			const pages = await printedPages(page);
			expect(new Set(pages)).toEqual(new Set([A4]));
			// As long as a teacher prints, and no empty sheet before it.
			expect(pages.length).toBeLessThan(10);
			await press(page, 'Préparer des fiches à distribuer');
			await page
				.getByRole('img', { name: /^Code QR/ })
				.first()
				.waitFor();
			await expectFit(page, 'slips');
		});

		test('a code book, and its cards', async ({ newPage }) => {
			const page = await newPage(look);
			for (const language of ['', '/fr']) {
				await openLive(page, `${language}/host/book`);
				await page.locator('input[required]').fill('7b');
				await page.locator('main textarea').last().fill('Ada\nBlaise');
				await page.locator('main .button.primary').last().click();
				await page.locator('table').first().waitFor();
				await expectFit(page);
			}
			await page.getByRole('button', { name: 'Cartes à distribuer' }).first().click();
			await expectHeading(page, 'Cartes de 7b');
			await expectFit(page, 'cards');
		});
	});
}

test('without a script, the pages say what they need', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto('/host/any/report');
	await page.getByText(/^The report is put together on your device/).waitFor();
	await page.goto('/fr/host/book');
	await page.getByText(/^Le carnet est gardé par votre navigateur/).waitFor();
});

test('on paper, the map of who knew what fits beside its margins', async ({ page }) => {
	const lesson = playedLesson(
		course,
		course.items.slice(0, 25).map(({ id }) => id)
	);
	const told = toldReport(lesson, { code: '7MDX2PW', createdAt: 0, endedAt: 1000 }, 30);
	await page.route('**/live/any/report', (route) => route.fulfill({ json: told }));
	await openLive(page, '/host/any/report');
	await page.locator('#whole').waitFor();
	await asPrinted(page, 182);
	expect(await tooWide(page)).toBe(0);
	const beyond = await page
		.locator('main table')
		.evaluateAll((all) => all.map((table) => Math.round(table.getBoundingClientRect().right - innerWidth)));
	expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
});
