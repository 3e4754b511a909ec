import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import { isItemOf, type Item, type ItemOf } from '#lib/bank/item.ts';
import type { Label } from '#lib/kinds/option.ts';
import { samples, type KindName, type Responses } from '#lib/kinds/index.ts';
import { publicView as clozeView } from '#lib/kinds/cloze.ts';
import { seeded } from '#lib/chance/random.ts';
import { partsOfStem } from '#lib/text/stem.ts';

import { spaced, words } from './course.ts';

/** A name that consists of just these words, after the verdict on the part, if one is shown. */
export function named(text: string): RegExp {
	const literal = spaced(text).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	return new RegExp(String.raw`^((Right|Not right):\s)?${literal}$`);
}

/** The question that is asked. */
export function question(page: Page): Locator {
	return page.getByRole('heading', { level: 1 });
}

/** The answer that was checked, explained. */
export function feedback(page: Page): Locator {
	return page.getByRole('region', { name: /^(Right|Not right|Partly right|Not answered)/ });
}

/** The verdict on it, where reading continues. */
export function verdict(page: Page): Locator {
	return feedback(page).getByRole('group', { name: /^(Right|Not right|Partly right|Not answered)/ });
}

/** Opens a quiz and waits until its script is live: before that, a key or a drag means nothing yet. */
export async function openLive(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expectLive(page);
}

/**
 * Opens the menu of the page, unless it is open. A page that begins with a question brings it when it is asked for, and opens
 * it: a click at that very moment closes it again.
 */
export async function openMenu(page: Page): Promise<Locator> {
	const menu = page.locator('details.menu');
	if ((await menu.count()) === 0) await page.locator('.menu').click();
	await menu.waitFor();
	const isOpen = async () => (await menu.getAttribute('open')) !== null;
	await expect
		.poll(async () => {
			if (!(await isOpen())) await menu.locator('summary').click();
			return isOpen();
		})
		.toBe(true);
	return menu;
}

/** Chooses a language in the menu of the page. */
export async function chooseLanguage(page: Page, language: 'English' | 'Français'): Promise<void> {
	const menu = await openMenu(page);
	await menu.getByRole('button', { name: language }).click();
}

/** Waits until the script of the page is live. */
export async function expectLive(page: Page): Promise<void> {
	await page.locator('html[data-live]').waitFor({ state: 'attached' });
}

/** Waits until the page asks an item. */
export async function expectQuestion(page: Page, item: Item): Promise<void> {
	await expect
		.poll(async () => spaced(await question(page).innerText()))
		.toBe(words(partsOfStem(item.stem).question));
}

/** Waits for a heading of that level with this text. */
export async function expectHeading(page: Page, text: string | RegExp): Promise<void> {
	await page.getByRole('heading', { level: 1, name: text }).waitFor();
}

/** Waits until that has the focus. */
export async function expectFocus(locator: Locator): Promise<void> {
	const isFocused = (element: Element): boolean =>
		(element.getRootNode() as Document | ShadowRoot).activeElement === element;
	await expect.poll(() => locator.evaluate(isFocused)).toBe(true);
}

/** Presses the button of that name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

/**
 * Begins the exam that its start page offers, and waits until its script is live: without it, its forms work
 * differently.
 */
export async function beginExam(page: Page): Promise<void> {
	await press(page, /^(Begin|Commencer)$/);
	await page.waitForURL(/[?&]sitting=/);
	await expectLive(page);
}

/** What the results say of the item at a place (from 1), opened. */
export async function openResult(page: Page, place: number, item: Item): Promise<Locator> {
	const result = page.locator('details', { hasText: `${place}. ${words(item.stem)}` }).first();
	await result.locator('summary').first().click();
	return result;
}

/** Says how sure one is: 1 to 3. */
export async function sayCertainty(page: Page, certainty: 1 | 2 | 3): Promise<void> {
	await page
		.getByRole('group', { name: 'How sure are you?' })
		.getByRole('radio')
		.nth(certainty - 1)
		.check();
}

/** Answers and has the answer checked. */
export async function answerAndCheck<K extends KindName>(
	page: Page,
	item: ItemOf<K>,
	response: Responses[K] | null | undefined
): Promise<void> {
	await answer(page, item, response);
	await press(page, /^Check/);
}

/** How a learner answers each kind who does not drag; a kind that is left out does not compile. */
const ways: { [K in KindName]: (page: Page, item: ItemOf<K>, response: Responses[K]) => Promise<void> } = {
	'single-choice': (page, { interaction }, chosen) => choose(page, 'radio', interaction.options, [chosen]),
	'multiple-response': (page, { interaction }, chosen) =>
		choose(page, 'checkbox', interaction.options, chosen),
	'true-false': async (page, _item, verdict) => {
		await page.getByRole('radio', { name: named(verdict === 'true' ? 'True' : 'False') }).check();
	},
	'true-false-reason': judge,
	matching: match,
	ordering: putInOrder,
	categorise: sort,
	cloze: fillBlanks,
	'short-text': type,
	numeric: type,
	highlight: (page, { interaction }, chosen) => choose(page, 'checkbox', interaction.spans, chosen)
};

/**
 * Gives a response to the item on the page by its inputs, as a learner would who does not drag.
 *
 * @param response of the shape that the item's kind asks for, such as `samples(item).wrong`
 * @throws when there is none, since the kind of the item has no such sample.
 */
export async function answer<K extends KindName>(
	page: Page,
	item: ItemOf<K>,
	response: Responses[K] | null | undefined
): Promise<void> {
	if (response === null || response === undefined) throw new Error(`${item.id} has no such sample.`);
	await expectQuestion(page, item);
	await ways[item.kind](page, item, response);
}

async function type(page: Page, { stem }: Item, typed: string): Promise<void> {
	await page.getByRole('textbox', { name: words(stem) }).fill(typed);
}

/** A wrong response that holds a text wherever the item takes one; for an item that takes none, any wrong response. */
export function typedInto(item: Item, text: string): Responses[KindName] {
	if (isItemOf(item, 'short-text') || isItemOf(item, 'numeric')) return text;
	if (!isItemOf(item, 'cloze')) return samples(item).wrong;
	const typed = item.interaction.blanks.filter((blank) => !('choices' in blank));
	return { ...samples(item).wrong, ...Object.fromEntries(typed.map(({ id }) => [id, text])) };
}

async function choose(
	page: Page | Locator,
	role: 'radio' | 'checkbox',
	options: readonly Label[],
	chosen: readonly string[]
): Promise<void> {
	for (const { id, text } of options) {
		const input = page.getByRole(role, { name: named(words(text)) });
		const wanted = chosen.includes(id);
		// A radio button is deselected by choosing another.
		if ((role === 'radio' && !wanted) || (await input.isChecked()) === wanted) continue;
		await input.locator('xpath=ancestor::label').click();
		await expect.poll(() => input.isChecked()).toBe(wanted);
	}
}

async function judge(
	page: Page,
	item: ItemOf<'true-false-reason'>,
	{ verdict, reason }: Responses['true-false-reason']
): Promise<void> {
	const group = (name: string) => page.getByRole('group', { name });
	if (verdict !== null)
		await group('Verdict')
			.getByRole('radio', { name: named(verdict ? 'True' : 'False') })
			.check();
	if (reason !== null) await choose(group('Reason'), 'radio', item.interaction.reasons, [reason]);
}

/** What is chosen from for an element that is to be matched. */
export function pairOf(page: Page, premise: string): Locator {
	const name = page.getByText(premise, { exact: true });
	return page.locator('.view details', { has: page.locator('summary', { has: name }) });
}

/**
 * Opens what is chosen from. The next pair opens by itself once one is chosen, and as the script becomes live: a click at
 * that very moment closes it again.
 */
export async function openPair(pair: Locator, open = (summary: Locator) => summary.click()): Promise<void> {
	const isOpen = async () => (await pair.getAttribute('open')) !== null;
	await expect
		.poll(async () => {
			if (!(await isOpen())) await open(pair.locator('summary'));
			return isOpen();
		})
		.toBe(true);
}

async function match(page: Page, item: ItemOf<'matching'>, pairs: Responses['matching']): Promise<void> {
	for (const { id, text } of item.interaction.premises) {
		const option = item.interaction.options.find((each) => each.id === pairs[id]);
		if (!option) continue;
		const pair = pairOf(page, words(text));
		await openPair(pair);
		const input = pair.locator(`input[value="${option.id}"]`);
		await input.locator('xpath=ancestor::label').click();
		await expect.poll(() => input.isChecked()).toBe(true);
	}
}

async function sort(page: Page, item: ItemOf<'categorise'>, sorted: Responses['categorise']): Promise<void> {
	for (const { id, text } of item.interaction.elements) {
		const chosen = sorted[id];
		const group = page.getByRole('group', { name: words(text), exact: true });
		if (chosen !== undefined) await choose(group, 'radio', item.interaction.categories, [chosen]);
	}
}

/** Moves each element up to its place, from the first place to the last, and keeps the order where none was moved. */
async function putInOrder(page: Page, item: ItemOf<'ordering'>, order: readonly string[]): Promise<void> {
	const rows = page
		.getByRole('group', { name: words(item.stem) })
		.locator('ol')
		.first()
		.getByRole('listitem');
	const textOf = (id: string) =>
		words(item.interaction.elements.find((element) => element.id === id)?.text ?? '');
	const places = async () => (await rows.allInnerTexts()).map(spaced);
	// Until the script is live, each element has a list of places in place of its buttons.
	await page
		.getByRole('button', { name: /^Move up: / })
		.first()
		.waitFor();
	for (const [place, id] of order.entries()) {
		const up = page.getByRole('button', { name: `Move up: ${textOf(id)}`, exact: true });
		for (;;) {
			const at = (await places()).findIndex((row) => row.endsWith(textOf(id)));
			if (at <= place) break;
			await up.click();
			await expect
				.poll(async () => (await places()).findIndex((row) => row.endsWith(textOf(id))))
				.toBe(at - 1);
		}
	}
	const keep = page.getByRole('button', { name: 'Keep this order' });
	if (await keep.isVisible()) await keep.click();
}

async function fillBlanks(page: Page, item: ItemOf<'cloze'>, filled: Responses['cloze']): Promise<void> {
	const { segments } = clozeView(item.interaction, seeded('any'));
	const blanks = segments.flatMap((segment) => ('blank' in segment ? [segment] : []));
	for (const [index, { blank, choices }] of blanks.entries()) {
		const name = `Blank ${index + 1} of ${blanks.length}`;
		const text = filled[blank] ?? '';
		if (choices) await page.getByRole('combobox', { name, exact: true }).selectOption({ value: text });
		else await page.getByRole('textbox', { name, exact: true }).fill(text);
	}
}
