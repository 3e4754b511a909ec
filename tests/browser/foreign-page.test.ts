import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { isItemOf, type ItemOf } from '#lib/bank/item.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { revealed, type Revealed } from '#lib/bank/revealed.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView, samples, solution, type KindName } from '#lib/kinds/index.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { plainText } from '#lib/text/rich.ts';

import { test } from './browser.ts';
import { expectFocus } from './learner.ts';

/** The names of what a learner presses, in each language. */
const words = {
	english: {
		check: 'Check',
		next: 'Next question',
		last: 'See the results',
		keys: 'Keys',
		of: /^2\s*of 2 marks$/,
		where: 'Question 1 of 2',
		copy: 'Copy as text',
		each: 'Question by question'
	},
	french: {
		check: 'Vérifier',
		next: 'Question suivante',
		last: 'Voir les résultats',
		keys: 'Touches',
		of: /^Note : 2 sur 2$/,
		where: 'Question 1 sur 2',
		copy: 'Copier en texte',
		each: 'Question par question'
	}
} as const;

declare global {
	interface Window {
		/** What was reported to the hosts of the quizzes on the page. */
		told: Record<Name, unknown[]>;
		/** What was copied last. */
		copied: string;
	}
}

type Name = keyof typeof words;
type Choice = ItemOf<'single-choice'>;

const { located } = await readLibrary(join(import.meta.dirname, '../../questions'));
const [course] = located;
if (!course) throw new Error('There is no course.');
const banks = [course.bank, ...course.editions.map(({ bank }) => bank)];

function twoChoices({ items }: Bank): Choice[] {
	return items.filter((item) => isItemOf(item, 'single-choice')).slice(0, 2);
}

/** Questions in a language, as somebody else’s page hands them to the player. */
function quizIn<K extends KindName>(language: 'en' | 'fr', choose: (bank: Bank) => ItemOf<K>[]) {
	const bank = banks.find(({ primer }) => primer.language === language);
	if (!bank) throw new Error(`The course is not told in ${language}.`);
	const asked = choose(bank);
	const items: Revealed = revealed(bank, asked);
	const data: QuizData = {
		...{ items: [], facts: [], pictures: {} },
		id: `of ${language}`,
		address: '?seed=s',
		form: {
			primer: bank.primer.id,
			seed: 's',
			behaviour: 'practice',
			items: asked.map(({ id }) => id),
			minutes: null,
			extraTime: 1
		},
		points: bank.primer.points,
		asOf: bank.primer.source.date,
		language,
		views: asked.slice(0, 1).map((item) => viewOf(item, publicView(item, orderOf('s', item.id)))),
		elapsed: 0,
		posted: null,
		sitting: null
	};
	return { data, items, language, asked };
}

const quizzes = { english: quizIn('en', twoChoices), french: quizIn('fr', twoChoices) };

/** A quiz of one order that can be placed on a timeline. */
const placing = quizIn('en', (bank) =>
	bank.items
		.filter((item) => isItemOf(item, 'ordering'))
		.filter(({ interaction }) => interaction.elements.every(({ place }) => place !== undefined))
		.slice(0, 1)
);

let folder: string;
let address: string;
const server = createServer((request, response) => {
	const path = (request.url ?? '/').slice(1) || 'page.html';
	if (path === 'quizzes.json') return response.end(JSON.stringify({ ...quizzes, placing }));
	const file = path === 'page.html' ? join(import.meta.dirname, 'foreign-page', path) : join(folder, path);
	response.setHeader(
		'content-type',
		extname(file) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8'
	);
	return void readFile(file).then(
		(content) => response.end(content),
		() => response.writeHead(404).end()
	);
});

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'five-points-foreign-'));
	await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true, css: 'injected' } })],
		build: {
			outDir: folder,
			lib: {
				entry: join(import.meta.dirname, 'foreign-page/player.ts'),
				formats: ['es'],
				fileName: 'player'
			}
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}, 120_000);

afterAll(async () => {
	server.close();
	await rm(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<void> {
	await page.goto(address);
	await page.locator('body[data-live]').waitFor();
}

/** The words of the option that is right. */
function rightOption(item: Choice | undefined): string {
	const right = item && samples(item).right;
	const option = item?.interaction.options.find(({ id }) => id === right);
	if (!option) throw new Error('There is no such question.');
	return plainText(option.text);
}

/** Plays one of the quizzes to its end, by what a learner sees and hears. */
async function play(page: Page, name: Name): Promise<void> {
	const quiz = page.locator(`#${name}`);
	const say = words[name];
	for (const [place, item] of quizzes[name].asked.entries()) {
		await quiz.getByRole('radio', { name: rightOption(item) }).check();
		await quiz.getByRole('button', { name: say.check }).click();
		await quiz.getByRole('button', { name: place === 0 ? say.next : say.last }).click();
	}
	await quiz.getByRole('heading', { level: 2, name: say.of }).waitFor();
}

const toldTo = (page: Page, name: Name) => page.evaluate((name) => window.told[name], name);

describe('on somebody else’s page, in a shadow root, without storage and in another language,', () => {
	test('two quizzes are played to the end, and the host hears of each answer and of the end', async ({
		page
	}) => {
		await open(page);
		for (const name of ['french', 'english'] as const) await play(page, name);
		for (const name of ['english', 'french'] as const) {
			const { asked } = quizzes[name];
			const told = await toldTo(page, name);
			expect(told).toEqual([
				...asked.map(({ id }) => ({ item: id, fraction: 1 })),
				{
					outcome: {
						at: expect.any(Number),
						total: { earned: 2, possible: 2 },
						points: expect.any(Array),
						duration: expect.any(Number)
					}
				}
			]);
			expect(JSON.stringify(told.at(-1))).not.toContain(asked[0]?.id);
		}
	});

	test('a result is copied in the language of its quiz', async ({ page }) => {
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'clipboard', {
				value: { writeText: (text: string) => void (window.copied = text) }
			})
		);
		await open(page);
		for (const name of ['french', 'english'] as const) await play(page, name);
		for (const name of ['english', 'french'] as const) {
			await page.locator(`#${name}`).getByRole('button', { name: words[name].copy }).click();
			const copied = await page.evaluate(() => window.copied);
			expect(copied).toContain(words[name].each);
		}
	});

	test('what a quiz loads later does not take the focus from where its learner has gone', async ({
		page
	}) => {
		await open(page);
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/*.js', async (route) => {
			await held;
			await route.continue();
		});
		const quiz = page.locator('#english');
		await quiz.getByRole('radio').first().check();
		await quiz.getByRole('button', { name: words.english.check }).click();
		const keys = quiz.getByRole('button', { name: words.english.keys });
		await keys.focus();
		release();
		await quiz.getByRole('button', { name: words.english.next }).waitFor();
		await expectFocus(keys);
	});

	test('each speaks its own language, however often it is rendered again', async ({ page }) => {
		await open(page);
		for (const name of ['english', 'french'] as const) {
			const quiz = page.locator(`#${name}`);
			await quiz.getByText(words[name].where).waitFor();
			expect(await quiz.locator('.five-points').getAttribute('dir')).toBe('ltr');
		}
		await page.locator('#french').getByRole('button', { name: words.french.check }).click();
		await page.locator('#french').getByRole('alert').getByText('Donnez').waitFor();
	});

	test('keys pressed in one do not reach the other, and those pressed on the page reach neither', async ({
		page
	}) => {
		await open(page);
		const chosen = (name: Name) => page.locator(`#${name}`).getByRole('radio', { checked: true }).count();
		await page.keyboard.press('1');
		expect([await chosen('english'), await chosen('french')]).toEqual([0, 0]);
		await page.locator('#french').getByRole('heading', { level: 2 }).click();
		await page.keyboard.press('1');
		expect([await chosen('english'), await chosen('french')]).toEqual([0, 1]);
		await page.keyboard.press('Enter');
		await page.locator('#french .feedback').waitFor();
		expect(await page.locator('#english .feedback').count()).toBe(0);
		await page.keyboard.press('?');
		await page.locator('#french').getByRole('dialog', { name: words.french.keys }).waitFor();
		expect(await page.locator('body > dialog').count()).toBe(0);
	});

	test('both look as they do at home, and the page stays as it is', async ({ page }) => {
		await open(page);
		const looks = await page.evaluate(() => {
			const shadow = document.querySelector('#english')?.shadowRoot;
			const look = (element: Element | null | undefined) => {
				if (!element) throw new Error('It is not there.');
				const { color, backgroundColor, textTransform, letterSpacing, textAlign } = getComputedStyle(element);
				return { color, backgroundColor, textTransform, letterSpacing, textAlign };
			};
			return {
				button: look(shadow?.querySelector('.button.primary')),
				text: look(shadow?.querySelector('p')),
				page: look(document.querySelector('h1')),
				body: look(document.body),
				styles: document.querySelectorAll('head style').length
			};
		});
		expect(looks.button).toMatchObject({ color: 'rgb(255, 255, 255)', backgroundColor: 'rgb(36, 71, 168)' });
		expect(looks.text).toMatchObject({
			textTransform: 'none',
			letterSpacing: 'normal',
			textAlign: 'start'
		});
		expect(looks.page.color).toBe('rgb(255, 0, 0)');
		expect(looks.body.backgroundColor).toBe('rgba(0, 0, 0, 0)');
		expect(looks.styles).toBe(1);
	});

	test('an order is placed on the timeline, by tapping and by dragging, and checked', async ({ page }) => {
		await open(page);
		const quiz = page.locator('#placing');
		const button = (name: string) => quiz.getByRole('button', { name, exact: true });
		await button('As a picture').click();
		await expectFocus(button('Picture'));
		const [item] = placing.asked;
		const inOrder = item ? solution(item) : [];
		expect(inOrder.length).toBeGreaterThan(2);
		for (const [place, id] of inOrder.entries()) {
			const text = plainText(item?.interaction.elements.find((element) => element.id === id)?.text ?? '');
			if (place === 0) await button(text).dragTo(button('Place 1 Free'));
			else {
				await button(text).click();
				await button(`Place ${place + 1} Put it here`).click();
			}
			await button(`Place ${place + 1} ${text}`).waitFor();
		}
		await button(words.english.check).click();
		await quiz.getByRole('region', { name: 'Right', exact: true }).waitFor();
		expect(await quiz.locator('.answer-list').isVisible()).toBe(false);
	});

	test('no two elements have the same id', async ({ page }) => {
		await open(page);
		for (const name of ['english', 'french'] as const) await play(page, name);
		const ids = await page.evaluate(() =>
			['#english', '#french'].flatMap((host) =>
				[...(document.querySelector(host)?.shadowRoot?.querySelectorAll('[id]') ?? [])]
					.filter((element) => element.localName !== 'style')
					.map(({ id }) => id)
			)
		);
		expect(ids.length).toBeGreaterThan(4);
		expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
	});
});
