import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';

import { test as withBrowser } from './browser.ts';
import { course, editionIn, words } from './course.ts';
import { expectLive, openLive } from './learner.ts';
import { parentSite, quizFrame } from './parent-page.ts';
import { startServer, type RunningServer } from './serve.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ EMBED_ORIGINS: '*' });
});
afterAll(() => server.stop());

const test = withBrowser.extend('page', ({ newPage }) =>
	newPage({ baseURL: server.address, permissions: ['clipboard-read', 'clipboard-write'] })
);

const share = `/${course.primer.id}/share`;
const codeOf = (page: Page, name: string) =>
	page.getByRole('textbox', { name: `Code: ${name}` }).inputValue();

test('what is chosen is in the address, in the code, and in the preview', async ({ page }) => {
	await openLive(page, `${share}?seed=a`);
	await page.getByRole('radio', { name: /^Retry/ }).check();
	await page.waitForURL(/behaviour=retry/);
	await page.getByRole('spinbutton', { name: 'Questions' }).fill('3');
	await page.getByRole('spinbutton', { name: 'Questions' }).press('Enter');
	await page.waitForURL(/[?&]n=3(&|$)/);
	await page.getByLabel('Colours').selectOption('dark');
	await page.waitForURL(/theme=dark/);
	await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
	await page.waitForURL(/lang=fr/);
	const address = `${server.address}/fr/embed/${course.primer.id}?behaviour=retry&n=3&seed=a&theme=dark`;
	for (const name of ['As high as the quiz', 'In a frame of one size'])
		await expect.poll(() => codeOf(page, name)).toContain(address.replaceAll('&', '&amp;'));
	expect(await codeOf(page, 'A link')).toContain(`/fr/${course.primer.id}/quiz?behaviour=retry`);
	const preview = await quizFrame(page, '/fr/embed/');
	expect(preview.url()).toBe(address);
	expect(await preview.locator('html').getAttribute('data-theme')).toBe('dark');
	const french = await editionIn('fr');
	const stem = (await preview.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ');
	expect(french.items.map((item) => words(item.stem))).toContain(stem);
	// It is as high as the quiz.
	const room = async () => (await (await preview.frameElement()).boundingBox())?.height ?? 0;
	const content = await preview.evaluate(() => document.body.getBoundingClientRect().height);
	await expect.poll(async () => Math.abs((await room()) - content)).toBeLessThan(5);
	// Loaded again, it is the same.
	await page.reload();
	expect(await codeOf(page, 'In a frame of one size')).toContain(address.replaceAll('&', '&amp;'));
});

test('the code is copied, and is a quiz in somebody else’s page', async ({ page }) => {
	await openLive(page, `${share}?seed=a&n=2`);
	await page.getByRole('button', { name: 'Copy the code: As high as the quiz' }).click();
	await page.getByRole('status').getByText('Copied.').waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(await codeOf(page, 'As high as the quiz'));
	const site = await parentSite({ '/': copied, '/plain': await codeOf(page, 'In a frame of one size') });
	for (const path of ['/', '/plain']) {
		await page.goto(site.address + path);
		const frame = await quizFrame(page, '/embed/');
		await frame.getByRole('button', { name: 'Check' }).waitFor();
		const title = await page.locator('iframe').getAttribute('title');
		expect(title).toContain(course.primer.title);
	}
});

test('without a script, each choice is a press of a button', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false, baseURL: server.address });
	await page.goto(`${share}?seed=a`);
	await page.getByLabel('Colours').selectOption('light');
	await page.getByRole('button', { name: 'Show what this gives' }).click();
	await page.waitForURL(/theme=light/);
	expect(await codeOf(page, 'In a frame of one size')).toContain('theme=light');
	expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
});

test('it is among the pages for teachers, and says whose claim a score is', async ({ page }) => {
	await page.goto(`/${course.primer.id}/teach`);
	await page.getByRole('link', { name: 'Into your course' }).click();
	await page.getByRole('heading', { level: 1, name: 'Into your course' }).waitFor();
	await page.getByText('the learner’s own claim').waitFor();
	await page.getByText('This server lets any site show the quiz in a frame.').waitFor();
});

describe('which sites may show it', () => {
	test.for([
		['', /lets no other site show/],
		[
			'https://a.example https://*.b.example',
			/these sites .*: https:\/\/a\.example, https:\/\/\*\.b\.example\./
		]
	] as const)('EMBED_ORIGINS=%s', async ([origins, words], { newPage }) => {
		const other = await startServer({ EMBED_ORIGINS: origins });
		try {
			const page = await newPage({ baseURL: other.address });
			await page.goto(share);
			await expectLive(page);
			await page.getByText(words).waitFor();
		} finally {
			await other.stop();
		}
	});
});

describe('files', () => {
	test('each format is downloaded under a name that says what it is', async () => {
		const names: Record<string, RegExp> = {
			scorm12: /^attachment; filename="paris-call-fr-points-1-3-questions-retry-[\w-]+-scorm12\.zip"$/,
			scorm2004: /-scorm2004\.zip"$/,
			cmi5: /-cmi5\.zip"$/,
			html: /\.html"$/,
			web: /-web\.zip"$/
		};
		for (const [format, name] of Object.entries(names)) {
			const query = 'lang=fr&points=1&n=3&behaviour=retry&seed=a';
			const response = await fetch(`${server.address}${share}/${format}?${query}`);
			expect(response.status).toBe(200);
			expect(response.headers.get('content-disposition')).toMatch(name);
			const bytes = Buffer.from(await response.arrayBuffer());
			const begins = format === 'html' ? '<!doctype html>' : 'PK';
			expect(bytes.subarray(0, begins.length).toString().toLowerCase()).toBe(begins.toLowerCase());
			// The same wishes make the same file.
			const again = await fetch(`${server.address}${share}/${format}?${query}`);
			expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
		}
	});

	test('a file asks what was chosen, is passed where it was said, and speaks all languages if it should', async () => {
		const query = 'kinds=ordering&difficulty=2,3&order=fixed&minutes=5&n=2&pass=60&languages=all&lang=fr';
		const response = await fetch(`${server.address}${share}/scorm12?${query}`);
		expect(response.headers.get('content-disposition')).not.toContain('-fr-');
		const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
		const text = (name: string) => new TextDecoder().decode(files[name]);
		expect(text('imsmanifest.xml')).toContain('masteryscore>60<');
		const page = new JSDOM(text('index.html')).window.document;
		const said: unknown = JSON.parse(page.getElementById('five-points-package')?.textContent ?? '');
		expect(said).toMatchObject({
			kinds: ['ordering'],
			difficulties: [2, 3],
			order: 'fixed',
			minutes: 5,
			number: 2
		});
		const other = await fetch(`${server.address}${share}/scorm12?${query.replace('ordering', 'matching')}`);
		expect(other.headers.get('content-disposition')).not.toBe(response.headers.get('content-disposition'));
		const plain = await fetch(`${server.address}${share}/scorm12?lang=fr`);
		const alone = unzipSync(new Uint8Array(await plain.arrayBuffer()));
		expect(new TextDecoder().decode(alone['imsmanifest.xml'])).not.toContain('masteryscore');
	});

	test.for(['tar', 'scorm12.zip', '..%2Fquiz'])('there is no %s', async (format) => {
		expect((await fetch(`${server.address}${share}/${format}`)).status).toBe(404);
	});

	test('the one page plays from a file', async ({ page }) => {
		await page.goto(`${share}?seed=a&n=2`);
		const downloading = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Download: One page' }).click();
		const download = await downloading;
		expect(download.suggestedFilename()).toMatch(/^paris-call-.*\.html$/);
		const folder = await mkdtemp(join(tmpdir(), 'five-points-'));
		onTestFinished(() => rm(folder, { recursive: true }));
		const file = join(folder, download.suggestedFilename());
		await download.saveAs(file);
		await page.goto(pathToFileURL(file).href);
		await page.getByRole('button', { name: 'Check' }).waitFor();
	});
});
