import { replaceWhere, type Where } from '#lib/text/replace-where.ts';

/** Characters that nobody sees or types: joiners, soft hyphens, direction marks and variation selectors. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u20e3]/gu;

/** Letters that mean an empty place, in Hangul and Braille. */
const EMPTY = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/**
 * Every dash that may be meant as a minus, including that of a Japanese keyboard, which is elsewhere part of
 * a word; not the waves that mean “about”.
 */
const DASHES: Where[] = [
	{ is: /(?![\u301c\u3030])[\p{Pd}\u2043\u02d7\u2212\u2796]/gu },
	{ notAfter: /\p{L}$/u, is: /\u30fc(?= ?\p{N})/gu }
];

const RAISED: Where[] = [{ after: /[\p{L}\p{Nd})]$/u, is: /[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+/g }];
const LOWERED: Where[] = [{ after: /\p{Nd}$/u, is: /[\u2080-\u208e]+/g }];
const DEGREES: Where[] = [{ notAfter: /\p{L}$/u, is: /[º˚∘]/g }];
const FRACTIONS = /[\u00bc-\u00be\u2150-\u215f\u2189]/g;

/** Texts in which only apostrophes and spaces can be written in several ways: most of them, in languages like English and French. */
const SIMPLE = /^[ -~À-ÿŒœ‘’]*$/;

/**
 * A text with one way of writing digits of all scripts, dashes, spaces and characters of the same meaning.
 * What a compatibility form (Unicode, UAX 15) would merge stays apart: `10²` becomes `10^2` and not 102, `1½`
 * becomes `1 1/2`.
 */
export function plain(text: string): string {
	return (SIMPLE.test(text) ? text : merged(text))
		.replaceAll(/[’‘ʼ′`]/g, "'")
		.replaceAll(/\s{2,}|[^\S ]/g, ' ')
		.trim();
}

function merged(text: string): string {
	const seen = text.replaceAll(INVISIBLE, '').replaceAll(EMPTY, ' ');
	const raised = replaceWhere(seen, RAISED, ([digits]) => `^${digits}`);
	const lowered = replaceWhere(raised, LOWERED, ([digits]) => `_${digits}`);
	const whole = lowered.replaceAll(FRACTIONS, (fraction) => ` ${fraction}`);
	const composed = replaceWhere(whole, DEGREES, () => '°')
		.replaceAll('´', "'")
		.normalize('NFKC')
		.replaceAll(INVISIBLE, '')
		.replaceAll(/\p{Nd}/gu, digit);
	return replaceWhere(composed, DASHES, () => '-')
		.replaceAll(/[⁄∕]/g, '/')
		.replaceAll('➕', '+')
		.replaceAll('٪', '%');
}

/** A decimal digit of any script as 0 to 9: Unicode lists them in runs of ten that start with zero. */
function digit(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	let below = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++;
	return String(below % 10);
}
