/** Endings of nouns that are masculine almost without exception, and those that are feminine. */
const MASCULINE = /(?<!ju)ment$|isme$|(?<!^(?:im|p|c|n|pl|r))age$/;
const FEMININE =
	/(?<!bas)tion$|sion$|(?<!^si)lence$|[^l]ence$|ance$|(?:[^aeiou]|iét)ité$|iété$|erté$|auté$|(?<!squel)ette$/;

/** Nouns in -ité and -ette that are masculine all the same. */
const EXCEPTIONS = /^(?:comité|amulette)$/;

/** Words that begin with an h or a vowel but allow no elision before them. */
const ASPIRATED =
	/^(?:y[aeiouéè]|onz|oui|ouistiti|ha(?!bi|bl|llu|meç|rmo)|hâ|hé(?:risson|ron|ros)(?!ï)|hi(?:érarch|bou|ssa|t-)|ho(?:ll|ngr|nte|rs|uille|usse|ckey|bby|tline)|hu(?:it|rle|tte|b(?!\p{L}))|hacker)/u;

const MASCULINE_BEFORE = ['le', 'un', 'du', 'au', 'ce', 'cet', 'quel'];
const FEMININE_BEFORE = ['la', 'une', 'cette', 'sa', 'quelle'];
/** These would be elided, or take another form, before a vowel. */
const BEFORE_CONSONANT = ['le', 'la', 'du', 'au', 'ce', 'sa'];
const BEFORE_VOWEL = ["l'", "d'", 'cet'];

const GAP = String.raw`\s*[_…:.]*$`;
const LAST_WORD = new RegExp(String.raw`(?:^|[\s'’])(\p{L}+['’]|\p{L}+)${GAP}`, 'u');

/** Determiners that say whether their noun is one or several. */
const PLURAL_HEADS = [
	'les',
	'des',
	'ces',
	'aux',
	'ses',
	'nos',
	'vos',
	'leurs',
	'plusieurs',
	'certains',
	'certaines'
];
const SINGULAR_HEADS = [
	'le',
	'la',
	'l',
	'un',
	'une',
	'du',
	'au',
	'ce',
	'cet',
	'cette',
	'son',
	'sa',
	'chaque'
];

/** Singulars, and words other than nouns, that end like plurals. */
const SINGULAR = new Set(
	`abus accès ailleurs anglais après autobus avis bas bois bras bruxelles campus cas chez choix chinois compromis
concours consensus corps cours deux dès dans devis discours dos faux fois fonds français frais jamais japonais jus
londres mieux mois moins obus palais paix paris parcours pas pays permis plus poids prix procès processus progrès
puis recours refus relais russes sans secours sous succès surplus taux temps tiers toujours très univers vers virus
voix`.split(/\s+/)
);

/**
 * Whether a French option agrees with the determiner at the end of the stem, in gender and in elision;
 * undefined if that cannot be told.
 */
export function frenchAgrees(stem: string, option: string): boolean | undefined {
	const last = LAST_WORD.exec(stem.trim())?.[1]?.toLowerCase().replace('’', "'") ?? '';
	const first = /^[^\p{L}\d]*(\p{L}+)/u.exec(option)?.[1]?.toLowerCase() ?? '';
	if (first === '' || isHead(first)) return undefined;
	const vowel = beginsWithVowel(first);
	if (BEFORE_VOWEL.includes(last) && !vowel) return false;
	if (BEFORE_CONSONANT.includes(last) && vowel) return false;
	if (last === "l'" || last === "d'") return true;
	const gender = genderOf(first);
	if (gender === undefined) return undefined;
	// “Son” also precedes a feminine that begins with a vowel: son adhésion.
	if (last === 'son') return vowel ? undefined : gender === 'masculine';
	if (MASCULINE_BEFORE.includes(last)) return gender === 'masculine';
	return FEMININE_BEFORE.includes(last) ? gender === 'feminine' : undefined;
}

/** Whether a French stem ends with a word that asks for a singular or for a plural. */
export function frenchAsksForNumber(stem: string): boolean {
	const words =
		'est|sont|était|étaient|fut|furent|ces|ce|cet|cette|le|la|les|des|du|aux?|une?|son|sa|ses|leurs?';
	return new RegExp(String.raw`(?<!\p{L})(?:${words})${GAP}`, 'iu').test(stem.trim());
}

/** Whether the head of a French option is a plural. */
export function frenchIsPlural(option: string): boolean {
	const [first = '', second = ''] = option.toLowerCase().match(/\p{L}+/gu) ?? [];
	if (PLURAL_HEADS.includes(first)) return true;
	if (SINGULAR_HEADS.includes(first)) return false;
	const head = isNumber(first) ? second : first;
	return /(?:s|aux|eux)$/.test(head) && !SINGULAR.has(head);
}

function isHead(word: string): boolean {
	return PLURAL_HEADS.includes(word) || (SINGULAR_HEADS.includes(word) && word !== 'l');
}

function isNumber(word: string): boolean {
	return ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'].includes(word);
}

function genderOf(word: string): 'masculine' | 'feminine' | undefined {
	if (EXCEPTIONS.test(word)) return undefined;
	if (FEMININE.test(word)) return 'feminine';
	return MASCULINE.test(word) ? 'masculine' : undefined;
}

function beginsWithVowel(word: string): boolean {
	return /^[aeiouyhàâéèêëîïôöùûœæ]/.test(word) && !ASPIRATED.test(word);
}
