import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import { isItemOf, type Item } from '#lib/bank/item.ts';
import { outlineOf, someItems } from '#lib/embed/course/outline.ts';
import { inLanguage, type CourseFile } from '#lib/embed/course/course-file.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';
import { StagedStore } from '#lib/embed/platform/cmi5/staging.ts';
import { samples, solution } from '#lib/kinds/index.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';

import { expectAccessible, test } from './browser.ts';
import { course, editionIn, itemsAskedAt, oneOfEachKind, quizPath, words as wordsOf } from './course.ts';
import { give } from './give.ts';
import { otherSite, pageWith, type Site } from './other-site/site.ts';

interface Told {
	name: string;
	id: string;
	detail: unknown;
}

const items = oneOfEachKind().map(({ id }) => id);
const editions = [course, await editionIn('fr')];
const whole = courseFileOf(editions);
let site: Site;

/** What a site serves of a course whose items come when they are asked. */
function inParts(file: CourseFile) {
	return {
		'/outline.json': {
			body: JSON.stringify(outlineOf(file, (language) => `items.json?in=${language}&ids=`))
		},
		'/items.json': {
			body: (query: URLSearchParams) =>
				JSON.stringify(someItems(inLanguage(file, query.get('in') ?? ''), query.get('ids')?.split(',') ?? []))
		}
	};
}

beforeAll(async () => {
	site = await otherSite({
		'/course.json': { body: JSON.stringify(whole) },
		...(whole && inParts(whole)),
		'/fr.json': { body: JSON.stringify(courseFileOf(editions.slice(1))) }
	});
});

afterAll(() => site.close());

/** Opens a page with such elements in it, and waits until each is ready. */
async function open(page: Page, body: string, how: Parameters<typeof pageWith>[1] = {}): Promise<void> {
	site.pages.set('/page', pageWith(body, how));
	await page.goto(`${site.address}page`);
	const count = body.split('<five-points-quiz').length - 1;
	await expect.poll(async () => (await told(page, 'ready')).length).toBe(count);
}

async function told(page: Page, name: string): Promise<Told[]> {
	const all = await page.evaluate(() => (window as unknown as { told: Told[] }).told);
	return all.filter((each) => each.name === name);
}

function responseTo(item: Item, turn: number) {
	const some = samples(item);
	return [some.right, some.partlyRight ?? some.wrong, some.wrong][turn % 3] ?? some.right;
}

async function press(page: Page, what: string): Promise<void> {
	await page.locator(`button[name="do"][value="${what}"]`).first().click();
}

test.for(['en', 'fr'].flatMap((language) => behaviourNames.map((behaviour) => ({ language, behaviour }))))(
	'an item of each kind is played to the end under a strict policy, in $language, in $behaviour',
	async ({ language, behaviour }, { newPage }) => {
		// One of them comes whole, and the other in parts.
		const file = language === 'en' ? 'course.json' : 'outline.json';
		const page = await newPage({ reducedMotion: 'reduce' });
		await open(
			page,
			`<five-points-quiz id="${language}-${behaviour}" course="${file}" language="${language}" behaviour="${behaviour}" items="${items.join()}" seed="browser"></five-points-quiz>`
		);
		const edition = await editionIn(language);
		const asked = itemsAskedAt(quizPath({ behaviour, items })).flatMap(
			({ id }) => findItem(edition, id) ?? []
		);
		expect(asked).toHaveLength(items.length);
		for (const [position, item] of asked.entries()) {
			await page.locator('[data-focus-question]').first().waitFor();
			await give(page, item, responseTo(item, position));
			if (behaviour === 'certainty')
				await page.locator(`.quiz [name="certainty"][value="${(position % 3) + 1}"]`).dispatchEvent('click');
			if (behaviour !== 'exam') {
				await press(page, 'check');
				await page.locator('.feedback, .notice.shown').first().waitFor();
				if (behaviour === 'retry' && (await page.locator('.feedback').count()) === 0)
					await press(page, 'reveal');
				await page.locator('.feedback').waitFor();
			}
			if (behaviour === 'practice') await expectAccessible(page, `${item.kind} in ${language}`);
			await press(page, 'next');
		}
		if (behaviour === 'exam') await press(page, 'submit');
		await page.locator('.results').waitFor();
		if (behaviour === 'practice') await expectAccessible(page, `results in ${language}`);
		const answered = await told(page, 'answered');
		expect(answered.map(({ detail }) => detail)).toMatchObject(
			asked.map(({ id, point }, index) => ({ item: id, question: index + 1, part: point, again: false }))
		);
		const [finished, ...more] = await told(page, 'finished');
		expect(more).toEqual([]);
		expect(finished?.detail).toMatchObject({
			score: expect.any(Number),
			marks: { earned: expect.any(Number), possible: expect.any(Number) },
			parts: expect.any(Array),
			duration: expect.any(Number)
		});
		expect(Object.keys(finished?.detail ?? {})).toEqual(['score', 'marks', 'parts', 'duration']);
		expect(await told(page, 'violation')).toEqual([]);
	}
);

/** The element of that id. */
const quiz = (page: Page, id: string) => page.locator(`#${id}`);
const question = (page: Page, id: string) => quiz(page, id).locator('[data-focus-question]').first();
const words = (page: Page, id: string) => question(page, id).innerText();

const choices = course.items.filter((item) => isItemOf(item, 'single-choice')).slice(0, 3);
const asking = `course="course.json" items="${choices.map(({ id }) => id).join()}" order="fixed" seed="s"`;

/** Answers the question of an element, rightly, and goes on. */
async function answer(page: Page, id: string, place: number): Promise<void> {
	const item = choices[place];
	if (!item) throw new Error('There is no such question.');
	const input = quiz(page, id).locator(`input[value="${solution(item)}"]`);
	await input.check();
	await quiz(page, id)
		.getByRole('button', { name: /^(Check|Vérifier)$/ })
		.click();
	await quiz(page, id).locator('.feedback').waitFor();
	await quiz(page, id).locator('button[name="do"][value="next"]').first().click();
}

describe('an attempt goes on', () => {
	test('when the page is loaded again, or the element is moved, or taken away and put back', async ({
		page
	}) => {
		await open(page, `<five-points-quiz id="on" ${asking}></five-points-quiz><section></section>`);
		const first = await words(page, 'on');
		await answer(page, 'on', 0);
		await expect.poll(() => words(page, 'on')).not.toBe(first);
		const second = await words(page, 'on');

		await page.reload();
		await expect.poll(async () => (await told(page, 'ready'))[0]?.detail).toMatchObject({ resumed: true });
		expect(await words(page, 'on')).toBe(second);

		await page.evaluate(() => document.querySelector('section')?.append(document.querySelector('#on') ?? ''));
		expect(await words(page, 'on')).toBe(second);
		expect(await told(page, 'ready')).toHaveLength(1);

		const taken = await page.evaluateHandle(() => {
			const element = document.querySelector('#on');
			element?.remove();
			return element;
		});
		await expect.poll(() => taken.evaluate((element) => element?.shadowRoot?.childElementCount)).toBe(0);
		await taken.evaluate((element) => document.querySelector('main')?.append(element ?? ''));
		await expect.poll(async () => (await told(page, 'ready')).length).toBe(2);
		expect(await words(page, 'on')).toBe(second);
		await answer(page, 'on', 1);
		await answer(page, 'on', 2);
		await quiz(page, 'on').locator('.results').waitFor();
		expect(await told(page, 'finished')).toHaveLength(1);
		expect(await told(page, 'violation')).toEqual([]);
	});

	test('where storage is denied, as long as the page is open, and the learner is told', async ({ page }) => {
		await page.addInitScript(() => {
			for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
				Object.defineProperty(window, name, {
					get() {
						throw new DOMException(`${name} is denied.`, 'SecurityError');
					}
				});
		});
		await open(page, `<five-points-quiz id="denied" ${asking}></five-points-quiz>`);
		await answer(page, 'denied', 0);
		const second = await words(page, 'denied');
		await page.evaluate(async () => {
			const element = document.querySelector('#denied');
			element?.remove();
			await new Promise((resolve) => setTimeout(resolve));
			document.querySelector('main')?.append(element ?? '');
		});
		await expect.poll(async () => (await told(page, 'ready')).length).toBe(2);
		expect(await words(page, 'denied')).toBe(second);
		await quiz(page, 'denied').getByText('does not let the page keep').first().waitFor();
	});

	test('with keep="page", no longer than the page', async ({ page }) => {
		await open(page, `<five-points-quiz id="short" ${asking} keep="page"></five-points-quiz>`);
		await answer(page, 'short', 0);
		expect(
			await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('short')))
		).toEqual([]);
	});
});

describe('several on one page', () => {
	test('each have their own attempt, language and look, in a page of another language and direction', async ({
		page
	}) => {
		const style = `<link rel="stylesheet" href="/page.css" />`;
		site.pages.set('/page.css', {
			body: `body { font-family: monospace; } * { letter-spacing: 0.3em; } button, label { color: red !important; }
				#two { --five-points-accent: rgb(1, 2, 3); --five-points-gap: 40px; --five-points-padding: 0; }`
		});
		await open(
			page,
			`<five-points-quiz id="one" ${asking} language="en"></five-points-quiz>
			<five-points-quiz id="two" ${asking} language="fr" theme="dark"></five-points-quiz>
			<five-points-quiz id="three" course="fr.json"></five-points-quiz>`,
			{ lang: 'ar', dir: 'rtl', head: style }
		);
		const look = (id: string) =>
			page.evaluate((id) => {
				const root = document.querySelector(`#${id}`)?.shadowRoot;
				const player = root?.querySelector('.player');
				const button = root?.querySelector('.button.primary');
				if (!player || !button) throw new Error('There is no quiz.');
				const { fontFamily, letterSpacing, direction, gap, color } = getComputedStyle(player);
				const lang = player.getAttribute('lang');
				return {
					fontFamily,
					letterSpacing,
					direction,
					gap,
					color,
					lang,
					accent: getComputedStyle(button).backgroundColor
				};
			}, id);
		const [one, two, three] = [await look('one'), await look('two'), await look('three')];
		expect(one).toMatchObject({
			fontFamily: 'monospace',
			letterSpacing: 'normal',
			direction: 'ltr',
			lang: 'en',
			accent: 'rgb(36, 71, 168)',
			color: 'rgb(27, 29, 34)'
		});
		expect(two).toMatchObject({
			lang: 'fr',
			gap: '40px',
			accent: 'rgb(1, 2, 3)',
			color: 'rgb(236, 233, 226)'
		});
		expect(three.lang).toBe('fr');
		await answer(page, 'one', 0);
		await expect.poll(() => quiz(page, 'one').locator('.progress').innerText()).toContain('2');
		expect(await quiz(page, 'two').locator('.progress').innerText()).toContain('1');
		await answer(page, 'two', 0);
		expect((await told(page, 'answered')).map(({ id }) => id)).toEqual(['one', 'two']);
		expect(
			await page.evaluate(() => [
				document.querySelectorAll('style').length,
				document.adoptedStyleSheets.length
			])
		).toEqual([0, 0]);
		expect(await told(page, 'violation')).toEqual([]);
	});

	test('that ask the same without an id do not overwrite one another', async ({ page }) => {
		const twice = `<five-points-quiz ${asking} language="en" class="a"></five-points-quiz>`;
		await open(page, twice + twice.replace('"a"', '"b"'));
		const input = page.locator('.a input[name="response"]').first();
		await input.check();
		await page.locator('.a').getByRole('button', { name: 'Check' }).click();
		await page.locator('.a .feedback').waitFor();
		await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('"check"');
		await page.reload();
		await page.locator('.a .feedback').waitFor();
		expect(await page.locator('.b .feedback').count()).toBe(0);
	});

	test('inside another shadow root it is played, and its events come out', async ({ page }) => {
		site.pages.set('/inside.js', {
			body: `const host = document.querySelector('#host').attachShadow({ mode: 'open' });
				const quiz = Object.assign(document.createElement('five-points-quiz'), { id: 'inner' });
				for (const [name, value] of [['course', 'course.json'], ['seed', 's'], ['number', '2']]) quiz.setAttribute(name, value);
				host.append(quiz);`
		});
		site.pages.set('/page', pageWith('<div id="host" lang="fr"></div><script src="/inside.js"></script>'));
		await page.goto(`${site.address}page`);
		await expect
			.poll(async () => (await told(page, 'ready')).map(({ id, detail }) => ({ id, detail })))
			.toMatchObject([{ id: 'host', detail: { language: 'fr', questions: 2 } }]);
	});
});

describe('a course', () => {
	const inside = JSON.stringify(courseFileOf([course])).replaceAll('<', '\\u003c');

	test('may stand in the page, or be given by a script', async ({ page }) => {
		await open(
			page,
			`<five-points-quiz id="in"><script type="application/json">${inside}</script></five-points-quiz>`
		);
		await question(page, 'in').waitFor();
		await page.evaluate(async () => {
			const course: unknown = await (await fetch('/fr.json')).json();
			Object.assign(document.querySelector('#in') ?? {}, { course });
		});
		await expect
			.poll(async () => (await told(page, 'ready')).at(-1)?.detail)
			.toMatchObject({ language: 'fr' });
	});

	test('that cannot be reached is told of, and tried again', async ({ page, trouble }) => {
		trouble.expect(/404/);
		site.pages.set(
			'/page',
			pageWith('<five-points-quiz id="lost" course="lost.json"></five-points-quiz>', { lang: 'fr' })
		);
		await page.goto(`${site.address}page`);
		const alert = quiz(page, 'lost').getByRole('alert');
		await alert.getByText('n’a pas pu être chargé').waitFor();
		expect(await quiz(page, 'lost').locator('.waiting').innerText()).toContain(
			'lost.json n’a pas répondu comme il le faudrait (404)'
		);
		await expectAccessible(page, 'a course that is lost');
		site.pages.set('/lost.json', { body: JSON.stringify(courseFileOf(editions)) });
		await quiz(page, 'lost').getByRole('button', { name: 'Réessayer' }).click();
		await question(page, 'lost').waitFor();
		expect(
			await page.evaluate(() => document.querySelector('#lost')?.shadowRoot?.activeElement?.className)
		).toContain('player');
	});

	describe('whose items come when they are asked', () => {
		if (!whole) throw new Error('The course serves exams alone.');
		const [item, other] = oneOfEachKind().filter(
			(each) => isItemOf(each, 'single-choice') || isItemOf(each, 'true-false')
		);
		if (!item || !other) throw new Error('The course has no such question.');
		const asked = [item.id, other.id];
		const element = (id: string) =>
			`<five-points-quiz id="${id}" course="outline.json" language="en" items="${asked.join()}" order="fixed" seed="s" keep="page"></five-points-quiz>`;
		/** Serves some parts of an edition of the course. */
		const serve = (edition: string, parts: readonly string[] = ['/outline.json', '/items.json']) => {
			for (const [path, answer] of Object.entries(inParts({ ...whole, edition })))
				if (parts.includes(path)) site.pages.set(path, answer);
		};
		const itemsAt = (ids: readonly string[]) => `/items.json?in=en&ids=${ids.join()}`;
		const [first, all] = [itemsAt([item.id]), itemsAt(asked)];
		beforeEach(() => serve(whole.edition));
		const answer = async (page: Page) => {
			await give(page, item, samples(item).right);
			await press(page, 'check');
		};

		test('asks its first question with that alone, and explains it with what the quiz asks', async ({
			page
		}) => {
			const requests: string[] = [];
			page.on('request', (request) => requests.push(request.url().slice(site.address.length - 1)));
			await open(page, element('bare'));
			await question(page, 'bare').waitFor();
			expect(requests).toContain(first);
			expect(requests).not.toContain(all);
			await answer(page);
			const feedback = quiz(page, 'bare').locator('.feedback');
			await feedback.waitFor();
			expect((await feedback.innerText()).replaceAll(/\s+/g, ' ')).toContain(wordsOf(item.explanation));
			expect(requests).toContain(all);
			await press(page, 'next');
			await give(page, other, samples(other).right);
			await press(page, 'check');
			await feedback.waitFor();
		});

		test('says that they do not come, and asks for them again', async ({ page, trouble }) => {
			trouble.expect(/404/);
			await open(page, element('late'));
			await question(page, 'late').waitFor();
			site.pages.delete('/items.json');
			await answer(page);
			await quiz(page, 'late').getByText('The answer could not be checked').waitFor();
			serve(whole.edition);
			await press(page, 'check');
			await quiz(page, 'late').locator('.feedback').waitFor();
		});

		test('says that its first question does not come, and begins where that is asked for', async ({
			page,
			trouble
		}) => {
			trouble.expect(/404/);
			site.pages.delete('/items.json');
			site.pages.set('/page', pageWith(element('none')));
			await page.goto(`${site.address}page`);
			await quiz(page, 'none').getByRole('alert').waitFor();
			expect(await quiz(page, 'none').locator('.waiting').innerText()).toMatch(
				/could not be loaded.*items\.json.* did not answer as it should \(404\)/s
			);
			serve(whole.edition);
			await quiz(page, 'none').getByRole('button', { name: 'Try again' }).click();
			await question(page, 'none').waitFor();
		});

		test('begins with the new one where the course has changed before its first question', async ({
			page
		}) => {
			serve('newer', ['/items.json']);
			await page.route('**/items.json**', async (route) => {
				serve('newer');
				await route.continue();
			});
			await open(page, element('changed'));
			await question(page, 'changed').waitFor();
			expect((await told(page, 'ready')).map(({ detail }) => detail)).toMatchObject([{ edition: 'newer' }]);
			expect(
				await page.evaluate(() => document.activeElement?.localName),
				'nobody has asked for the focus'
			).toBe('body');
		});

		test('does not ask for ever for items that never fit', async ({ page }) => {
			serve('newer', ['/items.json']);
			site.pages.set('/page', pageWith(element('never')));
			await page.goto(`${site.address}page`);
			await quiz(page, 'never').getByRole('alert').waitFor();
			serve('newer');
			await quiz(page, 'never').getByRole('button', { name: 'Try again' }).click();
			await question(page, 'never').waitFor();
		});

		test('asks the same questions where those that the learner wants again do not come at first', async ({
			page,
			trouble
		}) => {
			trouble.expect(/404/);
			await open(page, element('again'));
			for (const [each, response] of [
				[item, samples(item).right],
				[other, samples(other).wrong]
			] as const) {
				await give(page, each, response);
				await press(page, 'check');
				await quiz(page, 'again').locator('.feedback').waitFor();
				await press(page, 'next');
			}
			site.pages.delete('/items.json');
			await quiz(page, 'again').getByRole('button', { name: 'Try the one you did not get right' }).click();
			await quiz(page, 'again').getByRole('alert').waitFor();
			serve(whole.edition);
			await quiz(page, 'again').getByRole('button', { name: 'Try again' }).click();
			await expect
				.poll(async () => (await told(page, 'ready')).at(-1)?.detail)
				.toMatchObject({ questions: 1, resumed: false });
			await quiz(page, 'again').getByText(wordsOf(other.stem)).waitFor();
		});

		test('goes on with the new one where the course has changed meanwhile', async ({ page }) => {
			await open(page, element('old'));
			await question(page, 'old').waitFor();
			serve('newer');
			// They are asked for as soon as something is touched; the answer is given by then, and is not lost.
			const { promise: answered, resolve: hasAnswered } = Promise.withResolvers<unknown>();
			await page.route(
				(url) => url.href.endsWith(all),
				async (route) => {
					await answered;
					await route.continue();
				}
			);
			await answer(page);
			hasAnswered(true);
			await expect
				.poll(async () => (await told(page, 'ready')).at(-1)?.detail)
				.toMatchObject({ edition: 'newer', resumed: true });
			await quiz(page, 'old').locator('.feedback').waitFor();
		});

		test('goes on with the new one even if what hears the answer comes after it', async ({ page }) => {
			const { promise: explained, resolve: hasExplained } = Promise.withResolvers<unknown>();
			await page.route(/\/later-[\w-]+\.js/, async (route) => {
				await explained;
				await route.continue();
			});
			await open(page, element('slow'));
			await question(page, 'slow').waitFor();
			serve('newer');
			const items = page.waitForResponse((response) => response.url().endsWith(all));
			await answer(page);
			await (await items).finished();
			hasExplained(true);
			await expect
				.poll(async () => (await told(page, 'ready')).at(-1)?.detail)
				.toMatchObject({ edition: 'newer', resumed: true });
			await quiz(page, 'slow').locator('.feedback').waitFor();
		});
	});

	test.for<[string, string]>([
		['{"format":"five-points-course","version":7}', 'was written for version 7 of the format'],
		['<!doctype html>', 'is not JSON, or its end is missing'],
		['{}', 'not a course of Five Points'],
		[inside.replace('"kind":"', '"kind":"no-'), 'is damaged at banks/0/items/0/kind']
	])('that is none says so: %#', async ([body, said], { page }) => {
		site.pages.set('/bad.json', { body });
		site.pages.set('/page', pageWith('<five-points-quiz id="bad" course="bad.json"></five-points-quiz>'));
		await page.goto(`${site.address}page`);
		await quiz(page, 'bad').getByRole('alert').waitFor();
		expect(await quiz(page, 'bad').locator('.waiting').innerText()).toContain(said);
	});
});

test('a store of statements that is away is told once it is back, and the learner reads of it', async ({
	page,
	trouble
}) => {
	trouble.expect(/./);
	const store = new StagedStore(`${site.address}xapi`, { isPlain: true });
	store.launch();
	store.line = 'down';
	await page.route('**/xapi/**', async (route, request) => {
		if (store.line === 'down') return route.abort();
		const answer = store.answer({
			...{ method: request.method(), address: new URL(request.url()), body: request.postData() ?? '' },
			headers: new Headers(await request.allHeaders())
		});
		const type = answer.headers.get('content-type') ?? 'text/plain';
		return route.fulfill({ status: answer.status, contentType: type, body: await answer.text() });
	});
	const [item] = oneOfEachKind().filter((each) => isItemOf(each, 'single-choice'));
	if (!item) throw new Error('The course has no such question.');
	const actor = JSON.stringify(store.actor).replaceAll('"', '&quot;');
	await open(
		page,
		`<five-points-quiz id="told" course="course.json" language="en" items="${item.id}" endpoint="xapi" auth="${store.authorization}" actor="${actor}" activity-id="${store.activity}" registration="${store.registration}" mastery="0.5"></five-points-quiz>`
	);
	await give(page, item, samples(item).right);
	await press(page, 'check');
	await quiz(page, 'told').getByText('not saved at the platform yet').waitFor();
	await expectAccessible(page, 'a store that is away');
	store.line = 'up';
	await press(page, 'next');
	await quiz(page, 'told').locator('.results').waitFor();
	await expect.poll(() => store.verbs()).toEqual(['initialized', 'answered', 'passed', 'completed']);
	await expect.poll(() => quiz(page, 'told').getByText('not saved at the platform yet').count()).toBe(0);
	expect(store.complaints).toEqual([]);
});

describe('a script of the page', () => {
	test('begins the quiz, and begins it anew', async ({ page }) => {
		site.pages.set(
			'/page',
			pageWith('<five-points-quiz id="by" course="course.json" number="3" manual></five-points-quiz>')
		);
		await page.goto(`${site.address}page`);
		await page.evaluate(() => customElements.whenDefined('five-points-quiz').then(() => undefined));
		expect(await page.evaluate(() => document.querySelector('#by')?.shadowRoot?.childElementCount)).toBe(0);
		const call = (method: 'start' | 'reset') =>
			page.evaluate(
				async (method) =>
					document
						.querySelector<HTMLElement & Record<'start' | 'reset', () => Promise<void>>>('#by')
						?.[method](),
				method
			);
		await call('start');
		expect(await told(page, 'ready')).toHaveLength(1);
		const order = () =>
			page.evaluate(() =>
				Object.keys(localStorage)
					.map((key) => localStorage.getItem(key))
					.join()
			);
		await quiz(page, 'by').locator('button[name="do"][value="skip"]').click();
		await expect.poll(order).toContain('skip');
		await call('reset');
		expect((await told(page, 'ready')).map(({ detail }) => detail)).toMatchObject([
			{ resumed: false },
			{ resumed: false }
		]);
		expect(await order()).not.toContain('skip');
	});

	test('changes what is asked, and hears of what cannot be', async ({ page, trouble }) => {
		trouble.expect(/five-points-quiz:/);
		await open(
			page,
			'<five-points-quiz id="set" course="course.json" number="2" points="9"></five-points-quiz>'
		);
		await page.evaluate(() => {
			const element = document.querySelector('#set');
			element?.setAttribute('number', '4');
			element?.setAttribute('behaviour', 'exam');
			element?.removeAttribute('points');
		});
		await expect
			.poll(async () => (await told(page, 'ready')).map(({ detail }) => detail))
			.toMatchObject([{ questions: 2 }, { questions: 4 }]);
		await quiz(page, 'set').getByRole('timer').waitFor();
	});
});
