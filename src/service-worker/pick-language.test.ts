import { expect, test } from 'vitest';

import { pickLanguage } from './pick-language.ts';

test.each([
	[['fr', 'en'], 'fr'],
	[[undefined, null, 'de', 'fr-CA', 'en'], 'fr'],
	[['de'], 'en'],
	[[], 'en']
])('of %j, the interface speaks %s', (tags, language) => {
	expect(pickLanguage(['en', 'fr'], tags)).toBe(language);
});
