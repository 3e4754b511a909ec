import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { readWith, test, tooWide } from './browser.ts';
import { course, quizPath } from './course.ts';
import { question } from './learner.ts';

const home = `/${course.primer.id}`;
const oneKind = quizPath({ behaviour: 'practice', count: 3, kinds: ['single-choice'], seed: 'a' });

const pages = {
	'the first page': '/',
	'the course': home,
	'the facts': `${home}/facts`,
	'the map': `${home}/progress`,
	'a worksheet': `${home}/print?n=3`,
	cards: `${home}/print?make=cards&points=1`,
	flashcards: `${home}/flashcards`,
	'a first pass': `${home}/learn/1`,
	'today’s review': `${home}/review`,
	practice: `${home}/practice/mixed`,
	settings: '/settings',
	'a quiz': oneKind
};

describe.each(['en', 'fr'])('in large letters far apart, in %s', (locale) => {
	test.for(Object.entries(pages))('%s is no wider than a narrow screen', async ([, path], { newPage }) => {
		const page = await newPage({ locale, viewport: { width: 320, height: 660 } });
		await readWith(page, { size: 'larger', spacing: 'wide' });
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(await tooWide(page)).toBe(0);
	});
});

describe('on a narrow screen, what has the focus is in sight', () => {
	for (const size of ['normal', 'large', 'larger'] as const) {
		test(`in ${size} letters`, async ({ newPage }) => {
			const page = await newPage({ viewport: { width: 320, height: 660 } });
			await readWith(page, { size, spacing: 'normal' });
			await page.goto(oneKind, { waitUntil: 'networkidle' });
			await question(page).waitFor();
			for (const option of await page.getByRole('radio').all()) {
				await option.focus();
				expect(await isUncovered(page)).toBe(true);
			}
		});
	}
});

/** Whether a part of what has the focus can be seen, none of it being under something else. */
function isUncovered(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const card = document.activeElement?.closest('label') ?? document.activeElement;
		if (!card) return false;
		const { left, right, top, bottom } = card.getBoundingClientRect();
		const seen = [Math.max(top, 0) + 2, Math.min(bottom, innerHeight) - 2];
		return seen.every((y) => card.contains(document.elementFromPoint((left + right) / 2, y)));
	});
}
