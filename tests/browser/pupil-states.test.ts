import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';
import type { KindName } from '#lib/kinds/names.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemOfKind, scoreOf, words } from './course.ts';
import { give } from './give.ts';
import { hostClass, type HostedClass } from './hosting.ts';
import { expectHeading, expectLive, press } from './learner.ts';

const looks = [
	{ name: 'English, light, 1280 px', language: '', width: 1280, colorScheme: 'light' },
	{ name: 'French, dark, 320 px', language: '/fr', width: 320, colorScheme: 'dark' }
] as const;

const choice = itemOfKind('single-choice');
const second = course.items.find(({ id, kind }) => kind === 'single-choice' && id !== choice.id) ?? choice;

async function expectSound(page: Page, what: string): Promise<void> {
	await expectAccessible(page, what);
	expect(await tooWide(page), `pixels too wide: ${what}`).toBe(0);
}

for (const { name, language, width, colorScheme } of looks) {
	const isFrench = language === '/fr';
	const say = (english: string, french: string) => (isFrench ? french : english);
	const look = { viewport: { width, height: 780 }, colorScheme, reducedMotion: 'reduce' } as const;

	async function enter(page: Page, { code }: HostedClass): Promise<void> {
		await page.goto(`${language}/join/${code}`);
		await expectLive(page);
		const team = page.locator('input[value=Red]');
		if (await team.isVisible()) await team.check();
		const typed = page.locator('input[name=name]');
		if (await typed.isVisible()) await typed.fill('Ada Lovelace');
		await press(page, say('Join', 'Entrer'));
		await page.waitForURL(/\/class\//);
		await page.getByText(say('Connected', 'Connecté'), { exact: true }).waitFor();
	}

	describe(`every state of the phone is sound, ${name}`, () => {
		test('at the teacher’s pace, with a discussion and standings', async ({ newPage }) => {
			const page = await newPage(look);
			const hosted = await hostClass({
				items: [choice.id, second.id],
				...{
					names: 'given',
					certainty: true,
					standings: true,
					reading: 600,
					seconds: 600,
					teams: ['Red', 'Blue']
				}
			});
			await page.goto(`${language}/join/${hosted.code}`);
			await expectLive(page);
			await expectSound(page, 'a name is handed out');
			await enter(page, hosted);
			await page.getByRole('heading', { level: 1, name: say('You are', 'Vous êtes') }).waitFor();
			await expectSound(page, 'lobby');
			await hosted.act({ type: 'ask', position: 0 });
			await page.getByText(say('Read first.', 'Lisez d’abord.')).waitFor();
			expect(await page.locator('.view input:enabled').count()).toBe(0);
			await expectSound(page, 'reading');
			await hosted.act({ type: 'open', round: 1 });
			await press(page, say('Send', 'Envoyer'));
			await page
				.getByRole('alert')
				.getByText(say('Give an answer first.', 'Donnez d’abord une réponse.'))
				.waitFor();
			await give(page, choice, samples(choice).right);
			await press(page, say('Send', 'Envoyer'));
			await page
				.getByRole('alert')
				.getByText(say('Say how sure you are first.', 'Indiquez d’abord'))
				.waitFor();
			await expectSound(page, 'asking, and a certainty is missing');
			await page.locator('.levels input').nth(2).check();
			await press(page, say('Send', 'Envoyer'));
			await page.getByText(say('Your answer has arrived.', 'Votre réponse est arrivée.')).waitFor();
			await hosted.act({ type: 'pause' });
			await expectHeading(page, say('A pause.', 'Une pause.'));
			await expectSound(page, 'paused');
			await hosted.act({ type: 'resume' });
			await page.getByText(say('Your answer has arrived.', 'Votre réponse est arrivée.')).waitFor();
			await hosted.act({ type: 'close', round: 1 });
			await page.getByText(say('No more answers.', 'Les réponses sont closes.')).waitFor();
			await hosted.act({ type: 'discuss' });
			await page.getByText(say('Talk about it.', 'Parlez-en.')).waitFor();
			expect(await page.locator('.view input:checked').count()).toBe(1);
			await expectSound(page, 'discussing');
			await hosted.act({ type: 'ask-again' });
			await page.getByText(say('The same question again', 'La même question')).waitFor();
			expect(await page.locator('.view input:checked').count()).toBe(0);
			await expectSound(page, 'asked again');
			await hosted.act({ type: 'close', round: 2 });
			await hosted.act({ type: 'reveal' });
			await page.getByRole('heading', { name: say('Not answered', 'Sans réponse') }).waitFor();
			await expectSound(page, 'revealed, not answered');
			await hosted.act({ type: 'standings' });
			await expectHeading(page, say('The standings are on the wall.', 'Le classement est à l’écran.'));
			await expectSound(page, 'standings');
			await hosted.act({ type: 'end' });
			await page.locator('#own-heading').waitFor();
			await expectSound(page, 'ended');
		});

		test('at their own pace, back and forth, with the words on the wall alone', async ({ newPage }) => {
			const page = await newPage(look);
			const hosted = await hostClass({
				items: [choice.id, second.id],
				...{ pace: 'own', seconds: 600, words: 'wall' }
			});
			await enter(page, hosted);
			await hosted.act({ type: 'ask', position: 0 });
			await page
				.getByRole('heading', { name: say('Read the question on the wall.', 'Lisez la question') })
				.waitFor();
			await expectSound(page, 'the words are on the wall');
			await give(page, choice, samples(choice).right);
			await page.getByRole('link', { name: say('Next', 'Suivante'), exact: true }).click();
			await page.getByRole('link', { name: /^Question 1, / }).waitFor();
			await give(page, second, samples(second).right);
			await press(page, say('Send', 'Envoyer'));
			await page.getByText(say('Your answer has arrived.', 'Votre réponse est arrivée.')).waitFor();
			await expectSound(page, 'the second is answered');
			await page.reload();
			await expectLive(page);
			await page.getByRole('link', { name: /^Question 1, / }).click();
			await expect
				.poll(() =>
					page
						.locator('.view input:checked')
						.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))
				)
				.toEqual([samples(choice).right]);
			await press(page, say('Send', 'Envoyer'));
			await page.getByText(say('All of your answers', 'Toutes vos réponses')).waitFor();
			await hosted.act({ type: 'close', round: 1 });
			await hosted.act({ type: 'reveal' });
			await page.getByText(words(choice.stem)).first().waitFor();
			await expectSound(page, 'revealed');
		});

		test('out of the class, and in it again', async ({ newPage, trouble }) => {
			trouble.expect(/status of 40[34]/);
			const page = await newPage(look);
			const hosted = await hostClass({ items: [choice.id] });
			await page.goto(`${language}/class/${hosted.id}`);
			await expectHeading(
				page,
				say('This device is not in the class.', 'Cet appareil n’est pas dans la classe.')
			);
			await expectSound(page, 'not in the class');
			await page.goto(`${language}/class/nowhere`);
			await expectHeading(page, say('This class is not there any more.', 'Cette classe n’existe plus.'));
		});
	});
}

describe('without a script, plain forms answer', () => {
	const plain: KindName[] = [
		'single-choice',
		'multiple-response',
		'true-false-reason',
		'short-text',
		'numeric'
	];
	for (const kind of [
		...plain,
		'matching',
		'categorise',
		'cloze',
		'highlight',
		'ordering'
	] satisfies KindName[]) {
		test(kind, async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 780 } });
			const item = itemOfKind(kind);
			const hosted = await hostClass({ items: [item.id] });
			await page.goto(`/join?code=${hosted.code.toLowerCase()}`);
			await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
			await press(page, 'Join');
			await expectHeading(page, 'You are in.');
			expect(await page.locator('noscript meta[http-equiv=refresh]').getAttribute('content')).toBe('4');
			const token = new URL(await page.getByLabel('Link for your other device').inputValue()).hash.slice(7);
			await hosted.act({ type: 'ask', position: 0 });
			await loadAnew(page);
			// Whoever answers is not disturbed.
			expect(await page.locator('noscript meta[http-equiv=refresh]').count()).toBe(0);
			if (kind === 'ordering') await placeEach(page, solution(item));
			else await give(page, item, samples(item).right);
			await press(page, 'Send');
			await page.getByText('Your answer has arrived.').waitFor();
			const [kept] = await hosted.answersOf(token);
			expect(scoreOf(item, kept?.response).fraction).toBe(1);
			await hosted.act({ type: 'close', round: 1 });
			await hosted.act({ type: 'reveal' });
			await loadAnew(page);
			await page.getByRole('heading', { name: 'Right', exact: true }).waitFor();
			await page.getByText(words(item.explanation)).waitFor();
		});
	}

	test('and one’s own result is read at the end', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		const hosted = await hostClass({ items: [choice.id, second.id] });
		await page.goto(`/join/${hosted.code}`);
		await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
		await press(page, 'Join');
		await expectHeading(page, 'You are in.');
		await hosted.act({ type: 'ask', position: 0 });
		await loadAnew(page);
		await give(page, choice, samples(choice).right);
		await press(page, 'Send');
		await page.getByText('Your answer has arrived.').waitFor();
		await hosted.act({ type: 'close', round: 1 });
		await hosted.act({ type: 'reveal' });
		await hosted.act({ type: 'ask', position: 1 });
		await hosted.act({ type: 'close', round: 2 });
		await hosted.act({ type: 'reveal' });
		await hosted.act({ type: 'end' });
		await loadAnew(page);
		await page.locator('#own-heading .big').waitFor();
		expect(await page.locator('#own-heading .big').innerText()).toMatch(/^1/);
		await page.getByText(words(second.stem)).first().waitFor();
		// Nothing is taken over without a script.
		await page.getByRole('button', { name: /^Take/ }).waitFor({ state: 'hidden' });
	});

	test('and what comes too late is told', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		const hosted = await hostClass({ items: [choice.id] });
		await page.goto(`/join/${hosted.code}`);
		await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
		await press(page, 'Join');
		await expectHeading(page, 'You are in.');
		await hosted.act({ type: 'ask', position: 0 });
		await loadAnew(page);
		await give(page, choice, samples(choice).right);
		await hosted.act({ type: 'close', round: 1 });
		await press(page, 'Send');
		await page.getByText('Too late: no more answers are taken.').waitFor();
	});
});

/** Loads a page without a script anew: which it does by itself, too, every few seconds, and maybe just now. */
async function loadAnew(page: Page): Promise<void> {
	await page.reload().catch(() => page.waitForLoadState());
}

/** Gives each element of an order its place from a list, as a page without a script has it. */
async function placeEach(page: Page, order: unknown): Promise<void> {
	const ids: unknown[] = Array.isArray(order) ? order : [];
	for (const [place, id] of ids.entries())
		await page.locator(`.quiz [name="response:${String(id)}"]`).selectOption(String(place + 1));
}
