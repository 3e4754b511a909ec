import { expect, test } from 'vitest';

import { newSeed, seedAfter } from './new-seed.ts';

test('eight small letters and digits, another each time', () => {
	const seeds = Array.from({ length: 200 }, newSeed);
	for (const seed of seeds) expect(seed).toMatch(/^[a-z0-9]{8}$/);
	expect(new Set(seeds).size).toBe(200);
});

test('after a seed comes another, always the same', () => {
	expect(seedAfter('abc')).toBe(seedAfter('abc'));
	expect(seedAfter('abc')).toMatch(/^[a-z0-9]{6}$/);
	const seeds = [seedAfter('abc')];
	for (let draw = 0; draw < 50; draw++) seeds.push(seedAfter(seeds.at(-1) ?? ''));
	expect(new Set(seeds).size).toBe(51);
});
