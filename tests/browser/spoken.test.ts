import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { giveByKeyboard, pressOn } from './by-keyboard.ts';
import { courseKinds, itemOfKind, quizPath, words } from './course.ts';
import { expectFocus, feedback, openLive, question, verdict } from './learner.ts';
import { lettersOf, wordsOf } from './said.ts';

/** What is given, and what the verdict on it begins with. */
const outcomes = { right: 'Right', partlyRight: 'Partly right', wrong: 'Not right' } as const;

const plays = courseKinds.flatMap((kind) => {
	const some = samples(itemOfKind(kind));
	return (['right', 'partlyRight', 'wrong'] as const)
		.filter((given) => some[given] !== null)
		.map((given) => ({ kind, given }));
});

test.for(plays)(
	'by keyboard alone, each thing is read where it is needed: $kind, $given',
	async ({ kind, given }, { newPage }) => {
		const page = await newPage({ reducedMotion: 'reduce' });
		const item = itemOfKind(kind);
		const response = samples(item)[given] ?? samples(item).wrong;
		await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
		await question(page).focus();
		const control = page.locator('.view :is(input, select, summary, button)').first();
		const first = lettersOf(await control.ariaSnapshot());
		await expectRead(page, [words(item.stem), first, 'Check', 'Skip', 'End quiz']);

		await giveByKeyboard(page, item, response);
		await pressOn(page, page.getByRole('button', { name: 'Check' }), 'Enter');
		// What became of it is read next, then what to do, then why.
		await expectFocus(verdict(page));
		const key = given === 'right' ? [] : ['Right:'];
		await expectRead(page, [
			words(item.stem),
			...[outcomes[given], 'You:', ...key],
			...['See the results', words(item.explanation)]
		]);
		const headline = await feedback(page).getByRole('heading').first().innerText();
		expect(headline).toMatch(new RegExp(`^${outcomes[given]}`));
		// Nobody has to go back to hear what was given, and what would have been right.
		const said = lettersOf(await verdict(page).ariaSnapshot());
		for (const part of [...wordsOf(item, response), ...wordsOf(item, solution(item))])
			expect(said).toContain(lettersOf(part));
		await page.keyboard.press('Tab');
		await expectFocus(page.getByRole('button', { name: 'See the results' }));
	}
);

/** Expects a screen reader that reads the page from its beginning to come to such texts in this order. */
async function expectRead(page: Page, texts: readonly string[]): Promise<void> {
	const said = lettersOf(await page.getByRole('main').ariaSnapshot());
	let from = 0;
	for (const text of texts) {
		// The beginning tells texts apart; further on, markup may come between the words.
		const at = said.indexOf(lettersOf(text).slice(0, 20), from);
		expect(at, `“${text}” after ${said.slice(0, from)}`).toBeGreaterThanOrEqual(0);
		from = at;
	}
}
