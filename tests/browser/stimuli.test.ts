import { expect } from 'vitest';

import { readingsOf } from '#lib/bank/readings.ts';
import { solution } from '#lib/kinds/index.ts';

import { expectAccessible, test, tooWide } from './browser.ts';
import { goOn, joinByPage, openClass, PHONE } from './class-pages.ts';
import { course, quizPath, spaced, words } from './course.ts';
import { give } from './give.ts';
import { expectFocus, expectQuestion, feedback, openLive, press, question } from './learner.ts';
import { studyPath, studySession, closing } from './studying.ts';

/** The items of the first text that several items ask about. */
const [shared = []] = Map.groupBy(
	course.items.filter(({ stimulus }) => stimulus !== undefined),
	({ stimulus }) => stimulus?.id
).values();
const [first, second] = shared;
const stimulus = first?.stimulus;
if (!first || !second || !stimulus) throw new Error('No two items of the course ask about one text.');
const items = shared.map(({ id }) => id);

test('what several questions ask about stays with them, and only the first has it read out', async ({
	page
}) => {
	await openLive(page, quizPath({ items, order: 'fixed' }));
	await expectQuestion(page, first);
	const group = page.getByRole('group', { name: stimulus.title, exact: true });
	expect(spaced(await group.innerText())).toContain(words(stimulus.text));
	expect(await group.getByRole('heading', { level: 1 }).count()).toBe(1);
	const text = await group.locator('.stimulus').elementHandle();
	await give(page, first, solution(first));
	await press(page, 'Check');
	await press(page, 'Next question');
	await expectQuestion(page, second);
	expect(await question(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
	expect(await text.evaluate((before) => before.isConnected)).toBe(true);
	expect(spaced(await group.innerText())).toContain(words(second.stem));
});

test('a quiz of a few questions has all that ask about one text, or none', async ({ page }) => {
	for (const seed of ['a', 'b', 'c', 'd']) {
		await page.goto(quizPath({ points: [first.point], count: shared.length, seed }));
		await page.getByText(`Question 1 of ${shared.length}`).waitFor();
	}
});

test('in a class it stands on the wall and on the phones, whose next question goes straight to what is new', async ({
	newPage
}) => {
	const host = await newPage({ viewport: { width: 1280, height: 800 } });
	const pupil = await newPage(PHONE);
	const setUp = `/host?course=${course.primer.id}&pick=hand&items=${items.join(',')}&order=fixed`;
	const { promise: held, resolve: letGo } = Promise.withResolvers<undefined>();
	const view = first.kind.replaceAll(/(?:^|-)\w/g, (begin) => begin.slice(-1).toUpperCase());
	await pupil.route(new RegExp(`/chunks/${view}\\.`), (route) => held.then(() => route.continue()));
	await joinByPage(pupil, await openClass(host, setUp), 'Ada');
	for (const [place, item] of [first, second].entries()) {
		await goOn(host, 'asking');
		// What shows a question may come late: by then its text has not been heard yet.
		if (place === 0) await pupil.getByText('Loading the question …').waitFor();
		letGo(undefined);
		await expectQuestion(pupil, item);
		const texts = [host.locator('.scene .stimulus'), pupil.locator('.stimulus')];
		for (const text of texts) expect(spaced(await text.innerText())).toContain(words(stimulus.text));
		expect(await tooWide(pupil)).toBe(0);
		for (const page of [host, pupil]) await expectAccessible(page);
		await expectFocus(place === 0 ? pupil.locator('.stimulus') : question(pupil));
		await give(pupil, item, solution(item));
		await press(pupil, 'Send');
		await pupil.getByText('Your answer has arrived.').waitFor();
		await goOn(host, 'closed');
		await goOn(host, 'revealed');
		await feedback(pupil).waitFor();
		for (const page of [host, pupil]) await expectAccessible(page, 'revealed');
	}
});

test('a sheet has the text once, above all questions on it', async ({ page }) => {
	await page.goto(`/${course.primer.id}/print?items=${items.join(',')}&order=fixed&seed=browser`);
	const sheet = page.getByRole('region', { name: 'Worksheet' });
	await sheet.getByText(`Questions 1 to ${shared.length} ask about this text.`).waitFor();
	expect(await sheet.getByText(stimulus.title, { exact: true }).count()).toBe(1);
	const [title, ask] = [
		sheet.getByText(stimulus.title, { exact: true }),
		sheet.getByText('1.', { exact: true })
	];
	expect((await title.boundingBox())?.y).toBeLessThan((await ask.boundingBox())?.y ?? 0);
});

test('a lesson goes from one reading to the next, and asks after each what it has taught', async ({
	page
}) => {
	const point = course.primer.points.find(({ readings = [] }) => readings.length > 1);
	if (!point) throw new Error('No point of the course has several readings.');
	const [one, two] = readingsOf(point);
	await openLive(page, studyPath(`learn/${point.id}`));
	await page.getByRole('heading', { level: 1, name: words(one?.title ?? '') }).waitFor();
	await press(page, 'Begin the questions');
	const later = new Set(readingsOf(point).flatMap(({ facts }, index) => (index > 0 ? facts : [])));
	const asked = await studySession(page, () => true);
	expect(asked.length).toBeGreaterThan(0);
	expect(asked.filter(({ facts }) => facts.some((fact) => later.has(fact))).map(({ id }) => id)).toEqual([]);
	expect(await closing(page)).toMatch(/^(Part 1 of the lesson is done|A part of this point is done)$/);
	while (await page.getByRole('button', { name: 'Go on with the questions' }).isVisible()) {
		await press(page, 'Go on with the questions');
		await studySession(page, () => true);
	}
	await press(page, `Read on: ${words(two?.title ?? '')}`);
	await page.getByRole('heading', { level: 1, name: words(two?.title ?? '') }).waitFor();
	// Whoever comes back goes on there.
	await page.reload();
	await page.getByRole('heading', { level: 1, name: words(two?.title ?? '') }).waitFor();
});
