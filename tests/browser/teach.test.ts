import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import { writeResultCode } from '#lib/results/code.ts';
import { writeResultFile } from '#lib/results/file.ts';
import { played } from '#lib/results/fixtures.ts';
import type { Result } from '#lib/results/format.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, courseKinds, editionIn, itemsAskedAt, spaced, words } from './course.ts';
import { savedText } from './device.ts';
import { expectHeading, expectLive, openLive, press, question } from './learner.ts';
import { pixelsOf } from './paper.ts';

const home = `/${course.primer.id}`;
const path = `${home}/teach`;
const looks = {
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const;

/** A choice that no question fits. */
const nothing = (() => {
	const pairs = courseKinds.flatMap((kind) => course.primer.points.map(({ id }) => ({ kind, id })));
	const empty = pairs.find(
		({ kind, id }) => !course.items.some((item) => item.kind === kind && item.point === id)
	);
	if (!empty) throw new Error('The course has questions of every kind in every point.');
	return `points=${empty.id}&kinds=${empty.kind}`;
})();

/** The link that the page gives. */
const link = (page: Page) => page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

/** Waits until the link asks for something. */
async function expectLink(page: Page, part: RegExp): Promise<void> {
	await expect.poll(() => link(page)).toMatch(part);
}

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}

describe('a link for a class', () => {
	test('is one click from the page of the course', async ({ page }) => {
		await openLive(page, home);
		await page.getByRole('link', { name: 'For teachers' }).click();
		await expectHeading(page, 'For teachers');
		await expectLink(page, /\/paris-call\/quiz\?behaviour=practice&seed=\w+$/);
	});

	test('is where the page of the course offers a quiz, too', async ({ page }) => {
		for (const [language, words] of [
			['', 'For teachers: a link, a worksheet or an exam for your class.'],
			['/fr', 'Pour les enseignants : un lien, une fiche ou un examen pour votre classe.']
		] as const) {
			await page.goto(language + home);
			const line = page.locator('.take p').filter({ has: page.locator('a[href*="/teach"]') });
			expect(spaced(await line.innerText())).toBe(words);
			await line.getByRole('link').click();
			await page.waitForURL(`**${language}${path}`);
		}
	});

	test('and what sets an exam are within two screens of a phone', async ({ newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 844 } });
		for (const language of ['', '/fr']) {
			// What is drawn takes more or fewer lines.
			await openLive(page, `${language}${path}?seed=s`);
			const low = async (named: RegExp) =>
				page
					.getByRole('button', { name: named })
					.evaluate((button) => button.getBoundingClientRect().bottom + scrollY);
			await expect.poll(() => low(/^(Copy the link|Copier le lien)$/)).toBeLessThan(844);
			await page.locator('#exam').click();
			await expect
				.poll(() => low(/^(Make the exam’s link|Créer le lien de l’examen)$/))
				.toBeLessThan(2 * 844);
		}
	});

	test.for(['', '/fr'])(
		'is in sight beside all choices, and so is what sets an exam once it was scrolled to, at “%s/”',
		async (language, { newPage }) => {
			const page = await newPage({ viewport: { width: 1280, height: 800 } });
			await openLive(page, language + path);
			const scrolling = await page
				.locator('.result, .result *')
				.evaluateAll(
					(all) =>
						all.filter(
							(each) =>
								each.scrollHeight > each.clientHeight + 1 &&
								/auto|scroll/.test(getComputedStyle(each).overflowY)
						).length
				);
			expect(scrolling).toBe(0);
			const exam = page.locator('details.exam');
			const foot = () => exam.evaluate((box) => box.getBoundingClientRect().bottom);
			await page.getByRole('radio', { name: /^Exam/ }).check();
			// The choice says where, too.
			await page.locator('.choices a[href="#exam"]').click();
			await page.waitForURL(/#exam$/);
			await expect.poll(foot).toBeLessThanOrEqual(800);
			await exam.locator('#exam').click();
			await exam
				.getByRole('button', { name: /^(Make the exam’s link|Créer le lien de l’examen)$/ })
				.waitFor();
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
			await expect.poll(foot).toBeLessThanOrEqual(800);
		}
	);

	test('is there at once, in words and as a code, and asks what the page shows', async ({
		page,
		newPage
	}) => {
		await openLive(page, path);
		const address = await link(page);
		const shown = await page
			.getByRole('region', { name: 'What learners see' })
			.locator('summary > span:first-child')
			.allInnerTexts();
		expect(shown).toHaveLength(10);
		const { data, width, height } = await pixelsOf(page.getByRole('img', { name: /^QR code/ }));
		expect(jsQR(data, width, height)?.data).toBe(address);

		const learner = await newPage();
		await learner.goto(address);
		expect(itemsAskedAt(address)).toHaveLength(10);
		expect(spaced(await question(learner).innerText())).toBe(spaced(shown[0] ?? ''));
	});

	test('is copied by one press, and the page says so', async ({ page }) => {
		await openLive(page, path);
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await press(page, 'Copy the link');
		await page.getByRole('status').getByText('Copied.').waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(page));
	});

	test('follows each choice, and says at once what it gives', async ({ page }) => {
		await openLive(page, path);
		await page.getByRole('radio', { name: /^Exam/ }).check();
		await expectLink(page, /behaviour=exam/);
		await page.getByRole('checkbox', { name: '2. Who backed it' }).check();
		await expectLink(page, /points=2&/);
		await page.getByRole('spinbutton', { name: 'Questions' }).fill('3');
		await page.getByRole('spinbutton', { name: 'Questions' }).blur();
		await page.getByRole('status').getByText('3 questions').waitFor();
		await page.getByRole('status').getByText('3 minutes allowed').waitFor();
		await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
		await expectLink(page, /\/fr\/paris-call\/quiz\?behaviour=exam&points=2&n=3&seed=\w+$/);
		await page.getByText('Time, order, kinds and difficulty').click();
		await page.getByRole('combobox', { name: 'Each learner gets' }).selectOption('own');
		await expectLink(page, /points=2&n=3$/);
		await page.getByRole('spinbutton', { name: 'Time limit in minutes' }).fill('7.5');
		await page.getByRole('combobox', { name: 'Extra time' }).selectOption('twice as long');
		await page.getByRole('status').getByText('15 minutes allowed').waitFor();
		await expectLink(page, /&minutes=7.5&extra=2$/);
	});

	test('says clearly where the choice gives too few, or nothing', async ({ page }) => {
		await page.goto(`${path}?points=2&kinds=numeric&n=20&seed=s`);
		await page
			.getByText(/^Only \d questions? fits?, not 20\. Tick more points or kinds for more\.$/)
			.waitFor();
		await page.goto(`${path}?${nothing}&seed=s`);
		await page.getByText('No question fits all of this.').waitFor();
		expect(await page.getByRole('textbox', { name: 'Link' }).count()).toBe(0);
		await page.goto(`${path}?pick=hand`);
		await page.getByText('No question is ticked yet.').waitFor();
	});

	test('asks the questions that were picked by hand, in the order of the course', async ({ page }) => {
		await openLive(page, path);
		await page.getByRole('radio', { name: /^Picked by hand/ }).check();
		const picked = course.items
			.filter(({ enemies }) => enemies.length === 0)
			.slice(0, 8)
			.filter((_, place) => place % 4 === 0);
		for (const { stem } of picked)
			await page.getByRole('checkbox', { name: words(stem), exact: true }).check();
		await page.getByRole('status').getByText('2 questions').waitFor();
		await page.getByText('Time, order, kinds and difficulty').click();
		await page.getByRole('combobox', { name: 'Order' }).selectOption('as in the course');
		await expectLink(page, /order=fixed/);
		expect(itemsAskedAt(await link(page)).map(({ id }) => id)).toEqual(picked.map(({ id }) => id));
	});

	test('is built without a script as well, by a form that is sent', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		await page.goto(path);
		await page.getByRole('radio', { name: /^Certainty/ }).check();
		await page.getByRole('checkbox', { name: '2. Who backed it' }).check();
		await page.getByRole('spinbutton', { name: 'Questions' }).fill('4');
		await press(page, 'Show what this gives');
		await page.getByText('4 questions').first().waitFor();
		const address = await link(page);
		expect(address).toMatch(/\?behaviour=certainty&points=2&n=4&seed=\w+$/);
		expect(await page.getByRole('img', { name: `QR code of the address ${address}` }).count()).toBe(1);
		expect(await page.getByRole('button', { name: 'Copy the link' }).count()).toBe(0);

		await page.getByRole('radio', { name: /^Picked by hand/ }).check();
		await press(page, 'Show what this gives');
		await page.getByRole('checkbox', { name: words(course.items[0]?.stem ?? ''), exact: true }).check();
		await press(page, 'Show what this gives');
		expect(await link(page)).toContain(`items=${course.items[0]?.id}`);
	});

	test('leads to the same questions on paper, with their key', async ({ page }) => {
		await openLive(page, `${path}?points=2,4&n=4&seed=s`);
		await page.getByRole('link', { name: 'Worksheet with its key' }).click();
		await page.getByRole('region', { name: 'Answer key' }).waitFor();
		const printed = await page.getByRole('region', { name: 'Worksheet' }).locator('.stem').allInnerTexts();
		expect(printed.map(spaced)).toEqual(
			itemsAskedAt('/any?points=2,4&n=4&seed=s').map(({ stem }) => words(stem))
		);
	});
});

test.for([
	['teach/results', 'Read results'],
	['print', 'Worksheets'],
	['bank', 'How good the questions are']
] as const)(
	'the pages for teachers stand in one row on a phone, and the one that is shown is in sight: %s',
	async ([at, name], { newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 844 } });
		const ways = page.getByRole('navigation', { name: 'For teachers' }).getByRole('link');
		await page.goto(`${home}/${at}`);
		// The report on the questions comes without a script.
		if (at !== 'bank') await expectLive(page);
		const tops = await ways.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
		expect(tops.length).toBeGreaterThan(5);
		expect(new Set(tops).size).toBe(1);
		const shown = page.getByRole('link', { name, exact: true }).and(page.locator('[aria-current=page]'));
		await expect.poll(() => shown.evaluate((link) => link.getBoundingClientRect().right)).toBeLessThan(390);
		// Whoever goes through them by keyboard sees each, and all of it where a script runs.
		const cut = at === 'bank' ? 300 : 0;
		for (const way of await ways.all()) {
			await way.focus();
			const outside = () =>
				way.evaluate((link) => {
					const { left, right, width } = link.getBoundingClientRect();
					return left > innerWidth || right < 0 ? width + innerWidth : Math.max(-left, right - innerWidth);
				});
			await expect.poll(outside).toBeLessThanOrEqual(cut);
		}
	}
);

describe('results of a class', () => {
	const asked = course.items.filter(({ kind }) => kind === 'single-choice').slice(0, 4);
	/** Learners of whom the first ones know more. */
	const results: Result[] = [
		'Ada',
		'=HYPERLINK("http://x")',
		'Maëlys-Anne de Montmorency',
		'',
		'Alan',
		'Edsger'
	].map((name, place) =>
		played(
			new Map(asked.map((item) => [item.id, item])),
			(id) => {
				const index = asked.findIndex((item) => item.id === id);
				const item = asked[index];
				return item ? [index >= place ? samples(item).right : samples(item).wrong] : [];
			},
			'practice',
			{ course: course.primer.id, name, startedAt: Date.UTC(2026, 10, 25, 9, place) }
		)
	);
	const chat = results
		.slice(0, 4)
		.map((result) => `here you are: ${writeResultCode(result)} :)`)
		.join('\n');
	const files = results.slice(4).map((result, place) => ({
		...{ name: `result-${place}.json`, mimeType: 'application/json' },
		buffer: Buffer.from(writeResultFile(result))
	}));

	async function read(page: Page): Promise<void> {
		await openLive(page, `${path}/results`);
		await page.getByRole('textbox', { name: 'Codes' }).fill(`${chat}\nFP1-broken`);
		await press(page, 'Read the codes');
		await page.getByText('4 results were read.').waitFor();
		await page.getByLabel('Choose files').setInputFiles(files);
		await page.getByText('6 results were read.').waitFor();
	}

	test('are read from codes and files, and nothing leaves the device', async ({ page }) => {
		const sent: string[] = [];
		await openLive(page, `${path}/results`);
		await page.getByRole('textbox', { name: 'Codes' }).waitFor();
		page.on('request', (request) => {
			if (request.method() !== 'GET' || request.url().includes('FP1')) sent.push(request.url());
		});
		await page.getByRole('textbox', { name: 'Codes' }).fill(`${chat}\nFP1-broken`);
		await press(page, 'Read the codes');
		await page.getByLabel('Choose files').setInputFiles(files);
		await page.getByText('6 results were read.').waitFor();
		expect(sent).toEqual([]);

		const refused = page.getByRole('region', { name: 'What does not count, and why' });
		expect(spaced(await refused.getByRole('listitem').innerText())).toMatch(
			/^Text 1, line 5: The code has no end\./
		);
		const rows = page.getByRole('table').getByRole('row');
		expect(await rows.count()).toBe(7);
		expect(spaced(await rows.nth(1).innerText())).toMatch(/^Ada 100% 4 of 4 4 of 4 /);
		expect(spaced(await rows.nth(4).innerText())).toMatch(/^Learner 4 25% 1 of 4 4 of 4 /);
		const hardest = page.getByRole('region', { name: 'Questions, the hardest first' });
		const stems = (await hardest.locator('h3 > span:last-child').allInnerTexts()).map(spaced);
		expect(stems).toEqual(asked.map(({ stem }) => words(stem)));
		expect(await hardest.getByText('provisional').count()).toBe(8);
		await hardest
			.getByText(/^Most tempting: .* \(\d+%\)\.$/)
			.first()
			.waitFor();

		await press(page, 'Remove all');
		expect(await page.getByRole('table').count()).toBe(0);
	});

	test('are saved for a spreadsheet, in which no name is a formula', async ({ page }) => {
		await read(page);
		const saved = async (name: string) => {
			const downloading = page.waitForEvent('download');
			await press(page, name);
			return { name: (await downloading).suggestedFilename(), text: await savedText(downloading) };
		};
		const learners = await saved('Save the learners as CSV');
		expect(learners.name).toBe('paris-call-learners.csv');
		expect(learners.text.split('\r\n')).toHaveLength(8);
		expect(learners.text).toContain(`\r\n"'=HYPERLINK(""http://x"")",0.75,3,4,`);
		const questions = await saved('Save the questions as CSV');
		expect(questions.text.split('\r\n')[1]).toMatch(new RegExp(`^${asked[0]?.id},${asked[0]?.point},`));
	});

	test('stand apart beside one another, and no name is broken within a word', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await read(page);
		const [left, right] = await page
			.locator('.hardest .items > li')
			.evaluateAll((items) => items.slice(0, 2).map((item) => item.getBoundingClientRect()));
		expect((right?.left ?? 0) - (left?.right ?? 0)).toBeGreaterThanOrEqual(32);
		await page.setViewportSize({ width: 390, height: 844 });
		const name = page.getByText('Maëlys-Anne de Montmorency', { exact: true });
		const lines = await name.evaluate((element) => {
			const text = element.firstChild;
			const range = document.createRange();
			if (!text) return 0;
			range.setStart(text, (text.textContent ?? '').lastIndexOf(' ') + 1);
			range.setEnd(text, (text.textContent ?? '').length);
			return range.getClientRects().length;
		});
		expect(lines).toBe(1);
	});

	test('of another course, or read twice, are told with their place', async ({ page }) => {
		const [first] = results;
		if (!first) throw new Error('Nobody has a result.');
		const code = writeResultCode(first);
		await openLive(page, `${path}/results`);
		await page
			.getByRole('textbox', { name: 'Codes' })
			.fill(`${code}\n${code}\n${writeResultCode({ ...first, course: 'other' })}`);
		await press(page, 'Read the codes');
		const told = page.getByRole('region', { name: 'What does not count, and why' }).getByRole('listitem');
		await expect
			.poll(async () => (await told.allInnerTexts()).map(spaced))
			.toEqual([
				'Text 1, line 3: It is of another course, “other”. Read it on the page of that course.',
				'Text 1, line 2: the same result as in Text 1, line 1 (Ada); it counts once.'
			]);
	});

	test('in another language are scored as that edition does, which is fetched for them', async ({ page }) => {
		const french = await editionIn('fr');
		const typed = french.items.filter(({ kind }) => kind === 'short-text').slice(0, 3);
		const all = new Map(typed.map((item) => [item.id, item]));
		const right = (id: string) =>
			[...all.values()].filter((item) => item.id === id).map((item) => samples(item).right);
		const revOf = (id: string) => all.get(id)?.rev;
		const one = played(all, right, 'practice', { course: french.primer.id, language: 'fr', revOf });
		const items = one.items.map((item, place) => (place === 0 ? { ...item, response: 'autre chose' } : item));
		await openLive(page, `${path}/results`);
		const fetched = page.waitForRequest((request) => request.url().endsWith('/fr/paris-call/course'));
		await page.getByRole('textbox', { name: 'Codes' }).fill(writeResultCode({ ...one, items }));
		await press(page, 'Read the codes');
		await fetched;
		const row = page.getByRole('table').getByRole('row').nth(1);
		await row.getByText('2 of 2').first().waitFor();
		await row.getByText(/^1 question is not counted: what was answered does not earn/).waitFor();
	});

	test('that cannot be read are shown in part, however many there are', async ({ page }) => {
		await openLive(page, `${path}/results`);
		const many = Buffer.from('FP1-abc-00000000\n'.repeat(20_000));
		await page
			.getByLabel('Choose files')
			.setInputFiles([{ name: 'many.txt', mimeType: 'text/plain', buffer: many }]);
		const refused = page.getByRole('region', { name: 'What does not count, and why' });
		await refused.getByText('and 19,980 more').waitFor();
		expect(await refused.getByRole('listitem').count()).toBe(20);
	});

	for (const [name, look] of Object.entries(looks))
		test(`axe finds nothing, and nothing is too wide, ${name}`, async ({ newPage }) => {
			const page = await newPage({ ...look, reducedMotion: 'reduce' });
			await openLive(page, `${path}/results`);
			await page.getByRole('textbox', { name: 'Codes' }).waitFor();
			await expectFit(page);
			await read(page);
			await page.getByText('What these figures mean').click();
			await expectFit(page);
			await page.goto(`${path}?n=4&seed=s`);
			await expectFit(page);
			await page.goto(`${path}?pick=hand&items=${course.items[0]?.id}&order=fixed`);
			await page
				.locator('li details')
				.first()
				.evaluate((details) => details.setAttribute('open', ''));
			await expectFit(page);
			await page.goto(`${path}?points=2&kinds=numeric&n=20&seed=s`);
			await expectFit(page);
			await page.goto(`${path}?${nothing}`);
			await expectFit(page);
		});
});

test('the page speaks French, too', async ({ page }) => {
	await openLive(page, `/fr${path}`);
	await expectHeading(page, 'Pour les enseignants');
	await expectLive(page);
	expect(await page.getByRole('textbox', { name: 'Lien', exact: true }).inputValue()).toContain(
		'/fr/paris-call/quiz?'
	);
	await page.goto(`/fr${path}/results`);
	await expectHeading(page, 'Lire des résultats');
});
