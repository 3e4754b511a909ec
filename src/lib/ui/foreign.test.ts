import { expect, test } from 'vitest';

import { direction, foreign } from './foreign.ts';

test.each([
	...['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'ps', 'sd', 'ug', 'ckb', 'syr', 'nqo', 'he-IL', 'iw'],
	...['az-Arab', 'pa-PK', 'uz-AF', 'ms-Arab-BN', 'ff-Adlm', 'AR-eg', 'en-Hebr']
])('what is in %s runs from right to left', (language) => {
	expect(direction(language)).toBe('rtl');
});

test.each(['en', 'fr', 'de', 'ja', 'zh-Hant', 'az', 'ms', 'pa', 'he-Latn', 'ru', 'el', 'tlh', 'x-none'])(
	'what is in %s runs from left to right',
	(language) => expect(direction(language)).toBe('ltr')
);

test('what is in the language of the page has neither language nor direction of its own', () => {
	expect(foreign('en')).toBeUndefined();
	expect(direction(foreign('en'))).toBeUndefined();
	expect(direction(foreign('he'))).toBe('rtl');
});
