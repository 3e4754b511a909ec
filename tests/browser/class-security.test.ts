import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { expectPhase, goOn, joinByPage, openClass, PHONE } from './class-pages.ts';
import { course, oneOfEachKind } from './course.ts';
import { answer, expectFocus, expectLive, press } from './learner.ts';
import { expectHeaders } from './security-headers.ts';

/** What pages do against their policy, from now on: the directive, and what was blocked. */
async function watchPolicy(...pages: Page[]): Promise<string[]> {
	const violations: string[] = [];
	for (const page of pages) {
		await page.exposeFunction('violated', (what: string) => void violations.push(what));
		await page.addInitScript(() => {
			addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, documentURI }) => {
				const path = new URL(documentURI).pathname;
				(window as unknown as { violated: (what: string) => void }).violated(
					`${effectiveDirective} ${blockedURI} at ${path}`
				);
			});
		});
	}
	return violations;
}

test('a whole class does nothing against the policy of its pages, each of which has all the headers', async ({
	newPage,
	trouble
}) => {
	const [host, remote, phone] = [await newPage(), await newPage(PHONE), await newPage(PHONE)];
	const violations = await watchPolicy(host, remote, phone);
	const items = oneOfEachKind();
	const ids = items.map(({ id }) => id).join(',');
	const code = await openClass(
		host,
		`/host?course=${course.primer.id}&pick=hand&items=${ids}&order=fixed&certainty=1&standings=1&seconds=600`
	);
	const wall = new URL(host.url()).pathname;
	await joinByPage(phone, code, 'Ada');
	await host.getByText('More', { exact: true }).click();
	await host.getByRole('button', { name: 'Other device' }).click();
	await host.getByRole('button', { name: 'Show it' }).click();
	const link = host.locator('dialog section').filter({ hasText: 'Remote control' }).locator('input');
	await remote.goto(await link.inputValue());
	await host.keyboard.press('Escape');
	for (const item of items) {
		await goOn(host, 'asking');
		await answer(phone, item, samples(item).right);
		await phone.locator('.levels input').nth(1).check();
		await press(phone, 'Send');
		await phone.getByText('Your answer has arrived.').waitFor();
		await expectPhase(host, 'closed');
		await host.locator('[data-command=reveal]').click();
		await phone.locator('.explanation').waitFor();
		await expectPhase(remote, 'revealed');
		await goOn(host, 'standings');
	}
	await host.locator('.controls .primary').click();
	await expectPhase(host, 'ended');
	await expectFocus(phone.locator('#own-heading'));
	await phone.locator('details summary').first().isVisible();
	await host.goto(`${wall}/report`);
	await expectLive(host);
	await host.getByRole('heading', { level: 1 }).waitFor();
	await host.goto('/host/book');
	await expectLive(host);
	for (const [page, path] of [
		[host, '/host'],
		[host, wall],
		[host, `${wall}/remote`],
		[host, `${wall}/report`],
		[host, '/host/book'],
		[phone, '/join'],
		[phone, `/join/${code}`],
		[phone, wall.replace('/host/', '/class/')]
	] as const) {
		const told = await page.request.get(path);
		expectHeaders(new Headers(told.headers()));
		// Where a code is typed is the same page for everybody.
		if (path !== '/join') expect([path, told.headers()['cache-control']]).toEqual([path, 'no-store']);
		expect(told.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
	}
	expect(violations).toEqual([]);

	// What is watched is seen.
	trouble.expect(/Content Security Policy/);
	await phone.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'document.title = "";';
		document.body.append(script);
	});
	await expect.poll(() => violations.length).toBe(1);
	expect(violations[0]).toMatch(/^script-src-elem inline at/);
});

test('a class is played through alone, with a phone beside the wall, and stands in no list', async ({
	page
}) => {
	const violations = await watchPolicy(page);
	const [item] = oneOfEachKind();
	if (!item) throw new Error('The course has no item.');
	await page.goto(`/host?course=${course.primer.id}&pick=hand&items=${item.id}`);
	await expectLive(page);
	await press(page, 'Play it through alone');
	await expectPhase(page, 'lobby');
	const phone = page.frameLocator('iframe');
	await phone.getByRole('textbox', { name: 'Your name' }).fill('Myself');
	await phone.getByRole('button', { name: 'Join' }).click();
	await phone.getByText('Connected', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Myself' }).waitFor();
	await goOn(page, 'asking');
	await phone.getByRole('button', { name: 'Send' }).waitFor();
	await page.reload();
	await expectPhase(page, 'asking');
	await page.goto('/host');
	await expectLive(page);
	expect(await page.getByRole('link', { name: /^Back to the wall/ }).count()).toBe(0);
	expect(violations).toEqual([]);
});
