import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { seeded } from '#lib/chance/random.ts';
import { addDays } from '#lib/review/day.ts';

import { expectAccessible, test } from './browser.ts';
import { course, spaced } from './course.ts';
import { savedText } from './device.ts';
import { press } from './learner.ts';
import { keptAll } from './offline-visit.ts';
import { closing, setClock, studyByScript, studyLesson, studyPath } from './studying.ts';

const FIRST_DAY = '2026-03-02';
const points = [...course.primer.points.map(({ id }) => id), 0];

/** How the map begins if something was learnt. */
const learnt = /you would probably recall \d+ right now/;

/** Knows nine items in ten, whichever they are. */
const chance = seeded('thirty days');
const session = (page: Page) =>
	studyByScript(
		page,
		Array.from({ length: 100 }, () => chance() < 0.9)
	);

test(
	'thirty days of studying, offline after the first visit, end with a map that an export brings back',
	{ timeout: 600_000 },
	async ({ newPage, trouble }) => {
		trouble.expect(/version\.json|ERR_INTERNET_DISCONNECTED/);
		const page = await newPage({ serviceWorkers: 'allow' });
		await page.clock.install({ time: new Date(`${FIRST_DAY}T18:00:00`) });
		await page.goto(`/${course.primer.id}`);
		await keptAll(page);
		await page.context().setOffline(true);

		let questions = 0;
		for (let day = 0; day < 30; day++) {
			await setClock(page, addDays(FIRST_DAY, day));
			await page.goto(studyPath('review'));
			questions += (await session(page)).length;
			expect(await closing(page)).toMatch(/^(Nothing is|Done) /);
			if (day >= points.length) continue;
			await page.goto(studyPath(`learn/${points[day]}`));
			questions += (await studyLesson(page, session)).length;
			expect(await closing(page)).toMatch(
				day === points.length - 1 ? /^The last lesson is done$/ : /^Done: /
			);
		}
		// How many days have nothing due depends on how the sessions were drawn.
		expect(questions).toBeGreaterThan(60);

		const known = await mapOn(page, learnt);
		expect(known.filter((fact) => fact.includes(': mastered')).length).toBeGreaterThan(10);
		await expectAccessible(page);

		await openSettings(page);
		const download = page.waitForEvent('download');
		await press(page, 'Export');
		const file = await savedText(download);
		expect((JSON.parse(file) as { reviews: unknown[] }).reviews).toHaveLength(questions);
		await press(page, 'Delete everything …');
		const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
		await dialog.getByRole('button', { name: 'Delete everything' }).click();
		await page.getByText('Deleted from this device').waitFor();
		await mapOn(page, /all of them wait for you/);

		await openSettings(page);
		await page
			.getByLabel('Import')
			.setInputFiles({ name: 'learner.json', mimeType: 'application/json', buffer: Buffer.from(file) });
		await page.getByText(`${questions} answers`).first().waitFor();
		expect(await mapOn(page, learnt)).toEqual(known);
	}
);

/** Opens the settings, and waits until the script of the page can take a choice. */
async function openSettings(page: Page): Promise<void> {
	await page.goto('/settings');
	await page.locator('dl[aria-busy="false"]').waitFor();
}

/** All that the map says of each fact and of the days, thirty days after the first day. */
async function mapOn(page: Page, told: RegExp): Promise<string[]> {
	await setClock(page, addDays(FIRST_DAY, 30));
	await page.goto(studyPath('progress'));
	await page.getByText(told).waitFor();
	const cells = page.getByRole('list', { name: /^Facts / }).getByRole('button');
	return [...(await cells.allTextContents()), spaced(await page.locator('main').innerText())];
}
