import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { samples } from '#lib/kinds/index.ts';
import { optionsOf, picksOf } from '#lib/stats/picks.ts';

import { pickWords } from './pick-words.ts';

const [bank] = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));
const items = bank?.items ?? [];

describe.each(items.map((item) => [item.id, item] as const))('%s', (_, item) => {
	test('whatever can be picked has words of its own', () => {
		const { right, wrong } = samples(item);
		const picks = [
			...new Set([...optionsOf(item).map(({ id }) => id), ...picksOf(item, right), ...picksOf(item, wrong)])
		];
		const words = picks.map((pick) => pickWords(item, pick));
		expect(new Set(words).size).toBe(picks.length);
		for (const text of words) expect(text.trim()).not.toBe('');
		// Ids are for files: `place:label` or `a-long-id` is for no reader.
		if (item.kind !== 'short-text')
			for (const text of words) expect(text).not.toMatch(/^\S+:\S+$|^\w+(-\w+){3,}$/);
	});
});

test('an item of a course that has changed shows what was picked as it was named', () => {
	const [item] = items;
	if (!item) throw new Error('The course has no item.');
	expect(pickWords(item, 'gone')).toBe('gone');
});
