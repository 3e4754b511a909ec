import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { refuseWith } from './class-pages.ts';
import { itemOf, itemOfKind, oneOfEachKind, scoreOf, words } from './course.ts';
import { hostClass, type HostedClass } from './hosting.ts';
import { answer, expectFocus, expectHeading, expectLive, expectQuestion, press } from './learner.ts';

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, reducedMotion: 'reduce' } as const;

/** Goes in by the code, and waits until the page listens. */
async function enter(page: Page, { code }: HostedClass, name = 'Ada'): Promise<void> {
	await page.goto(`/join/${code}`);
	await expectLive(page);
	await page.getByRole('textbox', { name: 'Your name' }).fill(name);
	await press(page, 'Join');
	await page.waitForURL(/\/class\//);
	await expectConnected(page);
}

async function expectConnected(page: Page): Promise<void> {
	await page.getByText('Connected', { exact: true }).waitFor();
}

async function expectArrived(page: Page): Promise<void> {
	await page.getByText('Your answer has arrived.').waitFor();
}

/** What is said by the verdict on the answer, once it is revealed. */
function verdict(page: Page) {
	return page.getByRole('region', { name: /^(Right|Not right|Partly right|Not answered)/ });
}

/** The token with which this pupil goes on on another device. */
async function tokenOf(page: Page): Promise<string> {
	const link = await page.getByLabel('Link for your other device').inputValue();
	return new URL(link).hash.replace('#token=', '');
}

describe('into a class', () => {
	test('by a code in any case and with spaces, a name and a team', async ({ newPage }) => {
		const page = await newPage(PHONE);
		const hosted = await hostClass({ items: [itemOfKind('single-choice').id], teams: ['Red', 'Blue'] });
		await page.goto('/join');
		await expectLive(page);
		await expectAccessible(page);
		await page.getByRole('textbox', { name: 'Code' }).fill('no code');
		await press(page, 'Go on');
		await page.getByRole('alert').getByText('That is not a code.').waitFor();
		await expectAccessible(page);
		const typed = ` ${hosted.code.slice(0, 3).toLowerCase()} ${hosted.code.slice(3)}`;
		await page.getByRole('textbox', { name: 'Code' }).fill(typed);
		await press(page, 'Go on');
		await page.waitForURL(`**/join/${hosted.code}`);
		await expectAccessible(page);
		await press(page, 'Join');
		await page.getByRole('alert').getByText('There is no name yet.').waitFor();
		await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
		await press(page, 'Join');
		await page.getByRole('alert').getByText('There is no team yet.').waitFor();
		await page.getByRole('radio', { name: 'Red' }).check();
		await press(page, 'Join');
		await expectHeading(page, 'You are in.');
		await expectConnected(page);
		await expectAccessible(page);
		expect(await page.locator('.who').innerText()).toMatch(/Ada\s+Red/);
	});

	test('whoever cannot come in learns why, and what to do', async ({ newPage, trouble }) => {
		trouble.expect(/status of 409/);
		const page = await newPage(PHONE);
		await page.goto('/join/CDHJLMN');
		await page.getByRole('alert').getByText('No class has this code.').waitFor();
		const hosted = await hostClass({ items: [itemOfKind('single-choice').id] });
		await hosted.join('Ada');
		await page.goto(`/join/${hosted.code}`);
		await expectLive(page);
		await page.getByRole('textbox', { name: 'Your name' }).fill('ADA');
		await press(page, 'Join');
		await page
			.getByRole('alert')
			.getByText(/has this name/)
			.waitFor();
		expect(await page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('ADA');
		await hosted.act({ type: 'lock' });
		await page.getByRole('textbox', { name: 'Your name' }).fill('Bo');
		await press(page, 'Join');
		await page.getByRole('alert').getByText('The door is locked.').waitFor();
		await expectAccessible(page);
		await hosted.act({ type: 'unlock' });
		await press(page, 'Join');
		await expectHeading(page, 'You are in.');
	});
});

test('a name that is held back waits for the teacher; whoever is removed may be let in again', async ({
	newPage,
	trouble
}) => {
	trouble.expect(/status of 403/);
	const page = await newPage(PHONE);
	const hosted = await hostClass({ items: [itemOfKind('single-choice').id] });
	await page.goto(`/join/${hosted.code}`);
	await expectLive(page);
	await page.getByRole('textbox', { name: 'Your name' }).fill('Dick');
	await press(page, 'Join');
	await expectHeading(page, 'Your teacher lets you in.');
	await expectAccessible(page);
	const { pupils } = (await hosted.ask('people')) as { pupils: { id: string }[] };
	const pupil = pupils[0]?.id;
	await hosted.ask('people', { pupil, change: { standing: 'in', name: 'Richard' } });
	await expectHeading(page, 'You are in.');
	await expectConnected(page);
	await page.locator('.who').getByText('Richard').waitFor();
	await hosted.ask('people', { pupil, change: { name: 'Rick' } });
	await page.locator('.who').getByText('Rick', { exact: true }).waitFor();
	await hosted.ask('people', { pupil, change: { standing: 'removed' } });
	await expectHeading(page, 'Your teacher has taken you out of the class.');
	await expectAccessible(page);
	await hosted.ask('people', { pupil, change: { standing: 'in' } });
	await expectHeading(page, 'You are in.');
	await expectConnected(page);
});

test('a pupil with extra time has it, and whoever chose in time need not send', async ({ newPage }) => {
	const [slow, fast] = [await newPage(PHONE), await newPage(PHONE)];
	const item = itemOfKind('single-choice');
	const hosted = await hostClass({ items: [item.id], seconds: 8 });
	await enter(slow, hosted, 'Ada');
	await enter(fast, hosted, 'Bo');
	const { pupils } = (await hosted.ask('people')) as { pupils: { id: string; name: string }[] };
	const ada = pupils.find(({ name }) => name === 'Ada')?.id ?? '';
	await hosted.act({ type: 'grant', pupil: ada, times: null });
	await hosted.act({ type: 'ask', position: 0 });
	await answer(fast, item, samples(item).right);
	await fast.getByText('is sent by itself').waitFor();
	await fast.getByText('Time is up.').waitFor();
	await expectArrived(fast);
	await expectAccessible(fast);
	expect(await slow.getByRole('timer').count()).toBe(0);
	await answer(slow, item, samples(item).right);
	await press(slow, 'Send');
	await expectArrived(slow);
	for (const page of [slow, fast]) expect(await hosted.answersOf(await tokenOf(page))).toHaveLength(1);
});

test('a pupil goes through a class with every kind of item', async ({ newPage }) => {
	const page = await newPage(PHONE);
	const items = oneOfEachKind();
	const hosted = await hostClass({ items: items.map(({ id }) => id) });
	await enter(page, hosted);
	const token = await tokenOf(page);
	for (const [position, item] of items.entries()) {
		const isRight = position % 2 === 0;
		const response = samples(item)[isRight ? 'right' : 'wrong'];
		await hosted.act({ type: 'ask', position });
		await expectQuestion(page, item);
		await expectFocus(page.locator('[data-focus-question]').first());
		expect(await tooWide(page)).toBe(0);
		await answer(page, item, response);
		await press(page, 'Send');
		await expectArrived(page);
		const kept = (await hosted.answersOf(token)).at(-1);
		expect(kept?.round).toBe(position + 1);
		expect(scoreOf(item, kept?.response).fraction).toBe(scoreOf(item, response).fraction);
		await hosted.act({ type: 'close', round: position + 1 });
		await page.getByText('No more answers.').waitFor();
		await hosted.act({ type: 'reveal' });
		await verdict(page).waitFor();
		expect(await verdict(page).getByRole('heading').innerText()).toMatch(isRight ? /^Right/ : /right/);
		expect(words(await page.locator('.explanation').innerText())).toContain(words(item.explanation));
		await expectAccessible(page, `${item.id}, revealed`);
		expect(await tooWide(page)).toBe(0);
	}
	await hosted.act({ type: 'end' });
	await page.getByRole('button', { name: /^Take/ }).waitFor();
	await expectAccessible(page);
	expect(await tooWide(page)).toBe(0);
});

test('an answer can be changed until the end, unless the teacher does not want that', async ({ newPage }) => {
	const page = await newPage(PHONE);
	const item = itemOfKind('single-choice');
	const { right, wrong } = samples(item);
	const changing = await hostClass({ items: [item.id] });
	await enter(page, changing);
	await changing.act({ type: 'ask', position: 0 });
	await answer(page, item, wrong);
	await press(page, 'Send');
	await expectArrived(page);
	await answer(page, item, right);
	await page.getByText('Changed, and not sent yet.').waitFor();
	await expectAccessible(page);
	await press(page, 'Send the change');
	await expectArrived(page);
	expect(await changing.answersOf(await tokenOf(page))).toMatchObject([{ response: right }]);

	const final = await hostClass({ items: [item.id], mayChange: false });
	await enter(page, final);
	await final.act({ type: 'ask', position: 0 });
	await page.getByText('An answer that was sent cannot be changed.').waitFor();
	await answer(page, item, wrong);
	await press(page, 'Send');
	await expectArrived(page);
	await expect.poll(() => page.locator('.view input:enabled').count()).toBe(0);
	await expectAccessible(page);
});

test('a page that is loaded again in the middle of an answer has it still', async ({ newPage }) => {
	const page = await newPage(PHONE);
	const item = itemOf(itemOfKind('matching').id);
	const hosted = await hostClass({ items: [item.id] });
	await enter(page, hosted);
	await hosted.act({ type: 'ask', position: 0 });
	await answer(page, item, samples(item).right);
	await page.reload();
	await expectLive(page);
	await press(page, 'Send');
	await expectArrived(page);
	await page.reload();
	await expectArrived(page);
	expect(await hosted.answersOf(await tokenOf(page))).toMatchObject([{ response: samples(item).right }]);
});

test('an answer given without the network is sent when it is back, or told to be too late', async ({
	newPage,
	trouble
}) => {
	trouble.expect(/ERR_INTERNET_DISCONNECTED|status of 409/);
	const page = await newPage(PHONE);
	const items = [itemOfKind('single-choice'), itemOfKind('multiple-response')] as const;
	const hosted = await hostClass({ items: items.map(({ id }) => id) });
	await enter(page, hosted);
	const token = await tokenOf(page);
	await hosted.act({ type: 'ask', position: 0 });
	await expectQuestion(page, items[0]);
	await page.context().setOffline(true);
	await page.getByText('No connection, trying again …').waitFor();
	await answer(page, items[0], samples(items[0]).right);
	await press(page, 'Send');
	await page.getByText('Not sent yet. It is kept here, and sent by itself').waitFor();
	await expectAccessible(page);
	await page.context().setOffline(false);
	await expectArrived(page);
	expect(await hosted.answersOf(token)).toMatchObject([{ response: samples(items[0]).right }]);

	await hosted.act({ type: 'ask', position: 1 });
	await expectQuestion(page, items[1]);
	await page.context().setOffline(true);
	await answer(page, items[1], samples(items[1]).right);
	await press(page, 'Send');
	await page.getByText('Not sent yet. It is kept here, and sent by itself').waitFor();
	await hosted.act({ type: 'close', round: 2 });
	await page.context().setOffline(false);
	await page.getByText('Too late: no more answers are taken.').waitFor();
	expect(await hosted.answersOf(token)).toHaveLength(1);
	await expectAccessible(page);
});

test('another device with the same link is the same pupil, with the same answers', async ({
	newPage,
	trouble
}) => {
	trouble.expect(/status of 503/);
	const first = await newPage(PHONE);
	const item = itemOfKind('single-choice');
	const hosted = await hostClass({ items: [item.id] });
	await enter(first, hosted);
	await hosted.act({ type: 'ask', position: 0 });
	await answer(first, item, samples(item).right);
	await press(first, 'Send');
	await expectArrived(first);
	const link = await first.getByLabel('Link for your other device').inputValue();
	const second = await newPage({ viewport: { width: 1280, height: 900 } });
	// The link holds what nothing else has: it is not lost where nobody answers at first.
	await second.route('**/live/*/back', refuseWith('wait'), { times: 1 });
	await second.goto(link);
	await second.getByText('It is tried again by itself.').waitFor();
	await expectQuestion(second, item);
	await expectArrived(second);
	expect(second.url()).not.toContain('token');
	expect(await second.locator('.view input:checked').getAttribute('value')).toBe(samples(item).right);
});
