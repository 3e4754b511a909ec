import { describe, expect, test } from 'vitest';

import { RepeatedPress, type Press } from './repeated-press.ts';

const enter: Press = { by: 'key', what: 'Enter', clicks: 0 };
const click = (what: string, clicks = 1): Press => ({ by: 'pointer', what, clicks });

/** After one press at 0 and something that appeared at 100: whether another press at that moment is the same. */
function repeated(first: Press, second: Press, at: number, between?: (presses: RepeatedPress) => void) {
	const presses = new RepeatedPress();
	expect(presses.isRepeated(first, 0)).toBe(false);
	presses.appeared(100);
	between?.(presses);
	return presses.isRepeated(second, at);
}

describe('within half a second of what has appeared, the same again is one press:', () => {
	test.each([
		['Enter and Enter', enter, enter],
		['a double click on a button', click('skip'), click('skip', 2)],
		['a double click on what has become another button', click('check'), click('next', 2)],
		['a letter and the same letter', { ...enter, what: 's' }, { ...enter, what: 's' }]
	])('%s', (_, first, second) => {
		expect(repeated(first, second, 120)).toBe(true);
		expect(repeated(first, second, 599)).toBe(true);
		expect(repeated(first, second, 600)).toBe(false);
	});

	test('however often', () => {
		const presses = new RepeatedPress();
		presses.isRepeated(enter, 0);
		presses.appeared(100);
		expect([150, 300, 450, 610].map((at) => presses.isRepeated(enter, at))).toEqual([
			true,
			true,
			true,
			false
		]);
	});
});

describe('a quick learner is heard', () => {
	test.each([
		['at another button', click('check'), click('next')],
		['with a click of its own', click('next'), click('next')],
		['with a pointer after a key', enter, click('next')],
		['with another key', { ...enter, what: 's' }, enter]
	])('%s', (_, first, second) => {
		expect(repeated(first, second, 101)).toBe(false);
	});

	test('after something else was done', () => {
		expect(repeated(click('next'), click('next'), 101, (presses) => presses.else())).toBe(false);
		expect(repeated(enter, enter, 101, (presses) => presses.else('2'))).toBe(false);
		expect(repeated(enter, enter, 101, (presses) => presses.else('Enter'))).toBe(true);
	});

	test('where nothing has appeared', () => {
		const presses = new RepeatedPress();
		expect([0, 10, 20].map((at) => presses.isRepeated(click('flag', at / 10 + 1), at))).toEqual([
			false,
			false,
			false
		]);
	});
});
