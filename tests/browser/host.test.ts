import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { partsOfStem } from '#lib/text/stem.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { expectPhase, goOn, openClass, refuseWith } from './class-pages.ts';
import { course, itemOfKind, words } from './course.ts';
import { expectLive, openLive } from './learner.ts';
import { Pupil } from './pupils.ts';

const items = [itemOfKind('single-choice'), itemOfKind('matching')];
const [first, second] = items;
const setUp = (more = '') =>
	`/host?course=${course.primer.id}&pick=hand&items=${items.map(({ id }) => id).join(',')}&order=fixed${more}`;

/** Nothing is too wide, and axe finds nothing. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await tooWide(page), `pixels too wide at ${page.url()}`).toBe(0);
}

async function joined(code: string, ...names: string[]): Promise<Pupil[]> {
	return Promise.all(names.map((name) => Pupil.join(inject('address'), code, name)));
}

test('a class is set up, asked, discussed, asked again, shown and ended, and outlasts a reload', async ({
	page
}) => {
	const code = await openClass(page, setUp());
	const pupils = await joined(code, 'Ada', 'Béla', 'Chloé');
	await page.getByRole('button', { name: 'Béla' }).waitFor();
	await expectSound(page);

	await goOn(page, 'asking');
	await page.getByRole('heading', { level: 1, name: words(first?.stem ?? []) }).waitFor();
	if (!first || !second) throw new Error('The course has no such items.');
	await pupils[0]?.answer(first, 'right', 1);
	await pupils[1]?.answer(first, 'wrong', 1);
	await page.getByRole('button', { name: /^2\s+of 3 answered$/ }).waitFor();
	await expectSound(page);

	await page.reload();
	await expectLive(page);
	await page.getByRole('button', { name: /^2\s+of 3 answered$/ }).waitFor();
	await goOn(page, 'closed');
	// One of two is right: between the bounds.
	await page.getByText('Advice, for you alone').click();
	await page.getByText('Discuss in pairs, then ask again.').waitFor();
	await expectSound(page);
	await page.locator('[data-command=discuss]').click();
	await expectPhase(page, 'discussing');
	await goOn(page, 'asking');
	for (const pupil of pupils) await pupil.answer(first, 'right', 2);
	// All have answered.
	await expectPhase(page, 'closed');
	await goOn(page, 'revealed');
	await page.getByText('Over the 2 who answered both times').waitFor();
	await page.getByText('1 went from wrong to right, 0 from right to wrong.').waitFor();
	await expectSound(page);

	await goOn(page, 'asking');
	await pupils[2]?.answer(second, 'wrong', 3);
	await goOn(page, 'closed');
	await page.locator('[data-command=reveal]').click();
	await expectPhase(page, 'revealed');
	await page.getByText('1 of 3 answered').waitFor();
	await expectSound(page);
	await page.locator('[data-command=back]').click();
	await page.getByText('Over the 2 who answered both times').waitFor();
	await page.locator('.controls .primary').click();
	await page.getByText('1 of 3 answered').waitFor();
	await goOn(page, 'ended');
	await page.getByRole('link', { name: 'To the report' }).waitFor();
	await expectSound(page);
});

test('however long a question is, its count, time and code stay in sight', async ({ newPage }) => {
	const length = ({ stimulus, stem, interaction }: Item) =>
		words(stimulus?.text ?? '').length + words(stem).length + JSON.stringify(interaction).length;
	const longest = course.items.toSorted((one, other) => length(other) - length(one)).slice(0, 3);
	const page = await newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
	const ids = longest.map(({ id }) => id).join(',');
	await openClass(page, `/host?course=${course.primer.id}&pick=hand&items=${ids}&order=fixed&seconds=600`);
	const expectInSight = async (locator: Locator) => {
		const box = await locator.boundingBox();
		expect(box?.y).toBeGreaterThanOrEqual(0);
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
	};
	const isScrolled = () => page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 1);
	for (const item of longest) {
		await goOn(page, 'asking');
		await page.getByRole('heading', { level: 1, name: words(partsOfStem(item.stem).question) }).waitFor();
		for (const part of [
			page.getByRole('button', { name: /answered$/ }),
			page.getByRole('timer'),
			page.locator('.come'),
			page.locator('.controls')
		])
			await expectInSight(part);
		expect(await isScrolled()).toBe(false);
		// Nothing is smaller than it has to be: the next size would be too high.
		const sizes = await page.locator('.scene .main').evaluate((main) => {
			const size = Number(main.style.getPropertyValue('--fit'));
			const isTooHigh = main.scrollHeight > main.clientHeight + 1;
			main.style.setProperty('--fit', String(Math.min(1, size + 0.08)));
			const wouldBe = main.scrollHeight > main.clientHeight + 1;
			main.style.setProperty('--fit', String(size));
			return { size, isTooHigh, wouldBe };
		});
		expect(sizes.isTooHigh).toBe(sizes.size === 0.7 && sizes.isTooHigh);
		expect(sizes.wouldBe).toBe(sizes.size < 1);
		await expectSound(page);
		await goOn(page, 'closed');
		await goOn(page, 'revealed');
		await expectInSight(page.locator('.come'));
		await expectInSight(page.locator('.controls'));
		expect(await isScrolled()).toBe(false);
	}
});

test('everybody goes at their own pace, and then all answers are shown', async ({ page }) => {
	const code = await openClass(page, setUp('&pace=own&window=10'));
	const [pupil] = await joined(code, 'Ada');
	await goOn(page, 'asking');
	if (!first || !second || !pupil) throw new Error('The course has no such items.');
	await page.getByRole('timer').waitFor();
	await pupil.answer(second, 'right', 2);
	await page.getByRole('button', { name: /^1\s+of 2 answered$/ }).waitFor();
	await expectSound(page);
	await goOn(page, 'closed');
	await goOn(page, 'revealed');
	await page.getByText('Nobody has answered.').waitFor();
	await page.locator('.controls .primary').click();
	await page.getByText('1 of 1 answered').waitFor();
	await goOn(page, 'ended');
});

test('the host directs by keys, and another device takes the class over by its link', async ({
	page,
	newPage
}) => {
	const code = await openClass(page, setUp('&seconds=60&reading=3600&standings=1&set=1'));
	await joined(code, 'Ada');
	await page.keyboard.press('l');
	await page.getByText('The door is locked').waitFor();
	await page.keyboard.press('ArrowRight');
	await expectPhase(page, 'reading');
	await expectSound(page);
	await page.keyboard.press('o');
	await expectPhase(page, 'asking');
	await page.keyboard.press('p');
	await expectPhase(page, 'paused');
	await expectSound(page);
	await page.keyboard.press('?');
	await page.getByRole('dialog', { name: 'Keys' }).waitFor();
	await expectSound(page);
	await page.keyboard.press('Escape');

	await page.getByText('More', { exact: true }).click();
	await page.getByRole('button', { name: 'Other device' }).click();
	await page.getByRole('button', { name: 'Show it' }).click();
	const link = (title: string) =>
		page.locator('dialog section').filter({ hasText: title }).locator('input').inputValue();
	const notes = await page.getByRole('link', { name: 'Notes in a window of their own' }).getAttribute('href');
	expect(`${notes ?? ''}#key=`).toBe((await link('Remote control')).replace(/key=.*/, 'key='));
	const remote = await newPage({ viewport: { width: 390, height: 844 } });
	await remote.goto(await link('Remote control'));
	await expectPhase(remote, 'paused');
	expect(remote.url()).not.toContain('key');
	await remote.getByRole('button', { name: 'Go on' }).click();
	await expectPhase(remote, 'asking');
	await remote.getByText('Show the answer to me alone').click();
	await expectSound(remote);
	await page.keyboard.press('Escape');
	await expectPhase(page, 'asking');
});

test('the host reads notes on every question before the first, and on each as it is asked', async ({
	page,
	newPage
}) => {
	const guided = course.items.filter(({ point }) => course.guide?.points.some(({ id }) => id === point));
	const asked = guided.slice(0, 2).map(({ id }) => id);
	await openClass(page, `/host?course=${course.primer.id}&pick=hand&items=${asked.join(',')}&order=fixed`);
	const remote = await newPage({ viewport: { width: 390, height: 844 } });
	await remote.context().addCookies(await page.context().cookies());
	await remote.goto(`${page.url()}/remote`);
	await expectPhase(remote, 'lobby');
	const notes = remote.getByRole('region', { name: 'Notes for you' });
	const answers = notes.getByText('Show the answer to me alone');
	await expect.poll(() => answers.count()).toBe(asked.length);
	await answers.first().click();
	await notes.getByText('What the guide says of this point').first().click();
	await expectSound(remote);
	await remote.getByRole('button', { name: 'Ask the first question' }).click();
	await expectPhase(remote, 'asking');
	await expect.poll(() => answers.count()).toBe(1);
});

test.for([
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 }
])(
	'all of the standings are in sight when a class is over, beside what comes next, and the head of the page is as wide: $width × $height',
	async (viewport, { newPage }) => {
		const page = await newPage({ viewport });
		const code = await openClass(page, setUp('&standings=1&set=1'));
		const names = ['Ada', 'Béla', 'Chloé', 'Dmitri', 'Eve', 'Farid', 'Gül', 'Hana', 'Ines', 'Jan', 'Kim'];
		const pupils = await joined(code, ...names);
		await goOn(page, 'asking');
		if (!first) throw new Error('The course has no such item.');
		for (const [place, pupil] of pupils.entries())
			await pupil.answer(first, place < 7 ? 'right' : 'wrong', 1);
		await goOn(page, 'closed');
		await page.keyboard.press('e');
		await page.getByRole('dialog').getByRole('button', { name: 'End the class' }).click();
		await expectPhase(page, 'ended');
		const rows = page.locator('.standings li');
		await rows.first().waitFor();
		const foot = await page.locator('main footer').boundingBox();
		const report = await page.getByRole('link', { name: 'To the report' }).boundingBox();
		for (const box of [report, ...(await Promise.all((await rows.all()).map((row) => row.boundingBox())))])
			expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
		const [sign, heading] = await Promise.all(
			['header.frame .sign', 'main h1'].map((part) => page.locator(part).first().boundingBox())
		);
		expect(Math.abs((sign?.x ?? 0) - (heading?.x ?? Infinity))).toBeLessThan(8);
	}
);

test.for(['', '/fr'])(
	'on a phone all that can be done now stands in two rows, and how many have answered above the question, at “%s”',
	async (language, { newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 844 } });
		await openLive(page, language + setUp('&seconds=600&standings=1'));
		await page.locator('.host form button.primary').last().click();
		const bar = page.locator('main footer');
		const expectLow = async (phase: string) => {
			await expectPhase(page, phase);
			expect((await bar.boundingBox())?.height, `bar, ${phase}`).toBeLessThan(120);
			for (const button of await bar.locator('.controls button').all())
				expect(await button.isVisible()).toBe(true);
		};
		await expectLow('lobby');
		const code = (await page.locator('.code').first().innerText()).replaceAll(/\s/g, '');
		await joined(code, 'Ada', 'Béla');
		await page.locator('.controls .primary').click();
		await expectLow('asking');
		const [counted, asked] = await Promise.all(
			['.counted', '.scene h1'].map((part) => page.locator(part).first().boundingBox())
		);
		expect(counted?.y).toBeLessThan(asked?.y ?? 0);
		await page.locator('.controls .primary').click();
		await expectLow('closed');
		await page.locator('[data-command=reveal]').click();
		await expectLow('revealed');
		await page.locator('[data-command=standings]').click();
		await expectLow('standings');
		await page.locator('details.more summary').click();
		await page.locator('details.more button').first().click();
		await page.locator('[data-person]').first().waitFor();
	}
);

test('a name is changed, and whoever is removed is let back in', async ({ page }) => {
	const code = await openClass(page, setUp());
	await joined(code, 'Ada');
	await page.getByRole('button', { name: 'Ada' }).click();
	const dialog = page.getByRole('dialog', { name: 'Who is here' });
	await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
	await dialog.getByRole('button', { name: 'Rename' }).click();
	await dialog.locator('summary', { hasText: 'Ada Lovelace' }).waitFor();
	await expectSound(page);
	await dialog.getByRole('button', { name: 'Remove' }).click();
	await dialog.getByRole('region', { name: 'Removed' }).locator('summary').click();
	await dialog.getByRole('button', { name: 'Let back in' }).click();
	await dialog.getByRole('button', { name: 'Close' }).click();
	await page.getByRole('button', { name: 'Ada Lovelace' }).waitFor();
});

test('whoever is not the host sees nothing of the class', async ({ page, newPage }) => {
	await openClass(page, setUp());
	const other = await newPage();
	await other.goto(page.url());
	await other.getByRole('heading', { name: 'This page is for whoever directs the class' }).waitFor();
	await expectSound(other);
});

test('the link of a host leads to the class though the server does not answer at first', async ({
	page,
	newPage,
	trouble
}) => {
	trouble.expect(/status of 503/);
	await openClass(page, setUp());
	await page.getByText('More', { exact: true }).click();
	await page.getByRole('button', { name: 'Other device' }).click();
	await page.getByRole('button', { name: 'Show it' }).click();
	const taking = page.locator('dialog section').filter({ hasNotText: 'Remote control' });
	const other = await newPage();
	await other.route('**/live/*/host', refuseWith('wait'), { times: 1 });
	await other.goto(await taking.locator('input').inputValue());
	await other.getByText('It is tried again by itself.').waitFor();
	expect(other.url()).not.toContain('key');
	await expectPhase(other, 'lobby');
});

test('names of teams that no class can show keep none from being opened', async ({ page }) => {
	const teams = encodeURIComponent('Red, !!!, Red\u200b, Blue');
	await openClass(page, setUp(`&teams=${teams}`));
});
