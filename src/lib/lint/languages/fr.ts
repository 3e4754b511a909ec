import { thresholds } from '../thresholds.ts';
import { countSentences, withoutElision, wordsOf } from '../words.ts';
import type { Language } from './language.ts';
import { numberMap } from './number-map.ts';

const NUMBERS = numberMap(
	'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
	'vingt trente quarante cinquante soixante'
).set('une', 1);

const STOP = `afin ainsi alors après assez au aucun aucune aussi autant autre autres aux avait avant avec avoir bien
car ce ceci cela celle celles celui cependant certains ces cet cette ceux chacun chacune chaque chez comme comment
contre dans de déjà depuis des donc dont du elle elles en encore entre est et étaient était être eux faire fait fois
font hors ici il ils je jusque la là laquelle le lequel les lesquels leur leurs lors lorsque lui mais même mêmes moins
ne ni non nos notre nous on ont ou où par parce parmi pas pendant peu peut plus plusieurs plutôt pour pourquoi puis
puisque quand que quel quelle quelles quels qui quoi rien sa sans se selon sera ses si sinon soit son sont sous sur
tandis tant tel telle telles tels tous tout toute toutes très trop un une vers voici voilà vos votre vous`;

const MASCULINE = /(ment|isme|age|oir|eau|eur|phone)$/i;
const FEMININE = /(tion|sion|té|ence|ance|ette|ude|ure|ie)$/i;

/** French. */
export const fr: Language = {
	tag: 'fr',
	words: (text) => wordsOf(text, 'fr').map(withoutElision),
	stopWords: new Set(STOP.split(/\s+/)),
	absolutes: [
		'toujours',
		'jamais',
		'tous',
		'toutes',
		'aucun',
		'aucune',
		'personne',
		'chaque',
		'seul',
		'seule',
		'seulement',
		'uniquement',
		'doit',
		'doivent',
		'complètement',
		'entièrement',
		'impossible'
	],
	vague: [
		'souvent',
		'parfois',
		'rarement',
		'fréquemment',
		'généralement',
		'en général',
		'quelquefois',
		'peut'
	],
	negations: [
		'pas',
		'non',
		'ni',
		'rien',
		'guère',
		'nul',
		'nulle',
		'sauf',
		'excepté',
		'à l’exception',
		'jamais',
		'aucun',
		'aucune',
		'le moins',
		'incorrect',
		'incorrecte',
		'faux',
		'fausse',
		'inexact',
		'inexacte'
	],
	negationCompanions: ['ne'],
	// “Ne” alone may stand for “only” (ne … que), or for nothing at all (avant qu’il ne soit).
	isNegated: () => false,
	allOfTheAbove: [
		/\b(tou(te)?s|chacune?) (les |ces |des )?(réponses|options|propositions|choix)\b/i,
		/\btout ce qui précède\b/i,
		/\bles deux (réponses|options|propositions)\b/i,
		/\b[A-D] et [A-D]\b/,
		/\bplusieurs (de ces|des) (réponses|options|propositions)\b/i
	],
	noneOfTheAbove: [
		/\baucune?( des| de ces)? (réponses|options|propositions|choix)\b/i,
		/\brien de ce qui précède\b/i
	],
	verdicts: new Set(
		'affirmation bonne choix correct correcte exact exacte faux fausse incorrect incorrecte inexact inexacte juste malheureusement mauvais mauvaise option proposition réponse vrai vraie'.split(
			' '
		)
	),
	positions: [
		// The letter is a capital: “la réponse a été donnée” is none of these.
		/\b([Oo]ption|[Rr]éponse|[Pp]roposition|[Cc]hoix) [A-H1-9]\b/,
		/\b(première|deuxième|seconde|troisième|quatrième|dernière|précédente) (option|réponse|proposition)\b/i,
		/\b(premier|deuxième|second|troisième|dernier) choix\b/i,
		/\bci-(dessus|dessous|contre)\b/i,
		/\b(option|réponse|mot)s? (en )?(rouge|vert|verte|bleu|bleue|jaune|orange|gris|grise)s?\b/i
	],
	joints: [/;/, /\bparce qu/i, /, (et|mais|ou|tandis que|alors que|ce qui|car)\b/i],
	opposites: [
		['plus', 'moins'],
		['avant', 'après'],
		['avec', 'sans'],
		['public', 'privé'],
		['publique', 'privée'],
		['contraignant', 'volontaire'],
		['national', 'international'],
		['augmenter', 'diminuer'],
		['autorise', 'interdit'],
		['renforcer', 'affaiblir'],
		['vrai', 'faux'],
		['premier', 'dernier']
	],
	volatile: [
		'actuellement',
		'maintenant',
		'aujourd’hui',
		'de nos jours',
		'à l’heure actuelle',
		'pas encore',
		'est toujours',
		'sont toujours',
		'jusqu’à présent'
	],
	numberWords: NUMBERS,
	ordinals: [
		['premier', 'première', '1er', '1re'],
		['deuxième', 'second', 'seconde', '2e'],
		['troisième', '3e'],
		['quatrième', '4e'],
		['cinquième', '5e'],
		['sixième', '6e'],
		['septième', '7e']
	],
	howMany: /\bcombien\b/i,
	asked: (stem) => {
		const count =
			/\b(?:choisissez|sélectionnez|cochez|marquez|choisir|cocher) (?:les |exactement )?(\p{L}+|\d+)/iu.exec(
				stem
			)?.[1];
		if (count === undefined) return undefined;
		if (/^tou(tes|s|t)$/i.test(count)) return 'all';
		return /^\d+$/.test(count) ? Number(count) : NUMBERS.get(count.toLowerCase());
	},
	agrees: (stem, option) => {
		const end = /(?:^|[\s’'])(le|la|un|une|du|au|l’|l'|d’|d')\s*[_…:.]*$/i.exec(stem.trim())?.[1];
		const first = /\p{L}+/u.exec(option)?.[0] ?? '';
		if (end === undefined || first === '') return undefined;
		if (/['’]$/.test(end)) return /^[aeiouyhéèêàâôîœ]/i.test(first);
		const feminine = /^(la|une)$/i.test(end);
		if (FEMININE.test(first)) return feminine;
		return MASCULINE.test(first) ? !feminine : undefined;
	},
	asksForNumber: (stem) =>
		/(?<!\p{L})(est|sont|était|étaient|ces|ce|cette|le|la|les|des)\s*[_…:]*$/iu.test(stem.trim()),
	isPlural: (option) => /[^su]s$|aux$|eux$/i.test(/\p{L}+/u.exec(option)?.[0] ?? ''),
	readability: (texts) => {
		const words = texts.flatMap((text) => wordsOf(text, 'fr'));
		const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
		const sentences = texts.reduce((sum, text) => sum + countSentences(text, 'fr'), 0);
		const perSentence = words.length / Math.max(1, sentences);
		// Kandel and Moles, 1958, “Application de l’indice de Flesch à la langue française”.
		const ease = words.length === 0 ? 100 : 207 - 1.015 * perSentence - 73.6 * (syllables / words.length);
		return { measure: 'Kandel–Moles ease', value: Math.round(ease), tooHard: ease < thresholds.ease };
	}
};

/** Groups of vowels, without a mute e at the end; at least one. */
function syllablesOf(word: string): number {
	const groups = word.replace(/(?<=[^aeiouy])(es?|ent)$/, '').match(/[aeiouyàâéèêëîïôùûœ]+/g);
	return Math.max(1, groups?.length ?? 0);
}
