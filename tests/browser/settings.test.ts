import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import type { Review } from '#lib/review/review.ts';
import { writeLearnerFile } from '#lib/store/export/write.ts';
import { attempt, flaw, noon, review } from '#lib/store/fixtures.ts';
import { DATABASE } from '#lib/store/name.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemAskedAt, itemOfKind, quizPath, spaced, words } from './course.ts';
import { expectKept, savedText, stopClock } from './device.ts';
import { answer, chooseLanguage, expectHeading, press } from './learner.ts';

/** The clock of the page, so that nothing here is dated in the future. */
const NOW = noon(9);
const primer = course.primer.id;
const marked = itemOfKind('single-choice');
const mark = flaw({ primer, item: marked.id, reason: 'unclear', note: 'Which <b>one</b>?' });
const log = [0, 1, 3].map((days) => review({ primer, item: marked.id, facts: marked.facts, at: noon(days) }));
const whole = {
	reviews: log,
	flaws: [mark],
	attempts: [attempt('a')],
	settings: { version: 1, streak: false, at: 1 }
};

describe('the learner’s data', () => {
	test('are exported, deleted and brought back whole', async ({ page }) => {
		await open(page);
		await choose(page, whole);
		await told(page, ['3 answers', '1 quiz', '1 marked question']);
		await expect.poll(() => kept(page)).toEqual(['3', '3', '1', '1']);
		const before = await everything(page);
		expect(before).toMatchObject({ reviews: log, flaws: [mark] });
		expect(before['facts']).toHaveLength(marked.facts.length);

		const file = await exported(page, () => press(page, 'Export'));
		expect(file.name).toMatch(/^five-points-\d{4}-\d\d-\d\d\.json$/);
		expect(JSON.parse(file.text)).toMatchObject({ version: 1, ...whole });

		await press(page, 'Delete everything …');
		const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
		const first = await exported(page, () => dialog.getByRole('button', { name: 'Export first' }).click());
		expect(JSON.parse(first.text)).toMatchObject(whole);
		await dialog
			.getByRole('status')
			.filter({ hasText: `Saved as ${first.name}` })
			.waitFor();
		await dialog.getByRole('button', { name: 'Delete everything' }).click();
		await dialog.waitFor({ state: 'hidden' });
		await told(page, ['3 answers', '1 quiz', '1 marked question', 'your settings']);
		await expect.poll(() => kept(page)).toEqual(['0', '0', '0', '0']);
		for (const values of Object.values(await everything(page))) expect(values).toEqual([]);
		await expect
			.poll(() => page.getByRole('checkbox', { name: 'Count days in a row' }).isChecked())
			.toBe(true);

		await choose(page, file.text);
		await told(page, ['3 answers', '1 quiz', '1 marked question']);
		await expect.poll(() => everything(page)).toEqual(before);
		await choose(page, file.text);
		await page.getByText('The file holds nothing that is not here already.').waitFor();
		await expect.poll(() => everything(page)).toEqual(before);
	});

	test('results are announced in regions that are there from the beginning', async ({ page }) => {
		await open(page);
		expect(await page.locator('main').getByRole('status').count()).toBe(2);
		expect(await page.locator('main').getByRole('alert').count()).toBe(2);
		await press(page, 'Delete everything …');
		expect(await page.getByRole('dialog').getByRole('status').count()).toBe(1);
		expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(1);
	});

	test('are there after loading again, in French too', async ({ newPage }) => {
		const page = await newPage({ locale: 'fr-FR' });
		await open(page, 'Réglages');
		await choose(page, whole, 'Importer');
		await told(page, ['3 réponses', '1 quiz', '1 question signalée']);
		await page.reload();
		await expect.poll(() => kept(page)).toEqual(['3', '3', '1', '1']);
		await expect
			.poll(() => page.getByRole('checkbox', { name: 'Compter les jours d’affilée' }).isChecked())
			.toBe(false);
	});

	test('are merged with what is here, and the newer stays', async ({ page }) => {
		await open(page);
		await choose(page, whole);
		await told(page, ['3 answers']);
		await page.getByRole('checkbox', { name: 'Count days in a row' }).check();
		const another = review({ primer, item: marked.id, facts: marked.facts, at: noon(-3) });
		await choose(page, { ...whole, reviews: [...log, another] });
		await told(page, ['1 answer']);
		await expect.poll(() => kept(page)).toEqual(['4', '4', '1', '1']);
		await expect
			.poll(() => page.getByRole('checkbox', { name: 'Count days in a row' }).isChecked())
			.toBe(true);
	});

	test('marks are listed with their reason and note, and can be taken back for good', async ({ page }) => {
		await open(page);
		await page.getByText('None. If something is wrong').waitFor();
		await choose(page, whole);
		await page.getByText(words(marked.stem)).waitFor();
		await page.getByText('It is unclear, or has more than one answer').waitFor();
		await page.getByText('Which <b>one</b>?').waitFor();
		await page.getByRole('button', { name: /^Take back the mark of: / }).click();
		await page.getByText('The mark was taken back.').waitFor();
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.textContent))
			.toMatch(/^Questions you marked/);
		await choose(page, whole);
		await page.getByText('The file holds nothing that is not here already.').waitFor();
		await expect.poll(async () => (await kept(page)).at(-1)).toBe('0');
	});

	test('attempts at quizzes are among them, and a deleted one does not go on', async ({ page }) => {
		const address = quizPath({ behaviour: 'practice', kinds: ['single-choice'], count: 3 });
		const asked = itemAskedAt(address, 1);
		await page.goto(address);
		await answer(page, asked, samples(asked).right);
		await press(page, 'Check');
		await press(page, 'Next question');
		await expectKept(page, 'next');
		await expect.poll(async () => (await everything(page))['reviews']).toHaveLength(1);
		await open(page);
		await expect.poll(() => kept(page)).toEqual(['1', '1', '1', '0']);
		await press(page, 'Delete everything …');
		await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
		await told(page, ['1 answer', '1 quiz', 'your settings']);
		await page.goto('/');
		await expectHeading(page, course.primer.title);
		expect(await page.getByText('Go on with').count()).toBe(0);
	});
});

describe('a file is refused whole, with what is wrong, and nothing is changed:', () => {
	const good = textOf(whole);
	const broken: [string, string, RegExp[]][] = [
		['a text', 'Dear diary,', [/It is not a JSON file/]],
		['a file of something else', '{"type":"FeatureCollection"}', [/a JSON file of something else/]],
		['a file that was cut off', good.slice(0, -20), [/It is not a JSON file, or a part of it is missing/]],
		[
			'a newer version',
			good.replace('"version": 1', '"version": 2'),
			[/newer Five Points wrote it \(version 2/]
		],
		[
			'entries that are broken',
			good.replaceAll('"hinted":false', '"hinted":"no"').replace('"reason":"unclear"', '"reason":"dull"'),
			[
				/4 places in it/,
				/reviews\[0\]\.hinted – True or false belongs here/,
				/and one more/,
				/Export it again/
			]
		]
	];
	test('whatever is wrong with it', async ({ page }) => {
		await open(page);
		await choose(page, { ...whole, reviews: log.slice(1) });
		await told(page, ['2 answers']);
		const before = await everything(page);
		for (const [name, text, reasons] of broken) {
			await choose(page, text);
			const alert = page.getByRole('alert').filter({ hasText: 'The file was not imported' });
			const said = expect.poll(async () => spaced((await alert.allInnerTexts()).join(' ')), {
				message: name
			});
			for (const reason of reasons) await said.toMatch(reason);
			await expect.poll(() => everything(page), { message: name }).toEqual(before);
			await expect.poll(() => kept(page), { message: name }).toEqual(['2', '2', '1', '1']);
		}
	});

	test('more than the browser can keep', async ({ page }) => {
		await open(page);
		await page.evaluate(() => {
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await choose(page, whole);
		await page.getByText('The browser could not keep what the file holds').waitFor();
		expect((await everything(page))['reviews']).toEqual([]);
	});
});

describe('how the page is read', () => {
	test('holds at once, on every page and after loading again', async ({ page }) => {
		await open(page);
		const before = await look(page);
		await page.getByRole('radio', { name: 'Larger' }).check();
		await page.getByRole('radio', { name: 'Wide' }).check();
		const after = await look(page);
		expect(after.size).toBe(24);
		expect(before.letters).toBe(0);
		expect(after.letters / after.text).toBeCloseTo(0.12);
		await page.reload();
		await expect.poll(() => look(page)).toEqual(after);
		await expect.poll(() => page.getByRole('radio', { name: 'Larger' }).isChecked()).toBe(true);
		await page.goto('/');
		await expect.poll(() => look(page)).toEqual(after);
		expect(await tooWide(page)).toBe(0);
		await chooseLanguage(page, 'Français');
		await page.locator('html[lang="fr"]').waitFor();
		await expect.poll(() => look(page)).toEqual(after);
	});

	test('in the colours that were chosen, whatever the device has', async ({ newPage }) => {
		const page = await newPage({ colorScheme: 'light' });
		await open(page);
		const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const light = await ground();
		await page.getByRole('radio', { name: 'Dark' }).check();
		const dark = await ground();
		expect(dark).not.toBe(light);
		await page.reload();
		await expect.poll(() => page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
		expect(await ground()).toBe(dark);
		await page.getByRole('radio', { name: 'As the device' }).check();
		expect(await ground()).toBe(light);
	});

	test('is written into the page by the server before anything is painted', async ({ page }) => {
		await open(page);
		await page.getByRole('radio', { name: 'Larger' }).check();
		const html = await (await page.goto('/'))?.text();
		expect(html).toMatch(/<html [^>]*data-size="larger" data-spacing="normal"/);
	});

	test('holds on a page from a cache, which was written for somebody else', async ({ page }) => {
		const html = await (await page.request.get('/settings')).text();
		await page.goto('/');
		await page.context().addCookies([{ name: 'reading', value: 'large.wide', url: page.url() }]);
		await page.route('**/settings', async (route) => {
			const response = await route.fetch({ headers: { accept: 'text/html' } });
			await route.fulfill({ response, body: html.replaceAll(/nonce="[^"]*"/g, ''), headers: {} });
		});
		await page.goto('/settings', { waitUntil: 'commit' });
		await page.locator('html[data-size="large"][data-spacing="wide"]').waitFor();
		await expect.poll(() => page.getByRole('radio', { name: 'Large', exact: true }).isChecked()).toBe(true);
	});

	test('can be chosen without script, and the form says what was chosen', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		await page.goto('/');
		await page.getByRole('link', { name: 'Settings', exact: true }).click();
		await page.getByRole('radio', { name: 'Larger' }).check();
		await page.getByRole('radio', { name: 'Wide' }).check();
		await page.getByRole('radio', { name: 'Dark' }).check();
		await press(page, 'Apply');
		await expectHeading(page, 'Settings');
		expect(new URL(page.url()).pathname).toBe('/settings');
		await page.locator('html[data-size="larger"][data-spacing="wide"][data-theme="dark"]').waitFor();
		await expect.poll(() => page.getByRole('radio', { name: 'Larger' }).isChecked()).toBe(true);
		await expect.poll(() => page.getByRole('radio', { name: 'Wide' }).isChecked()).toBe(true);
		await page.locator('noscript p', { hasText: 'What is kept can only be shown' }).waitFor();
	});

	test('comes back with a file, after everything was deleted', async ({ page }) => {
		await open(page);
		await page.getByRole('radio', { name: 'Wide' }).check();
		const file = await exported(page, () => press(page, 'Export'));
		await press(page, 'Delete everything …');
		await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
		await page.locator('html[data-spacing="normal"]').waitFor();
		await choose(page, file.text);
		await page.locator('html[data-spacing="wide"]').waitFor();
		await expect.poll(() => page.getByRole('radio', { name: 'Wide' }).isChecked()).toBe(true);
	});

	test('is deleted along with everything else', async ({ page }) => {
		await open(page);
		await page.getByRole('radio', { name: 'Larger' }).check();
		await press(page, 'Delete everything …');
		await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
		await told(page, ['your settings']);
		await page.locator('html[data-size="normal"]').waitFor();
		await expect.poll(() => page.getByRole('radio', { name: 'Normal' }).first().isChecked()).toBe(true);
		expect(await page.context().cookies()).toEqual([]);
	});
});

describe('in two tabs at once', () => {
	test('nothing that either adds is lost, and an answer that both bring counts once', async ({
		page,
		trouble
	}) => {
		const other = await page.context().newPage();
		trouble.watch(other);
		await Promise.all([open(page), open(other)]);
		const logs = [0, 1].map((tab) => manyReviews(tab, 150));
		const both = review({ id: 'both', primer, facts: marked.facts });
		await Promise.all([
			choose(page, { ...whole, reviews: [...(logs[0] ?? []), both] }),
			choose(other, { ...whole, reviews: [both, ...(logs[1] ?? [])] })
		]);
		await Promise.all([page, other].map((tab) => tab.getByText('Imported:').waitFor()));
		await page.reload();
		await expect.poll(async () => (await kept(page))[0]).toBe('301');
		const { facts, days } = await everything(page);
		expect(facts).toHaveLength(marked.facts.length);
		const answers = (days ?? []).map((day) => (day as { answers: number }).answers);
		expect(answers.reduce((sum, count) => sum + count, 0)).toBe(301);
	});

	test('an old page that blocks the database makes the new one say so, and closing it solves that', async ({
		page,
		trouble
	}) => {
		const old = await page.context().newPage();
		trouble.watch(old);
		trouble.expect(/favicon/);
		await old.goto('/schema/learner-data.json');
		await old.evaluate(holdFirstVersion, DATABASE);
		await stopClock(page, NOW);
		await page.goto('/settings');
		await page.getByText('Another tab of Five Points is using the stored data').waitFor();
		expect(await page.getByRole('button', { name: /Export|Delete/ }).count()).toBe(0);
		expect(await page.getByLabel('Import', { exact: true }).count()).toBe(0);
		expect(await page.getByRole('checkbox', { name: 'Count days in a row' }).isDisabled()).toBe(true);
		await expectFit(page);
		await old.close();
		await page.reload();
		await expect.poll(() => kept(page)).toEqual(['0', '0', '0', '0']);
		expect(await page.getByRole('alert').filter({ hasText: 'Five Points' }).count()).toBe(0);
	});

	test('an old page that comes after a newer one says that it is too old, and touches nothing', async ({
		page,
		trouble
	}) => {
		trouble.expect(/favicon/);
		await page.goto('/schema/learner-data.json');
		await page.evaluate(openVersion, { name: DATABASE, version: 99 });
		await page.goto('/settings');
		await page.getByText('this page is too old to read or change it').waitFor();
		expect(await page.getByRole('button', { name: /Export|Delete/ }).count()).toBe(0);
	});

	test('this version does not keep a newer one waiting', async ({ page, trouble }) => {
		await open(page);
		const newer = await page.context().newPage();
		trouble.watch(newer);
		trouble.expect(/favicon/);
		await newer.goto('/schema/learner-data.json');
		expect(await newer.evaluate(openVersion, { name: DATABASE, version: 99 })).toBe(99);
		await choose(page, whole);
		await page.getByText('The browser could not keep what the file holds').waitFor();
	});
});

test('everything can be reached and done with the keyboard alone', async ({ page }) => {
	await open(page);
	await page.getByRole('radio', { name: 'Normal' }).first().focus();
	await page.keyboard.press('ArrowRight');
	await page.locator('html[data-size="large"]').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.locator('html[data-spacing="wide"]').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.locator('html[data-theme="light"]').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.locator('html[data-keys="off"]').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect
		.poll(() => page.getByRole('checkbox', { name: 'Count days in a row' }).isChecked())
		.toBe(false);
	await page.keyboard.press('Tab');
	const chooser = page.waitForEvent('filechooser');
	const file = await exported(page, () => page.keyboard.press('Enter'));
	expect(JSON.parse(file.text)).toMatchObject({ settings: { streak: false } });
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await (await chooser).setFiles(upload(textOf(whole)));
	await told(page, ['3 answers']);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
	await dialog.waitFor();
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
	await expect.poll(() => kept(page)).toEqual(['3', '3', '1', '1']);
	await page.keyboard.press('Enter');
	await dialog.waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await dialog.waitFor({ state: 'hidden' });
	await told(page, ['3 answers', 'your settings']);
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent))
		.toBe('Delete everything …');
});

const looks = {
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 }, locale: 'en-GB' },
	'light and narrow': { colorScheme: 'light', viewport: { width: 320, height: 900 }, locale: 'fr-FR' },
	'dark and wide': { colorScheme: 'dark', viewport: { width: 1280, height: 900 }, locale: 'fr-FR' },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 }, locale: 'en-GB' }
} as const;

describe.each(Object.entries(looks))('axe finds nothing, and nothing is too wide, %s', (_, look) => {
	test('in every state', async ({ newPage }) => {
		const french = look.locale === 'fr-FR';
		const page = await newPage({ ...look, reducedMotion: 'reduce' });
		await open(page, french ? 'Réglages' : 'Settings');
		await expectFit(page);
		await choose(page, whole, french ? 'Importer' : 'Import');
		await page.getByText(french ? '3 réponses' : '3 answers').waitFor();
		await page.getByText(mark.note).waitFor();
		await expectFit(page);
		await choose(
			page,
			textOf(whole).replace('"withdrawn":false', '"withdrawn":0'),
			french ? 'Importer' : 'Import'
		);
		await page.getByText('flaws[0].withdrawn').waitFor();
		await expectFit(page);
		await page.getByRole('radio', { name: french ? 'Très grande' : 'Larger' }).check();
		await page.getByRole('radio', { name: french ? 'Large' : 'Wide', exact: true }).check();
		await expectFit(page);
		await press(page, french ? 'Tout supprimer…' : 'Delete everything …');
		await page.getByRole('dialog').waitFor();
		await expectFit(page);
		await exported(page, () => press(page, french ? 'Exporter d’abord' : 'Export first'));
		await page.getByRole('dialog').getByRole('status').filter({ hasText: 'five-points-' }).waitFor();
		await expectFit(page);
		await page
			.getByRole('dialog')
			.getByRole('button', { name: french ? 'Tout supprimer' : 'Delete everything' })
			.click();
		await page.getByText(french ? 'vos réglages' : 'your settings', { exact: true }).waitFor();
		await expectFit(page);
	});
});

async function open(page: Page, heading = 'Settings'): Promise<void> {
	await stopClock(page, NOW);
	await page.goto('/settings');
	await expectHeading(page, heading);
	await page.locator('dl[aria-busy="false"]').waitFor();
}

/** Chooses a file to import, given as its text or as what it holds. */
async function choose(page: Page, content: typeof whole | string, name = 'Import'): Promise<void> {
	const text = typeof content === 'string' ? content : textOf(content);
	await page.getByLabel(name, { exact: true }).setInputFiles(upload(text));
}

function upload(text: string) {
	return { name: 'some.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

function textOf(data: typeof whole): string {
	return writeLearnerFile(data, NOW, '0').text;
}

/** Waits until the page says what it has done, in these lines. */
async function told(page: Page, lines: string[]): Promise<void> {
	await expect
		.poll(() => page.getByRole('status').getByRole('listitem').allInnerTexts())
		.toEqual(expect.arrayContaining(lines));
}

/** The numbers of answers, days, quizzes and marks that the page shows. */
function kept(page: Page): Promise<string[]> {
	return page.locator('dl dd').allInnerTexts();
}

async function exported(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
	const downloading = page.waitForEvent('download');
	await act();
	return { name: (await downloading).suggestedFilename(), text: await savedText(downloading) };
}

function manyReviews(tab: number, count: number): Review[] {
	return Array.from({ length: count }, (_, index) =>
		review({ id: `tab-${tab}-${index}`, primer, facts: marked.facts, at: noon(index % 9) })
	);
}

/** All that is in the device’s database, by store. */
function everything(page: Page): Promise<Record<string, unknown[]>> {
	return page.evaluate(
		(name) =>
			new Promise<Record<string, unknown[]>>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => {
					const names = [...opening.result.objectStoreNames];
					const transaction = opening.result.transaction(names);
					const found: [string, unknown[]][] = [];
					for (const store of names) {
						const reading = transaction.objectStore(store).getAll();
						reading.onsuccess = () => found.push([store, reading.result]);
					}
					transaction.oncomplete = () => {
						opening.result.close();
						resolve(Object.fromEntries(found));
					};
				};
			}),
		DATABASE
	);
}

/** Runs in the page: acts as a page of the first version, which nothing makes close its database. */
function holdFirstVersion(name: string): Promise<void> {
	return new Promise((resolve) => {
		const opening = indexedDB.open(name, 1);
		opening.onupgradeneeded = () => {
			opening.result.createObjectStore('attempts', { keyPath: 'id' }).createIndex('primer', 'primer');
			opening.result.createObjectStore('aside', { keyPath: 'id' });
		};
		opening.onsuccess = () => {
			// A database that nothing refers to might be closed.
			Object.assign(window, { held: opening.result });
			resolve();
		};
	});
}

/** Runs in the page: opens a version of the database, and returns the version it then has. */
function openVersion({ name, version }: { name: string; version: number }): Promise<number> {
	return new Promise((resolve) => {
		const opening = indexedDB.open(name, version);
		opening.onsuccess = () => resolve(opening.result.version);
	});
}

/** How large the page is written, and how far apart the letters of its text are, in pixels. */
function look(page: Page): Promise<{ size: number; text: number; letters: number }> {
	return page.evaluate(() => {
		const main = getComputedStyle(document.querySelector('main') ?? document.body);
		return {
			size: parseFloat(getComputedStyle(document.documentElement).fontSize),
			text: parseFloat(main.fontSize),
			letters: parseFloat(main.letterSpacing) || 0
		};
	});
}

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page)).toBe(0);
}
