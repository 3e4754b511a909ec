import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import { isItemOf } from '#lib/bank/item.ts';
import { samples } from '#lib/kinds/index.ts';

import { expectAccessible, test as withBrowser } from './browser.ts';
import { course, itemOf, itemOfKind, oneOfEachKind, words } from './course.ts';
import { expectLive, named } from './learner.ts';
import { heardOf, parentSite, quizFrame } from './parent-page.ts';
import { startServer, type RunningServer } from './serve.ts';

/** A page of which nobody has seen the frames before: what these keep is on the server of this file. */
const test = withBrowser.extend('page', ({ newPage }) => newPage({ baseURL: server.address }));

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ EMBED_ORIGINS: '*' });
});
afterAll(() => server.stop());

const choice = itemOfKind('single-choice');
const other = course.items.find(({ kind, id }) => kind === 'single-choice' && id !== choice.id) ?? choice;

/** The address of a quiz for a frame. */
function embed(query: string, at = ''): string {
	return `${server.address}${at}/embed/${course.primer.id}?${query}`;
}

const two = `items=${choice.id},${other.id}&order=fixed&seed=a`;

/** A page that does what our protocol offers, as its author would write it. */
const byHand = (address: string, more = '') => `
	<iframe id="quiz" title="A quiz" src="${address}" style="width: 100%; height: 200px; border: 0" ${more}></iframe>
	<script>
		const frame = document.querySelector('#quiz');
		addEventListener('message', ({ data, source }) => {
			if (source === frame.contentWindow && data.type === 'height') frame.style.height = data.height + 'px';
		});
	</script>`;

/** Answers the question in a frame that is a single choice, and has it checked. */
async function answerChoice(frame: Frame, id: string, how: 'right' | 'wrong' = 'right'): Promise<void> {
	const item = itemOf(id);
	if (!isItemOf(item, 'single-choice')) throw new Error(`${id} is no single choice.`);
	const chosen = samples(item)[how];
	const text = item.interaction.options.find((option) => option.id === chosen)?.text ?? '';
	await frame.getByRole('heading', { level: 1, name: words(item.stem) }).waitFor();
	await frame.getByRole('radio', { name: named(words(text)) }).check();
	await frame.getByRole('button', { name: 'Check' }).click();
	await frame.getByRole('region', { name: how === 'right' ? 'Right' : /^Not right/ }).waitFor();
}

/** Plays both questions, the second wrongly. Goes on by a key, which a frame that is just growing does not lead astray. */
async function finish(frame: Frame): Promise<void> {
	await answerChoice(frame, choice.id);
	await frame.getByRole('button', { name: 'Next question' }).press('Enter');
	await answerChoice(frame, other.id, 'wrong');
	await frame.getByRole('button', { name: 'See the results' }).press('Enter');
	await frame.getByRole('heading', { level: 1, name: '1 of 2 marks' }).waitFor();
}

/** Posts a message to a frame, from the page around it. */
function say(page: Page, message: unknown, selector = 'iframe'): Promise<void> {
	return page.evaluate(
		([message, selector]) => {
			const frame = document.querySelector<HTMLIFrameElement>(selector);
			frame?.contentWindow?.postMessage(message, '*');
		},
		[message, selector] as const
	);
}

/** How much higher or lower a frame is than what it shows. */
async function misfit(page: Page, frame: Frame): Promise<number> {
	const element = await frame.frameElement();
	const room = (await element.boundingBox())?.height ?? 0;
	const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
	return Math.abs(room - content);
}

test('a quiz in a page of another site: fitted, told of, without anything around it', async ({ page }) => {
	const site = await parentSite({ '/': byHand(embed(two)) });
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	for (const role of ['navigation', 'banner', 'contentinfo', 'link'] as const)
		expect(await frame.getByRole(role).count(), role).toBe(0);
	expect(await frame.locator('details.menu, .menu').count()).toBe(0);
	await expect.poll(() => misfit(page, frame)).toBe(0);
	const before = (await heardOf(page, 'height')).length;
	await finish(frame);
	await expect.poll(() => misfit(page, frame)).toBe(0);
	expect((await heardOf(page, 'height')).length).toBeGreaterThan(before);
	expect(await heardOf(page, 'ready')).toEqual([
		{ fivePoints: 1, type: 'ready', course: course.primer.id, language: 'en', questions: 2 }
	]);
	expect(await heardOf(page, 'answered')).toEqual([
		{ fivePoints: 1, type: 'answered', question: choice.id, number: 1, score: 1, again: false },
		{ fivePoints: 1, type: 'answered', question: other.id, number: 2, score: 0, again: false }
	]);
	expect(await heardOf(page, 'finished')).toEqual([
		{
			...{ fivePoints: 1, type: 'finished', earned: 1, possible: 2, duration: expect.any(Number) },
			points: expect.any(Array)
		}
	]);
	const told = await page.evaluate(() => window.heard);
	expect(told.every(({ origin }) => origin === server.address)).toBe(true);
	const heights = told.filter(({ data }) => data['type'] === 'height').map(({ data }) => data['height']);
	const forLti = told
		.filter(({ data }) => data['subject'] === 'lti.frameResize')
		.map(({ data }) => data['height']);
	expect(forLti).toEqual(heights);
	// Nothing of what is told is a key, or a part of one.
	const right = samples(choice).right;
	expect(JSON.stringify(told)).not.toContain(JSON.stringify(right));
});

test('the page around commands it, and nobody else', async ({ page }) => {
	const site = await parentSite({
		'/': `${byHand(embed(`${two}&start=wait`))}<iframe id="foreign" title="Another" src="/foreign"></iframe>`,
		'/foreign': '<p>Somebody else.</p>'
	});
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	const begin = frame.getByRole('button', { name: 'Begin' });
	await begin.waitFor();
	const foreign = await quizFrameWithoutScript(page, '/foreign');
	await foreign.evaluate(() => {
		const quiz = parent.document.querySelector<HTMLIFrameElement>('#quiz');
		for (const type of ['start', 'reset', 'focus'])
			quiz?.contentWindow?.postMessage({ fivePoints: 1, type }, '*');
	});
	// What came before has been heard once what comes after has been.
	for (const message of [
		'start',
		{ type: 'start' },
		{ fivePoints: 2, type: 'start' },
		null,
		[1],
		{ fivePoints: 1, type: 'nothing' }
	])
		await say(page, message);
	await frame.evaluate(
		() =>
			new Promise((heard) => (addEventListener('message', heard, { once: true }), postMessage('last', '*')))
	);
	expect(await begin.isVisible()).toBe(true);
	expect(await heardOf(page, 'ready')).toHaveLength(1);
	await say(page, { fivePoints: 1, type: 'start' });
	const stem = frame.getByRole('heading', { level: 1, name: words(choice.stem) });
	await stem.waitFor();
	await page.evaluate(() => {
		const button = document.body.appendChild(document.createElement('button'));
		button.focus();
	});
	await say(page, { fivePoints: 1, type: 'focus' });
	await expect
		.poll(() => stem.evaluate((heading) => heading.ownerDocument.activeElement === heading))
		.toBe(true);
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('quiz');
	await answerChoice(frame, choice.id);
	await say(page, { fivePoints: 1, type: 'reset' });
	await expect.poll(async () => (await heardOf(page, 'ready')).length).toBe(2);
	await (await quizFrame(page, '/embed/')).getByRole('button', { name: 'Begin' }).click();
	await frame.getByRole('button', { name: 'Check' }).waitFor();
	expect(await frame.getByRole('radio', { checked: true }).count()).toBe(0);
});

async function quizFrameWithoutScript(page: Page, part: string): Promise<Frame> {
	const find = (): Frame | undefined => page.frames().find((frame) => frame.url().endsWith(part));
	await expect.poll(() => find() !== undefined).toBe(true);
	const frame = find();
	if (!frame) throw new Error(`No frame shows ${part}.`);
	return frame;
}

describe('an attempt', () => {
	test('goes on where it was left, apart from self-study', async ({ page }) => {
		const site = await parentSite({ '/': byHand(embed(two)) });
		await page.goto(site.address);
		const frame = await quizFrame(page, '/embed/');
		await answerChoice(frame, choice.id);
		await frame.getByRole('button', { name: 'Next question' }).click();
		await frame.getByRole('heading', { level: 1, name: words(other.stem) }).waitFor();
		await page.reload();
		const again = await quizFrame(page, '/embed/');
		await again.getByRole('radio').first().focus();
		await again.getByRole('heading', { level: 1, name: words(other.stem) }).waitFor();
		expect(await heardOf(page, 'answered')).toEqual([
			expect.objectContaining({ question: choice.id, again: true })
		]);
		// In a window of its own, where nothing keeps the storages of two sites apart.
		await page.goto(embed(two));
		await expectLive(page);
		await page.getByRole('radio').first().focus();
		await answerChoice(page.mainFrame(), other.id);
		const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
		expect(kept).toEqual([]);
	});

	test('goes on with its own draw where each visit draws', async ({ page }) => {
		const site = await parentSite({ '/': byHand(embed('kinds=single-choice&n=3&theme=dark')) });
		await page.goto(site.address);
		const frame = await quizFrame(page, '/embed/');
		const stem = await frame.getByRole('heading', { level: 1 }).innerText();
		await frame.getByRole('radio').first().check();
		await frame.getByRole('button', { name: 'Check' }).click();
		await frame.getByRole('button', { name: 'Next question' }).waitFor();
		await page.reload();
		const again = await quizFrame(page, '#taken-up');
		expect(await again.getByRole('heading', { level: 1 }).innerText()).toBe(stem);
		expect(await again.locator('html').getAttribute('data-theme')).toBe('dark');
		await again.getByRole('radio').first().focus();
		await again.getByRole('button', { name: 'Next question' }).waitFor();
	});
});

describe('in a sandbox', () => {
	test.for(['allow-scripts', 'allow-scripts allow-forms'])(
		'without storage, with “%s”, all of it works, and says that nothing is kept',
		async (sandbox, { page }) => {
			const site = await parentSite({ '/': byHand(embed(two), `sandbox="${sandbox}"`) });
			await page.goto(site.address);
			const frame = await quizFrame(page, '/embed/');
			expect(
				await frame.evaluate(() => {
					try {
						return localStorage.length;
					} catch {
						return 'denied';
					}
				})
			).toBe('denied');
			await frame.getByRole('radio').first().focus();
			await frame.getByRole('alert').getByText('does not let the page keep anything').waitFor();
			await finish(frame);
			await expect.poll(() => misfit(page, frame)).toBe(0);
			expect(await heardOf(page, 'finished')).toHaveLength(1);
			const origins = await page.evaluate(() => [...new Set(window.heard.map(({ origin }) => origin))]);
			expect(origins).toEqual(['null']);
		}
	);
});

describe('the script for other people’s pages', () => {
	const link = (address: string, text: string) => `<a class="five-points" href="${address}">${text}</a>`;
	const script = () => `<script async src="${server.address}/embed/embed.js"></script>`;

	test('puts several quizzes where their links are, each as high as it is', async ({ page }) => {
		const french = embed(two, '/fr');
		const site = await parentSite({
			'/': `<body dir="rtl">${link(embed(two), 'Cyber <b>norms</b>')}${link(french, 'Les normes')}
				${link('https://elsewhere.example/embed/x', 'Not ours')}${script()}</body>`
		});
		await page.goto(site.address);
		const first = page.locator('iframe[title="Cyber norms"]');
		const second = page.locator('iframe[title="Les normes"]');
		await first.waitFor();
		expect(await page.locator('iframe').count()).toBe(2);
		expect(await first.getAttribute('loading')).toBe('lazy');
		await second.scrollIntoViewIfNeeded();
		const [english, inFrench] = [await quizFrame(page, embed(two)), await quizFrame(page, french)];
		for (const frame of [english, inFrench]) await expect.poll(() => misfit(page, frame)).toBe(0);
		expect(await page.getByRole('link').allInnerTexts()).toEqual(['Not ours']);
		// Each has its own direction and language, and its own answers.
		expect(await inFrench.evaluate(() => getComputedStyle(document.body).direction)).toBe('ltr');
		await answerChoice(english, choice.id);
		expect(await inFrench.getByRole('radio', { checked: true }).count()).toBe(0);
		await expect.poll(() => misfit(page, english)).toBe(0);
	});

	test('a height that another window tells changes nothing', async ({ page }) => {
		const site = await parentSite({
			'/': `${link(embed(two), 'A quiz')}<iframe id="foreign" src="/foreign" title="Another"></iframe>${script()}`,
			'/foreign': '<p>Somebody else.</p>'
		});
		await page.goto(site.address);
		const frame = await quizFrame(page, '/embed/');
		await expect.poll(() => misfit(page, frame)).toBe(0);
		const foreign = await quizFrameWithoutScript(page, '/foreign');
		await foreign.evaluate(() => parent.postMessage({ fivePoints: 1, type: 'height', height: 9 }, '*'));
		await expect
			.poll(async () => (await heardOf(page, 'height')).some(({ height }) => height === 9))
			.toBe(true);
		expect(await misfit(page, frame)).toBe(0);
	});

	test.for(['says nothing', 'never comes'] as const)(
		'a quiz that %s gives the link back, and takes its place once it is there',
		async (how, { page }) => {
			const site = await parentSite({ '/': link(embed(two), 'A quiz') + script() });
			let answer: () => Promise<void> = () => Promise.resolve();
			const asked = new Promise<void>((resolve) => {
				void page.route(/\/embed\/(?!embed\.js)/, async (route) => {
					answer = () => route.continue();
					resolve();
					if (how === 'says nothing') await route.fulfill({ body: 'It is being repaired.' });
				});
			});
			await page.clock.install({ time: 0 });
			await page.clock.pauseAt(1000);
			await page.goto(site.address, { waitUntil: 'commit' });
			await asked;
			const given = page.getByRole('link', { name: 'A quiz' });
			await page.locator('iframe').waitFor();
			await page.clock.runFor(9999);
			expect(await given.isVisible()).toBe(false);
			await expect.poll(() => page.clock.runFor(10_000).then(() => given.isVisible())).toBe(true);
			if (how === 'says nothing') return;
			await page.clock.resume();
			await answer();
			await quizFrame(page, '/embed/');
			await given.waitFor({ state: 'hidden' });
		}
	);

	test('without it, the link is there', async ({ newPage }) => {
		const page = await newPage({ javaScriptEnabled: false });
		const site = await parentSite({ '/': link(embed(two), 'A quiz') + script() });
		await page.goto(site.address);
		await page.getByRole('link', { name: 'A quiz' }).click();
		await page.getByRole('heading', { level: 1, name: words(choice.stem) }).waitFor();
	});
});

test.for(['light', 'dark'] as const)(
	'axe finds nothing in a frame, of any kind of question, nor where they are explained at the end: %s',
	async (theme, { newPage }) => {
		const page = await newPage({ colorScheme: theme, reducedMotion: 'reduce' });
		const items = oneOfEachKind();
		const asked = `items=${items.map(({ id }) => id).join()}&order=fixed&seed=a&theme=${theme}`;
		const site = await parentSite({ '/': byHand(embed(asked)) });
		await page.goto(site.address);
		const frame = await quizFrame(page, '/embed/');
		for (const item of items) {
			await frame.getByRole('heading', { level: 1, name: words(item.stem) }).waitFor();
			await expectAccessible(frame, `${item.kind}, asked`);
			await frame.getByRole('button', { name: 'Skip' }).click();
		}
		await frame.getByRole('heading', { level: 1, name: 'Before you finish' }).waitFor();
		await expectAccessible(frame, 'the overview');
		await frame.getByRole('button', { name: 'See the results' }).click();
		await frame.getByRole('heading', { level: 1, name: `0 of ${items.length} marks` }).waitFor();
		// The explanation of each kind, with its answer.
		await frame.evaluate(() => {
			for (const element of document.querySelectorAll('main details')) element.setAttribute('open', '');
		});
		await expectAccessible(frame, 'the results, each item open');
	}
);

test('a page that never answers leaves all within reach', async ({ page }) => {
	const site = await parentSite({
		'/': `<iframe title="A quiz" src="${embed(two)}" style="width: 400px; height: 250px"></iframe>`
	});
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	await finish(frame);
	const reach = await frame.evaluate(() => {
		scrollTo(0, 1e6);
		return Math.round(scrollY + innerHeight) - document.documentElement.scrollHeight;
	});
	expect(Math.abs(reach)).toBeLessThanOrEqual(1);
});

test('something as high as the window does not drive the page up', async ({ page }) => {
	const site = await parentSite({ '/': byHand(embed(two)) });
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	await expect.poll(() => misfit(page, frame)).toBe(0);
	const before = (await heardOf(page, 'height')).length;
	await frame.evaluate(() => {
		const high = document.body.appendChild(document.createElement('div'));
		high.style.minHeight = '100vh';
	});
	await expect.poll(async () => (await heardOf(page, 'height')).length).toBe(before + 4);
	// Some frames later, it is still as high.
	await page.evaluate(async () => {
		for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
	});
	expect((await heardOf(page, 'height')).length).toBe(before + 4);
});

test('a page of a site that is not named is refused, and so is any other of our pages', async ({
	page,
	trouble
}) => {
	trouble.expect(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);
	const refusing = await startServer({ EMBED_ORIGINS: 'https://school.example' });
	try {
		const path = `/embed/${course.primer.id}?${two}`;
		const site = await parentSite({
			'/': `<iframe title="One" src="${refusing.address}${path}"></iframe>
				<iframe title="Two" src="${server.address}/${course.primer.id}"></iframe>`
		});
		const refused = ['one', 'two'].map(() =>
			page.waitForEvent('console', { predicate: (message) => /frame-ancestors/.test(message.text()) })
		);
		await page.goto(site.address);
		await Promise.all(refused);
		expect(await heardOf(page, 'ready')).toEqual([]);
		const { headers } = await fetch(refusing.address + path);
		expect(headers.get('content-security-policy')).toMatch(
			/frame-ancestors 'self' https:\/\/school\.example$/
		);
	} finally {
		await refusing.stop();
	}
});

test('an exam is not held in a frame: it is practice, and says so', async ({ page }) => {
	const site = await parentSite({ '/': byHand(embed(`${two}&behaviour=exam`)) });
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	await frame.getByRole('status').getByText('Exams have a page of their own.').waitFor();
	await answerChoice(frame, choice.id);
});

test('what leads to a source opens beside the page', async ({ page }) => {
	const site = await parentSite({ '/': byHand(embed(two)) });
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	await answerChoice(frame, choice.id, 'wrong');
	const link = frame.locator('main a[href^="http"]').first();
	await link.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
	await page.context().route(/^https:/, (route) => route.fulfill({ body: 'The source.' }));
	const opened = page.waitForEvent('popup');
	await link.click();
	await opened;
	expect(frame.url()).toContain('/embed/');
});

test('where a sandbox lets no window be opened, the address of a source is told', async ({
	page,
	trouble
}) => {
	trouble.expect(/allow-popups/);
	const site = await parentSite({ '/': byHand(embed(two), 'sandbox="allow-scripts"') });
	await page.goto(site.address);
	const frame = await quizFrame(page, '/embed/');
	await answerChoice(frame, choice.id, 'wrong');
	const link = frame.locator('main a[href^="http"]').first();
	await link.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
	for (let times = 2; times > 0; times--) await link.click();
	const told = frame.getByRole('alert').filter({ hasText: 'opened no window' });
	expect(await told.innerText()).toContain((await link.getAttribute('href')) ?? '');
	expect(frame.url()).toContain('/embed/');
	await expect.poll(() => misfit(page, frame)).toBe(0);
});

test('a frame without script is answered by posting', async ({ newPage }) => {
	const page = await newPage({ javaScriptEnabled: false });
	await page.goto(embed(`${two}&theme=light`));
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Check' }).click();
	await page.getByRole('region', { name: /right/i }).first().waitFor();
	expect(page.url()).toContain('theme=light');
	expect(await page.getByRole('navigation').count()).toBe(0);
});

test('a course that is not there is told without leading anywhere', async ({ page, trouble }) => {
	trouble.expect(/404/);
	await page.goto(`${server.address}/embed/nothing`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await page.getByRole('link').count()).toBe(0);
});
