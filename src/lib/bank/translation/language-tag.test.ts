import { describe, expect, test } from 'vitest';

import { isSameLanguage, languageName, languageOfFolder, lookup } from './language-tag.ts';

test.each([
	['fr', 'fr'],
	['pt-BR', 'pt-BR'],
	['zh-Hant', 'zh-Hant'],
	['FR', 'fr'],
	['pt_br', 'pt-BR'],
	['notes', undefined],
	['images', undefined],
	['img', undefined],
	['x', undefined],
	['fr-', undefined],
	['fr.old', undefined]
])('the folder %s holds a translation into %s', (name, language) => {
	expect(languageOfFolder(name)).toBe(language);
});

test('a reader of a language is served by ever more general tags', () => {
	expect(lookup('zh-Hant-TW')).toEqual(['zh-hant-tw', 'zh-hant', 'zh']);
	expect(lookup('fr')).toEqual(['fr']);
	expect(lookup('')).toEqual(['']);
});

describe('two tags', () => {
	test.each([
		['en', 'EN', true],
		['en', 'en-GB', false],
		['iw', 'he', true],
		['not a tag', 'not a tag', false]
	])('%s and %s name one language: %s', (one, other, same) => {
		expect(isSameLanguage(one, other)).toBe(same);
	});
});

test('languages are called by their English names', () => {
	expect([languageName('fr'), languageName('pt-BR'), languageName('qqq')]).toEqual([
		'French',
		'Brazilian Portuguese',
		'qqq'
	]);
});
