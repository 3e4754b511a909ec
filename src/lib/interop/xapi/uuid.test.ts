import { expect, test } from 'vitest';

import { uuidOf } from './uuid.ts';

test('a text always has the same UUID, and no other of a hundred thousand has it', () => {
	expect(uuidOf('paris-call')).toBe(uuidOf('paris-call'));
	const texts = Array.from({ length: 100_000 }, (_, index) => `registration-${index % 317}/item-${index}`);
	const all = texts.map(uuidOf);
	expect(new Set(all).size).toBe(texts.length);
	for (const one of all.slice(0, 100))
		expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
