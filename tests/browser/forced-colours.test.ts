import { expect } from 'vitest';

import { readWith, test } from './browser.ts';
import { quizPath } from './course.ts';
import { openLive, question } from './learner.ts';

const quiz = quizPath({ behaviour: 'practice', count: 3, kinds: ['single-choice'], seed: 'a' });

test('in forced colours nothing is read through the bar of buttons', async ({ newPage }) => {
	const page = await newPage({ forcedColors: 'active', viewport: { width: 390, height: 700 } });
	await openLive(page, quiz);
	await question(page).waitFor();
	const bar = page.locator('.actions');
	expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toMatch(/^rgb\(/);
});

test.for(['en', 'fr'])('the keys are not cut on a narrow screen, in %s', async (locale, { newPage }) => {
	const page = await newPage({ locale, viewport: { width: 320, height: 660 } });
	await readWith(page, { size: 'larger', spacing: 'wide' });
	await openLive(page, quiz);
	await question(page).waitFor();
	await page.keyboard.press('?');
	const dialog = page.getByRole('dialog');
	await dialog.waitFor();
	expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
