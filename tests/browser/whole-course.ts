import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { score, samples } from '#lib/kinds/index.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';

import { test } from './browser.ts';
import { course, editionIn, itemsAskedAt, quizPath, spaced, words } from './course.ts';
import { give } from './give.ts';

const given = ['right', 'partlyRight', 'wrong'] as const;
type Given = (typeof given)[number];

/** The items of the course in as few forms as it takes for no two enemies to meet. */
const forms = course.items.reduce<Item[][]>((forms, item) => {
	const form = forms.find((each) => !each.some((other) => areEnemies(item, other)));
	if (form) form.push(item);
	else forms.push([item]);
	return forms;
}, []);

/**
 * Plays every item in every behaviour, answered right, partly right and wrong, and sees each explained.
 *
 * @param language of the edition, such as `fr`
 * @param locale that the browser prefers, such as `fr-FR`
 */
export async function playWholeCourse(language: string, locale: string): Promise<void> {
	const edition = await editionIn(language);
	const look = { reducedMotion: 'reduce', locale } as const;

	describe(`every item in ${language}, answered and explained`, { timeout: 300_000 }, () => {
		for (const how of given) {
			test(`practice, ${how}`, async ({ newPage }) => {
				const page = await newPage(look);
				for (const form of forms) {
					for (const item of await open(page, edition, 'practice', form)) {
						await give(page, item, responseTo(item, how));
						await press(page, 'check');
						await expectExplained(page, item, how);
						await press(page, 'next');
					}
				}
			});

			test(`certainty, ${how}`, async ({ newPage }) => {
				const page = await newPage(look);
				for (const form of forms) {
					for (const [position, item] of (await open(page, edition, 'certainty', form)).entries()) {
						await give(page, item, responseTo(item, how));
						await sayCertainty(page, position);
						await press(page, 'check');
						await expectExplained(page, item, how);
						await press(page, 'next');
					}
				}
			});

			test(`exam, ${how}`, async ({ newPage }) => {
				const page = await newPage(look);
				for (const form of forms) {
					const items = await open(page, edition, 'exam', form);
					for (const item of items) {
						await give(page, item, responseTo(item, how));
						await press(page, 'next');
					}
					await press(page, 'submit');
					const results = page.locator('.results form > details');
					await results.first().waitFor();
					const told = (await results.allTextContents()).map(spaced);
					for (const [position, item] of items.entries())
						expect(told[position]).toContain(words(item.explanation));
				}
			});
		}

		test('retry, wrong, then partly right, then right', async ({ newPage }) => {
			const page = await newPage(look);
			for (const form of forms) {
				for (const item of await open(page, edition, 'retry', form)) {
					for (const how of ['wrong', 'partlyRight'] as const) {
						await give(page, item, responseTo(item, how));
						await press(page, 'check');
						await page.locator('.notice.shown').waitFor();
					}
					await give(page, item, responseTo(item, 'right'));
					await press(page, 'check');
					await expectExplained(page, item, 'right');
					await press(page, 'next');
				}
			}
		});
	});
}

/** Opens a quiz of just these items: those of the edition, as it asks them, once the first is there. */
async function open(
	page: Page,
	edition: Bank,
	behaviour: BehaviourName,
	form: readonly Item[]
): Promise<Item[]> {
	const address = quizPath({ behaviour, items: form.map(({ id }) => id), minutes: 60 });
	const items = itemsAskedAt(address).flatMap(({ id }) => findItem(edition, id) ?? []);
	expect(items).toHaveLength(form.length);
	await page.goto(address);
	if (behaviour === 'exam') await page.locator('main form button').first().click();
	await page.locator('[data-focus-question]').waitFor();
	expect(await page.locator('html').getAttribute('lang')).toBe(edition.primer.language);
	return items;
}

/** A response of that sort; a wrong one where the kind knows none that is partly right. */
function responseTo(item: Item, how: Given): unknown {
	const some = samples(item);
	return some[how] ?? some.wrong;
}

/** Says how sure one is: each level in turn. */
async function sayCertainty(page: Page, position: number): Promise<void> {
	await page.locator(`.quiz [name="certainty"][value="${(position % 3) + 1}"]`).dispatchEvent('click');
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

function areEnemies(one: Item, other: Item): boolean {
	return one.enemies.includes(other.id) || other.enemies.includes(one.id);
}
