import { kindNames, kinds } from '#lib/kinds/index.ts';
import type { Wording } from '#lib/kinds/wording.ts';

/** What the texts of a primer, and those that every item has, mean to a translation, by their keys. */
const ofAll: Readonly<Record<string, Wording>> = {
	title: 'asked',
	summary: 'asked',
	reading: 'asked',
	asks: 'asked',
	claim: 'asked',
	cue: 'asked',
	called: 'asked',
	where: 'asked',
	note: 'asked',
	label: 'asked',
	more: 'asked',
	text: 'asked',
	wording: 'own',
	stem: 'asked',
	explanation: 'told',
	hint: 'told'
};

/** The same for all keys, including those that each kind declares. */
const WORDINGS: ReadonlyMap<string, Wording> = new Map([
	...Object.entries(ofAll),
	...kindNames.flatMap((kind) => Object.entries<Wording>(kinds[kind].wording))
]);

/** The key under which an item sets rules of the checker aside, for which each language has reasons of its own. */
export const IGNORE = 'ignore';

/** What a text is drawn from: its title is a proper name, and may stay as it is. */
const SOURCE = 'source';

/** Whether the value of a key is words, to be replaced as a whole. */
export function isText(key: string): boolean {
	return (WORDINGS.get(key) ?? 'same') !== 'same';
}

/** Whether a translation may have a text that its original lacks. */
export function isOwn(key: string): boolean {
	return WORDINGS.get(key) === 'own';
}

/** Whether a translation may leave out a key and everything below it. */
export function isOptional(key: string): boolean {
	return key === SOURCE;
}

/** Whether a text is shown before the answer, or decides what is right. */
export function isAsked(key: string): boolean {
	return WORDINGS.get(key) === 'asked';
}
