import { foldLetters } from '#lib/kinds/fold.ts';

import { nameKey } from './key.ts';

/** Why a name waits for the host: it may offend, or looks like the name of somebody else. */
export type Held = 'profanity' | 'look-alike';

/** Words that a name may not have, whole or with an ending. */
const WORDS = [
	...[
		'fuck',
		'fucker',
		'fucking',
		'motherfucker',
		'shit',
		'bullshit',
		'cunt',
		'bitch',
		'asshole',
		'arsehole'
	],
	...[
		'bastard',
		'dick',
		'dickhead',
		'cock',
		'cocksucker',
		'pussy',
		'whore',
		'slut',
		'wanker',
		'twat',
		'penis'
	],
	...[
		'vagina',
		'nigger',
		'nigga',
		'faggot',
		'retard',
		'rapist',
		'nazi',
		'hitler',
		'porn',
		'anus',
		'tits',
		'dildo'
	],
	...[
		'merde',
		'putain',
		'pute',
		'connard',
		'connasse',
		'salope',
		'salaud',
		'encule',
		'enculer',
		'bite',
		'couille'
	],
	...[
		'couilles',
		'chatte',
		'bordel',
		'batard',
		'niquer',
		'nique',
		'ntm',
		'fdp',
		'pede',
		'tapette',
		'bougnoule'
	],
	...['negre', 'youpin', 'conne', 'branleur', 'branlette', 'petasse', 'enfoire', 'foutre', 'cul']
];

/** Of those, the ones that no honest word or name contains: they are found within others too. */
const ANYWHERE = [
	'fuck',
	'nigger',
	'nigga',
	'motherfuck',
	'asshole',
	'cocksuck',
	'encule',
	'connard',
	'salope',
	'hitler'
];

/** How digits and signs stand for letters. */
const LEET: Readonly<Record<string, string>> = {
	...{
		0: 'o',
		1: 'i',
		3: 'e',
		4: 'a',
		5: 's',
		7: 't',
		8: 'b',
		9: 'g',
		'@': 'a',
		$: 's',
		'!': 'i',
		'€': 'e',
		'+': 't'
	}
};

const KEYS = new Set(WORDS.flatMap((word) => [nameKey(word), nameKey(`${word}s`)]));
const KEYS_ANYWHERE = ANYWHERE.map(nameKey);

/**
 * Why a name waits until the host lets it in; null if it need not. Profanity is looked for as whole words, so that
 * Scunthorpe, Hancock and Cassandra pass, and letters spaced out (f u c k) are read together.
 *
 * @param name cleaned
 * @param others names of those present and of the teacher
 */
export function heldFor(name: string, others: Iterable<string>): Held | null {
	const plain = Array.from(foldLetters(name).toLowerCase(), (sign) =>
		Object.hasOwn(LEET, sign) ? (LEET[sign] ?? sign) : sign
	).join('');
	const words = plain.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
	const spelled = words.every((word) => Array.from(word).length === 1) ? [words.join('')] : [];
	const keys = [...words, ...spelled].map(nameKey);
	const within = nameKey(plain);
	const single = keys.flatMap((key) => [key, key.replaceAll(/(.)\1+/gu, '$1')]);
	if (single.some((key) => KEYS.has(key)) || KEYS_ANYWHERE.some((key) => within.includes(key)))
		return 'profanity';
	const own = nameKey(name);
	return [...others].some((other) => nameKey(other) === own) ? 'look-alike' : null;
}
