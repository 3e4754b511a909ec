import type { Frame, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import { isItemOf } from '#lib/bank/item.ts';
import type { PackageOptions } from '#lib/embed/package/package-options.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { partsOfStem } from '#lib/text/stem.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';

import { expectAccessible, test } from './browser.ts';
import { course, oneOfEachKind, spaced, words } from './course.ts';
import { give } from './give.ts';
import { learningPlatform, type LearningPlatform } from './learning-platform/platform.ts';

const each = oneOfEachKind().map(({ id }) => id);
const choices = course.items.filter((item) => isItemOf(item, 'single-choice')).slice(0, 3);
const three = { items: choices.map(({ id }) => id), seed: 's', language: 'en' };

/** A platform for the time of a test. */
async function withPlatform(
	options: PackageOptions,
	run: (platform: LearningPlatform) => Promise<void>
): Promise<void> {
	const platform = await learningPlatform(options);
	try {
		await run(platform);
	} finally {
		platform.close();
	}
}

/** Opens the package in a frame of the platform. */
async function framed(
	page: Page,
	{ address, page: path }: LearningPlatform,
	sandbox?: string
): Promise<Frame> {
	await page.goto(`${address}platform`);
	await page.evaluate(
		({ sandbox, path }) => {
			const frame = document.createElement('iframe');
			frame.title = 'The quiz';
			if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
			frame.src = path;
			document.querySelector('main')?.append(frame);
		},
		{ sandbox, path }
	);
	const frame = await page.waitForSelector('iframe').then((found) => found.contentFrame());
	if (!frame) throw new Error('There is no frame.');
	await frame.locator('[data-focus-question], .results').first().waitFor();
	return frame;
}

/** Opens the package in a window of its own. */
async function popup(page: Page, { address }: LearningPlatform): Promise<Page> {
	await page.goto(`${address}platform`);
	const opened = page.waitForEvent('popup');
	await page.evaluate(() => void window.open('/package/index.html'));
	const quiz = await opened;
	await quiz.locator('[data-focus-question], .results').first().waitFor();
	return quiz;
}

async function press(page: Page | Frame, what: string): Promise<void> {
	await page.locator(`button[name="do"][value="${what}"]`).first().click();
}

/** The item whose options are shown. */
async function asked(page: Page | Frame): Promise<(typeof choices)[number]> {
	await page.locator('.quiz input[name="response"]').first().waitFor();
	const values = await page
		.locator('.quiz input[name="response"]')
		.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
	const found = choices.find(({ interaction }) => interaction.options.every(({ id }) => values.includes(id)));
	if (!found) throw new Error('Nobody knows what is asked.');
	return found;
}

/** Answers a question of one choice, and stays at its explanation. */
async function answer(page: Page | Frame): Promise<void> {
	const item = await asked(page);
	await page.locator(`.quiz input[value="${solution(item)}"]`).check();
	await press(page, 'check');
	await page.locator('.feedback').waitFor();
}

const notice = (page: Page | Frame) => page.locator('.five-points-notice');
/** The names of the attempts that the device holds for platforms. */
const heldIn = (page: Page) =>
	page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('held')));
const formats = ['scorm12', 'scorm2004'] as const;
const count = (value: unknown) =>
	value instanceof Object
		? Object.values(value).filter((one) => one instanceof Object && 'id' in one).length
		: 0;

describe.each(formats)('a package of %s', (format) => {
	const names =
		format === 'scorm12'
			? { status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw', full: '100' }
			: { status: 'cmi.completion_status', score: 'cmi.score.scaled', full: '1' };

	test.for(behaviourNames)(
		'plays an item of every kind to the end in a window of its own, in %s',
		async (behaviour, { page }) => {
			await withPlatform({ format, items: each, seed: 's', behaviour, language: 'en' }, async (platform) => {
				const quiz = await popup(page, platform);
				for (let place = 0; place < each.length; place++) {
					await quiz.locator('[data-focus-question]').first().waitFor();
					const id = await itemHere(quiz);
					const item = findItem(course, id);
					if (!item) throw new Error(`There is no “${id}”.`);
					const some = samples(item);
					await give(quiz, item, place % 2 === 0 ? some.right : (some.partlyRight ?? some.wrong));
					if (behaviour === 'certainty')
						await quiz.locator('.quiz [name="certainty"][value="2"]').dispatchEvent('click');
					if (behaviour !== 'exam') {
						await press(quiz, 'check');
						await quiz.locator('.feedback, .notice.shown').first().waitFor();
						if ((await quiz.locator('.feedback').count()) === 0) await press(quiz, 'reveal');
						await quiz.locator('.feedback').waitFor();
					}
					await press(quiz, 'next');
				}
				if (behaviour === 'exam') await press(quiz, 'submit');
				await quiz.locator('.results').waitFor();
				await expect.poll(() => platform.value(names.status)).toBe('completed');
				await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(each.length);
				expect(Number(platform.value(names.score))).toBeGreaterThan(0);
				if (behaviour === 'practice') await expectAccessible(quiz, 'results in a package');
				await quiz.close();
				const again = await popup(page, platform);
				await again.locator('.results').waitFor();
			});
		}
	);

	test('resumes where the platform closed it in mid-question, and tells of each answer once', async ({
		page
	}) => {
		await withPlatform({ format, ...three, mastery: 0.6 }, async (platform) => {
			const first = await framed(page, platform);
			await answer(first);
			await press(first, 'next');
			const item = await asked(first);
			await first.locator(`.quiz input[value="${samples(item).wrong}"]`).check();
			await page.evaluate(() => document.querySelector('iframe')?.remove());
			await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(1);
			expect(platform.value(names.status)).toBe('incomplete');
			const second = await framed(page, platform);
			const here = await asked(second);
			expect(here.id).toBe(item.id);
			expect(await second.locator('.quiz input:checked').getAttribute('value')).toBe(samples(item).wrong);
			for (let left = 2; left > 0; left--) {
				await answer(second);
				await press(second, 'next');
			}
			await second.locator('.results').waitFor();
			await expect.poll(() => platform.value(names.score)).toBe(names.full);
			expect(platform.value(names.status)).toBe(format === 'scorm12' ? 'passed' : 'completed');
			if (format === 'scorm2004') expect(platform.value('cmi.success_status')).toBe('passed');
			expect(count(platform.value('cmi.interactions'))).toBe(3);
		});
	});

	test('opens a source beside it, or tells its address, and stays where it is', async ({ page, trouble }) => {
		trouble.expect(/allow-popups/);
		await withPlatform({ format, ...three }, async (platform) => {
			await page.context().route(/^https:/, (route) => route.fulfill({ body: 'The source.' }));
			for (const sandbox of [undefined, 'allow-scripts allow-same-origin']) {
				const quiz = await framed(page, platform, sandbox);
				if (!sandbox) await answer(quiz);
				const link = quiz.locator('a[href^="http"]').first();
				await link.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
				const opened = sandbox ? undefined : page.waitForEvent('popup');
				await link.click();
				if (opened)
					expect(await (await opened).evaluate(() => `${opener} “${document.referrer}”`)).toBe('null “”');
				else
					await quiz
						.getByRole('alert')
						.getByText(String(await link.getAttribute('href')))
						.waitFor();
				expect(await quiz.locator('.feedback').isVisible()).toBe(true);
			}
		});
	});

	test('says what is not saved while the network is away, and saves it afterwards', async ({
		page,
		trouble
	}) => {
		trouble.expect(/503/);
		await withPlatform({ format, ...three }, async (platform) => {
			const quiz = await framed(page, platform);
			platform.isUp = false;
			await answer(quiz);
			await notice(quiz).getByText('not saved at the platform yet').waitFor();
			expect(platform.value('cmi.interactions.0.id')).toBeUndefined();
			platform.isUp = true;
			await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(1);
			await expect.poll(() => notice(quiz).textContent()).toBe('');
		});
	});

	test('left while the network is away, goes on from this device and tells what was missed', async ({
		page,
		trouble
	}) => {
		trouble.expect(/503/);
		await withPlatform({ format, ...three }, async (platform) => {
			const first = await framed(page, platform);
			await answer(first);
			await press(first, 'next');
			platform.isUp = false;
			await answer(first);
			await notice(first).getByText('this device holds your answers').waitFor();
			await press(first, 'next');
			const last = await asked(first);
			platform.isUp = true;
			const second = await framed(page, platform);
			expect((await asked(second)).id).toBe(last.id);
			await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(2);
			platform.isUp = false;
			await answer(second);
			await press(second, 'next');
			await second.locator('.results').waitFor();
			platform.isUp = true;
			const third = await framed(page, platform);
			await third.locator('.results').waitFor();
			await expect.poll(() => platform.value(names.score)).toBe(names.full);
			await page.evaluate(() => document.querySelector('iframe')?.remove());
			// What was sent as the frame went has arrived before the next page has.
			await page.goto(`${platform.address}platform`);
			await expect.poll(() => heldIn(page)).toEqual([]);
		});
	});
});

test.for(formats)(
	'a package of %s that is open in two windows goes on in the first from the second',
	async (format, { page }) => {
		await withPlatform({ format, ...three }, async (platform) => {
			const first = await framed(page, platform);
			await answer(first);
			await press(first, 'next');
			await asked(first);
			await expect.poll(() => heldIn(page)).toEqual([]);
			const other = await page.context().newPage();
			const second = await framed(other, platform);
			await answer(second);
			await press(second, 'next');
			const last = await asked(second);
			await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(2);
			await expect.poll(() => heldIn(other)).toEqual([]);
			await other.close();
			await first.locator('.quiz input[name="response"]').first().check();
			await expect.poll(async () => (await asked(first)).id).toBe(last.id);
			await answer(first);
			await press(first, 'next');
			await first.locator('.results').waitFor();
			const again = await framed(page, platform);
			await again.locator('.results').waitFor();
			await expect.poll(() => count(platform.value('cmi.interactions'))).toBe(3);
			expect(await heldIn(page)).toEqual([]);
		});
	}
);

test('a package without its platform plays, and says that nobody hears of it', async ({ page }) => {
	await withPlatform({ format: 'scorm12', ...three }, async ({ address }) => {
		await page.goto(`${address}package/index.html`);
		await notice(page).getByText('No learning platform was found').waitFor();
		await answer(page);
		await page.reload();
		await page.locator('.feedback').waitFor();
	});
});

test.for(['html', 'web'] as const)(
	'in a frame without an origin, where storage throws and forms are not let go, %s is played, and says that nothing is kept',
	async (format, { page }) => {
		await withPlatform({ format, ...three }, async (platform) => {
			const quiz = await framed(page, platform, 'allow-scripts');
			expect(
				await quiz.evaluate(() => {
					try {
						return String(localStorage.length);
					} catch {
						return 'thrown';
					}
				})
			).toBe('thrown');
			await notice(quiz).getByText('Nothing can be saved here').waitFor();
			await answer(quiz);
			await press(quiz, 'next');
			await asked(quiz);
		});
	}
);

test('a package of cmi5 tells its store what it may hear, in the only order, over two launches', async ({
	page,
	trouble
}) => {
	trouble.expect(/404/);
	await withPlatform({ format: 'cmi5', ...three, mastery: 0.6 }, async (platform) => {
		const { store, address } = platform;
		store.launchData = { returnURL: `${address}platform` };
		await page.goto(`${address}package/index.html${store.launch()}`);
		await answer(page);
		await press(page, 'next');
		const item = await asked(page);
		// Also in mid-question: where the platform has gone from this very window, nothing else leads back to it.
		const wayBack = page.getByRole('link', { name: 'Back to the course' });
		await wayBack.click();
		await page.waitForURL(`${address}platform`);
		await expect.poll(() => store.verbs()).toEqual(['initialized', 'answered', 'terminated']);
		await page.goto(`${address}package/index.html${store.launch()}`);
		expect((await asked(page)).id).toBe(item.id);
		for (let left = 2; left > 0; left--) {
			await answer(page);
			await press(page, 'next');
		}
		await page.locator('.results').waitFor();
		await wayBack.click();
		await page.waitForURL(`${address}platform`);
		await expect
			.poll(() => store.verbs().slice(3))
			.toEqual([...['initialized', 'answered', 'answered', 'passed', 'completed', 'terminated']]);
		// To look at it again.
		await page.goto(`${address}package/index.html${store.launch()}`);
		await page.locator('.results').waitFor();
		await wayBack.click();
		await page.waitForURL(`${address}platform`);
		await expect.poll(() => store.verbs().slice(9)).toEqual(['initialized', 'terminated']);
		expect(store.complaints).toEqual([]);
	});
});

test('left while its store is away, cmi5 goes on from this device and tells what was missed', async ({
	page,
	trouble
}) => {
	trouble.expect(/404|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|Failed to fetch/);
	await withPlatform({ format: 'cmi5', ...three }, async (platform) => {
		const { address, store } = platform;
		await page.goto(`${address}package/index.html${store.launch()}`);
		await asked(page);
		platform.isUp = false;
		for (let left = 3; left > 0; left--) {
			await answer(page);
			await press(page, 'next');
		}
		await page.locator('.results').waitFor();
		await notice(page).getByText('this device holds your answers').waitFor();
		await page.goto(`${address}platform`);
		expect(await heldIn(page)).toHaveLength(1);
		platform.isUp = true;
		await page.goto(`${address}package/index.html${store.launch()}`);
		await page.locator('.results').waitFor();
		await expect.poll(() => store.verbs().filter((verb) => verb === 'answered').length).toBe(3);
		await expect.poll(() => store.verbs()).toContain('completed');
		await page.goto(`${address}platform`);
		await expect.poll(() => heldIn(page)).toEqual([]);
		await expect.poll(() => store.verbs().at(-1)).toBe('terminated');
		expect(store.complaints).toEqual([]);
	});
});

test('a folder for any server begins anew once it is over, also with what was missed', async ({ page }) => {
	await withPlatform({ format: 'web', ...three }, async ({ address }) => {
		const results = page.locator('.results');
		await page.goto(`${address}package/index.html`);
		const missed = await asked(page);
		const wrong = missed.interaction.options.find(({ key }) => !key);
		await page.locator(`.quiz input[value="${wrong?.id}"]`).check();
		await press(page, 'check');
		for (let left = 2; left > 0; left--) {
			await page.locator('.feedback').waitFor();
			await press(page, 'next');
			await answer(page);
		}
		await press(page, 'next');
		await results.waitFor();
		// The attempt is there still, and is not the last one.
		await page.reload();
		await results.getByRole('button', { name: 'Try the one you did not get right' }).click();
		expect((await asked(page)).id).toBe(missed.id);
		await answer(page);
		await press(page, 'next');
		await results.waitFor();
		await results.getByRole('button', { name: 'A new quiz like this' }).click();
		await asked(page);
		await page.getByText('Question 1 of 3').waitFor();
		await page.reload();
		await page.getByText('Question 1 of 3').waitFor();
	});
});

/** The id of the item that is asked, found by its question. */
async function itemHere(page: Page): Promise<string> {
	const asked = spaced(await page.locator('.asked').innerText());
	const found = course.items
		.filter(({ id }) => each.includes(id))
		.find(({ stem }) => asked.includes(words(partsOfStem(stem).question)));
	if (!found) throw new Error(`Nobody knows “${asked}”.`);
	return found.id;
}

test('a folder that is open in two tabs goes on in each from what was answered in the other', async ({
	page
}) => {
	await withPlatform({ format: 'web', ...three }, async ({ address }) => {
		await page.goto(`${address}package/index.html`);
		await answer(page);
		const other = await page.context().newPage();
		await other.goto(`${address}package/index.html`);
		await other.locator('.feedback').waitFor();
		await press(other, 'next');
		await answer(other);
		await press(other, 'next');
		const last = await asked(other);
		await other.close();
		await press(page, 'next');
		await expect.poll(async () => (await asked(page)).id).toBe(last.id);
		await page.reload();
		expect((await asked(page)).id).toBe(last.id);
	});
});
