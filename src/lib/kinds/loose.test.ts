import { expect, test } from 'vitest';

import { typedPart, type Typed } from './accept.ts';
import { score } from './cloze.ts';
import { example } from './fixtures.ts';
import { looserReadings, withoutOwnArticle, type Around } from './loose.ts';

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

test('an expected wrong form is wrong with an article too', () => {
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

test.each<[text: string, around: Around, readings: string[]]>([
	['the city of Geneva', { stem: ['city'] }, ['the city of geneva', 'city of geneva', 'geneva']],
	['city of the Hague', { stem: ['city'] }, ['city of the hague', 'hague']],
	['city of the Hague', { stem: [] }, ['city of the hague']],
	['city of the Hague', {}, ['city of the hague']],
	['city in Geneva', { stem: ['city'] }, ['city in geneva']],
	['city of', { stem: ['city'] }, ['city of']],
	[
		'The Hague, Netherlands',
		{ language: 'en' },
		['the hague netherlands', 'hague netherlands', 'the hague', 'hague']
	],
	['Geneva ( Switzerland ) ', {}, ['geneva switzerland', 'geneva']],
	['Genf, Schweiz', { language: 'de' }, ['genf schweiz', 'genf']],
	['Genf, Schweiz', { language: 'en' }, ['genf schweiz']],
	['France, Switzerland', {}, ['france switzerland']],
	['Paris, Geneva, Switzerland', {}, ['paris geneva switzerland']],
	['the ITU', { language: 'EN-us' }, ['the itu', 'itu']],
	['an ITU', { language: 'en' }, ['an itu', 'itu']],
	['the ITU', { language: 'ja' }, ['the itu']],
	['de', { before: ['ville', 'de'] }, ['de']],
	['a b a b c', { before: ['a', 'b', 'a', 'b'] }, ['c']],
	['b c', { before: ['a', 'b'] }, ['c']],
	['a c', { before: ['a', 'b'] }, ['a c']],
	['en', { after: ['en', 'suisse'] }, ['en']],
	['c en', { after: ['en', 'suisse'] }, ['c']],
	['c d c d', { after: ['d', 'c', 'd'] }, ['c']],
	['c suisse', { after: ['en', 'suisse'] }, ['c suisse']],
	['b c en', { before: ['b'], after: ['en'] }, ['c']]
])('“%s” with %j around it says %j', (text, around, readings) => {
	expect(looserReadings(text, around)).toEqual(readings);
});

test.each([
	['the cloud', 'en', 'cloud'],
	['le cloud', 'fr', 'cloud'],
	['le cloud', undefined, 'cloud'],
	['le cloud', 'en', 'le cloud'],
	['a cloud', 'en', 'a cloud'],
	['The Who', 'en', 'the who'],
	['the', 'en', 'the']
])('the form “%s” in %s is “%s” without its article', (form, language, bare) => {
	expect(withoutOwnArticle(form, language)).toBe(bare);
});

test.each([
	['ca', 'el banc', 'un banc', 'la ciutat de Ginebra', 'ciutat', 'ginebra'],
	['de', 'das Netz', 'ein Netz', 'Stadt von Genf', 'stadt', 'genf'],
	['el', 'το δίκτυο', 'ένα δίκτυο', 'η πόλη της Γενεύης', 'πολη', 'γενευησ'],
	['en', 'the web', 'a web', 'the city of Geneva', 'city', 'geneva'],
	['es', 'la red', 'una red', 'ciudad de Ginebra', 'ciudad', 'ginebra'],
	['fr', 'l’accord', 'un accord', 'ville de Genève', 'ville', 'geneve'],
	['hu', 'az egyezmény', 'egy egyezmény', null, '', ''],
	['it', 'lo Stato', 'uno Stato', 'la città di Ginevra', 'citta', 'ginevra'],
	['nl', 'het web', 'een web', 'stad van Genève', 'stad', 'geneve'],
	['pt', 'a rede', 'uma rede', 'a cidade de Genebra', 'cidade', 'genebra']
])(
	'in %s, “%s” and “%s” are read without their articles',
	(language, definite, other, joined, noun, place) => {
		const bare = looserReadings(definite, { language }).at(-1);
		expect(bare).not.toContain(' ');
		expect(looserReadings(other, { language }).at(-1)).toBe(bare);
		if (joined !== null) expect(looserReadings(joined, { language, stem: [noun] }).at(-1)).toBe(place);
	}
);
