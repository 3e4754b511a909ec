import { expect, test } from 'vitest';

import { orderOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';
import { compile } from '#lib/kinds/fixtures.ts';

import { offered } from '../fixtures.ts';

const DRAWS = 10_000;
const SLACK = 150;

const texts = { key: 'pear', distractors: ['plum', 'lime', 'fig'] };

/** How often the key is shown in each of four places, over many seeds. */
function places(item: ReturnType<typeof choice>): number[] {
	const counts = [0, 0, 0, 0];
	for (let index = 0; index < DRAWS; index++) {
		const { options } = publicView(item, orderOf(`seed-${index}`, 'item'));
		const place = options.findIndex(({ id }) => id === texts.key);
		counts[place] = (counts[place] ?? 0) + 1;
	}
	return counts;
}

function isEven(counts: readonly number[]): boolean {
	return counts.every((count) => Math.abs(count - DRAWS / counts.length) <= SLACK);
}

function choice(shuffle: boolean) {
	return compile('single-choice', { shuffle, options: offered([texts.key], texts.distractors) });
}

test('B-02: a key is in each place equally often', () => {
	expect(isEven(places(choice(true)))).toBe(true);
});

test('B-02: which it would not be if the order were not drawn', () => {
	expect(isEven(places(choice(false)))).toBe(false);
});

test('B-02: the same seed shows the same order', () => {
	const order = () => publicView(choice(true), orderOf('seed', 'item'));
	expect(order()).toEqual(order());
});
