import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import type { Sent, SittingReply } from '#lib/quiz/exchange.ts';

import { test } from './browser.ts';
import { itemAskedAt, itemOfKind, quizPath, scoreOf, spaced, words } from './course.ts';
import {
	answer,
	beginExam,
	expectHeading,
	expectLive,
	expectQuestion,
	openLive,
	openResult,
	press
} from './learner.ts';

const address = quizPath({ behaviour: 'exam', count: 3 });
const [first, second, third] = [itemAskedAt(address, 1), itemAskedAt(address, 2), itemAskedAt(address, 3)];

test('an exam says what it will be like before its time begins', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'exam', count: 3, minutes: 4, extraTime: 1.5 }));
	await expectHeading(page, 'Exam');
	const rules = spaced(await page.getByRole('main').innerText());
	expect(rules).toContain('3 questions');
	expect(rules).toContain('6 minutes, extra time included');
	expect(rules).not.toContain(words(first.stem));
	expect(await page.getByRole('timer').count()).toBe(0);
});

test.for(['', '/fr'])(
	'on a phone an exam can be begun without scrolling, and says what is kept where it is asked for, at “%s/”',
	async (language, { newPage }) => {
		const page = await newPage({ viewport: { width: 390, height: 844 } });
		await page.goto(language + quizPath({ behaviour: 'exam', count: 10, minutes: 15 }));
		const begin = page.getByRole('button', { name: /^(Begin|Commencer)$/ });
		const places = await page.locator('header nav').boundingBox();
		const foot = () => begin.evaluate((button) => button.getBoundingClientRect().bottom);
		expect(await foot()).toBeLessThanOrEqual(places?.y ?? 0);
		const kept = page.getByText(/, (without your name|sans votre nom), /);
		expect(await kept.isVisible()).toBe(false);
		await page.getByText(/^(What is kept|Ce qui est conservé)$/).click();
		await kept.waitFor();
		expect(await foot()).toBeLessThanOrEqual(places?.y ?? 0);
	}
);

test.for([true, false])(
	'extra time can be chosen where an exam begins, with script: %j',
	async (javaScriptEnabled, { newPage }) => {
		const page = await newPage({ javaScriptEnabled });
		await page.goto(quizPath({ behaviour: 'exam', count: 3, minutes: 4 }));
		await page.getByRole('combobox', { name: 'Extra time' }).selectOption('half as much again');
		await press(page, 'Apply');
		await page.getByText(/^6 minutes, extra time included/).waitFor();
		await page.getByText('3 questions').waitFor();
		await press(page, 'Begin');
		await page
			.getByRole('timer')
			.getByText(/^[56]:\d\d$/)
			.waitFor();
	}
);

test('an exam can be answered back and forth, flagged, looked over, handed in and explained', async ({
	page
}) => {
	await begin(page);
	await page.getByRole('timer', { name: 'Time left' }).waitFor();
	expect(await page.getByRole('button', { name: 'Back' }).isDisabled()).toBe(true);
	await answer(page, first, samples(first).right);
	await press(page, 'Next');
	await expectQuestion(page, second);
	await press(page, 'Flag');
	await press(page, 'Back');
	await expectQuestion(page, first);
	await press(page, 'Next');
	await answer(page, second, samples(second).wrong);
	await press(page, 'Overview');

	await expectHeading(page, 'Before you hand in');
	await page.getByText('One question has no answer.').waitFor();
	const cells = page.getByRole('button', { name: /^Question \d/ });
	expect(await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')))).toEqual([
		'Question 1: answered',
		'Question 2: answered, flagged',
		'Question 3: not answered'
	]);
	await cells.nth(2).click();
	await answer(page, third, samples(third).right);
	await press(page, 'Look over and hand in');
	await page.getByText('Every question has an answer.').waitFor();
	await press(page, 'Hand in');

	await expectHeading(page, '2 of 3 marks');
	await page.getByText('2 of 3 entirely right, 1 partly or not.').waitFor();
	for (const [position, item] of [first, second, third].entries()) {
		const told = spaced(await (await openResult(page, position + 1, item)).innerText());
		expect(told).toContain(item === second ? 'Not right, 0 marks' : 'Right, 1 mark');
		expect(told).toContain(words(item.explanation));
		const given = samples(item)[item === second ? 'wrong' : 'right'];
		for (const { why } of scoreOf(item, given).parts)
			if (why !== undefined) expect(told).toContain(words(why));
	}
	const again = page.getByRole('link', { name: 'Try the one you did not get right' });
	expect(await again.getAttribute('href')).toBe(`?behaviour=practice&items=${second.id}`);
});

test('when the time runs out, the page hands in by itself what was given', async ({ page }) => {
	await begin(page);
	await answer(page, first, samples(first).right);
	// The server tells a time a few seconds before the end, and the page believes it.
	await page.route('**/quiz/sitting', async (route) => {
		const response = await route.fetch();
		const told = (await response.json()) as SittingReply;
		const later = 'now' in told ? { now: told.now + 170_000 } : {};
		await route.fulfill({ response, json: { ...told, ...later } });
	});
	await keptOnServer(page, () => press(page, 'Next'));
	await page.getByRole('timer').getByText(/^0:/).waitFor();
	await page.getByRole('status').getByText('Less than a minute left').waitFor();
	await expectHeading(page, '1 of 3 marks');
	await page.getByText('1 of 3 entirely right, 2 not answered.').waitFor();
});

test('when the server does not answer, the exam is handed in once it does, or when the learner tries again', async ({
	page,
	trouble
}) => {
	trouble.expect(/ERR_INTERNET_DISCONNECTED|status of 502/);
	for (const way of ['by itself', 'again']) {
		await begin(page);
		await answer(page, first, samples(first).right);
		await press(page, 'Overview');
		await page.getByText('The server has all your answers.').waitFor();
		if (way === 'by itself') await page.context().setOffline(true);
		else await page.route('**/quiz/sitting', (route) => route.fulfill({ status: 502 }));
		await press(page, 'Hand in');
		await expectHeading(page, 'The server did not answer');
		if (way === 'by itself') await page.context().setOffline(false);
		else await page.unroute('**/quiz/sitting').then(() => press(page, 'Hand in again'));
		await expectHeading(page, '1 of 3 marks');
	}
});

test('a finished exam is there when its page is loaded again, and on the course page', async ({ page }) => {
	await begin(page);
	await answer(page, first, samples(first).wrong);
	await press(page, 'Next');
	await answer(page, second, samples(second).right);
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, '1 of 3 marks');
	await page.reload();
	await expectHeading(page, '1 of 3 marks');
	await page.getByText('1 of 3 entirely right, 1 partly or not, 1 not answered.').waitFor();
	await page.goto('/paris-call');
	await page.getByRole('region', { name: 'Your last results' }).getByText('1 of 3 marks').click();
	await expectHeading(page, '1 of 3 marks');
	const told = spaced(await (await openResult(page, 1, first)).innerText());
	expect(told).toContain(words(first.explanation));
});

test('an address that was changed gets a page that says so', async ({ page }) => {
	await begin(page);
	const { search } = new URL(page.url());
	for (const altered of [
		search.slice(0, -1) + (search.endsWith('A') ? 'B' : 'A'),
		search.replace(/sitting=[^.]+/, 'sitting=another'),
		'?sitting=anything',
		'?sitting=',
		'?ticket=anything'
	]) {
		await page.goto(`/paris-call/quiz${altered}`);
		await expectHeading(page, 'This exam’s address was changed');
		const link = page.getByRole('link', { name: 'To the course' });
		expect(await link.evaluate((element: HTMLAnchorElement) => element.pathname)).toBe('/paris-call');
	}
});

test('answers to questions other than those handed out end with a message', async ({ page, trouble }) => {
	trouble.expect(/status of 403/);
	await begin(page);
	await page.route('**/quiz/sitting', async (route) => {
		const sent = route.request().postDataJSON() as Sent;
		const answers = sent.handIn ? [{ item: 'no-such-item', response: 'right', at: 1 }] : sent.answers;
		await route.continue({ postData: JSON.stringify({ ...sent, answers }) });
	});
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, 'This is not the exam that was started');
});

test('an exam goes on where it was left, on the same device and on another', async ({ page, newPage }) => {
	await begin(page);
	await answer(page, first, samples(first).right);
	await keptOnServer(page, () => press(page, 'Next'));
	const other = await newPage();
	await openLive(other, page.url());
	await press(other, 'Overview');
	await other.getByText('2 questions have no answer.').waitFor();
	await page.reload();
	await expectLive(page);
	await expectQuestion(page, second);
	await answer(page, second, samples(second).right);
	await keptOnServer(page, () => press(page, 'Next'));
	await press(other, 'Go on answering');
	await press(other, 'Next');
	await press(other, 'Next');
	await keptOnServer(other, () => answer(other, third, samples(third).right));
	await other.getByText('This exam is also open on another page').waitFor();
	await press(other, 'Overview');
	await press(other, 'Hand in');
	await expectHeading(other, '3 of 3 marks');
	await press(page, 'Flag');
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, '3 of 3 marks');
});

test('an unreadable answer is reported on leaving the question, and before handing in', async ({ page }) => {
	const number = itemOfKind('numeric');
	await page.goto(quizPath({ behaviour: 'exam', items: [number.id] }));
	await beginExam(page);
	await expectQuestion(page, number);
	await page.getByRole('textbox').fill('some');
	await press(page, 'Look over and hand in');
	await page.getByRole('alert').getByText('Please write a number').waitFor();
	await expectQuestion(page, number);
	await press(page, 'Look over and hand in');
	await expectHeading(page, 'Before you hand in');
	await page.getByRole('button', { name: 'Question 1: cannot be read' }).waitFor();
	await page.getByText('One answer cannot be read and would earn nothing.').waitFor();
	await press(page, 'Hand in');
	await expectHeading(page, '0 of 1 mark');
	await page.getByText('0 of 1 entirely right, 1 partly or not.').waitFor();
	await page.getByText('One answer could not be read, so it earned nothing: question 1.').waitFor();
	await page.getByText('Could not be read, 0 marks').waitFor();
});

test('an exam whose time is over is offered while the server has it, and listed without a result once it may not', async ({
	page
}) => {
	await begin(page);
	// Before its script is live, the page would go on with a form post.
	await expectLive(page);
	await answer(page, first, samples(first).right);
	await keptOnServer(page, () => press(page, 'Next'));
	const start = Date.now();
	await page.clock.install();
	for (const [days, offer] of [
		[0, 'Go on with the exam'],
		[30, 'See what came of the exam']
	] as const) {
		await page.clock.setSystemTime(start + days * 86_400_000);
		await page.goto('/paris-call');
		await page.getByRole('region', { name: 'Go on' }).getByRole('link', { name: offer }).waitFor();
	}
	await page.clock.setSystemTime(start + 31 * 86_400_000);
	await page.goto('/paris-call');
	const results = page.getByRole('region', { name: 'Your last results' });
	await results.getByText('the server keeps an exam for 30 days after its end').waitFor();
	expect(await page.getByRole('region', { name: 'Go on' }).count()).toBe(0);
	// The device’s clock may be wrong: the server has the last word.
	await results.getByRole('link', { name: 'Exam without a result' }).click();
	await page.getByRole('timer', { name: 'Time left' }).waitFor();
});

test('whatever the device’s clock is set to, the server’s time counts', async ({ page }) => {
	await page.clock.install();
	await begin(page);
	await answer(page, first, samples(first).right);
	const timer = page.getByRole('timer');
	for (const hours of [1, -1]) {
		await page.clock.setSystemTime(Date.now() + hours * 3_600_000);
		await page.clock.runFor(2000);
		await timer.getByText(/^2:5\d$/).waitFor();
		await expectQuestion(page, first);
	}
	await page.clock.runFor(30_000);
	await timer.getByText(/^2:[23]\d$/).waitFor();
});

describe('without a script', () => {
	test('what is answered is kept on the server, and graded in the same way', async ({ newPage, page }) => {
		const plain = await newPage({ javaScriptEnabled: false });
		await plain.goto(address);
		await press(plain, 'Begin');
		await expectQuestion(plain, first);
		await answer(plain, first, samples(first).right);
		await press(plain, 'Next');
		await expectQuestion(plain, second);
		await openLive(page, plain.url());
		await press(page, 'Overview');
		await page.getByText('2 questions have no answer.').waitFor();
		await page.getByRole('button', { name: 'Question 3' }).click();
		await keptOnServer(page, () => answer(page, third, samples(third).right));
		await press(plain, 'Overview');
		await plain.getByText('One question has no answer.').waitFor();
		await press(plain, 'Hand in');
		await expectHeading(plain, '2 of 3 marks');
		await press(page, 'Overview');
		await press(page, 'Hand in');
		await expectHeading(page, '2 of 3 marks');
	});

	test('an unreadable answer is reported too', async ({ newPage }) => {
		const plain = await newPage({ javaScriptEnabled: false });
		const number = itemOfKind('numeric');
		await plain.goto(quizPath({ behaviour: 'exam', items: [number.id] }));
		await press(plain, 'Begin');
		await plain.getByRole('textbox').fill('some');
		await press(plain, 'Look over and hand in');
		await plain.getByRole('alert').getByText('Please write a number').waitFor();
		await press(plain, 'Look over and hand in');
		await plain.getByRole('button', { name: 'Question 1: cannot be read' }).waitFor();
	});
});

async function begin(page: Page): Promise<void> {
	await page.goto(address);
	await beginExam(page);
	await expectQuestion(page, first);
}

/** Does something, and waits until the server has taken what was answered by it. */
async function keptOnServer(page: Page, does: () => Promise<unknown>): Promise<void> {
	const taken = page.waitForResponse(
		(response) =>
			response.url().includes('/quiz/sitting') &&
			(response.request().postDataJSON() as { answers: unknown[] }).answers.length > 0
	);
	await does();
	expect((await taken).status()).toBe(200);
}
