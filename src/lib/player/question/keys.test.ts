import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { KeyCommands } from './keys.ts';

const chosen = vi.fn();
const say = vi.fn();
let areOn = true;
let keys: KeyCommands;

beforeEach(() => {
	vi.useFakeTimers();
	areOn = true;
	document.body.innerHTML =
		'<nav><a href="#top">Course</a><button id="theme">Theme</button><div id="note" contenteditable><b>Note</b></div></nav>' +
		'<form class="quiz"><h1 tabindex="-1">Which?</h1><input type="radio" data-place="1" /><input id="field" />' +
		'<select></select><textarea></textarea><p role="textbox" tabindex="0"></p>' +
		'<button class="button primary" name="do" value="check"></button></form>';
	const [form] = document.forms;
	if (!form) throw new Error('There is no form.');
	form.querySelector('[data-place]')?.addEventListener('click', chosen);
	keys = new KeyCommands({ root: () => form, hasLetters: () => areOn, say });
	form.ownerDocument.addEventListener('keydown', hear);
});

afterEach(() => {
	document.removeEventListener('keydown', hear);
	keys.stop();
	vi.useRealTimers();
	chosen.mockReset();
	say.mockReset();
});

function hear(event: KeyboardEvent) {
	keys.press(event);
}

/** What keys pressed at that place have said, and how often they chose. */
function press(typed: string | string[], at = 'h1', init: KeyboardEventInit = {}, between = 0) {
	for (const key of typed) {
		document
			.querySelector(at)
			?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...init }));
		vi.advanceTimersByTime(between);
	}
	vi.advanceTimersByTime(1000);
	const said: unknown[] = say.mock.calls.map(([what]) => what as unknown);
	return [...said, ...chosen.mock.calls.map(() => 'chosen')];
}

const ALL = ['1', 'f', 'h', 's', '?'];

test.each(['h1', 'form', '[data-place]', '[value=check]', 'body'])('letters are commands at %s', (at) => {
	expect(press(ALL, at, {}, 1000)).toEqual([
		{ type: 'flag' },
		{ type: 'hint' },
		{ type: 'skip' },
		'help',
		'chosen'
	]);
});

test('Enter presses the main button, except where it has a meaning of its own', () => {
	expect(press(['Enter'])).toEqual([{ type: 'check' }]);
	for (const at of ['button', '[data-place]', '#field', 'a']) expect(press(['Enter'], at)).toHaveLength(1);
});

test.each(['a', '#theme', '#note', '#note b', '#field', 'select', 'textarea', '[role=textbox]'])(
	'nothing is one at %s',
	(at) => {
		expect(press([...ALL, 'S'], at, {}, 1000)).toEqual([]);
	}
);

test.each([
	{ ctrlKey: true },
	{ altKey: true },
	{ metaKey: true },
	{ modifierAltGraph: true },
	{ isComposing: true },
	{ repeat: true }
])('nothing is one with %j', (init) => {
	expect(press([...ALL, 'Enter'], 'h1', init, 1000)).toEqual([]);
});

test('a letter with Shift is none, but the signs and digits that some keyboards have there are', () => {
	expect(press('FHS', 'h1', { shiftKey: true }, 1000)).toEqual([]);
	expect(press('?1', 'h1', { shiftKey: true }, 1000)).toEqual(['help', 'chosen']);
});

describe('what is dictated or typed as text is none:', () => {
	test.each(['skip five questions', 'have 1 look', 'finish', 'stop?', 'S’il vous plaît'])('%s', (text) => {
		for (const between of [0, 30, 150]) expect(press(text, 'h1', {}, between)).toEqual([]);
	});

	test('a letter pressed twice is one command, and Enter does not wait', () => {
		expect(press('ss', 'h1', {}, 80)).toEqual([{ type: 'skip' }]);
		expect(press(['f', 'Enter']).slice(1)).toEqual([{ type: 'flag' }, { type: 'check' }]);
	});
});

test('a Space that ticks a box is no text', () => {
	expect(press(' 1', '[data-place]')).toEqual(['chosen']);
});

test('letters can be switched off; Enter remains', () => {
	areOn = false;
	expect(press([...ALL, 'Enter'], 'h1', {}, 1000)).toEqual([{ type: 'check' }]);
});

test('while a dialog of the quiz is open, nothing is one', () => {
	document.querySelector('form')?.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
	expect(press([...ALL, 'Enter'], 'body', {}, 1000)).toEqual([]);
});

test('a quiz in a dialog of its page hears its keys, as one beside it does', () => {
	document.querySelector('nav')?.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
	expect(press('f', 'h1', {}, 1000)).toEqual([{ type: 'flag' }]);
});

test('what has not been obeyed when the quiz ends is forgotten', () => {
	document.querySelector('h1')?.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }));
	keys.stop();
	vi.advanceTimersByTime(1000);
	expect(say).not.toHaveBeenCalled();
});
