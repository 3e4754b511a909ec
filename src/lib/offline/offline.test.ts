import { expect, test } from 'vitest';

import { withClientOf } from './page-language.ts';
import { pathWithin } from './path-within.ts';

test('a page in the first language has the client as it was built, any other its own', () => {
	const text = 'import("./_app/immutable/a.js"); import("./_app/immutable/b.js")';
	expect(withClientOf('en', ['en', 'fr'], text)).toBe(text);
	expect(withClientOf('fr', ['en', 'fr'], text)).toBe(
		'import("./_app/immutable/fr/a.js"); import("./_app/immutable/fr/b.js")'
	);
});

test.each([
	['/c?n=5', '/c?n=5'],
	['c', '/c'],
	['http://here/c', '/c'],
	['http://elsewhere/c', '/'],
	['//elsewhere/c', '/'],
	['javascript:alert(1)', '/'],
	['/.//elsewhere/c', '/elsewhere/c'],
	['/..//elsewhere/c?n=5', '/elsewhere/c?n=5'],
	['http://here//elsewhere/c', '/elsewhere/c'],
	['/.///elsewhere//c', '/elsewhere//c'],
	['/.\\/elsewhere/c', '/elsewhere/c'],
	['http://', '/']
])('the way back to %s is %s', (address, expected) => {
	expect(pathWithin('http://here', address)).toBe(expected);
});
