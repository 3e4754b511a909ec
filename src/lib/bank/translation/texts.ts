import { kindNames, kinds } from '#lib/kinds/index.ts';
import type { Wording, WordingOf } from '#lib/kinds/wording.ts';

import type { guideSchema } from '../guide.ts';
import type { commonSchema } from '../item-schema.ts';
import type { primerSchema } from '../primer.ts';
import type { stimulusSchema } from '../stimulus.ts';
import type { wordingSchema } from '../wording.ts';

type OfAll = WordingOf<typeof primerSchema> &
	WordingOf<typeof guideSchema> &
	WordingOf<typeof commonSchema> &
	WordingOf<typeof stimulusSchema>;

/** What the texts of a primer, of its teacher’s guide and of a stimulus, and those that every item has, mean to a translation, by their keys. */
const ofAll = {
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
	term: 'asked',
	also: 'own',
	meaning: 'asked',
	text: 'asked',
	aim: 'asked',
	before: 'asked',
	belief: 'asked',
	reply: 'asked',
	question: 'asked',
	ask: 'same',
	wording: 'own',
	stem: 'asked',
	explanation: 'told',
	hint: 'told',
	id: 'same',
	language: 'same',
	address: 'same',
	publisher: 'same',
	name: 'same',
	holder: 'same',
	author: 'same',
	date: 'same',
	facts: 'same',
	timeline: 'same',
	support: 'same',
	reason: 'same',
	rule: 'same',
	enemies: 'same',
	stimulus: 'same',
	checked: 'same'
} satisfies Omit<OfAll, keyof WordingOf<typeof wordingSchema>> & { wording: Wording };

/** The same for all keys, including those that each kind declares. */
const WORDINGS: ReadonlyMap<string, Wording> = new Map([
	...Object.entries<Wording>(ofAll),
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
