import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { test } from './browser.ts';
import { course, quizPath } from './course.ts';
import { expectHeading } from './learner.ts';
import { keptAll, visited } from './offline-visit.ts';

const home = `/${course.primer.id}`;

describe('no worker is registered', () => {
	test('by a running quiz, which loads nothing for it; the next page does', async ({ newPage }) => {
		const page = await newPage({ serviceWorkers: 'allow' });
		const loaded: string[] = [];
		page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
		await page.goto(quizPath({ behaviour: 'practice', count: 3 }));
		await page.waitForLoadState('networkidle');
		expect(await registrations(page)).toBe(0);
		expect(loaded.filter((path) => /manifest|icons|service-worker|offline/i.test(path))).toEqual([]);
		await page.getByRole('link', { name: course.primer.title }).click();
		await keptAll(page);
	});

	test('inside a frame', async ({ newPage, trouble }) => {
		trouble.expect(/favicon\.ico/);
		const page = await newPage({ serviceWorkers: 'allow' });
		// A page that frames this site’s own, and registers none itself.
		await page.goto(quizPath({ behaviour: 'practice', count: 3 }), { waitUntil: 'networkidle' });
		await page.evaluate((src) => {
			document.body.innerHTML = `<iframe title="Five Points" src="${src}"></iframe>`;
		}, home);
		const frame = page.frameLocator('iframe');
		await frame.getByRole('heading', { level: 1 }).waitFor();
		await page.waitForLoadState('networkidle');
		expect(await frame.locator('html').evaluate(countRegistrations)).toBe(0);
	});
});

test('a browser can install the app, described in the language of the page', async ({ newPage }) => {
	for (const [locale, description] of [
		['en-GB', /every answer/],
		['fr-FR', /chaque réponse/]
	] as const) {
		const page = await visited(newPage, '/', { locale });
		const session = await page.context().newCDPSession(page);
		const { errors, data = '' } = await session.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const manifest = JSON.parse(data) as { description: string; lang: string; icons: { src: string }[] };
		expect(manifest).toMatchObject({
			lang: locale.slice(0, 2),
			description: expect.stringMatching(description)
		});
		for (const { src } of manifest.icons) {
			const icon = await fetch(new URL(src, inject('address')));
			expect([src, icon.status]).toEqual([src, 200]);
		}
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
	}
});

test('a device without room goes on over the network', async ({ newPage }) => {
	const page = await newPage({ serviceWorkers: 'allow' });
	const session = await page.context().newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', { origin: inject('address'), quotaSize: 100_000 });
	const started = page.context().waitForEvent('serviceworker');
	await page.goto('/');
	await started;
	await expect.poll(() => registrations(page)).toBe(0);
	await page.goto(`${home}/facts`);
	await expectHeading(page, 'The facts');
});

async function registrations(page: Page): Promise<number> {
	return page.evaluate(countRegistrations);
}

async function countRegistrations(): Promise<number> {
	return (await navigator.serviceWorker.getRegistrations()).length;
}
