import { expect, test } from 'vitest';

import { languageAt, localized, routeAt } from './addresses.ts';
import { withClientOf } from './client-of.ts';

test.each([
	['/', 'en', '/', '/fr'],
	['/?a=/', 'en', '/', '/fr?a=/'],
	['/c/quiz?seed=a', 'en', '/c/quiz', '/fr/c/quiz?seed=a'],
	['/fr', 'fr', '/', '/fr'],
	['/fr/c/quiz?/act&seed=a', 'fr', '/c/quiz', '/fr/c/quiz?/act&seed=a'],
	['/fr/__data.json', 'fr', '/__data.json', '/fr/__data.json'],
	// A course may be named like a language that the interface lacks, or begin like one.
	['/de/quiz', 'en', '/de/quiz', '/fr/de/quiz'],
	['/french', 'en', '/french', '/fr/french']
])('%s is in %s, and of the route %s', (address, language, route, inFrench) => {
	const url = new URL(address, 'http://here');
	expect([languageAt(url), routeAt(url)]).toEqual([language, route]);
	expect(localized(address, 'fr')).toBe(inFrench);
	expect(localized(inFrench, 'en')).toBe(route + url.search);
});

test('a page in the first language has the client as it was built, any other its own', () => {
	const text = 'import("./_app/immutable/a.js"); import("./_app/immutable/b.js")';
	expect(withClientOf('en', ['en', 'fr'], text)).toBe(text);
	expect(withClientOf('fr', ['en', 'fr'], text)).toBe(
		'import("./_app/immutable/fr/a.js"); import("./_app/immutable/fr/b.js")'
	);
});
