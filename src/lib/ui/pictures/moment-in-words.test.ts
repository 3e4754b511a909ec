import { expect, it } from 'vitest';

import { momentInWords } from './moment-in-words.ts';

it.each([
	['2011', 'en-GB', '2011'],
	['2018-10', 'en-GB', 'October 2018'],
	['2011-09-12', 'en-GB', '12 September 2011'],
	['2018-10', 'fr', 'octobre 2018'],
	['2011-09-12', 'fr', '12 septembre 2011']
])('puts %s into words: %s, %s', (moment, language, words) => {
	expect(momentInWords(moment, language)).toBe(words);
});
