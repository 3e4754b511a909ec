import { expect, test } from 'vitest';

import { formatReading, letterKeys, parseReadingSettings, spacings, textSizes } from './reading-settings.ts';

test('a cookie gives back what was chosen', () => {
	for (const size of textSizes)
		for (const spacing of spacings)
			for (const keys of letterKeys)
				expect(parseReadingSettings(formatReading({ size, spacing, keys }))).toEqual({ size, spacing, keys });
});

test.each([
	[undefined, 'normal', 'normal', 'on'],
	['', 'normal', 'normal', 'on'],
	['huge.wide', 'normal', 'wide', 'on'],
	['large', 'large', 'normal', 'on'],
	['large.wide.off', 'large', 'wide', 'off'],
	['large.wide.loud', 'large', 'wide', 'on'],
	['"><script>.wide.', 'normal', 'wide', 'on']
])('of the cookie %j only what is known counts', (cookie, size, spacing, keys) => {
	expect(parseReadingSettings(cookie)).toEqual({ size, spacing, keys });
});
