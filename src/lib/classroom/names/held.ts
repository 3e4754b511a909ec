import { foldLetters } from '#lib/kinds/fold.ts';

import { nameKey, withPlainLetters } from './key.ts';

/** Why a name waits for the host: it may offend, or looks like the name of somebody else. */
export type Held = 'profanity' | 'look-alike';

/** Words that make a name wait, alone or in the plural. */
const WORDS = `
	fuck fucker fucking motherfucker shit bullshit cunt bitch asshole arsehole bastard dick dickhead cock
	cocksucker pussy whore slut wanker twat penis vagina nigger nigga faggot retard rapist nazi hitler porn
	anus tits dildo

	merde putain pute connard connasse salope salaud encule enculer bite couille couilles chatte bordel
	batard niquer nique ntm fdp pede tapette bougnoule negre youpin conne branleur branlette petasse enfoire
	foutre cul
`
	.trim()
	.split(/\s+/);

/** What no honest word or name contains: it is found within others too. */
const ANYWHERE = 'fuck nigger nigga motherfuck asshole cocksuck encule connard salope hitler'.split(' ');

/** How digits and signs stand for letters; a 1 may be an l as well, which keys do not tell from an i. */
const LEET = new Map([
	...Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' }),
	...Object.entries({ '@': 'a', $: 's', '!': 'i', '¡': 'i', '|': 'i', '€': 'e', '+': 't' })
]);

const PLAIN = new Set(WORDS.flatMap((word) => [word, `${word}s`]));
const KEYS = new Set([...PLAIN].map(nameKey));
const KEYS_ANYWHERE = ANYWHERE.map(nameKey);

/**
 * Why a name waits until the host lets it in; null if it need not. Held back is not refused: there are people whose name
 * is Dick or Bite, and the host, who knows them, lets them in.
 *
 * Profanity is looked for as whole words, so that Scunthorpe, Hancock and Cassandra pass. Letters spaced out (f u c k)
 * are read together, and repeated ones once; digits and signs are read as letters (a 1 as i and as l) and as what stands
 * beside a word. What only looks like such a word is one if something in it is disguised: Cui and Pom are names.
 *
 * @param name cleaned
 * @param others the keys of names that are in the class already, as {@link nameKey} makes them
 */
export function heldFor(name: string, others: Iterable<string>): Held | null {
	const whole = withPlainLetters(name.normalize('NFKC'));
	const parts = whole.split(/[^\p{L}\p{M}\p{N}@$!¡|€+]+/u).filter((part) => part !== '');
	const spelled = parts.every((part) => Array.from(part).length === 1) ? [parts.join('')] : [];
	const within = nameKey(unleet(whole));
	if ([...parts, ...spelled].some(offends) || KEYS_ANYWHERE.some((key) => within.includes(key)))
		return 'profanity';
	const own = nameKey(name);
	for (const other of others) if (other === own) return 'look-alike';
	return null;
}

/** Whether a part of a name is such a word, as it is or read as if its digits and signs were letters. */
function offends(part: string): boolean {
	const read = unleet(part);
	return lettersOf(part).some(isProfane) || (read !== part && lettersOf(read).some(looksProfane));
}

function isProfane(word: string): boolean {
	const plain = foldLetters(word);
	const disguised = /[^a-z]|vv/.test(plain) || /\p{Ll}\p{Lu}/u.test(word);
	return disguised ? looksProfane(word) : PLAIN.has(plain) || PLAIN.has(unstretched(plain));
}

function looksProfane(word: string): boolean {
	const key = nameKey(word);
	return KEYS.has(key) || KEYS.has(unstretched(key));
}

function unleet(text: string): string {
	return Array.from(text, (sign) => LEET.get(sign) ?? sign).join('');
}

function lettersOf(text: string): string[] {
	return text.split(/[^\p{L}\p{M}]+/u);
}

function unstretched(word: string): string {
	return word.replaceAll(/(.)\1+/gu, '$1');
}
