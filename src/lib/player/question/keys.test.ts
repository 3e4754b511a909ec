import { expect, test, vi } from 'vitest';

import { pressedKey } from './keys.ts';

/** What a key means in a form with one choice, and whether it made that choice. */
function press(key: string, init: KeyboardEventInit = {}) {
	document.body.innerHTML =
		'<form class="quiz"><input type="radio" data-place="1" />' +
		'<button class="button primary" name="do" value="check"></button></form>';
	const [form] = document.forms;
	const input = form?.querySelector('input');
	if (!form || !input) throw new Error('There is no form.');
	const chosen = vi.fn();
	input.addEventListener('click', chosen);
	return [pressedKey(new KeyboardEvent('keydown', { key, ...init }), form), chosen.mock.calls.length];
}

test('keys choose, check, flag and ask for help', () => {
	expect(press('1')).toEqual([undefined, 1]);
	expect(press('Enter')).toEqual([{ type: 'check' }, 0]);
	expect(press('f')).toEqual([{ type: 'flag' }, 0]);
	expect(press('?')).toEqual(['help', 0]);
	expect(press('f', { ctrlKey: true })).toEqual([undefined, 0]);
});

test('a key that is held down counts once', () => {
	for (const key of ['1', 'Enter', 'f', 's', '?'])
		expect(press(key, { repeat: true }), key).toEqual([undefined, 0]);
});
