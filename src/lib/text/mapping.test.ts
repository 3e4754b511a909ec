import { expect, test } from 'vitest';

import { isMapping } from './mapping.ts';

test('a mapping has keys; a list, nothing, and what is one value have none', () => {
	expect([{}, { key: null }, Object.create(null)].every(isMapping)).toBe(true);
	expect([[], [{}], null, undefined, 'text', 0, true, () => ({})].some(isMapping)).toBe(false);
});
