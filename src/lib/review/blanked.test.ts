import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compileInline } from '#lib/text/markdown.ts';
import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';

import { BLANK, blanked } from './blanked.ts';

const shown = (source: string) => plainText(blanked(compileInline(source)));

describe('left out are', () => {
	test('numbers, and whole dates', () => {
		expect(shown('The Call was made on 12 November 2018.')).toBe('The […] was made on […].');
		expect(shown('Publié le 1er octobre 2018 à midi.')).toBe('Publié le […] à midi.');
		expect(shown('Backed by 1,200 supporters and 80 states.')).toBe(
			'Backed by […] supporters and […] states.'
		);
	});

	test('names, except where a sentence begins', () => {
		expect(shown('Canada joined with the United Nations. Japan did not.')).toBe(
			'Canada joined with the […]. Japan did not.'
		);
		expect(shown('L’auteur cite l’Appel de Paris.')).toBe('L’auteur cite l’[…] de […].');
	});

	test('what is quoted or emphasised', () => {
		expect(shown('The theme was “the Internet of trust”.')).toBe('The theme was […].');
		expect(shown('Le thème était « la confiance ».')).toBe('Le thème était […].');
		expect(shown('It is a *declaration*, no treaty.')).toBe('It is a […], no treaty.');
		for (const few of ['*few*', '**few**', '`few`'])
			expect(shown(`Among governments, ${few} signed.`)).toBe('Among governments, […] signed.');
	});

	test('the longest word where nothing else stands out', () => {
		expect(shown('Nobody signs a declaration here.')).toBe('Nobody signs a […] here.');
	});

	test('the first of the longest words, where it first appears', () => {
		expect(shown('That they sign them, they say.')).toBe('[…] they sign them, they say.');
		expect(shown('To declare is to declare.')).toBe('To […] is to declare.');
		expect(shown('[To declare](https://example.org) is to declare.')).toBe('To […] is to declare.');
	});

	test('one word of those that are all emphasised', () => {
		expect(blanked(compileInline('*Trust us*'))).toEqual([{ tag: 'em', children: ['[…] us'] }]);
	});

	test('a part of the only word', () => expect(shown('hygiene')).toBe('h[…]'));
	test('only one word where all would be left out', () => expect(shown('“Trust us”')).toBe('“[…] us”'));
});

test('markup around the words stays', () => {
	expect(blanked(compileInline('See [the page of Canada](https://example.org) first.'))).toEqual([
		'See ',
		{ tag: 'a', href: 'https://example.org', children: ['the page of […]'] },
		' first.'
	]);
});

const word = fc.stringMatching(/^[\p{L}\p{N}]{2,12}$/u);
const text = fc
	.array(fc.oneof(word, fc.constantFrom('“', '”', '«', '»', '.', ',', '12 May 2018', '’', '-', '(')), {
		minLength: 1,
		maxLength: 12
	})
	.map((pieces) => pieces.join(' '));
const node: fc.Arbitrary<RichNode> = fc.oneof(
	text,
	fc.record({ tag: fc.constantFrom('em', 'strong', 'code'), children: fc.array(text, { minLength: 1 }) })
);
const rich: fc.Arbitrary<Rich> = fc
	.oneof(text, fc.array(node, { minLength: 1, maxLength: 4 }))
	.filter((each) => /[\p{L}\p{N}]{2}/u.test(plainText(each)));

test('something is always left out, and something always left', () => {
	fc.assert(
		fc.property(rich, (statement) => {
			const left = plainText(blanked(statement));
			expect(left).toContain(BLANK);
			expect(left.replaceAll(BLANK, '')).toMatch(/[\p{L}\p{N}]/u);
		})
	);
});

test('what is left was there before, in the same order', () => {
	fc.assert(
		fc.property(rich, (statement) => {
			const before = plainText(statement);
			let from = 0;
			for (const piece of plainText(blanked(statement)).split(BLANK)) {
				const at = before.indexOf(piece, from);
				expect(at, piece).toBeGreaterThanOrEqual(0);
				from = at + piece.length;
			}
		})
	);
});
