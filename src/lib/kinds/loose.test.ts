import { expect, test } from 'vitest';

import { typedPart, type Typed } from './accept.ts';
import { score } from './cloze.ts';
import { example } from './fixtures.ts';

const answer = (accept: string[], more: Partial<Typed> = {}): Typed => ({
	accept,
	slips: 0,
	why: 'so',
	wrong: [],
	...more
});

test.each([
	['the ITU', ['ITU'], 'en'],
	['l’ONU', ['ONU'], 'fr'],
	['les Nations unies', ['Nations unies'], 'fr'],
	['der Bund', ['Bund'], 'de-AT'],
	['la ONU', ['ONU'], 'es'],
	['the ITU', ['ITU'], undefined],
	['cloud', ['the cloud'], 'en'],
	['cloud', ['le cloud'], 'fr'],
	['Geneva, Switzerland', ['Geneva'], 'en'],
	['Geneva (Switzerland)', ['Geneva'], 'en'],
	['the Hague, Netherlands', ['The Hague'], 'en'],
	['Genève, Suisse', ['Genève'], 'fr'],
	['ville de Genève', ['Genève'], 'fr'],
	['la ville de Genève', ['Genève'], 'fr'],
	['the city of Geneva', ['Geneva'], 'en']
])('“%s” is “%s”', (text, accept, language) => {
	const stem = ['which', 'city', 'quelle', 'ville', 'is', 'it'];
	const typed = answer(accept, { stem, ...(language !== undefined && { language }) });
	expect(typedPart('x', typed, text).verdict).toBe('right');
});

test.each([
	['le ITU', ['ITU'], 'en'],
	['the', ['the cloud'], 'en'],
	['Who', ['The Who'], 'en'],
	['B', ['a B'], 'en'],
	['a B', ['B'], 'en'],
	['Geneva, Paris', ['Geneva'], 'en'],
	['Paris, Geneva', ['Geneva'], 'en'],
	['Geneva or Paris', ['Geneva'], 'en'],
	['Switzerland, France', ['Switzerland'], 'en'],
	['Geneva, Switzerland, France', ['Geneva'], 'en'],
	['the house of Geneva', ['Geneva'], 'en'],
	['city Geneva', ['Geneva'], 'en'],
	['the not ITU', ['ITU'], 'en']
])('“%s” is not “%s”', (text, accept, language) => {
	const stem = ['which', 'city', 'or', 'not'];
	expect(typedPart('x', answer(accept, { stem, language }), text).verdict).toBe('wrong');
});

test('what is expected as wrong is wrong with its article too', () => {
	const wrong = [{ text: 'UN', why: 'not so' }];
	expect(typedPart('x', answer(['ITU'], { wrong }), 'the UN')).toMatchObject({ why: 'not so' });
	expect(
		typedPart('x', answer(['ITU'], { wrong: [{ text: 'the ITU', why: 'no' }] }), 'The ITU')
	).toMatchObject({ why: 'no' });
});

test('a slip is forgiven beside an article', () => {
	const part = typedPart('x', answer(['forum'], { slips: 1 }), 'the fourm');
	expect(part).toMatchObject({ verdict: 'right', meant: 'forum' });
});

test('a slip makes no other accepted or expected form, and no word of the course', () => {
	const typed = answer(['causal'], { slips: 1 });
	expect(typedPart('x', typed, 'casual').verdict).toBe('right');
	expect(typedPart('x', { ...typed, known: ['casual'] }, 'casual').verdict).toBe('wrong');
});

test.each([
	['Genève', 1],
	['ville de Genève', 1],
	['la ville de Genève', 1],
	['de Genève', 1],
	['la ville de Genève en Suisse', 1],
	['Genève en', 1],
	['ville Genève', 0],
	['Genève Suisse', 0]
])('beside a blank “%s” earns %d', (text, fraction) => {
	const item = example('cloze', {
		text: 'Elle siège dans la ville de {place} en Suisse.',
		blanks: [{ id: 'place', accept: ['Genève'], why: 'so' }]
	});
	expect(score(item, { place: text })).toMatchObject({ fraction });
});
