/**
 * What a code is made of. Of characters that look or sound alike one is left, neither vowels nor the digits that are read
 * as vowels (0, 1, 3, 4) are there to make words, and F and K are not, without which short insults cannot be written.
 */
const ALPHABET = '256789CDHJLMNPRTWX';

/** What stands for another character when it is typed: what it looks like, in Latin, Greek and Cyrillic. */
const READ_AS: Readonly<Record<string, string>> = {
	...{ O: 'D', 0: 'D', Q: 'D', I: 'L', 1: 'L', '|': 'L', Z: '2', S: '5', G: '6', B: '8' },
	...{ С: 'C', Н: 'H', М: 'M', Р: 'P', Т: 'T', Х: 'X', Ј: 'J', В: '8', О: 'D', Ѕ: '5' },
	...{ Η: 'H', Μ: 'M', Ν: 'N', Ρ: 'P', Τ: 'T', Χ: 'X', Ο: 'D', Ζ: '2', Ι: 'L', Β: '8' }
};

/** How likely a guess may be to hit any class that is running. */
export const MOST_LIKELY_GUESS = 1e-8;

/** The longest code that is read: enough for more classes than there are people. */
const LONGEST = 16;

/** Bytes up to this one are taken, so that every character is equally likely. */
const FAIR = 256 - (256 % ALPHABET.length);

/**
 * How many characters a new code has, by how many classes are running without it.
 *
 * A guess hits any of them with a probability of at most {@link MOST_LIKELY_GUESS}. A whole school may share one address,
 * so that 2,000 guesses a minute pass: by guessing for a whole lesson of 45 minutes, an address then finds a class with a
 * probability of less than one in a thousand, and has to go on for weeks to find one. As classes come, codes grow; there
 * are never more codes of one length than that length allows for, so that older and shorter ones stay as safe.
 *
 * @param running from 0
 * @returns 7 for up to 6 classes, and one more for each time that there are 18 times as many
 */
export function codeLength(running: number): number {
	let length = 1;
	while ((running + 1) / ALPHABET.length ** length > MOST_LIKELY_GUESS) length++;
	return length;
}

/**
 * A new code, in capitals.
 *
 * @param running how many classes are running without it
 * @param randomBytes gives so many bytes that nobody can foresee: a seeded generator will not do
 */
export function newCode(running: number, randomBytes: (count: number) => Iterable<number>): string {
	const length = codeLength(running);
	let code = '';
	while (code.length < length) {
		for (const byte of randomBytes(length)) {
			if (byte < FAIR && code.length < length) code += ALPHABET.charAt(byte % ALPHABET.length);
		}
	}
	return code;
}

/**
 * The code that somebody means by what they typed: case, width, spaces, hyphens and points do not count, and what looks
 * alike is taken for what a code has. Undefined where it cannot be a code; whether a class has it is another question.
 */
export function readCode(typed: string): string | undefined {
	if (typed.length > 100) return undefined;
	const signs = Array.from(
		typed
			.normalize('NFKC')
			.toUpperCase()
			.replaceAll(/[\s\p{Pd}\p{Cf}._·]/gu, '')
	);
	const code = signs.map((sign) => (Object.hasOwn(READ_AS, sign) ? READ_AS[sign] : sign)).join('');
	const isCode = code.length >= codeLength(0) && code.length <= LONGEST;
	return isCode && Array.from(code).every((sign) => ALPHABET.includes(sign)) ? code : undefined;
}
