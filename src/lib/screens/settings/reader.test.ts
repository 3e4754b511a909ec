import { beforeEach, expect, test } from 'vitest';

import { reader } from './reader.svelte.ts';

function shown() {
	const { size, spacing } = document.documentElement.dataset;
	return { size, spacing };
}

beforeEach(() => reader.forget());

test('a choice holds at once, and on every page', () => {
	reader.look();
	reader.keep({ size: 'large' });
	expect(reader.reading).toEqual({ size: 'large', spacing: 'normal', keys: 'on', theme: 'auto' });
	expect(shown()).toEqual({ size: 'large', spacing: 'normal' });
	expect(document.cookie).toBe('reading=large.normal');
});

test('what was chosen on another page meanwhile stays', () => {
	reader.look();
	document.cookie = 'reading=larger.normal; path=/';
	reader.keep({ spacing: 'wide' });
	expect(document.cookie).toBe('reading=larger.wide');
	expect(shown()).toEqual({ size: 'larger', spacing: 'wide' });
});

test('keys of one letter stay off whatever else is chosen', () => {
	reader.look();
	reader.keep({ keys: 'off' });
	reader.keep({ size: 'large' });
	expect(document.cookie).toBe('reading=large.normal.off');
	expect(document.documentElement.dataset['keys']).toBe('off');
	reader.forget();
	expect(document.documentElement.dataset['keys']).toBe('on');
});

test('where a browser keeps no cookie, the page itself knows how it is read', () => {
	Object.assign(document.documentElement.dataset, { size: 'large' });
	reader.look();
	document.cookie = 'reading=; path=/; max-age=0';
	reader.keep({ spacing: 'wide' });
	expect(shown()).toEqual({ size: 'large', spacing: 'wide' });
});
