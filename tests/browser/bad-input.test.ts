import { describe, expect, inject } from 'vitest';

import { samples } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { course, itemAskedAt, itemOfKind, quizPath, spaced } from './course.ts';
import {
	answerAndCheck,
	expectHeading,
	expectQuestion,
	feedback,
	openLive,
	openResult,
	press,
	typedInto
} from './learner.ts';

const MARKUP = '<img src=x onerror="document.title=`taken`"><b>bold</b> & {{7*7}}';
const quiz = `/${course.primer.id}/quiz`;

describe('a query for something that does not exist gets the nearest quiz, and a line that says so', () => {
	const queries: [query: string, notice: string, questions: string][] = [
		['behaviour=magic&n=2', 'There is no behaviour “magic”; this is practice.', 'Question 1 of 2'],
		['n=0', `“n” goes from 1 to ${course.items.length}; 0 was read as 1.`, 'Question 1 of 1'],
		['n=2.4', '“n” is a whole number; 2.4 was read as 2.', 'Question 1 of 2'],
		['n=many', '“many” under “n” is not a number, so it was left out.', 'Question 1 of 10'],
		['n=3&points=1,9', '“9” under “points” is not in this course, so it was left out.', 'Question 1 of 3'],
		[
			'n=1&kinds=essay',
			'“essay” under “kinds” is not in this course, so it was left out.',
			'Question 1 of 1'
		],
		['n=1&minutes=-5', '“minutes” goes from 1 to 600; -5 was read as 1.', 'Question 1 of 1'],
		['n=1&colour=red', 'There is no option “colour”, so it was left out.', 'Question 1 of 1'],
		[
			'n=1&seed=%00',
			'The seed is a word of up to 64 letters and digits; another one was drawn.',
			'Question 1 of 1'
		],
		[
			`n=1&behaviour=${encodeURIComponent(MARKUP.slice(0, 30))}`,
			`There is no behaviour “${MARKUP.slice(0, 30)}”; this is practice.`,
			'Question 1 of 1'
		]
	];
	for (const [query, notice, questions] of queries) {
		test(query, async ({ newPage }) => {
			const page = await newPage({ javaScriptEnabled: false });
			expect((await page.goto(`${quiz}?${query}`))?.status()).toBe(200);
			expect((await page.locator('p.notice[role=status]').allInnerTexts()).map(spaced)).toEqual([notice]);
			await page.getByText(questions, { exact: true }).waitFor();
		});
	}
});

test('what others add to a link that they pass on changes nothing, and nothing is said of it', async ({
	page
}) => {
	const asked = itemAskedAt(quizPath({ behaviour: 'practice', count: 3 }), 1);
	const added = 'utm_source=mail&utm_medium=email&fbclid=IwAR0x&gclid=abc&mc_eid=1&igsh=x%3D%3D';
	for (const path of [
		`${quizPath({ behaviour: 'practice', count: 3 })}&${added}`,
		`${quiz}?fbclid=a&n=3&seed=browser`
	]) {
		await openLive(page, path);
		await expectQuestion(page, asked);
		await page.getByText('Question 1 of 3', { exact: true }).waitFor();
		expect(await page.locator('.notice:visible').allInnerTexts(), path).toEqual([]);
	}
	for (const path of [`/?${added}`, `/${course.primer.id}?${added}`, `/join?${added}`]) {
		expect((await page.goto(path))?.status(), path).toBe(200);
		expect(await page.locator('.notice:visible').allInnerTexts(), path).toEqual([]);
	}
});

test('wishes that no item fulfils together are dropped, and that is said once the page is live, too', async ({
	page
}) => {
	await page.goto(quizPath({ points: [1], kinds: ['ordering'], difficulties: [1], count: 2 }));
	await page
		.getByRole('status')
		.getByText('No item of this course fits everything that was asked for')
		.waitFor();
	await page.getByText('Question 1 of 2', { exact: true }).waitFor();
});

test('an unknown course gets a page that leads to the existing one', async ({ page, trouble }) => {
	trouble.expect(/status of 404/);
	for (const path of ['/nowhere', '/nowhere/quiz', '/nowhere/facts', '/%3Cb%3Ebold']) {
		expect((await page.goto(path))?.status()).toBe(404);
		await expectHeading(page, /^There is no course called “.+” here\.$/);
		expect(await page.locator('h1 b').count()).toBe(0);
	}
	await page.getByRole('main').getByRole('link', { name: course.primer.title }).click();
	await expectHeading(page, course.primer.title);
	expect((await page.goto(`/${course.primer.id}/no/such/page`))?.status()).toBe(404);
	await expectHeading(page, 'There is no such page.');
	expect(await page.getByRole('main').getByRole('link', { name: course.primer.title }).count()).toBe(1);
});

test('what is not a number is called malformed, not wrong, and costs nothing', async ({ page }) => {
	const item = itemOfKind('numeric');
	await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
	for (const text of ['a dozen', '1e5e5', '--4', MARKUP]) {
		await answerAndCheck(page, item, text);
		await page.getByRole('alert').getByText('Please write a number, such as 40 or 0.5.').waitFor();
		expect(await feedback(page).count()).toBe(0);
	}
	await answerAndCheck(page, item, samples(item).right);
	await page.getByRole('region', { name: 'Right', exact: true }).waitFor();
});

for (const kind of ['short-text', 'cloze'] as const) {
	test(`markup that is typed into a ${kind} item stays text`, async ({ page }) => {
		const item = itemOfKind(kind);
		await page.goto(quizPath({ behaviour: 'practice', items: [item.id] }));
		await answerAndCheck(page, item, typedInto(item, MARKUP));
		await feedback(page).waitFor();
		const shown = async () =>
			(await page.getByRole('main').innerText()) +
			(await page
				.getByRole('textbox')
				.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join()));
		expect(await shown()).toContain(MARKUP);
		await press(page, 'See the results');
		await openResult(page, 1, item);
		expect(await shown()).toContain(MARKUP);
		expect(await page.locator('main img, main b b').count()).toBe(0);
		expect(await page.title()).not.toBe('taken');
	});
}

describe('a form post that holds no sound attempt begins a new one', () => {
	const item = itemOfKind('single-choice');
	const now = String(Date.now() - 1000);
	const posts: Record<string, Record<string, string>> = {
		'nothing at all': {},
		'a log that is not JSON': { startedAt: now, log: '{', do: 'check' },
		'a log of something else': { startedAt: now, log: '[1,null,{"type":"answer"}]', do: 'check' },
		'a log that cannot have happened': {
			startedAt: now,
			log: `[{"type":"submit","at":${now}}]`,
			do: 'check'
		},
		'a position that is not there': { startedAt: now, log: '[]', do: 'go:99999' },
		'an unknown button': { startedAt: now, log: '[]', do: 'constructor' },
		'a deep log': { startedAt: now, log: '['.repeat(50_000), do: 'check' },
		'a moment to come': { startedAt: '9999999999999', log: '[]', do: 'check' },
		'no moment': { startedAt: 'yesterday', log: '[]', do: 'check' },
		'a response that is none': { startedAt: now, log: '[]', response: '__proto__', do: 'check' }
	};
	for (const [name, post] of Object.entries(posts)) {
		test(name, async () => {
			const origin = inject('address');
			const response = await fetch(`${origin}${quizPath({ items: [item.id] }).replace('?', '?/act&')}`, {
				method: 'POST',
				headers: { Origin: origin, Accept: 'text/html' },
				body: new URLSearchParams(post)
			});
			expect(response.status).toBe(200);
			const html = await response.text();
			expect(html).toContain('Question 1 of 1');
			expect(html).not.toMatch(/Not right|Right answer/);
		});
	}
});
