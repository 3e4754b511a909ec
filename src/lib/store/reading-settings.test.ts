import { expect, test } from 'vitest';

import {
	formatReading,
	letterKeys,
	parseReadingSettings,
	readingSettingsOf,
	spacings,
	textSizes,
	themes
} from './reading-settings.ts';

test('a cookie gives back what was chosen', () => {
	for (const size of textSizes)
		for (const spacing of spacings)
			for (const keys of letterKeys)
				for (const theme of themes) {
					const chosen = { size, spacing, keys, theme };
					expect(parseReadingSettings(formatReading(chosen))).toEqual(chosen);
				}
});

test('a cookie of before there were more choices says the same today', () => {
	expect(formatReading(readingSettingsOf({ size: 'large', spacing: 'wide' }))).toBe('large.wide');
	expect(parseReadingSettings('large.wide')).toMatchObject({ keys: 'on', theme: 'auto' });
	expect(parseReadingSettings('large.wide.off')).toMatchObject({ keys: 'off', theme: 'auto' });
});

test.each([
	[undefined, 'normal', 'normal', 'on', 'auto'],
	['', 'normal', 'normal', 'on', 'auto'],
	['huge.wide', 'normal', 'wide', 'on', 'auto'],
	['large', 'large', 'normal', 'on', 'auto'],
	['large.wide.loud', 'large', 'wide', 'on', 'auto'],
	['large.wide.off.pink', 'large', 'wide', 'off', 'auto'],
	['large.wide.dark', 'large', 'wide', 'on', 'dark'],
	['..off.light', 'normal', 'normal', 'off', 'light'],
	['"><script>.wide.', 'normal', 'wide', 'on', 'auto']
])('of the cookie %j only what is known counts', (cookie, size, spacing, keys, theme) => {
	expect(parseReadingSettings(cookie)).toEqual({ size, spacing, keys, theme });
});
