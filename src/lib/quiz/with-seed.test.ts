import { expect, test } from 'vitest';

import { withSeed } from './with-seed.ts';

test.each([
	['', '?seed=s'],
	['seed=', '?seed=s'],
	['points=1,2&n=3', '?points=1,2&n=3&seed=s'],
	['seed=own&n=3', '?seed=own&n=3'],
	['seed=not+one', '?seed=not+one']
])('“%s” asks for the same with a seed: %s', (query, expected) => {
	const asked = new URLSearchParams(query);
	expect(withSeed(asked, 's')).toBe(expected);
	expect(asked.toString()).toBe(new URLSearchParams(query).toString());
});
