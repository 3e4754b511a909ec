import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { dealt } from '#lib/review/deck.ts';
import { deckOf, facesOf } from '#lib/review/faces.ts';

import { test } from './browser.ts';
import { course, itemAskedAt, itemsAskedAt, oneOfEachKind, quizPath, spaced, words } from './course.ts';
import { give } from './give.ts';
import {
	answer,
	answerAndCheck,
	beginExam,
	expectHeading,
	expectLive,
	expectQuestion,
	feedback,
	openLive,
	press,
	question
} from './learner.ts';
import { closing, itemAsked, studyPath, studySession } from './studying.ts';
import { translate } from './translation.ts';

/** Waits until an element shows just this, once. */
async function expectText(page: Page, selector: string, text: string | RegExp): Promise<void> {
	const shown = expect.poll(async () => spaced(await page.locator(selector).first().innerText()));
	if (typeof text === 'string') await shown.toBe(text);
	else await shown.toMatch(text);
}

/** Waits for what is shown to become something else. */
async function expectToGoOn(page: Page, selector: string): Promise<void> {
	const text = () => page.locator(selector).first().innerText();
	const before = await text();
	await expect.poll(text).not.toBe(before);
}

/** The words of the options, rows and labels on the page, except those of the surrounding frame. */
function choices(page: Page): Promise<string> {
	return page.locator('.view').innerText().then(spaced);
}

function optionsOf({ interaction }: Item): string[] {
	const some = [
		...('options' in interaction ? interaction.options : []),
		...('elements' in interaction ? interaction.elements : []),
		...('premises' in interaction ? interaction.premises : []),
		...('reasons' in interaction ? interaction.reasons : [])
	];
	return some.map(({ text }) => words(text));
}

/** Expects that what a learner sees belongs to the item that will be scored, and to no other. */
async function expectShown(page: Page, item: Item, place: number, total: number): Promise<void> {
	await expectQuestion(page, item);
	await expectText(page, '.progress > span:first-child', `Question ${place} of ${total}`);
	const shown = await choices(page);
	for (const text of optionsOf(item)) expect(shown.split(text).length - 1, text).toBeGreaterThan(0);
}

for (const original of ['outside', 'inside'] as const)
	describe(`a page that the browser translates, its texts kept ${original}`, () => {
		test('asks, checks, explains and sums up what is scored', async ({ page }) => {
			const address = quizPath({ items: oneOfEachKind().map(({ id }) => id) });
			const asked = itemsAskedAt(address);
			await openLive(page, address);
			await translate(page, original);
			for (const [index, item] of asked.entries()) {
				await expectShown(page, item, index + 1, asked.length);
				expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
				const isRight = index % 2 === 0;
				await answerAndCheck(page, item, isRight ? solution(item) : samples(item).wrong);
				await feedback(page).waitFor();
				await expectText(page, '.feedback h2', isRight ? 'Right' : /^Not right/);
				expect(spaced(await feedback(page).innerText())).toContain(words(item.explanation));
				await press(page, /^(Next question|See the results)$/);
			}
			await expectHeading(page, new RegExp(`of ${asked.length} marks`));
			await press(page, 'Go through them one by one');
			for (const [index, item] of asked.entries()) {
				await expectHeading(page, `Question ${index + 1} of ${asked.length}`);
				await expect.poll(() => page.getByText(words(item.stem)).count()).toBeGreaterThan(0);
				const others = asked.filter((other) => other !== item);
				for (const other of others) expect(await page.getByText(words(other.stem)).count()).toBe(0);
				await press(page, index < asked.length - 1 ? 'Next' : 'Back to the results');
			}
		});

		test('keeps the words of two questions of one kind apart', async ({ page }) => {
			const two = course.items.filter(({ kind }) => kind === 'single-choice').slice(0, 6);
			const address = quizPath({ items: two.map(({ id }) => id) });
			const asked = itemsAskedAt(address);
			await openLive(page, address);
			await translate(page, original);
			for (const [index, item] of asked.entries()) {
				await expectShown(page, item, index + 1, asked.length);
				const ofOthers = asked.filter((other) => other !== item).flatMap(optionsOf);
				const shown = await choices(page);
				for (const text of ofOthers.filter((other) => !optionsOf(item).some((own) => own.includes(other))))
					expect(shown).not.toContain(text);
				await press(page, 'Flag');
				await page.locator('[value="flag"][aria-pressed="true"]').waitFor();
				await press(page, 'Skip');
			}
		});

		test('an exam goes through its questions, its clock goes on, and its overview is right', async ({
			page
		}) => {
			const address = quizPath({ behaviour: 'exam', count: 3, minutes: 10 });
			await page.goto(address);
			await beginExam(page);
			await translate(page, original);
			await expectText(page, '[role="timer"]', /^(10:00|9:[345]\d)$/);
			await expectToGoOn(page, '[role="timer"]');
			for (const place of [1, 2, 3]) {
				const item = itemAskedAt(address, place);
				await expectShown(page, item, place, 3);
				await give(page, item, samples(item).right);
				await press(page, place < 3 ? 'Next' : 'Overview');
			}
			await expectText(page, 'h1', 'Before you hand in');
			await expectText(page, 'h1 + p', 'Every question has an answer.');
			await expectToGoOn(page, '[role="timer"]');
			await press(page, 'Hand in');
			await expectHeading(page, '3 of 3 marks');
		});

		test('flashcards turn and change', async ({ page }) => {
			const facts = deckOf(course.primer.facts, [3]);
			const { round } = dealt(
				facts.map(({ id }) => id),
				'browser'
			);
			await openLive(page, `${studyPath('flashcards')}?points=3&seed=browser`);
			await translate(page, original);
			for (const [index, id] of round.entries()) {
				const fact = facts.find((each) => each.id === id);
				if (!fact) throw new Error(`No card is of ${id}.`);
				await expectText(page, '.card .text', words(facesOf(fact).front));
				await expectText(page, '.place > span:first-child', `Card ${index + 1} of ${round.length}`);
				await press(page, 'Turn over');
				await expectText(page, '.card .text', words(facesOf(fact).back));
				await press(page, index % 2 === 0 ? /^Not yet/ : /^Knew it/);
			}
			await expectText(page, '.again', 'Going through what you did not know yet.');
			await expectText(page, '.place > span:first-child', `Card 1 of ${Math.ceil(round.length / 2)}`);
		});

		test('a session of self-study runs to its end, and asks again', async ({ page }) => {
			await openLive(page, studyPath('learn/5'));
			await translate(page, original);
			await press(page, 'Begin the questions');
			const item = await itemAsked(page);
			await expectText(page, '.progress > span:first-child', /^Question 1 of \d+$/);
			await answer(page, item, samples(item).wrong);
			await press(page, 'Check');
			await press(page, 'Next question');
			await expectText(page, '.progress > span:first-child', /^Question 2 of \d+$/);
			await studySession(page, () => true);
			// What was not right at first may wait for the next part of the lesson.
			expect(await closing(page)).toMatch(/^(Part 1 of the lesson is done|A part of this point is done)$/);
			expect(
				await page
					.getByText(/^Question \d/)
					.locator('visible=true')
					.count()
			).toBe(0);
		});
	});

test('a page that was translated before its script was live asks and scores what it shows', async ({
	page
}) => {
	let go = () => {};
	const live = new Promise<void>((resolve) => (go = resolve));
	await page.route(/_app\/immutable\/.*\.js/, async (route) => {
		await live;
		await route.continue();
	});
	const address = quizPath({ count: 3 });
	const asked = itemsAskedAt(address);
	await page.goto(address, { waitUntil: 'commit' });
	await question(page).waitFor();
	await translate(page);
	go();
	await expectLive(page);
	for (const [index, item] of asked.entries()) {
		await expectShown(page, item, index + 1, asked.length);
		await answerAndCheck(page, item, solution(item));
		await feedback(page).waitFor();
		await press(page, /^(Next question|See the results)$/);
	}
	await expectHeading(page, '3 of 3 marks');
});
