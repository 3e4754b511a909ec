import { expect, test } from 'vitest';

import { formatReading, parseReading, spacings, textSizes } from './reading.ts';

test('a cookie gives back what was chosen', () => {
	for (const size of textSizes)
		for (const spacing of spacings)
			expect(parseReading(formatReading({ size, spacing }))).toEqual({ size, spacing });
});

test.each([
	[undefined, 'normal', 'normal'],
	['', 'normal', 'normal'],
	['huge.wide', 'normal', 'wide'],
	['large', 'large', 'normal'],
	['"><script>.wide.', 'normal', 'wide']
])('of the cookie %j only what is known counts', (cookie, size, spacing) => {
	expect(parseReading(cookie)).toEqual({ size, spacing });
});
