import { beforeEach, describe, expect, test } from 'vitest';

import { followTranslation } from './translated-page.ts';

/** As a string, since such elements should not be used in markup any more. */
const FONT: string = 'font';

let page: HTMLElement;

beforeEach(() => {
	document.body.replaceChildren((page = document.createElement('main')));
});

/** Puts a translation in place of a text, as Chrome does. */
function translate(text: Text, words: string): HTMLElement {
	const font = document.createElement(FONT);
	font.innerHTML = `<font>${words}</font>`;
	text.replaceWith(font);
	return font;
}

/** Lets the observers of the page run. */
const turn = () => Promise.resolve();

async function translated(): Promise<{ text: Text; font: HTMLElement }> {
	followTranslation(page);
	const text = document.createTextNode('one');
	page.append('(', text, document.createElement('hr'), ')');
	await turn();
	const font = translate(text, 'un');
	await turn();
	return { text, font };
}

describe('a text that the browser has translated', () => {
	test('shows its translation, and stays beside it', async () => {
		const { text, font } = await translated();
		expect(page.textContent).toBe('(un)');
		expect(text.nextSibling).toBe(font);
	});

	test.each(['two', ''])('shows what the script writes into it: “%s”', async (words) => {
		const { text } = await translated();
		text.nodeValue = words;
		await turn();
		expect(page.textContent).toBe(`(${words})`);
		expect(page.querySelector(FONT)).toBeNull();
	});

	test('is translated again, and written again', async () => {
		const { text } = await translated();
		text.nodeValue = 'two';
		await turn();
		translate(text, 'deux');
		await turn();
		expect(page.textContent).toBe('(deux)');
		text.nodeValue = 'three';
		await turn();
		expect(page.textContent).toBe('(three)');
	});

	test('takes its translation along when it goes, and says what it said where it comes back', async () => {
		const { text } = await translated();
		text.remove();
		await turn();
		expect(page.textContent).toBe('()');
		page.append(text);
		await turn();
		expect(page.textContent).toBe('()one');
	});

	test('takes its translation along when it moves', async () => {
		const { text, font } = await translated();
		page.append(text);
		await turn();
		expect(page.textContent).toBe('()un');
		expect(text.nextSibling).toBe(font);
	});

	test('says what it said where the translation is taken back', async () => {
		const { text, font } = await translated();
		font.replaceWith(text);
		await turn();
		expect(page.textContent).toBe('(one)');
	});

	test('is followed, too, where it was moved into its translation', async () => {
		followTranslation(page);
		const text = document.createTextNode('one');
		page.append(text);
		await turn();
		const font = document.createElement(FONT);
		text.replaceWith(font);
		font.append(text);
		await turn();
		expect(page.textContent).toBe('one');
		expect(text.nextSibling).toBe(font);
		text.nodeValue = 'two';
		await turn();
		expect(page.textContent).toBe('two');
	});
});

test('a text that is taken away beside a translation of another stays away', async () => {
	const { text } = await translated();
	const other = document.createTextNode('more');
	text.before(other);
	await turn();
	other.remove();
	await turn();
	expect(other.isConnected).toBe(false);
	expect(page.textContent).toBe('(un)');
});

test('what was translated before becomes plain text', () => {
	page.innerHTML = '<p>(<font><font>un</font></font>) <b><font><font>deux</font></font></b></p>';
	followTranslation(page);
	expect(page.innerHTML).toBe('<p>(un) <b>deux</b></p>');
	expect(page.querySelector('p')?.childNodes).toHaveLength(2);
});
