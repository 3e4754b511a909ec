import { expect, inject } from 'vitest';

import { sameForAll } from '../../src/routes/same-for-all.server.ts';
import { test } from './browser.ts';
import { expectLive } from './learner.ts';

const addresses = Object.keys(sameForAll).map((route) =>
	route.replace('[primer]', 'paris-call').replace('[point]', '1').replace('[draw]', 'mixed')
);

for (const address of addresses) {
	test(`${address} is one answer for all, at its address in each language and for each way to read`, async () => {
		const tagOf = async ([home, cookie]: readonly [string, string]) => {
			const answer = await fetch(inject('address') + home + address, { headers: { Cookie: cookie } });
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-security-policy')).not.toContain('nonce');
			expect(await answer.text()).not.toContain(' nonce=');
			return answer.headers.get('etag');
		};
		const readers = [
			['', ''],
			['/fr', ''],
			['', 'reading=large.wide']
		] as const;
		const first = await Promise.all(readers.map(tagOf));
		expect(await Promise.all(readers.map(tagOf))).toEqual(first);
		expect(await tagOf(['', 'language=en; other=1'])).toBe(first[0]);
		// What is no page is the same for both; the report on a course is in its own language, whatever is around it.
		const isPage = !/\/(course\.json|outline)$/.test(address);
		if (!address.endsWith('/bank')) expect(first[1] !== first[0]).toBe(isPage);
	});
}

test('the policy of a shared page lets its own scripts run, and no others', async ({ page, trouble }) => {
	trouble.expect(/Content Security Policy/);
	await page.goto('/paris-call');
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'document.title = "taken"';
		document.head.append(script);
	});
	expect(await page.title()).not.toBe('taken');
	// The page’s own script is live: a lesson is loaded without asking for a page.
	await expectLive(page);
	await page.getByRole('link', { name: 'Learn point 1' }).click();
	await page.waitForURL('**/learn/1');
	expect(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.name)).toMatch(
		/paris-call$/
	);
});
