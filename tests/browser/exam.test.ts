import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';

import { GRACE } from '#lib/exam/grade.server.ts';
import { examSecret } from '#lib/exam/secret.server.ts';
import { openTicket, signTicket, type Ticket } from '#lib/exam/ticket.server.ts';
import { samples } from '#lib/kinds/index.ts';
import { timeAllowed } from '#lib/quiz/form.ts';

import { test } from './browser.ts';
import { itemAskedAt, quizPath, scoreOf, spaced, words } from './course.ts';
import { answer, expectHeading, expectQuestion, openResult, press } from './learner.ts';

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

test('an exam is gone through back and forth, flagged, looked over, handed in and explained', async ({
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

	await expectHeading(page, '2 of 3 points');
	await page.getByText('2 of 3 entirely right, 1 partly or not.').waitFor();
	for (const [position, item] of [first, second, third].entries()) {
		const told = spaced(await (await openResult(page, position + 1, item)).innerText());
		expect(told).toContain(item === second ? 'Not right, 0 points' : 'Right, 1 point');
		expect(told).toContain(words(item.explanation));
		const given = samples(item)[item === second ? 'wrong' : 'right'];
		for (const { why } of scoreOf(item, given).parts)
			if (why !== undefined) expect(told).toContain(words(why));
	}
	const again = page.getByRole('link', { name: 'Try the one you did not get right' });
	expect(await again.getAttribute('href')).toBe(`?behaviour=practice&items=${second.id}`);
});

test('when the time runs out the page hands in by itself what was given', async ({ page }) => {
	await page.clock.install();
	await begin(page);
	await answer(page, first, samples(first).right);
	await page.clock.fastForward('02:30');
	await page
		.getByRole('timer')
		.getByText(/^0:[0-3]\d$/)
		.waitFor();
	await page.getByRole('status').getByText('Less than a minute left').waitFor();
	await page.clock.fastForward('00:31');
	await expectHeading(page, '1 of 3 points');
	await page.getByText('1 of 3 entirely right, 2 not answered.').waitFor();
});

test('an altered ticket gets a page that says so', async ({ page }) => {
	await begin(page);
	const { search } = new URL(page.url());
	const body = Buffer.from(JSON.stringify({ ...ticketOf(page), endsAt: Date.now() + 1e9 })).toString(
		'base64url'
	);
	for (const altered of [
		search.slice(0, -1) + (search.endsWith('A') ? 'B' : 'A'),
		search.replace(/ticket=[^.]+/, `ticket=${body}`),
		'?ticket=anything'
	]) {
		await page.goto(`/paris-call/quiz${altered}`);
		await expectHeading(page, 'This exam’s address was changed');
		expect(await page.getByRole('link', { name: 'To the course' }).getAttribute('href')).toBe('/paris-call');
	}
});

test('a form that reaches the server after its end is refused, and so is one that was changed on its way', async ({
	page,
	trouble
}) => {
	trouble.expect(/status of 403/);
	await begin(page);
	await answer(page, first, samples(first).right);
	const late = signTicket(over(ticketOf(page)), examSecret());
	await page.route('**/quiz/grade?*', async (route) => {
		const { responses } = route.request().postDataJSON() as { responses: unknown };
		await route.continue({ postData: JSON.stringify({ ticket: late, responses }) });
	});
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, 'The time was over');
	await page.getByRole('alert').getByText('reached the server after its end').waitFor();
	expect(spaced(await page.getByRole('main').innerText())).not.toContain(words(first.explanation));

	await begin(page);
	await page.unroute('**/quiz/grade?*');
	await page.route('**/quiz/grade?*', async (route) => {
		const { ticket } = route.request().postDataJSON() as { ticket: string };
		await route.continue({ postData: JSON.stringify({ ticket, responses: { 'no-such-item': 'right' } }) });
	});
	await press(page, 'Overview');
	await press(page, 'Hand in');
	await expectHeading(page, 'This is not the exam that was handed out');
});

test('when the server does not answer, the exam can be handed in again', async ({ page, trouble }) => {
	trouble.expect(/ERR_INTERNET_DISCONNECTED/);
	await begin(page);
	await answer(page, first, samples(first).right);
	await press(page, 'Overview');
	await page.context().setOffline(true);
	await press(page, 'Hand in');
	await expectHeading(page, 'The server did not answer');
	await page.context().setOffline(false);
	await press(page, 'Hand in again');
	await expectHeading(page, '1 of 3 points');
});

test('whoever comes after the end is told so, and reads the questions with their answers on loading again', async ({
	page,
	trouble
}) => {
	trouble.expect(/status of 403/);
	await begin(page);
	await page.goto(`/paris-call/quiz?ticket=${signTicket(over(ticketOf(page)), examSecret())}`);
	await expectHeading(page, 'The time was over');
	await page.reload();
	const answers = page.getByRole('region', { name: 'The questions and their answers' });
	await answers.getByText(words(first.stem)).click();
	await answers.getByText(words(first.explanation)).waitFor();
	expect(await answers.getByText(/^(Right|Not right|Not answered),/).count()).toBe(0);
});

test('without a script, too, nothing is graded after the end', async () => {
	const form = {
		primer: 'paris-call',
		seed: 'late',
		behaviour: 'exam' as const,
		items: [first.id],
		minutes: 1,
		extraTime: 1
	};
	const ticket = over({ sitting: 'late', form, startedAt: 0, endsAt: 0 });
	const origin = inject('address');
	const response = await fetch(`${origin}/paris-call/quiz?/act&ticket=${signTicket(ticket, examSecret())}`, {
		method: 'POST',
		headers: { Origin: origin, Accept: 'text/html' },
		body: new URLSearchParams({ startedAt: String(ticket.startedAt), log: '[]', do: 'submit' })
	});
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('The time was over');
});

async function begin(page: Page): Promise<void> {
	await page.goto(address);
	await press(page, 'Begin');
	await page.waitForURL(/[?&]ticket=/);
	await expectQuestion(page, first);
}

/** The ticket in the address of a running exam. */
function ticketOf(page: Page): Ticket {
	const ticket = openTicket(new URL(page.url()).searchParams.get('ticket') ?? '', examSecret());
	if (!ticket) throw new Error(`${page.url()} holds no ticket that this server signed.`);
	return ticket;
}

/** The ticket of the same exam, whose time was over long ago. */
function over(ticket: Ticket): Ticket {
	const endsAt = Date.now() - GRACE - 60_000;
	return { ...ticket, startedAt: endsAt - timeAllowed(ticket.form), endsAt };
}
