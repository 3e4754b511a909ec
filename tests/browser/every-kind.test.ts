import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { samples, score, type KindName, type Responses } from '#lib/kinds/index.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';

import { test } from './browser.ts';
import { editionIn, itemsAskedAt, oneOfEachKind, quizPath, spaced, words } from './course.ts';
import { give } from './give.ts';

const given = ['right', 'partlyRight', 'wrong'] as const;
type Given = (typeof given)[number];

const items = oneOfEachKind().map(({ id }) => id);

/** Each behaviour and each language; `tests/player/every-kind.test.ts` tries them all together, in a document without a screen. */
const plays: { language: string; behaviour: BehaviourName }[] = [
	{ language: 'en', behaviour: 'retry' },
	{ language: 'en', behaviour: 'exam' },
	{ language: 'fr', behaviour: 'practice' },
	{ language: 'fr', behaviour: 'certainty' },
	{ language: 'fr', behaviour: 'exam' }
];

test.for(plays)(
	'an item of each kind is answered and explained, in $language, in $behaviour',
	async ({ language, behaviour }, { newPage }) => {
		const page = await newPage({ reducedMotion: 'reduce', locale: language });
		const asked = await open(page, language, behaviour);
		const turn = plays.findIndex((each) => each.language === language && each.behaviour === behaviour);
		for (const [position, item] of asked.entries()) {
			// Over all the quizzes, each kind is answered in each of these ways.
			const how = given[(position + turn) % given.length] ?? 'right';
			await play(page, { item, behaviour, how, position });
		}
		if (behaviour === 'exam') await expectResults(page, asked);
	}
);

interface Play {
	item: Item;
	behaviour: BehaviourName;
	how: Given;
	/** Which question of the quiz it is, from 0. */
	position: number;
}

async function play(page: Page, { item, behaviour, how, position }: Play): Promise<void> {
	if (behaviour === 'retry') {
		for (const before of ['wrong', 'partlyRight'] as const) {
			await give(page, item, responseTo(item, before));
			await press(page, 'check');
			await page.locator('.notice.shown').waitFor();
		}
		how = 'right';
	}
	await give(page, item, responseTo(item, how));
	if (behaviour === 'certainty')
		await page.locator(`.quiz [name="certainty"][value="${(position % 3) + 1}"]`).dispatchEvent('click');
	if (behaviour !== 'exam') {
		await press(page, 'check');
		await expectExplained(page, item, how);
	}
	await press(page, 'next');
}

/** Opens a quiz of just these items and returns those of the edition, in the order asked, once the first is shown. */
async function open(page: Page, language: string, behaviour: BehaviourName): Promise<Item[]> {
	const edition = await editionIn(language);
	const address = quizPath({ behaviour, items, minutes: 60 });
	const asked = itemsAskedAt(address).flatMap(({ id }) => findItem(edition, id) ?? []);
	expect(asked).toHaveLength(items.length);
	await page.goto(address);
	if (behaviour === 'exam') await page.locator('main form[method="post"] button').first().click();
	await page.locator('[data-focus-question]').first().waitFor();
	expect(await page.locator('html').getAttribute('lang')).toBe(edition.primer.language);
	return asked;
}

/** A response of that sort; a wrong one where the kind knows none that is partly right. */
function responseTo(item: Item, how: Given): Responses[KindName] {
	const some = samples(item);
	return some[how] ?? some.wrong;
}

async function press(page: Page, what: string): Promise<void> {
	await page.locator(`button[name="do"][value="${what}"]`).first().click();
}

async function expectExplained(page: Page, item: Item, how: Given): Promise<void> {
	const scored = score(item, responseTo(item, how));
	if (scored.state !== 'scored') throw new Error(`${item.id}: ${how} is ${scored.state}`);
	const outcome = scored.fraction === 1 ? 'right' : scored.fraction > 0 ? 'partly' : 'wrong';
	const told = page.locator(`.feedback.${outcome}`);
	await told.waitFor();
	expect(spaced((await told.textContent()) ?? '')).toContain(words(item.explanation));
}

/** Hands an exam in, and reads in its results what each item is explained by. */
async function expectResults(page: Page, asked: readonly Item[]): Promise<void> {
	await press(page, 'submit');
	const results = page.locator('.results form > details');
	await results.first().waitFor();
	const told = (await results.allTextContents()).map(spaced);
	for (const [position, item] of asked.entries()) expect(told[position]).toContain(words(item.explanation));
}
