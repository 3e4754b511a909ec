import { afterEach, expect, test } from 'vitest';

import type { Command } from './commands.ts';
import { meaningOf } from './host-keys.ts';

const commands: Command[] = [
	{ name: 'close', event: { type: 'close', round: 1 } },
	{ name: 'more', event: { type: 'extend', round: 1, seconds: 30 } },
	{ name: 'back', event: { type: 'show', position: 0 } }
];

afterEach(() => {
	document.body.replaceChildren();
	delete document.documentElement.dataset['keys'];
});

function pressed(key: string, how: KeyboardEventInit = {}, on: Element = document.body) {
	let meant: ReturnType<typeof meaningOf>;
	const hear = (event: KeyboardEvent) => (meant = meaningOf(event, commands));
	addEventListener('keydown', hear);
	on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how }));
	removeEventListener('keydown', hear);
	return typeof meant === 'object' ? meant.name : meant;
}

test('each command has its key, and what a remote control for slides sends goes on and back', () => {
	expect(['c', 'C', '+', 'b', '?', 'w'].map((key) => pressed(key))).toEqual([
		...['close', 'close', 'more', 'back', 'help', 'who']
	]);
	expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp'].map((key) => pressed(key))).toEqual([
		...['close', 'close', 'back', 'back']
	]);
	expect(['x', 'Enter', 'toString'].map((key) => pressed(key))).toEqual([undefined, undefined, undefined]);
});

test('a key that is held, pressed with another, or typed means nothing', () => {
	const field = document.body.appendChild(document.createElement('input'));
	expect(pressed('c', {}, field)).toBeUndefined();
	for (const how of [{ repeat: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])
		expect(pressed('c', how)).toBeUndefined();
	document.body.append(Object.assign(document.createElement('dialog'), { open: true }));
	expect(pressed('ArrowRight')).toBeUndefined();
});

test('who has switched keys of one letter off still goes on by the arrows', () => {
	document.documentElement.dataset['keys'] = 'off';
	expect([pressed('c'), pressed('?'), pressed('ArrowRight')]).toEqual([undefined, undefined, 'close']);
});
