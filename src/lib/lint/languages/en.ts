import { thresholds } from '../thresholds.ts';
import { countSentences, findPhrase, wordsOf } from '../words.ts';
import type { Language } from './language.ts';
import { numberMap } from './number-map.ts';

const NUMBERS = numberMap(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
	'twenty thirty forty fifty sixty seventy eighty ninety'
);

const STOP = `about above after again against all also although always among and another any are because been before
being below between both but can cannot could did does doing done down during each either else ever every few for
from further had has have having her here hers him his how into its itself just less like many may might more most
much must neither nor not now off once one only onto other others our ours out over own perhaps quite rather same
shall she should since some such than that the their theirs them themselves then there these they this those though
through thus too toward towards two under until upon very was way well were what whatever when where whether which
while who whoever whom whose why will with within without would yet you your yours`;

const NEGATIONS = [
	'not',
	'no',
	'none',
	'cannot',
	'except',
	'never',
	'least',
	'incorrect',
	'false',
	'untrue',
	'unlikely'
];

/** English: British and American spelling. */
export const en: Language = {
	tag: 'en',
	words: (text) => wordsOf(text, 'en').map((word) => word.replace(/'s$/, '')),
	stopWords: new Set(STOP.split(/\s+/)),
	absolutes: [
		'always',
		'never',
		'all',
		'none',
		'every',
		'everyone',
		'everybody',
		'nobody',
		'no one',
		'only',
		'must',
		'completely',
		'entirely',
		'impossible'
	],
	vague: [
		'often',
		'usually',
		'sometimes',
		'rarely',
		'seldom',
		'may',
		'frequently',
		'generally',
		'occasionally'
	],
	hedges: [
		...[
			'may',
			'might',
			'could',
			'can',
			'would',
			'perhaps',
			'possibly',
			'probably',
			'likely',
			'seems',
			'appears'
		],
		...[
			'some',
			'often',
			'sometimes',
			'usually',
			'mostly',
			'mainly',
			'partly',
			'in part',
			'as a rule',
			'at least'
		],
		...['tends', 'suggests', 'rather', 'about', 'unproven', 'not yet', 'open']
	],
	negations: NEGATIONS,
	negationCompanions: ['do', 'does', 'did'],
	isNegated,
	negationIn: (text) => findPhrase(text, NEGATIONS) ?? wordsOf(text, 'en').find(isNegated),
	allOfTheAbove: [
		/\b(all|both|any|each) (of )?(the )?(above|these|options|answers)\b/i,
		/\b[A-D] (and|&) [A-D]\b/,
		/\bmore than one of\b/i
	],
	noneOfTheAbove: [/\b(none|neither) (of )?(the )?(above|these|options|answers)\b/i],
	verdicts: new Set(
		'answer choice correct correctly false incorrect incorrectly option right statement true unfortunately untrue wrong wrongly'.split(
			' '
		)
	),
	positions: [
		// The letter is a capital, so “answer a question” does not match.
		/\b([Oo]ption|[Aa]nswer|[Cc]hoice|[Ss]tatement|[Aa]lternative) [A-H1-9]\b/,
		/\b(first|second|third|fourth|fifth|last|top|bottom|previous|next) (option|answer|choice|alternative)\b/i,
		/\b(the|see|listed|given|shown|mentioned|stated|described) (above|below)\b(?! all)/i,
		/\b(options?|answers?|choices?|statements?|list|text|passage|sentence|question) (above|below)\b(?! all)/i,
		/\b(red|green|blue|yellow|orange|purple|grey|gray) (option|answer|choice|word|words|one|button|box)\b/i,
		/\bon the (left|right)(?= *[.,;:?!]|$)/i
	],
	joints: [/;/, /\bbecause\b/i, /, (and|but|or|which|while|whereas|so)\b/i],
	opposites: [
		['more', 'less'],
		['more', 'fewer'],
		['before', 'after'],
		['with', 'without'],
		['public', 'private'],
		['binding', 'voluntary'],
		['national', 'international'],
		['increase', 'decrease'],
		['allow', 'forbid'],
		['allows', 'forbids'],
		['strengthen', 'weaken'],
		['support', 'oppose'],
		['supports', 'opposes'],
		['true', 'false'],
		['open', 'closed'],
		['first', 'last']
	],
	volatile: [
		'currently',
		'now',
		'nowadays',
		'today',
		'at present',
		'has not signed',
		'has not yet',
		'have not yet',
		'is still',
		'are still',
		'so far'
	],
	numberWords: NUMBERS,
	ordinals: [
		['first', '1st'],
		['second', '2nd'],
		['third', '3rd'],
		['fourth', '4th'],
		['fifth', '5th'],
		['sixth', '6th'],
		['seventh', '7th']
	],
	howMany: /\bhow many\b/i,
	asked: (stem) => {
		if (/\b(select|mark|choose|tick) all\b/i.test(stem)) return 'all';
		const count = /\b(?:select|mark|choose|tick) (?:the |exactly )?(\p{L}+|\d+)\b/iu.exec(stem)?.[1];
		return count === undefined ? undefined : numberOf(count);
	},
	agrees: (stem, option) => {
		const article = /\b(an?)\s*[_…:.]*$/i.exec(stem.trim())?.[1]?.toLowerCase();
		if (article === undefined) return undefined;
		const vowel = beginsWithVowel(option);
		return vowel === undefined ? undefined : (article === 'an') === vowel;
	},
	asksForNumber: (stem) => /\b(is|are|was|were|these|this|those|that)\s*[_…:]*$/i.test(stem.trim()),
	isPlural: (option) => /[^siu]s$/i.test(option.split(/\s+(?:of|in|for|on|by|with)\s+/)[0]?.trim() ?? ''),
	readability: (texts) => {
		const words = texts.flatMap((text) => wordsOf(text, 'en'));
		const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
		const sentences = texts.reduce((sum, text) => sum + countSentences(text, 'en'), 0);
		const perSentence = words.length / Math.max(1, sentences);
		// Kincaid, Fishburne, Rogers and Chissom, 1975, “Derivation of new readability formulas”.
		const grade = words.length === 0 ? 0 : 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59;
		return {
			measure: 'Flesch–Kincaid grade',
			value: Math.round(grade),
			tooHard: grade > thresholds.grade
		};
	}
};

function numberOf(word: string): number | undefined {
	return /^\d+$/.test(word) ? Number(word) : NUMBERS.get(word.toLowerCase());
}

/**
 * By sound, as far as the letters tell: an hour, a university, an 11-point plan; undefined if they do not.
 */
function beginsWithVowel(text: string): boolean | undefined {
	const [first = ''] = /[\p{L}\d]+/u.exec(text) ?? [];
	if (/^\d/.test(first)) return /^(8|1[18](?!\d))/.test(first);
	// An NGO is said letter by letter, a NATO member as a word; only initial vowels are certain.
	if (/^[FHLMNRSX][A-Z]+$/.test(first)) return undefined;
	if (/^U[A-Z]+$/.test(first)) return false;
	const word = first.toLowerCase();
	if (/^(hour|honest|honou?r|heir)/.test(word)) return true;
	if (/^(uni([^nmd]|$)|us[aeiu]|eu|one\b|once|ubiq)/.test(word)) return false;
	return /^[aeiou]/.test(word);
}

/** Groups of vowels, without a silent e at the end; at least one. */
function syllablesOf(word: string): number {
	const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouyéèêàâôî]+/g);
	return Math.max(1, groups?.length ?? 0);
}

/** Whether a word is a negation by its form alone. */
function isNegated(word: string): boolean {
	return word.endsWith("n't");
}
