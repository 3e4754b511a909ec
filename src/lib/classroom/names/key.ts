import { foldLetters } from '#lib/kinds/fold.ts';

/**
 * Letters of Greek and Cyrillic beside the Latin ones that they look like, after Unicode’s confusables (UTS 39), and what
 * looks alike within Latin: l, i, 1 and |, o and 0.
 */
const ALIKE = new Map<string, string>(
	Object.entries({
		a: 'аαɑ',
		b: 'вβьƅ',
		c: 'сϲ',
		d: 'ԁ',
		e: 'еєεҽ',
		f: 'ƒ',
		g: 'ɡ',
		h: 'нһη',
		i: 'іιıl1|ӏј!ɩjⅼ',
		k: 'кκ',
		m: 'мμ',
		n: 'пи',
		o: 'оοσ0օ',
		p: 'рρ',
		q: 'ԛ',
		r: 'гɾ',
		s: 'ѕ',
		t: 'тτ',
		u: 'υц',
		v: 'νѵ',
		w: 'ԝωшщ',
		x: 'хχ×',
		y: 'уγү',
		z: 'ζ'
	}).flatMap(([letter, others]) => Array.from(others, (other): [string, string] => [other, letter]))
);

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
	const letters = Array.from(foldLetters(name).toLowerCase(), (sign) => ALIKE.get(sign) ?? sign).join('');
	const key = letters
		.replaceAll(/rn/g, 'm')
		.replaceAll(/vv/g, 'w')
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]/gu, '');
	return key === '' ? letters : key;
}
