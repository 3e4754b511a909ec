import type { ItemViewOf } from '#lib/bank/item.ts';
import type { KindName, Views } from '#lib/kinds/index.ts';
import type { Label } from '#lib/kinds/option.ts';
import * as m from '#lib/paraglide/messages.js';

import { letterOf } from '../print/letter.ts';

/** Something to choose or to place, and the letter or number that it is spoken of by. */
export interface Marked extends Label {
	mark: string | null;
}

/** A piece of a text with gaps, or with places to mark. */
export type Piece = { text: string } | { mark: string; text: string | null; choices: Label[] };

/** What a wall shows of an item below its stem, before anything is revealed. */
export interface Shown {
	/** What pupils do with it, in a few words. */
	how: string;
	/** Lists that stand beside one another. */
	lists: { name: string; parts: Marked[] }[];
	/** A text to work in; null where there is none. */
	pieces: Piece[] | null;
}

type ShownAs = { [K in KindName]: (view: Views[K]) => Shown };

const lettered = (labels: readonly Label[]): Marked[] =>
	labels.map((label, place) => ({ ...label, mark: letterOf(place) }));

const numbered = (labels: readonly Label[]): Marked[] =>
	labels.map((label, place) => ({ ...label, mark: String(place + 1) }));

/** “True” and “False”, in the words of the page: pupils have the same on their phones. */
const verdicts = (): Marked[] => [
	{ id: 'true', text: m.verdict_true(), mark: null },
	{ id: 'false', text: m.verdict_false(), mark: null }
];

function choice(how: string, parts: Marked[]): Shown {
	return { how, lists: [{ name: m.host_options(), parts }], pieces: null };
}

const table: ShownAs = {
	'single-choice': ({ options }) => choice(m.host_how_one(), lettered(options)),
	'multiple-response': ({ options }) => choice(m.host_how_all(), lettered(options)),
	'true-false': () => choice(m.host_how_verdict(), verdicts()),
	'true-false-reason': ({ reasons }) => ({
		how: m.host_how_reason(),
		lists: [
			{ name: m.host_verdict(), parts: verdicts() },
			{ name: m.host_reasons(), parts: lettered(reasons) }
		],
		pieces: null
	}),
	matching: ({ premises, options }) => ({
		how: m.host_how_match(),
		lists: [
			{ name: m.host_to_match(), parts: numbered(premises) },
			{ name: m.host_options(), parts: lettered(options) }
		],
		pieces: null
	}),
	categorise: ({ elements, categories }) => ({
		how: m.host_how_sort(),
		lists: [
			{ name: m.host_to_sort(), parts: numbered(elements) },
			{ name: m.host_categories(), parts: lettered(categories) }
		],
		pieces: null
	}),
	ordering: ({ elements }) => choice(m.host_how_order(), lettered(elements)),
	cloze: ({ segments }) => ({
		how: m.host_how_fill(),
		lists: [],
		pieces: numberedGaps(segments)
	}),
	highlight: ({ segments }) => ({
		how: m.host_how_mark(),
		lists: [],
		pieces: letteredSpans(segments)
	}),
	'short-text': () => ({ how: m.host_how_write(), lists: [], pieces: null }),
	numeric: ({ unit }) => ({
		how: unit === null ? m.host_how_number() : m.host_how_number_in({ unit }),
		lists: [],
		pieces: null
	})
};

/** What a wall shows of an item below its stem. */
export function shownOf<K extends KindName>({ kind, interaction }: ItemViewOf<K>): Shown {
	return table[kind](interaction);
}

function numberedGaps(segments: Views['cloze']['segments']): Piece[] {
	let gaps = 0;
	return segments.map((segment) =>
		'blank' in segment
			? { mark: String(++gaps), text: null, choices: segment.choices ?? [] }
			: { text: segment.text }
	);
}

function letteredSpans(segments: Views['highlight']['segments']): Piece[] {
	let spans = 0;
	return segments.map((segment) =>
		'span' in segment ? { mark: letterOf(spans++), text: segment.text, choices: [] } : { text: segment.text }
	);
}
