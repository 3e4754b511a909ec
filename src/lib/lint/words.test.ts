import { describe, expect, test } from 'vitest';

import { findPhrase, hasPhrase, percent, withoutElision } from './words.ts';

describe('a phrase', () => {
	test.each([
		['selon l’article, c’est un code', 'l’article', true],
		['selon l’article, c’est un code', 'article', true],
		["l'UIT se réunit", 'uit', true],
		['cet article', 'l’article', false],
		['une particule', 'article', false],
		['aujourd’hui encore', 'hui', false],
		['it isn’t so', 'isn’t', true],
		['the author’s view', 'author', false]
	])('in “%s”, “%s”: %s', (text, phrase, stands) => {
		expect(hasPhrase(text, phrase)).toBe(stands);
	});

	test('is the first of those given that stands there', () => {
		expect(findPhrase('the first of May', ['may', 'first'])).toBe('may');
		expect(findPhrase('the first of May', ['june'])).toBeUndefined();
	});
});

test.each([
	["l'australie", 'australie'],
	["qu'on", 'on'],
	["aujourd'hui", "aujourd'hui"],
	["i'm", "i'm"],
	["don't", "don't"]
])('of %s there is left %s', (word, rest) => {
	expect(withoutElision(word)).toBe(rest);
});

test.each([
	[0.996, '99'],
	[0.004, '1'],
	[0.29, '29'],
	[1, '100'],
	[0, '0'],
	[0.571, '57']
])('%d is %s percent', (share, shown) => {
	expect(percent(share)).toBe(`${shown}\u00a0%`);
});
