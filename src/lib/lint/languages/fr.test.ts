import { describe, expect, test } from 'vitest';

import { absoluteIn } from '../wording/absolutes.ts';
import { countSentences, findPhrase } from '../words.ts';
import { fr } from './fr.ts';
import { contentWords } from './index.ts';

describe('how many options a French stem asks to choose:', () => {
	test.each([
		['Choisissez-en deux.', 2],
		['Retenez les trois objectifs de la liste.', 3],
		['Indiquez exactement 4 réponses.', 4],
		['Sélectionnez tout ce qui convient.', 'all'],
		['Cochez-les toutes.', 'all'],
		['Cochez toutes les réponses justes.', 'all'],
		['Ce que tous les États ont promis : choisissez-en deux.', 2],
		['Qu’ont promis tous les États de la liste ?', undefined],
		['Choisissez les bonnes réponses.', undefined]
	])('%s %s', (stem, asked) => {
		expect(fr.asked(stem)).toBe(asked);
	});
});

describe('whether an option agrees with what precedes the gap:', () => {
	test.each([
		['C’est une', 'déclaration', true],
		['C’est une', 'convention', true],
		['C’est un', 'déclaration', false],
		['C’est une', 'engagement', false],
		['C’est cette', 'liberté', true],
		['C’est ce', 'société', false],
		['Quelle', 'propriété', true],
		// Endings that reveal nothing, and exceptions to those that do.
		...['traité', 'comité', 'côté', 'génie', 'silence', 'squelette', 'bastion', 'valeur', 'image'].map(
			(noun): [string, string, undefined] => ['C’est un', noun, undefined]
		),
		...['page', 'jument', 'cage', 'plage'].map((noun): [string, string, undefined] => [
			'C’est une',
			noun,
			undefined
		]),
		['Il s’agit de l’', 'accord', true],
		['Il s’agit de l’', 'traité', false],
		['Il s’agit de l’', 'hygiène', true],
		['Il s’agit de l’', 'hasard', false],
		['Il s’agit du', 'accord', false],
		['Il s’agit du', 'hasard', undefined],
		['Il s’agit du', 'onzième', undefined],
		['Il s’agit au', 'Yémen', undefined],
		['C’est la', 'ONU', false],
		['C’est l’', 'UIT', true],
		['C’est cet', 'accord', undefined],
		['C’est cet', 'traité', false],
		['C’est ce', 'accord', false],
		['Il annonce son', 'adhésion', undefined],
		['Il annonce son', 'déclaration', false],
		['Il annonce sa', 'déclaration', true],
		['Il annonce sa', 'adhésion', false],
		['C’est', 'une déclaration', undefined],
		['C’est une', 'la loi', undefined],
		['C’est le', '11 novembre', undefined]
	])('%s … %s: %s', (lead, option, agrees) => {
		expect(fr.agrees(`${lead} ___`, option)).toBe(agrees);
	});
});

test.each([
	['Les soutiens étaient', true],
	['Ce fut', true],
	['L’Appel est un', true],
	['Il s’adresse aux', true],
	['Qui rejoint', false],
	['Un intérêt', false]
])('“%s …” asks for a number: %s', (stem, asks) => {
	expect(fr.asksForNumber(`${stem} ___`)).toBe(asks);
});

test.each([
	['États', true],
	['les États', true],
	['des individus', true],
	['individus', true],
	['élus locaux', true],
	['trois accords', true],
	['réseaux', true],
	['pays', false],
	['le pays', false],
	['l’accès', false],
	['accès', false],
	['discours', false],
	['dans la ville', false],
	['après le vote', false],
	['Paris', false],
	['un choix', false],
	['paix', false]
])('“%s” is a plural: %s', (option, plural) => {
	expect(fr.isPlural(option)).toBe(plural);
});

test.each([
	['Qui n’a pas rejoint l’Appel ?', 'pas'],
	['Lequel ne figure pas dans la liste ?', 'pas'],
	['Aucun de ces États n’a signé lequel ?', 'aucun'],
	['Qui n’a rien promis ?', 'rien'],
	['Tous, hormis lequel ?', 'hormis'],
	['Tous, à l’exception de qui ?', 'à l’exception'],
	['Laquelle est fausse ?', 'fausse'],
	['Qui n’a fait que parler ?', undefined],
	['Quel texte est un pas vers la paix ?', undefined],
	['Quel texte n’est qu’un pas vers la paix ?', undefined],
	['Quels acteurs non étatiques l’ont soutenu ?', undefined],
	['Quelles organisations non gouvernementales l’ont soutenu ?', undefined],
	['Plus que jamais, qui décide ?', undefined],
	['Qui dit si la règle vaut ou non ?', undefined],
	['Il ne dit que cela. Est-ce un pas de plus ?', undefined]
])('“%s” is negated by %s', (stem, word) => {
	expect(fr.negationIn(stem)).toBe(word);
});

test.each([
	['une personne le sait', undefined],
	['personne ne le sait', 'personne ne'],
	['personne n’a signé', 'personne n’a'],
	['les seules règles', 'seules'],
	['chacune des villes', 'chacune'],
	['toujours plus', 'toujours'],
	['totalement libre', 'totalement']
])('in “%s”, %s is absolute', (text, word) => {
	expect(absoluteIn({ text }, fr)).toBe(word);
});

describe('an option that refers to others', () => {
	const matches = (patterns: readonly RegExp[], text: string) =>
		patterns.some((pattern) => pattern.test(text));

	test.each([
		'toutes ces réponses',
		'chacune de ces réponses',
		'toutes celles-ci',
		'les deux',
		'les deux à la fois',
		'l’un et l’autre',
		'A et B'
	])('all: %s', (text) => expect(matches(fr.allOfTheAbove, text)).toBe(true));

	test.each(['les deux États', 'tous les États', 'toutes les villes', 'l’une des villes'])(
		'not all: %s',
		(text) => expect(matches(fr.allOfTheAbove, text)).toBe(false)
	);

	test.each([
		'aucune réponse',
		'aucune de ces réponses',
		'aucun des deux',
		'aucune d’entre elles',
		'ni l’un ni l’autre',
		'rien de ce qui précède'
	])('none: %s', (text) => expect(matches(fr.noneOfTheAbove, text)).toBe(true));

	test.each(['aucun État', 'aucune loi', 'ni la Chine ni la Russie'])('not none: %s', (text) =>
		expect(matches(fr.noneOfTheAbove, text)).toBe(false)
	);
});

test.each([
	['La réponse B est fausse.', true],
	['La réponse précédente le dit.', true],
	['Voir ci-après.', true],
	['la réponse a été donnée', false],
	['la proposition d’un État', false],
	['la première proposition de code', false],
	['le précédent article', false]
])('“%s” points to a place: %s', (text, points) => {
	expect(fr.positions.some((pattern) => pattern.test(text))).toBe(points);
});

test.each([
	['L’Appel est public, tandis qu’un traité lie.', true],
	['L’Appel est public, si bien que chacun le lit.', true],
	['L’Appel est public, donc lu.', true],
	['L’Appel lie puisqu’il est écrit.', true],
	['L’Appel, dont le texte est court, est public.', true],
	['L’Appel est public et court.', false]
])('“%s” makes two claims: %s', (stem, joined) => {
	expect(fr.joints.some((pattern) => pattern.test(stem))).toBe(joined);
});

test.each(['désormais', 'à ce jour', 'il est encore ouvert', 'elle n’a toujours pas signé'])(
	'“%s” goes out of date',
	(text) => {
		expect(findPhrase(text, fr.volatile)).toBeDefined();
	}
);

test('numbers are read from words, approximate ones too', () => {
	expect(
		['une', 'douzaine', 'cinquantaines', 'cent', 'mille'].map((word) => fr.numberWords.get(word))
	).toEqual([1, 12, 50, 100, 1000]);
});

test('words without content are skipped', () => {
	expect(contentWords('Auxquels des États doivent-ils toutefois l’accord, notamment ?', fr)).toEqual([
		'états',
		'accord'
	]);
});

test('an abbreviation ends no sentence', () => {
	expect(countSentences('M. Macron cite l’art. 5 du texte. Il parle.', 'fr')).toBe(2);
	expect(countSentences('Dr. Smith said no. Then he left.')).toBe(2);
});
