import { expect, test } from 'vitest';

import { forgetSetUp, savedSetUps, saveSetUp } from './saved-set-ups.ts';

/** A device with room for some signs. */
function deviceWith(room = Infinity, kept: string | null = null) {
	return {
		getItem: () => kept,
		setItem: (_: string, text: string) => {
			if (text.length > room) throw new Error('full');
			kept = text;
		}
	};
}

test('a set-up is kept, replaced by one of its name, and forgotten', () => {
	const device = deviceWith();
	saveSetUp(device, { name: 'Monday', query: '?n=3' });
	saveSetUp(device, { name: 'Tuesday', query: '?n=4' });
	saveSetUp(device, { name: 'Monday', query: '?n=5' });
	expect(savedSetUps(device)).toEqual([
		{ name: 'Monday', query: '?n=5' },
		{ name: 'Tuesday', query: '?n=4' }
	]);
	expect(forgetSetUp(device, 'Monday')).toEqual([{ name: 'Tuesday', query: '?n=4' }]);
});

test('what somebody else has written there is not believed', () => {
	const strange = [1, { name: 'x' }, { name: 'x', query: 'javascript:1' }, { name: 'y', query: '?' }];
	expect(savedSetUps(deviceWith(0, JSON.stringify(strange)))).toEqual([{ name: 'y', query: '?' }]);
	for (const text of ['{', '{}', 'null']) expect(savedSetUps(deviceWith(0, text))).toEqual([]);
});

test('a device without room says so', () => {
	expect(saveSetUp(deviceWith(5), { name: 'Monday', query: '?n=3' })).toBeUndefined();
});
