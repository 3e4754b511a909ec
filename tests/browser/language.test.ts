import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { root } from '../../src/setup/project.js';
import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemAskedAt, quizPath } from './course.ts';
import {
	answer,
	beginExam,
	chooseLanguage,
	expectHeading,
	expectLive,
	feedback,
	openMenu,
	press
} from './learner.ts';
import { startServer } from './serve.ts';

const kinds = ['single-choice'] as const;
const practice = quizPath({ behaviour: 'practice', kinds: [...kinds], count: 3 });
const first = itemAskedAt(practice, 1);

describe('a page comes', () => {
	test('in the language that the browser prefers, with its language and direction marked', async ({
		newPage
	}) => {
		const page = await newPage({ locale: 'fr-CA' });
		await page.goto(`/${course.primer.id}`);
		await expectLanguage(page, 'fr');
		expect(pathOf(page)).toBe(`/fr/${course.primer.id}`);
		expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
		await page.getByRole('heading', { name: 'Faire un quiz' }).waitFor();
	});

	test('in English where the browser prefers what we do not speak', async ({ newPage }) => {
		const page = await newPage({ locale: 'de-DE' });
		await page.goto('/');
		await expectLanguage(page, 'en');
	});

	test('in the language of its address, whatever was chosen, errors too', async ({ page, trouble }) => {
		trouble.expect(/status of 404/);
		const facts = `/${course.primer.id}/facts`;
		await page.goto(facts);
		await choose(page, 'Français');
		await expectHeading(page, 'Les faits');
		expect(pathOf(page)).toBe(`/fr${facts}`);
		expect(await current(page)).toBe('Français');
		await page.reload();
		await expectHeading(page, 'Les faits');
		await page.goto(facts);
		await expectHeading(page, 'The facts');
		await page.goto('/fr/nowhere/at/all');
		await expectHeading(page, 'Cette page n’existe pas.');
		await choose(page, 'English');
		await expectHeading(page, 'There is no such page.');
	});

	test('in the chosen language if only the address of the site is asked for', async ({ newPage }) => {
		const page = await newPage({ locale: 'fr-FR' });
		await page.goto('/');
		expect(pathOf(page)).toBe('/fr');
		await choose(page, 'English');
		expect(pathOf(page)).toBe('/');
		await page.goto('/');
		await expectLanguage(page, 'en');
		await choose(page, 'Français');
		await page.goto('/');
		await expectLanguage(page, 'fr');
	});

	test('in the language of the page that links to it, and in the previous one on the way back', async ({
		newPage
	}) => {
		const page = await newPage({ locale: 'fr-FR' });
		await page.goto('/');
		await choose(page, 'English');
		await page.getByRole('link', { name: 'All facts' }).click();
		await expectHeading(page, 'The facts');
		await choose(page, 'Français');
		await expectHeading(page, 'Les faits');
		await page.goBack();
		await expectHeading(page, 'The facts');
		await page.goForward();
		await expectHeading(page, 'Les faits');
		await page.getByRole('link', { name: 'Réglages' }).click();
		await page.waitForURL('**/fr/settings');
		await expectLanguage(page, 'fr');
	});
});

test('a page loads the words of its own language, and no others', async ({ newPage }) => {
	const page = await newPage({ locale: 'fr-FR' });
	const scripts: Promise<{ path: string; text: string }>[] = [];
	page.on('response', (response) => {
		const path = new URL(response.url()).pathname;
		if (path.endsWith('.js')) scripts.push(response.text().then((text) => ({ path, text })));
	});
	await page.goto(practice, { waitUntil: 'networkidle' });
	const loaded = await Promise.all(scripts);
	expect(loaded.length).toBeGreaterThan(3);
	for (const { path } of loaded) expect(path).toMatch(/^\/_app\/immutable\/fr\//);
	const code = loaded.map(({ text }) => text).join('');
	expect(code).toContain('Question suivante');
	expect(code).not.toContain('Next question');
});

test('the choice leads back to this site only', async ({ page }) => {
	await page.goto('/');
	for (const back of ['https://example.org/', '//example.org', '/\\example.org']) {
		const answered = await page.request.post(`/language?back=${encodeURIComponent(back)}`, {
			form: { language: 'fr' },
			headers: { origin: new URL(page.url()).origin },
			maxRedirects: 0
		});
		expect(answered.status()).toBe(303);
		expect(answered.headers()['location']).toBe('/fr');
	}
});

/** The ways in which an attempt is kept, or not, while the page comes back in another language. */
const ways = {
	'kept on the device': { script: true, denied: false },
	'where nothing is kept': { script: true, denied: true },
	'without script': { script: false, denied: false }
};

for (const [name, { script, denied }] of Object.entries(ways)) {
	describe(`switching loses nothing, ${name}:`, () => {
		test('a response, its feedback, a second question, the results', async ({ newPage }) => {
			const page = await open(newPage, practice);
			await answer(page, first, samples(first).wrong);
			await choose(page, 'Français');
			expect(pathOf(page)).toBe(`/fr${new URL(practice, page.url()).pathname}`);
			await page.getByText('Question 1 sur 3', { exact: true }).waitFor();
			expect(await chosen(page)).toBe(samples(first).wrong);

			await press(page, 'Vérifier');
			const told = page.getByRole('region', { name: 'Réponse fausse' });
			await told.waitFor();
			await choose(page, 'English');
			await feedback(page).waitFor();
			await page.getByText('Not right').first().waitFor();

			await press(page, 'Next question');
			await press(page, 'Skip');
			await choose(page, 'Français');
			await page.getByText('Question 3 sur 3', { exact: true }).waitFor();
			await press(page, 'Finir');
			await expectHeading(page, 'Avant de terminer');
			await choose(page, 'English');
			await expectHeading(page, 'Before you finish');
			await press(page, 'See the results');
			await expectHeading(page, '0 of 3 marks');
			await choose(page, 'Français');
			await expectHeading(page, 'Note : 0 sur 3');
			// A press before the script listens may be answered by what is kept.
			if (script) await expectLive(page);
			await press(page, 'Les parcourir une à une');
			await expectHeading(page, 'Question 1 sur 3');
			await choose(page, 'English');
			await expectHeading(page, 'Question 1 of 3');
		});

		test('another try', async ({ newPage }) => {
			const page = await open(newPage, quizPath({ behaviour: 'retry', items: [first.id] }));
			await answer(page, first, samples(first).wrong);
			await press(page, 'Check');
			await page.getByRole('alert').getByText('2 tries left').waitFor();
			await choose(page, 'Français');
			await page.getByRole('alert').getByText('Il vous reste 2 essais.').waitFor();
			await page.getByRole('complementary', { name: 'Indice' }).waitFor();
			await page.getByRole('button', { name: 'Revérifier' }).waitFor();
		});

		test('an exam that runs, and one that is graded', async ({ newPage }) => {
			const page = await open(newPage, quizPath({ behaviour: 'exam', items: [first.id] }));
			if (script) await beginExam(page);
			else await press(page, 'Begin');
			await answer(page, first, samples(first).right);
			await press(page, 'Flag');
			await choose(page, 'Français');
			await page.getByRole('button', { name: 'Marquer', exact: true, pressed: true }).waitFor();
			await page.getByRole('timer', { name: 'Temps restant' }).waitFor();
			expect(await chosen(page)).toBe(samples(first).right);
			await press(page, 'Relire et rendre');
			await press(page, 'Rendre');
			await expectHeading(page, 'Note : 1 sur 1');
			await choose(page, 'English');
			await expectHeading(page, '1 of 1 mark');
			await page.locator('main summary').first().click();
			await page.getByText('Right, 1 mark').waitFor();
		});

		async function open(
			newPage: (options: { javaScriptEnabled: boolean }) => Promise<Page>,
			address: string
		): Promise<Page> {
			const page = await newPage({ javaScriptEnabled: script });
			if (denied)
				await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
			await page.goto(address);
			return page;
		}
	});
}

test('typed text stays as it is', async ({ page }) => {
	const address = quizPath({ behaviour: 'practice', kinds: ['short-text'], count: 1 });
	await page.goto(address);
	await page.getByRole('textbox').fill('Forum de Paris ?');
	await choose(page, 'Français');
	await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Forum de Paris ?');
});

describe('in a course written in one language only', () => {
	test('whatever is in that language says so, on a page in another', async ({ newPage }) => {
		const questions = mkdtempSync(join(tmpdir(), 'five-points-'));
		cpSync(join(root, 'questions/paris-call'), join(questions, 'paris-call'), {
			recursive: true,
			filter: (path) => !/paris-call[\\/]fr/.test(path)
		});
		const server = await startServer({ QUESTIONS: questions });
		try {
			const page = await newPage({ baseURL: server.address, locale: 'fr-FR' });
			await page.goto('/');
			expect(await page.locator('h1').getAttribute('lang')).toBe('en');
			await page.goto(practice);
			await expectLanguage(page, 'fr');
			expect(await page.locator('h1').getAttribute('lang')).toBe('en');
			await answer(page, first, samples(first).right);
			await press(page, 'Vérifier');
			await page.getByRole('region', { name: 'Réponse juste' }).waitFor();
			expect(await page.locator('.reason').getAttribute('lang')).toBe('en');
		} finally {
			await server.stop();
			rmSync(questions, { recursive: true });
		}
	});
});

for (const [name, look] of Object.entries({
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const)) {
	test(`in French axe finds nothing, and nothing is too wide, ${name}`, async ({ newPage }) => {
		const page = await newPage({ ...look, locale: 'fr-FR', reducedMotion: 'reduce' });
		await page.goto('/');
		await page.getByText('Autres choix').click();
		await expectFit(page);
		await page.goto(`/${course.primer.id}/facts`);
		await expectFit(page);
		await page.goto(quizPath({ behaviour: 'certainty', items: [first.id] }));
		const wrong = samples(first).wrong as string;
		await page.locator(`input[value="${wrong}"]`).check();
		await page
			.getByRole('group', { name: /certitude/ })
			.getByRole('radio')
			.last()
			.check();
		await expectFit(page);
		await press(page, 'Vérifier');
		await page.getByRole('region', { name: 'Réponse fausse' }).waitFor();
		await expectFit(page);
		await press(page, 'Voir les résultats');
		await expectHeading(page, 'Note : −6 sur 3');
		await page.locator('main summary').first().click();
		await expectFit(page);
		await page.goto(quizPath({ behaviour: 'exam', count: 3 }));
		await expectFit(page);
		await beginExam(page);
		await page.getByRole('timer').waitFor();
		await expectFit(page);
		await press(page, 'Vue d’ensemble');
		await expectHeading(page, 'Avant de rendre');
		await expectFit(page);
	});
}

function pathOf(page: Page): string {
	return new URL(page.url()).pathname;
}

async function choose(page: Page, language: 'English' | 'Français'): Promise<void> {
	await chooseLanguage(page, language);
	await expectLanguage(page, language === 'English' ? 'en' : 'fr');
}

async function expectLanguage(page: Page, language: string): Promise<void> {
	await page.locator(`html[lang="${language}"]`).waitFor();
}

async function current(page: Page): Promise<string> {
	return (await openMenu(page)).locator('[aria-current="true"]').innerText();
}

/** The response that is chosen on the page, once it is there again. */
async function chosen(page: Page): Promise<string | null> {
	return page.locator('input[name="response"]:checked').getAttribute('value');
}

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}
