import { expect } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { readingsOf } from '#lib/bank/readings.ts';
import { samples } from '#lib/kinds/index.ts';
import { NOON } from '#lib/review/map-fixtures.ts';
import type { FactState } from '#lib/review/state.ts';

import { expectAccessible, test } from './browser.ts';
import { course, itemOf, itemsAskedAt, quizPath, spaced, words } from './course.ts';
import { savedText } from './device.ts';
import {
	answer,
	answerAndCheck,
	expectFocus,
	expectLive,
	openLive,
	press,
	question,
	sayCertainty
} from './learner.ts';
import { seedStudy } from './seed-study.ts';
import { inTheMiddle, mastered } from './some-learner.ts';
import {
	closing,
	expectAnswers,
	itemAsked,
	setClock,
	studyLesson,
	studyPath,
	studySession
} from './studying.ts';

const always = () => true;

test('a first pass: readings, each with its questions, what went wrong again, and the next point', async ({
	page
}) => {
	await page.goto(studyPath('learn/1'));
	await page.getByText('Point 1 of 5', { exact: true }).waitFor();
	await expectAccessible(page);
	const asked = await studyLesson(page, (page) => studySession(page, (_, before) => before.length > 0));
	expect(await closing(page)).toBe('Done: Point 1 of 5');
	const missed = page.getByRole('region', { name: 'Worth another look' });
	await missed.waitFor();
	const names = await missed.getByRole('link').allTextContents();
	const facts = new Set(asked.flatMap((item) => item.facts));
	const ofPoint = course.primer.facts.filter(({ point, status }) => point === 1 && status !== 'slip');
	const counted = ofPoint.filter(({ scored }) => scored !== false);
	expect(counted.filter(({ id }) => !facts.has(id)).map(({ id }) => id)).toEqual([]);
	expect(ofPoint.map(({ title }) => title)).toEqual(expect.arrayContaining(names));
	await expectAccessible(page);
	await page.getByRole('link', { name: 'On to point 2' }).click();
	await page.getByText('Point 2 of 5', { exact: true }).waitFor();
});

test.for([
	['what is new elsewhere', 'Go on with point 1'],
	['a quiz over all points, where nothing is', 'Take a quiz on all points']
] as const)('after the last lesson one step is next: %s', async ([, step], { page }) => {
	const isLast = step !== 'Go on with point 1';
	await page.clock.setFixedTime(NOON);
	const primary = page.locator('.closing .button.primary');
	const isOfWhole = ({ fact }: FactState) => course.primer.facts.find(({ id }) => id === fact)?.point === 0;

	await page.goto('/');
	if (isLast) await seedStudy(page, { facts: mastered.facts?.filter((fact) => !isOfWhole(fact)) ?? [] });
	await page.goto(studyPath('learn/0'));
	await press(page, 'Begin the questions');
	await studySession(page, always);
	expect(await closing(page)).toBe('The last lesson is done');
	await expect.poll(() => primary.allInnerTexts()).toEqual([step]);
	if (!isLast) return;
	await page.getByText('mixes the questions of all points').waitFor();
	await expectAccessible(page);
	await primary.click();
	await page.waitForURL(/\/quiz\?behaviour=practice&n=10&seed=/);
	await question(page).waitFor();
});

test('what was learnt comes back when it is due, and then not again until a day that is named', async ({
	page
}) => {
	await page.clock.install({ time: new Date('2026-03-02T18:00:00') });
	await page.goto(studyPath('review'));
	expect(await closing(page)).toBe('Nothing is learnt yet');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Begin with point 1' }).click();
	await press(page, 'Begin the questions');
	await studySession(page, always);
	await page.goto(studyPath('review'));
	expect(await closing(page)).toBe('Nothing is due today');
	await page.getByText('You are done until Wednesday 4 March').waitFor();

	await setClock(page, '2026-03-04');
	await page.goto(studyPath('review'));
	const asked = await studySession(page, always);
	expect(asked.length).toBeGreaterThan(2);
	// Facts whose questions answer one another wait for another session of the same day.
	while ((await closing(page)) === 'Done for today') {
		await page.locator('.closing .button.primary').click();
		await studySession(page, always);
	}
	expect(await closing(page)).toMatch(/^Done until \w+ \d+ March$/);
	// One thing to do next: what was not seen yet, the next reading of the lesson, since nothing else is due.
	expect(await page.locator('.closing .button.primary').allInnerTexts()).toEqual(['Go on with point 1']);
	// Nobody is told both to go on and to come back later.
	expect(await page.locator('.closing .lead').innerText()).toMatch(
		/^Nothing is due\. Point 1 has \d+ facts /
	);
	await expectAccessible(page);
	await page.goto(studyPath('review'));
	expect(await closing(page)).toBe('Nothing is due today');
});

test('what went wrong is asked again on the same day, even after the page was closed, until it is right once', async ({
	page
}) => {
	await page.goto(studyPath('learn/5'));
	await press(page, 'Begin the questions');
	const item = await itemAsked(page);
	await answerAndCheck(page, item, samples(item).wrong);
	await page.getByRole('region', { name: /^(Not right|Partly right)/ }).waitFor();

	await page.goto(studyPath('review'));
	const again = await studySession(page, always);
	const missed = item.facts.filter((fact) => again.some(({ facts }) => facts.includes(fact)));
	expect(missed).toEqual(item.facts);
	expect(await closing(page)).toBe('Done until tomorrow');
});

test('a session ends with the facts that moved, by title, with their day, and can be copied and saved', async ({
	page
}) => {
	await setClock(page, '2026-03-02');
	await page.goto(studyPath('learn/1'));
	await press(page, 'Begin the questions');
	const asked = await studySession(page, (_, before) => before.length > 0);
	const [first] = asked;
	if (!first) throw new Error('Nothing was asked.');
	const moved = page.getByRole('region', { name: 'What moved' });
	const risen = moved.locator('.group', { has: page.getByRole('heading', { name: /^\d+ facts rose$/ }) });
	const titles = (await risen.locator('b').allInnerTexts()).map(spaced);
	const known = new Set(asked.flatMap((item) => item.facts));
	const ofPoint = course.primer.facts.filter(({ id }) => known.has(id));
	expect(ofPoint.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
	await risen
		.getByText(/^comes back (tomorrow|\w+ \d+ March)$/)
		.first()
		.waitFor();
	expect(await moved.innerText()).not.toMatch(/Fact F\d/);
	await moved.getByText(/^Point 1: \d+ of \d+ right so far$/).waitFor();
	await expectAccessible(page);

	const download = page.waitForEvent('download');
	await press(page, 'Save as text');
	expect((await download).suggestedFilename()).toMatch(/^five-points-result-.*\.txt$/);
	expect(spaced(await savedText(download))).toContain(titles[0]);
});

test('how sure one was stands against how right at the end of a session', async ({ page }) => {
	await page.goto(`${studyPath('practice/mixed')}?behaviour=certainty`);
	await press(page, 'Begin the questions');
	for (let place = 0; place < 3; place++) {
		const item = await itemAsked(page);
		await answer(page, item, samples(item).right);
		await sayCertainty(page, 3);
		await press(page, 'Check');
		if (place < 2) await press(page, 'Next question');
	}
	await press(page, 'End quiz');
	await press(page, 'Stop for now');
	const table = page.getByRole('table', { name: 'How sure you were, and how often you were right' });
	await table.getByRole('row', { name: /^Certain .* 3 3 \(100 %\)$/ }).waitFor();
	await page.getByText('You were about as sure as you were right.').waitFor();
	await expectAccessible(page);
});

test('no point that has moved stands alone in the last row of a phone', async ({ newPage }) => {
	const page = await newPage({ viewport: { width: 390, height: 844 } });
	const items = course.primer.points.flatMap(
		({ id }) =>
			course.items.find((item) => item.point === id && item.kind === 'single-choice' && !item.stimulus)?.id ??
			[]
	);
	expect(items).toHaveLength(5);
	const address = quizPath({ items, seed: 's' });
	await page.goto(address);
	for (const [place, item] of itemsAskedAt(address).entries()) {
		await answerAndCheck(page, item, samples(item).right);
		await press(page, place < 4 ? 'Next question' : 'See the results');
	}
	const rings = page.getByRole('list', { name: 'The points it was about' }).getByRole('listitem');
	await expect.poll(() => rings.count()).toBeGreaterThanOrEqual(5);
	for (const width of [320, 390, 430, 600]) {
		await page.setViewportSize({ width, height: 844 });
		const tops = await rings.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
		const last = tops.filter((top) => top === Math.max(...tops));
		expect(last.length, `in the last row at ${width} px`).toBeGreaterThan(1);
	}
});

test('a quiz ends with what it moved, also when its result is opened again, and with one next step', async ({
	page
}) => {
	const item = itemOf('call-title');
	const other = itemOfOtherFacts(item);
	const address = quizPath({ items: [item.id, other.id], seed: 's' });
	await page.goto(address);
	for (const [place, each] of itemsAskedAt(address).entries()) {
		await answerAndCheck(page, each, each.id === item.id ? samples(each).right : samples(each).wrong);
		await press(page, place === 0 ? 'Next question' : 'See the results');
	}
	const moved = page.getByRole('region', { name: 'What moved' });
	const rows = async (name: RegExp) => {
		const group = moved.locator('.group', { has: page.getByRole('heading', { name }) });
		await group.waitFor();
		return (await group.locator('b').allInnerTexts()).map(spaced);
	};
	const titlesOf = ({ facts }: Item) =>
		facts.map((fact) => course.primer.facts.find(({ id }) => id === fact)?.title);
	expect(await rows(/rose$/)).toEqual(titlesOf(item));
	expect(await rows(/not right yet$/)).toEqual(titlesOf(other));
	await expect
		.poll(() => page.locator('.results a.button.primary').allInnerTexts())
		.toEqual(['Try the one you did not get right']);
	await expectAccessible(page);

	const download = page.waitForEvent('download');
	await press(page, 'Save as text');
	expect(await savedText(download)).toMatch(
		new RegExp(`marks\n.*\n\n1 fact rose\n- ${titlesOf(item).join('')} · .*\n\n1 fact is not right yet\n- `)
	);

	await page.reload();
	expect(await rows(/rose$/)).toEqual(titlesOf(item));

	await page.getByRole('link', { name: 'Try the one you did not get right' }).click();
	await answerAndCheck(page, other, samples(other).right);
	await press(page, 'See the results');
	expect(await rows(/rose$/)).toEqual(titlesOf(other));
	await expect.poll(() => page.locator('.results a.button.primary').count()).toBe(1);
});

test('an interrupted session keeps what was answered', async ({ page }) => {
	await page.goto(studyPath('learn/2'));
	await press(page, 'Begin the questions');
	const item = await itemAsked(page);
	await answerAndCheck(page, item, samples(item).right);
	await press(page, 'End quiz');
	await press(page, 'Stop for now');
	expect(await closing(page)).toBe('Stopped for now');
	await page.getByText('1 of 1 answer right').waitFor();
	expect(await page.getByRole('button', { name: 'Begin the questions' }).count()).toBe(0);
	await press(page, 'Go on with the questions');
	expect((await itemAsked(page)).id).not.toBe(item.id);
});

test('a question that is marked as flawed is not asked until the mark is taken back', async ({ page }) => {
	await page.goto(studyPath('learn/4'));
	await press(page, 'Begin the questions');
	const item = await itemAsked(page);
	await answerAndCheck(page, item, samples(item).wrong);
	await press(page, 'Something wrong with this question?');
	await page.getByRole('combobox', { name: 'What is wrong with it?' }).selectOption('It is out of date');
	await page.getByRole('textbox', { name: 'In your words, if you like' }).fill('Long past.');
	await expectAccessible(page);
	await press(page, 'Mark as flawed');
	await page.getByText('Marked as flawed.').waitFor();
	await page.goto(studyPath('practice/mistakes'));
	await press(page, 'Begin the questions');
	expect(await closing(page)).toBe('No mistakes to redo');
});

test('wherever the learner moves on, the focus follows', async ({ page, trouble }) => {
	// Before its script is live, the page would begin by reloading itself.
	await openLive(page, studyPath('learn/4'));
	await press(page, 'Begin the questions');
	await expectFocus(page.locator('[data-focus-question]').first());
	const item = await itemAsked(page);
	await answerAndCheck(page, item, samples(item).wrong);
	const ask = page.getByRole('button', { name: 'Something wrong with this question?' });
	await ask.click();
	await expectFocus(page.getByRole('combobox'));
	await press(page, 'Never mind');
	await expectFocus(ask);
	await ask.click();
	await page.getByRole('combobox').selectOption('A slip of the pen');
	await page.getByRole('textbox', { name: 'In your words' }).fill('A dot.');
	await press(page, 'Mark as flawed');
	await expectFocus(page.getByText('Marked as flawed.'));

	await page.goto(quizPath({ items: [item.id] }));
	await answerAndCheck(page, item, samples(item).wrong);
	await ask.click();
	await expect.poll(() => page.getByRole('textbox', { name: 'In your words' }).inputValue()).toBe('A dot.');
	await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('typo');

	trouble.expect(/ERR_FAILED|Failed to fetch/);
	await openLive(page, studyPath('practice/mixed'));
	await page.route(/quiz\/(items|views)/, (route) => route.abort());
	await press(page, 'Begin the questions');
	await expectFocus(page.getByRole('button', { name: 'Try again' }));
	await page.unroute(/quiz\/(items|views)/);
	await press(page, 'Try again');
	await expectFocus(page.locator('[data-focus-question]').first());
	await press(page, 'End quiz');
	await press(page, 'Stop for now');
	await expectFocus(page.getByRole('heading', { name: 'Stopped for now' }));
	await press(page, 'Another round');
	await expectFocus(page.locator('[data-focus-question]').first());
});

test('a session that opens by itself takes no focus', async ({ page }) => {
	await page.goto(studyPath('review'));
	await closing(page);
	await expectFocus(page.locator('body'));
});

test('mistakes in any quiz can be repeated until they are right', async ({ page }) => {
	const item = itemOf('call-title');
	await page.goto(quizPath({ items: [item.id] }));
	await answerAndCheck(page, item, samples(item).wrong);
	await expectAnswers(page, 1);
	await page.goto(studyPath('practice/mistakes'));
	await press(page, 'Begin the questions');
	expect((await studySession(page, always)).map(({ id }) => id)).toEqual([item.id]);
	await press(page, 'Another round');
	expect(await closing(page)).toBe('No mistakes to redo');
	await page.getByText('No question that you have answered went wrong the last time').waitFor();
});

test('who has answered nothing is not told that all of it went right', async ({ newPage }) => {
	const page = await newPage();
	await page.goto(studyPath('practice/mistakes'));
	await press(page, 'Begin the questions');
	expect(await closing(page)).toBe('No mistakes to redo');
	await page.getByText('Nothing that could be asked again has been answered yet.').waitFor();
});

test('adaptive practice asks ten questions one by one, a mixed test all points', async ({ page }) => {
	await page.goto(studyPath('practice/adaptive'));
	await expectAccessible(page);
	await press(page, 'Begin the questions');
	await page.getByText('Question 1 of 10').waitFor();
	const adaptive = await studySession(page, always);
	expect(new Set(adaptive).size).toBe(10);
	expect(await closing(page)).toBe('That is it');

	await page.getByRole('link', { name: 'See the map' }).waitFor();
	await page.goto(studyPath('practice/mixed'));
	await press(page, 'Begin the questions');
	const mixed = await studySession(page, always);
	expect(new Set(mixed.map(({ point }) => point)).size).toBeGreaterThan(4);
});

test('a question of adaptive practice that is skipped gives way to another, and does not come back', async ({
	page
}) => {
	await page.goto(studyPath('practice/adaptive'));
	await press(page, 'Begin the questions');
	const skipped = await itemAsked(page);
	await press(page, 'Skip');
	await page.getByRole('heading', { name: words(skipped.stem) }).waitFor({ state: 'detached' });
	const other = await itemAsked(page);
	expect(other.id).not.toBe(skipped.id);
	await page.getByText('Question 1 of 10').waitFor();
	await page.locator('h1:focus').waitFor();
	const asked = await studySession(page, always);
	expect(asked).toHaveLength(10);
	expect(asked.map(({ id }) => id)).not.toContain(skipped.id);
	expect(await closing(page)).toBe('That is it');
});

test('a learner can also say how sure they are', async ({ page }) => {
	for (const isLive of [true, false]) {
		// Before its script is live, the page begins by reloading itself, and keeps the choice.
		await page.goto(studyPath('learn/1'), { waitUntil: isLive ? 'load' : 'commit' });
		if (isLive) await expectLive(page);
		await page.getByRole('checkbox', { name: 'Also say how sure you are' }).check();
		await press(page, 'Begin the questions');
		const item = await itemAsked(page);
		await sayCertainty(page, 1);
		await answerAndCheck(page, item, samples(item).right);
		await page.getByRole('region', { name: /^Right/ }).waitFor();
		// Nothing leads out of the lesson.
		expect(await page.getByText(/how sure you are$/).count()).toBe(0);
	}
});

test('who is asked today says how sure they are from the first question on, or not at all', async ({
	page
}) => {
	await page.clock.setFixedTime(NOON);
	await openLive(page, `/${course.primer.id}`);
	await seedStudy(page, inTheMiddle);
	await page.goto(studyPath('review'));
	const choice = page.getByRole('link', { name: 'Also say how sure you are' });
	await choice.click();
	const item = await itemAsked(page);
	await page.getByRole('link', { name: 'Without saying how sure you are' }).waitFor();
	await sayCertainty(page, 1);
	await answerAndCheck(page, item, samples(item).right);
	await page.getByRole('region', { name: /^Right/ }).waitFor();
	expect(await page.getByRole('link', { name: /how sure you are$/ }).count()).toBe(0);
});

test('without a script all readings are there, each with a quiz on its questions', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(studyPath('learn/1'));
	await page.getByText('Point 1 of 5', { exact: true }).waitFor();
	const point = course.primer.points.find(({ id }) => id === 1);
	const readings = point ? readingsOf(point) : [];
	expect(readings.length).toBeGreaterThan(1);
	const shown = spaced(await page.locator('main').innerText());
	for (const { title, text } of readings) {
		await page.getByRole('heading', { name: words(title ?? ''), exact: true }).waitFor();
		expect(shown).toContain(words(text).slice(0, 40));
	}
	expect(await page.locator('main button:visible').allInnerTexts()).toEqual([]);

	const quizzes = page.getByRole('main').getByRole('link', { name: 'Take a quiz on this text' });
	const addresses = await Promise.all((await quizzes.all()).map((link) => link.getAttribute('href')));
	expect(addresses).toHaveLength(readings.length);
	const asked = addresses.map((address) =>
		(new URL(address ?? '', 'http://course').searchParams.get('items') ?? '').split(',')
	);
	// What is asked may stand in one form, and each question of the point is in one of them, or an enemy of one that is.
	for (const [index, address] of addresses.entries())
		expect(itemsAskedAt(`${address}&seed=any`)).toHaveLength(asked[index]?.length ?? 0);
	const ids = asked.flat();
	expect(new Set(ids).size).toBe(ids.length);
	for (const item of course.items.filter(({ point }) => point === 1)) {
		const others = course.items.filter(({ enemies }) => enemies.includes(item.id)).map(({ id }) => id);
		expect(
			[item.id, ...item.enemies, ...others].some((id) => ids.includes(id)),
			item.id
		).toBe(true);
	}
	for (const [index, items] of asked.entries()) {
		const taught = readings.slice(0, index + 1).flatMap(({ facts }) => facts);
		const later = readings.slice(index + 1).flatMap(({ facts }) => facts);
		for (const fact of items.flatMap((id) => itemOf(id).facts)) {
			expect(taught.includes(fact) || !later.includes(fact), fact).toBe(true);
		}
	}

	await quizzes.last().click();
	await page.getByRole('button', { name: 'Check' }).waitFor();
	const question = spaced(await page.locator('main').innerText());
	const stems = asked.at(-1)?.map((id) => words(itemOf(id).stem)) ?? [];
	expect(stems.some((stem) => question.includes(stem))).toBe(true);
});

test('a session begun before the script is live begins as soon as it is', async ({ newPage }) => {
	const page = await newPage();
	await page.route(/_app\/immutable\/.*\.js/, async (route) => {
		await pressed;
		await route.continue();
	});
	let press = () => {};
	const pressed = new Promise<void>((resolve) => (press = resolve));
	await page.goto(studyPath('learn/1'), { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Begin the questions' }).click();
	await page.waitForURL(/begin=now/);
	press();
	expect(await itemAsked(page)).toBeDefined();
});

/** A plain question about other facts than this one, which may stand beside it. */
function itemOfOtherFacts(item: Item): Item {
	const other = course.items.find(
		({ id, kind, facts, enemies }) =>
			kind === 'single-choice' &&
			id !== item.id &&
			!facts.some((fact) => item.facts.includes(fact)) &&
			!enemies.includes(item.id) &&
			!item.enemies.includes(id)
	);
	if (!other) throw new Error('Every question is about the same.');
	return other;
}
