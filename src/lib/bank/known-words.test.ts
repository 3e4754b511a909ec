import { expect, test } from 'vitest';

import { score } from '#lib/kinds/index.ts';

import { checkBank } from './check.ts';
import { filesWith } from './fixtures.ts';

const TYPED = `  - id: typed
    kind: short-text
    facts: [F1.1]
    difficulty: 1
    level: remember
    stem: In which city is it, or in which country?
    accept: [causal, démocraties, Geneva]
    slips: 1
    why: It is so.
    explanation: Not every casual link is one.
  - id: gap
    kind: cloze
    facts: [F1.1]
    difficulty: 1
    level: remember
    stem: Fill it in.
    text: 'It is a {link} link, of the number {number}.'
    blanks:
      - { id: link, accept: [causal], slips: 1, why: It is so. }
      - { id: number, accept: ['1,000'], why: It is so. }
    explanation: So it is.
`;

function itemOf(id: string, language = 'en') {
	const { bank, problems } = checkBank(
		'b',
		filesWith({
			primer: [['language: en', `language: ${language}`]],
			items: [
				['  - id: number\n', `${TYPED}  - id: number\n`],
				['value: 2\n', 'value: -2.5\n']
			]
		})
	);
	expect(problems).toEqual([]);
	const item = bank?.items.find((one) => one.id === id);
	if (!item) throw new Error(`There is no item ${id}.`);
	return item;
}

test('a word that the course uses anywhere is no slip', () => {
	for (const [text, fraction] of [
		['causla', 1],
		['casual', 0],
		['démocarties', 1],
		['démocrates', 0],
		['the city of Geneva', 1],
		['Genova', 0]
	] as const) {
		expect(score(itemOf('typed'), text), text).toMatchObject({ fraction });
	}
	expect(score(itemOf('gap'), { link: 'casual', number: '1000' })).toMatchObject({ fraction: 0.5 });
	expect(score(itemOf('gap'), { link: 'a causla', number: 'the number 1 000' })).toMatchObject({
		fraction: 1
	});
});

test('an article counts as little as the language has it', () => {
	expect(score(itemOf('typed', 'en'), 'der Geneva')).toMatchObject({ fraction: 0 });
	expect(score(itemOf('typed', 'de'), 'der Geneva')).toMatchObject({ fraction: 1 });
});

test('the key of a number is told as the language writes it', () => {
	expect(score(itemOf('number', 'fr'), '7')).toMatchObject({ parts: [{ key: '−2,5' }] });
	expect(score(itemOf('number', 'en'), '7')).toMatchObject({ parts: [{ key: '−2.5' }] });
	expect(score(itemOf('number', 'ar-EG'), '-2.5')).toMatchObject({ fraction: 1 });
});
