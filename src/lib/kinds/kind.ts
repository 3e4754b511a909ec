import type * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { Score } from './score.ts';

/** Something wrong with an authored item that its schema alone cannot say. */
export interface Flaw {
	/** Where in the item: keys and indices from the item down, such as `['options', 2, 'text']`. */
	path: (string | number)[];
	/** What is wrong, in one clause. */
	message: string;
	/** What to do about it. */
	fix: string;
}

/** Responses to one item that a generic test can run: one for each thing that can become of a response. */
export interface Samples<Response> {
	right: Response;
	/** Scores above 0 and below 1; `null` where the kind or the item's scoring rule knows no such response. */
	partlyRight: Response | null;
	wrong: Response;
	unanswered: Response | null;
	/** Anything that is not a response to this item. */
	malformed: unknown;
}

/**
 * A kind of interaction: one module of this shape, named in the table of `index.ts`. All of it is pure.
 *
 * @template Item the compiled interaction, with its key
 * @template View what a learner may see before answering; holds no key, and nothing from which one follows
 * @template Response what a learner gives back
 */
export interface Kind<Item, View, Response> {
	/** What an author writes beside the fields that every item has. */
	fields: v.ObjectEntries;
	/** Checks and compiles those fields: Markdown becomes rich text, missing ids are made. */
	schema: v.GenericSchema<unknown, Item>;
	/** The shape of a response. A value that passes may still name parts which the item does not have. */
	response: v.GenericSchema<Response>;
	/** What is wrong with an item of the right shape: no key, a key twice, two equal options. */
	flaws: (item: Item) => Flaw[];
	/**
	 * Copies, one by one, the fields that a learner may see, in an order drawn from `random` wherever
	 * order means nothing. A new field stays private until it is named here.
	 */
	publicView: (item: Item, random: Random) => View;
	/** Scores any value whatever: it never throws, and what is not a response to this item is malformed. */
	score: (item: Item, response: unknown) => Score;
	/** The response that scores 1. */
	solution: (item: Item) => Response;
	samples: (item: Item) => Samples<Response>;
	/** Reads the response from a form post, for a page whose script has not loaded; `null` when nothing is given. */
	fromForm: (form: FormData) => Response | null;
}
