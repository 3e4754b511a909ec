import { plainText, type Rich } from '#lib/text/rich.ts';

import type { Typed } from './accept.ts';
import type { Option } from './option.ts';

/** Where in an item something is: keys and indices from the item down. */
type Path = readonly (string | number)[];

/** A text of an item, and where in the item it is. */
export interface Passage {
	path: Path;
	text: string;
}

/** An option as the rules of good items read it. */
export interface ReadOption extends Passage {
	id: string;
	key: boolean;
	why: string;
}

/** Options that are offered together. */
export interface ChoiceSet {
	/** Where the list is in the item. */
	path: Path;
	/** What they answer, if that is not the stem. */
	of: 'options' | 'reasons' | 'blank';
	/** The words right before the options, if those are not the stem. */
	lead?: string;
	/** Whether several may be chosen. */
	many: boolean;
	shuffled: boolean;
	options: ReadOption[];
}

/** A typed answer. */
export interface ReadTyped extends Pick<Typed, 'accept' | 'slips'> {
	path: Path;
	wrong: string[];
}

/** Why a part is right, or why it tempts. */
export interface Rationale extends Passage {
	/** Whether it belongs to a wrong answer. */
	ofDistractor: boolean;
}

/** What an item of any kind holds besides its stem, for the rules of good items to read. */
export interface Parts {
	/** Whether the stem is a true statement; null if it is not a statement to judge. */
	verdict: boolean | null;
	sets: ChoiceSet[];
	typed: ReadTyped[];
	/** Other texts that the learner sees before answering. */
	shown: Passage[];
	/** Those that are shown exactly as written and are not Markdown. */
	shownAsWritten: Passage[];
	rationales: Rationale[];
	/** What is right, in words. */
	key: string[];
	/**
	 * What is right, in words, as far as its names and numbers have to appear in the facts that the item
	 * rests on.
	 */
	sourced: string[];
}

const NONE: Parts = {
	verdict: null,
	sets: [],
	typed: [],
	shown: [],
	shownAsWritten: [],
	rationales: [],
	key: [],
	sourced: []
};

/** The parts of a kind that has only some of them; its whole key has to appear in the facts. */
export function partsWith(some: Partial<Omit<Parts, 'sourced'>>): Parts {
	return { ...NONE, ...some, sourced: some.key ?? [] };
}

/** The parts of options to choose from. */
export function partsOfSet(
	options: readonly Option[],
	path: Path,
	about: Omit<ChoiceSet, 'path' | 'options'>
): Parts {
	const read = options.map(({ id, text, key, why }, index) => ({
		id,
		key,
		text: plainText(text),
		why: plainText(why),
		path: [...path, index, 'text']
	}));
	return partsWith({
		sets: [{ ...about, path, options: read }],
		rationales: options.map(({ key, why }, index) => rationale(why, [...path, index, 'why'], !key)),
		key: read.filter(({ key }) => key).map(({ text }) => text)
	});
}

/** The parts of an answer to type. */
export function partsOfTyped(typed: Typed, path: Path): Parts {
	return partsWith({
		typed: [{ path, accept: typed.accept, slips: typed.slips, wrong: typed.wrong.map(({ text }) => text) }],
		rationales: [
			rationale(typed.why, [...path, 'why'], false),
			...typed.wrong.map(({ why }, index) => rationale(why, [...path, 'wrong', index, 'why'], true))
		],
		key: typed.accept.slice(0, 1)
	});
}

/** Labels that the learner sees, with their places. */
export function passages(list: readonly { text: Rich }[], field: string): Passage[] {
	return list.map(({ text }, index) => ({ path: [field, index, 'text'], text: plainText(text) }));
}

/** The rationales of a list whose parts all belong to the key. */
export function rationales(list: readonly { why: Rich }[], field: string): Rationale[] {
	return list.map(({ why }, index) => rationale(why, [field, index, 'why'], false));
}

export function rationale(why: Rich, path: Path, ofDistractor: boolean): Rationale {
	return { path, text: plainText(why), ofDistractor };
}

/** A part and the label that goes with it, in words. */
export function pair(text: Rich, labels: readonly { id: string; text: Rich }[], id: string): string {
	return `${plainText(text)}: ${plainText(labels.find((label) => label.id === id)?.text ?? '')}`;
}
