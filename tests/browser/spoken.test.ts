import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { giveByKeyboard, pressOn } from './by-keyboard.ts';
import { courseKinds, itemOfKind, quizPath, words } from './course.ts';
import { expectFocus, feedback, openLive, question, verdict } from './learner.ts';

test.for(courseKinds)(
	'by keyboard alone, each thing is read where it is needed: %s',
	async (kind, { newPage }) => {
		const page = await newPage({ reducedMotion: 'reduce' });
		const item = itemOfKind(kind);
		await openLive(page, quizPath({ behaviour: 'practice', items: [item.id] }));
		await question(page).focus();
		const control = page.locator('.view :is(input, select, summary, button)').first();
		const first = lettersOf(await control.ariaSnapshot());
		await expectRead(page, [words(item.stem), first, 'Check', 'Skip', 'End quiz']);

		await giveByKeyboard(page, item, samples(item).right);
		await pressOn(page, page.getByRole('button', { name: 'Check' }), 'Enter');
		// What became of it is read next, then what to do, then why.
		await expectFocus(verdict(page));
		await expectRead(page, [words(item.stem), 'You:', 'See the results', words(item.explanation)]);
		expect(await feedback(page).getByRole('heading').first().innerText()).toBe('Right');
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

/** Letters and digits alone: what is read, however the snapshot quotes it. */
function lettersOf(text: string): string {
	return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
