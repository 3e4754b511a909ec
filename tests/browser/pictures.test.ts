import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { course, itemOf, quizPath, spaced, words } from './course.ts';
import { answerAndCheck, beginExam, expectHeading, feedback, press } from './learner.ts';

const { timeline, support } = course.primer;
if (!timeline || !support) throw new Error('The course draws nothing.');

/** An item that points into the timeline, and one that points into the other drawing. */
const inTimeline = itemOf('code-adopted');
const inSupport = itemOf('absent-trio');

const looks = {
	'light and wide': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
	'dark and narrow': { colorScheme: 'dark', viewport: { width: 320, height: 900 } }
} as const;

for (const [name, look] of Object.entries(looks)) {
	describe(name, () => {
		test('the page of the background shows both drawings, with the name of every place in them', async ({
			newPage
		}) => {
			const page = await newPage({ ...look, reducedMotion: 'reduce' });
			await page.goto(`/${course.primer.id}/background`);
			await page.getByRole('figure', { name: words(timeline.title) }).waitFor();
			for (const { id, text } of timeline.events)
				expect(spaced(await page.locator(`#timeline-${id}`).innerText())).toContain(words(text));
			await page.getByRole('figure', { name: words(support.title) }).waitFor();
			for (const { id, label } of support.groups.flatMap((group) => [group, ...group.members]))
				expect(spaced(await page.locator(`#support-${id}`).innerText())).toContain(words(label));
			await expectFit(page);
		});

		test('an explanation shows where in a drawing it belongs', async ({ newPage }) => {
			const page = await newPage({ ...look, reducedMotion: 'reduce' });
			for (const item of [inTimeline, inSupport]) {
				await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
				await answerAndCheck(page, item, samples(item).right);
				await feedback(page).locator('summary', { hasText: /^See / }).click();
				await expectMarked(page, item.picture?.timeline ?? item.picture?.support ?? []);
				await expectFit(page);
			}
		});
	});
}

test('a place in a drawing leads to the fact that it rests on', async ({ page }) => {
	await page.goto(`/${course.primer.id}/background`);
	const [event] = timeline.events;
	const fact = course.primer.facts.find(({ id }) => id === event?.facts[0]);
	await page
		.locator(`#timeline-${event?.id ?? ''}`)
		.getByRole('link', { name: fact?.title ?? '', exact: true })
		.click();
	await page.waitForURL(`**/facts#${fact?.id ?? ''}`);
});

test('without a script, the explanation and the results include the drawing', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(quizPath({ behaviour: 'practice', items: [inTimeline.id] }));
	await answerAndCheck(page, inTimeline, samples(inTimeline).wrong);
	await feedback(page).locator('summary', { hasText: /^See / }).click();
	await expectMarked(page, inTimeline.picture?.timeline ?? []);
	await press(page, 'See the results');
	await expectHeading(page, '0 of 1 mark');
	await page.locator('.results summary').first().click();
	await page.locator('.results summary', { hasText: /^See / }).click();
	await expectMarked(page, inTimeline.picture?.timeline ?? []);
});

test('the results of an exam include the drawings of all its items', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'exam', items: [inTimeline.id, inSupport.id] }));
	await beginExam(page);
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, '0 of 2 marks');
	for (const item of [inTimeline, inSupport]) {
		const result = page.locator('.results form', { hasText: words(item.stem) });
		await result.locator('summary').first().click();
		await result.locator('summary', { hasText: /^See / }).click();
		await result.locator('[aria-current=true]').first().waitFor();
	}
	const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
	expect(new Set(ids).size).toBe(ids.length);
});

/** Waits until just these places of the drawing are in sight and marked. */
async function expectMarked(page: Page, places: readonly string[]): Promise<void> {
	const marked = page.locator('figure [aria-current=true]');
	await marked.first().waitFor();
	const ids = await marked.evaluateAll((all) =>
		all.map(({ id }) => id.replace(/^.*?(timeline|support)-/, ''))
	);
	expect(ids.toSorted()).toEqual(places.toSorted());
}

async function expectFit(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}
