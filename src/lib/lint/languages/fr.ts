import { thresholds } from '../thresholds.ts';
import { countSentences, withoutElision, wordsOf } from '../words.ts';
import { frenchAgrees, frenchAsksForNumber, frenchIsPlural } from './french-agreement.ts';
import { frenchNegationIn, frenchNegations } from './french-negation.ts';
import type { Language } from './language.ts';
import { numberMap } from './number-map.ts';

const NUMBERS = numberMap(
	'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
	'vingt trente quarante cinquante soixante'
)
	.set('une', 1)
	.set('cent', 100)
	.set('mille', 1000);
for (const [word, number] of Object.entries({
	dizaine: 10,
	douzaine: 12,
	quinzaine: 15,
	vingtaine: 20,
	trentaine: 30,
	quarantaine: 40,
	cinquantaine: 50,
	soixantaine: 60,
	centaine: 100,
	millier: 1000
})) {
	NUMBERS.set(word, number).set(`${word}s`, number);
}

/** Verbs that ask to choose. */
const SELECT =
	'(?<!\\p{L})(?:choisi(?:ssez|r)|sélectionne[zr]|coche[zr]|marque[zr]|retene[zr]|retenir|indique[zr]|désigne[zr])';

const STOP = `afin ainsi alors après assez au aucun aucune aussi autant autre autres aux avait avant avec avoir bien
car ce ceci cela celle celles celui cependant certains ces cet cette ceux chacun chacune chaque chez comme comment
contre dans de déjà depuis des donc dont du elle elles en encore entre est et étaient était être eux faire fait fois
font hors ici il ils je jusque la là laquelle le lequel les lesquels leur leurs lors lorsque lui mais même mêmes moins
ne ni non nos notre nous on ont ou où par parce parmi pas pendant peu peut plus plusieurs plutôt pour pourquoi puis
puisque quand que quel quelle quelles quels qui quoi rien sa sans se selon sera ses si sinon soit son sont sous sur
tandis tant tel telle telles tels tous tout toute toutes très trop un une vers voici voilà vos votre vous
auquel auxquels auxquelles duquel desquels desquelles lesquelles peuvent doit doivent fut furent avaient serait seraient
étant été quelque quelques dès sauf malgré durant notamment toutefois`;

/** French. */
export const fr: Language = {
	tag: 'fr',
	words: (text) => wordsOf(text, 'fr').map(withoutElision),
	stopWords: new Set(STOP.split(/\s+/)),
	absolutes: [
		...[
			'toujours',
			'jamais',
			'tous',
			'toutes',
			'aucun',
			'aucune',
			'nul',
			'nulle',
			'rien',
			'chaque',
			'chacun'
		],
		...['chacune', 'seul', 'seule', 'seuls', 'seules', 'seulement', 'uniquement', 'exclusivement', 'doit'],
		...['doivent', 'complètement', 'entièrement', 'totalement', 'absolument', 'impossible', 'sans exception'],
		// The noun, “une personne”, is harmless.
		...['personne ne', 'personne n’a', 'personne n’est', 'que personne']
	],
	vague: [
		...['souvent', 'parfois', 'rarement', 'fréquemment', 'généralement', 'en général', 'quelquefois', 'peut'],
		...['peuvent', 'pourrait', 'pourraient', 'habituellement', 'régulièrement', 'le plus souvent'],
		'la plupart du temps'
	],
	hedges: [
		...['peut', 'peuvent', 'pourrait', 'pourraient', 'peut-être', 'sans doute', 'probablement', 'probable'],
		...['semble', 'semblent', 'paraît', 'suggère', 'certains', 'certaines', 'souvent', 'parfois', 'plutôt'],
		...[
			'surtout',
			'en partie',
			'en général',
			'au moins',
			'environ',
			'serait',
			'pas encore',
			'reste à',
			'ouvert'
		]
	],
	negations: frenchNegations,
	negationCompanions: ['ne'],
	isNegated: () => false,
	negationIn: frenchNegationIn,
	allOfTheAbove: [
		/(?<!\p{L})(tou(te)?s|chacune?)( (de ces|des|ces|les))? (réponses|options|propositions|choix)(?!\p{L})/iu,
		/(?<!\p{L})(toutes celles|tous ceux)-(ci|là)(?!\p{L})/iu,
		/(?<!\p{L})tout ce qui précède(?!\p{L})/iu,
		/(?<!\p{L})les deux (réponses|options|propositions|à la fois)(?!\p{L})/iu,
		/^(tou(te)?s )?les deux\.?$/i,
		/(?<!\p{L})l[’']une? (et|comme) l[’']autre(?!\p{L})/iu,
		/(?<!\p{L})[A-D] et [A-D](?!\p{L})/u,
		/(?<!\p{L})plusieurs (de ces|des) (réponses|options|propositions)(?!\p{L})/iu
	],
	noneOfTheAbove: [
		/(?<!\p{L})aucune?( des| de ces)? (réponses?|options?|propositions?|choix)(?!\p{L})/iu,
		/(?<!\p{L})aucune? (des deux|de celles-ci|de ceux-ci|d[’']entre (eux|elles))(?!\p{L})/iu,
		/(?<!\p{L})ni l[’']une? ni l[’']autre(?!\p{L})/iu,
		/(?<!\p{L})rien de ce qui précède(?!\p{L})/iu
	],
	verdicts: new Set(
		'affirmation bonne choix correct correcte exact exacte faux fausse incorrect incorrecte inexact inexacte juste malheureusement mauvais mauvaise option proposition réponse vrai vraie'.split(
			' '
		)
	),
	positions: [
		// The letter is a capital, so “la réponse a été donnée” does not match.
		/(?<!\p{L})([Oo]ption|[Rr]éponse|[Pp]roposition|[Cc]hoix|[Aa]ffirmation) [A-H1-9](?![\p{L}\d'’])/u,
		// Not “proposition”, since states make those too.
		/(?<!\p{L})(première|deuxième|seconde|troisième|quatrième|cinquième|dernière) (option|réponse)(?!\p{L})/iu,
		/(?<!\p{L})(option|réponse) (précédente|suivante)(?!\p{L})/iu,
		/(?<!\p{L})(premier|deuxième|second|troisième|dernier) choix(?!\p{L})/iu,
		/(?<!\p{L})ci-(dessus|dessous|contre|après|avant)(?!\p{L})/iu,
		/(?<!\p{L})(option|réponse|mot)s? (en )?(rouge|vert|verte|bleu|bleue|jaune|orange|gris|grise)s?(?!\p{L})/iu
	],
	joints: [
		/;/,
		/(?<!\p{L})(parce qu|puisqu)/iu,
		/, (et|mais|ou|donc|car|dont|ce qui|(tandis|alors|si bien) qu(e|[’']))(?!\p{L})/iu,
		/, (tandis|alors|si bien) qu[’']/iu
	],
	opposites: [
		...pairs('plus moins', 'avant après', 'avec sans', 'vrai faux', 'vraie fausse', 'vrais faux'),
		...pairs('public privé', 'publique privée', 'publics privés', 'publiques privées'),
		...pairs('contraignant volontaire', 'contraignante volontaire', 'contraignants volontaires'),
		...pairs('contraignantes volontaires', 'national international', 'nationale internationale'),
		...pairs('nationaux internationaux', 'nationales internationales', 'augmenter diminuer'),
		...pairs('autorise interdit', 'autorisent interdisent', 'autoriser interdire', 'renforcer affaiblir'),
		...pairs('renforce affaiblit', 'premier dernier', 'première dernière', 'premiers derniers'),
		...pairs('premières dernières', 'soutenir rejeter', 'ouvert fermé', 'ouverte fermée')
	],
	volatile: [
		...['actuellement', 'maintenant', 'aujourd’hui', 'de nos jours', 'à l’heure actuelle', 'pas encore'],
		...['est toujours', 'sont toujours', 'jusqu’à présent', 'désormais', 'à ce jour', 'à présent'],
		...['en ce moment', 'est encore', 'sont encore', 'n’a toujours pas', 'n’ont toujours pas']
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
		if (new RegExp(`${SELECT}(?:-(?:les|en))? (?:tous|toutes|tout ce qui)(?!\\p{L})`, 'iu').test(stem))
			return 'all';
		const count = new RegExp(`${SELECT}(?:-en)? (?:les |exactement )?(\\p{L}+|\\d+)`, 'iu').exec(stem)?.[1];
		if (count === undefined) return undefined;
		return /^\d+$/.test(count) ? Number(count) : NUMBERS.get(count.toLowerCase());
	},
	agrees: frenchAgrees,
	asksForNumber: frenchAsksForNumber,
	isPlural: frenchIsPlural,
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

/** Pairs of words, each written as two words in one text. */
function pairs(...written: readonly string[]): [string, string][] {
	return written.map((each) => {
		const [one = '', other = ''] = each.split(' ');
		return [one, other];
	});
}
