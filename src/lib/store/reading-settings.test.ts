import { expect, test } from 'vitest';

import { formatReading, parseReadingSettings, spacings, textSizes } from './reading-settings.ts';

test('a cookie gives back what was chosen', () => {
	for (const size of textSizes)
		for (const spacing of spacings)
			expect(parseReadingSettings(formatReading({ size, spacing }))).toEqual({ size, spacing });
});

test.each([
	[undefined, 'normal', 'normal'],
	['', 'normal', 'normal'],
	['huge.wide', 'normal', 'wide'],
	['large', 'large', 'normal'],
	['"><script>.wide.', 'normal', 'wide']
])('of the cookie %j only what is known counts', (cookie, size, spacing) => {
	expect(parseReadingSettings(cookie)).toEqual({ size, spacing });
});
