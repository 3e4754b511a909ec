import { foldLetters } from '#lib/kinds/fold.ts';

/**
 * Letters of Greek and Cyrillic beside the Latin ones that they look like, after Unicode’s confusables (UTS 39), what looks
 * alike within Latin (l, i, 1 and |, o and 0), and small capitals, in which pages that make letters fancy write.
 */
const ALIKE = new Map<string, string>(
	Object.entries({
		a: 'аαɑᴀ',
		b: 'вβьƅʙ',
		c: 'сϲᴄ',
		d: 'ԁᴅ',
		e: 'еєεҽᴇ',
		f: 'ƒғꜰ',
		g: 'ɡɢ',
		h: 'нһηʜ',
		i: 'іιıl1|ӏј!ɩjⅼɪᴊʟ',
		k: 'кκᴋ',
		m: 'мμᴍ',
		n: 'пиɴ',
		o: 'оοσ0օᴏ',
		p: 'рρᴘ',
		q: 'ԛꞯ',
		r: 'гɾʀ',
		s: 'ѕꜱ',
		t: 'тτᴛ',
		u: 'υцᴜ',
		v: 'νѵᴠ',
		w: 'ԝωшщᴡ',
		x: 'хχ×',
		y: 'уγүʏ',
		z: 'ζᴢ'
	}).flatMap(([letter, others]) => Array.from(others, (other): [string, string] => [other, letter]))
);

/** Letters that are signs: white on a black circle or a black square, and those that flags are made of. */
const SIGNS = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;

/** A text with plain letters for those that are signs, which Unicode does not take for letters, and people do. */
export function withPlainLetters(text: string): string {
	return text.replaceAll('\ufe0f', '').replaceAll(SIGNS, (sign) => {
		const code = sign.codePointAt(0) ?? 0;
		const first = [0x1f1e6, 0x1f170, 0x1f150].find((letterA) => code >= letterA) ?? code;
		return String.fromCodePoint(0x61 + code - first);
	});
}

/**
 * Whether two names are the same but for accents: Zoe and Zoë, Soren and Søren are two people, who write their names as
 * they are, and everybody sees which is which. Where letters of other scripts or digits stand in, they are not.
 */
export function differByAccent(one: string, other: string): boolean {
	const [letters, others] = [lettersOf(one), lettersOf(other)];
	return letters !== others && foldLetters(letters) === foldLetters(others);
}

/** The letters of a name with their accents, in small ones, and nothing between them. */
function lettersOf(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * What two names have in common that only look different: without case, accents, width, spaces, punctuation, and with
 * characters of other scripts as those that they look like. It is for comparing alone, and never shown. Never empty for
 * a name that has been cleaned.
 */
export function nameKey(name: string): string {
	const letters = Array.from(
		foldLetters(withPlainLetters(name)).toLowerCase(),
		(sign) => ALIKE.get(sign) ?? sign
	).join('');
	const key = letters
		.replaceAll(/rn/g, 'm')
		.replaceAll(/vv/g, 'w')
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]/gu, '');
	return key === '' ? letters : key;
}
