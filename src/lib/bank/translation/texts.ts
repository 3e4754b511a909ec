/** Keys of files of questions whose values are words, and are said otherwise in another language. */
const TEXTS: ReadonlySet<string> = new Set([
	...['title', 'summary', 'reading', 'asks', 'claim', 'cue', 'called', 'where', 'note', 'label', 'more'],
	...['stem', 'explanation', 'hint', 'text', 'why', 'passage', 'accept', 'wrong', 'unit', 'wording']
]);

/** Texts that a language may have though the original has none: it has its own traps, and its own words to watch. */
const OWN: ReadonlySet<string> = new Set(['wrong', 'wording']);

/** Texts that a learner reads only after answering. */
const FEEDBACK: ReadonlySet<string> = new Set(['explanation', 'hint', 'why', 'wrong']);

/** The key under which an item sets rules of the checker aside, for which each language has reasons of its own. */
export const IGNORE = 'ignore';

/** What a text is drawn from: its title is a proper name, and may stay as it is. */
const SOURCE = 'source';

/** Whether the value of a key is words, to be replaced as a whole. */
export function isText(key: string): boolean {
	return TEXTS.has(key);
}

/** Whether a translation may have a text that its original lacks. */
export function isOwn(key: string): boolean {
	return OWN.has(key);
}

/** Whether nothing at and below a key is missed where a translation leaves it out. */
export function isOptional(key: string): boolean {
	return key === SOURCE;
}

/** Whether a text is shown before the answer, or decides what is right. */
export function isAsked(key: string): boolean {
	return TEXTS.has(key) && !FEEDBACK.has(key);
}
