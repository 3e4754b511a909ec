import { expect, test } from 'vitest';

import { newSeed } from './new-seed.ts';

test('eight small letters and digits, another each time', () => {
	const seeds = Array.from({ length: 200 }, newSeed);
	for (const seed of seeds) expect(seed).toMatch(/^[a-z0-9]{8}$/);
	expect(new Set(seeds).size).toBe(200);
});
