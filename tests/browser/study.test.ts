import { expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';

import { expectAccessible, test } from './browser.ts';
import { course } from './course.ts';
import { press } from './learner.ts';
import { closing, setClock, studyPath, studySession } from './studying.ts';

test('a first pass: something to read, its questions, what went wrong again, and the next point', async ({
	page
}) => {
	await page.goto(studyPath('learn/1'));
	await page.getByText('Point 1 of 5').waitFor();
	await press(page, 'Begin the questions');
	const asked = await studySession(page, (item, before) => before.length > 0 && item.id !== before[0]?.id);
	const facts = new Set(asked.flatMap((item) => item.facts));
	const ofPoint = course.primer.facts.filter(({ point, status }) => point === 1 && status !== 'slip');
	expect(ofPoint.filter(({ id }) => !facts.has(id))).toEqual([]);
	expect(await closing(page)).toBe('Done: Point 1 of 5');
	await page.getByRole('heading', { name: 'Worth another look' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'On to point 2' }).click();
	await page.getByText('Point 2 of 5').waitFor();
});
