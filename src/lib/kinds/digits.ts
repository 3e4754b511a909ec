/** Characters that nobody sees or types: joiners, soft hyphens, direction marks and variation selectors. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u20e3]/gu;

/** Letters that mean an empty place, in Hangul and Braille. */
const EMPTY = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/**
 * Every dash that may be meant as a minus, including that of a Japanese keyboard, which is elsewhere part of
 * a word; not the waves that mean “about”.
 */
const DASHES = /(?![\u301c\u3030])[\p{Pd}\u2043\u02d7\u2212\u2796]|(?<!\p{L})\u30fc(?= ?\p{N})/gu;

const RAISED = /(?<=[\p{L}\p{Nd})])[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+/gu;
const LOWERED = /(?<=\p{Nd})[\u2080-\u208e]+/gu;
const FRACTIONS = /[\u00bc-\u00be\u2150-\u215f\u2189]/g;

/**
 * A text with one way of writing digits of all scripts, dashes, spaces and characters of the same meaning.
 * What a compatibility form (Unicode, UAX 15) would merge stays apart: `10²` becomes `10^2` and not 102, `1½`
 * becomes `1 1/2`.
 */
export function plain(text: string): string {
	return text
		.replaceAll(INVISIBLE, '')
		.replaceAll(EMPTY, ' ')
		.replaceAll(RAISED, (raised) => `^${raised}`)
		.replaceAll(LOWERED, (lowered) => `_${lowered}`)
		.replaceAll(FRACTIONS, (fraction) => ` ${fraction}`)
		.replaceAll(/(?<!\p{L})[º˚∘]/gu, '°')
		.replaceAll('´', "'")
		.normalize('NFKC')
		.replaceAll(INVISIBLE, '')
		.replaceAll(/\p{Nd}/gu, digit)
		.replaceAll(DASHES, '-')
		.replaceAll(/[⁄∕]/g, '/')
		.replaceAll(/[’‘ʼ′`]/g, "'")
		.replaceAll('➕', '+')
		.replaceAll('٪', '%')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

/** A decimal digit of any script as 0 to 9: Unicode lists them in runs of ten that start with zero. */
function digit(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	let below = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++;
	return String(below % 10);
}
