import type { Label } from '#lib/kinds/option.ts';
import * as m from '#lib/paraglide/messages.js';

import { letterOf } from './letter.ts';

/** Something to choose or to place, and the letter or number that it is spoken of by. */
export interface Marked extends Label {
	mark: string | null;
}

/** A piece of a text with gaps, or with places to mark. */
export type Piece = { text: string } | { id: string; mark: string; text: string | null; choices: Label[] };

/** What a wall shows of an item below its stem, before anything is revealed. */
export interface OnWall {
	/** What pupils do with it, in a few words. */
	how: string;
	/** Lists that stand beside one another. */
	lists: { name: string; parts: Marked[] }[];
	/** A text to work in; null where there is none. */
	pieces: Piece[] | null;
}

/** Nothing but what to do. */
export function asStem(how: string): OnWall {
	return { how, lists: [], pieces: null };
}

/** One list of options. */
export function asOptions(how: string, parts: Marked[]): OnWall {
	return { how, lists: [{ name: m.host_options(), parts }], pieces: null };
}

export function withLetters(labels: readonly Label[]): Marked[] {
	return labels.map((label, place) => ({ ...label, mark: letterOf(place) }));
}

export function withNumbers(labels: readonly Label[]): Marked[] {
	return labels.map((label, place) => ({ ...label, mark: String(place + 1) }));
}

/** “True” and “False”, in the words of the page: pupils have the same on their phones. */
export function verdicts(): Marked[] {
	return [
		{ id: 'true', text: m.verdict_true(), mark: null },
		{ id: 'false', text: m.verdict_false(), mark: null }
	];
}
