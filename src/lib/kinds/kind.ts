import type * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import type { About } from './informed.ts';
import type { Parts } from './parts.ts';
import type { Malformation, Score } from './score.ts';
import type { Wording } from './wording.ts';

/** Something wrong with an authored item that its schema alone cannot say. */
export interface AuthoringFault {
	/** Where in the item: keys and indices from the item down, such as `['options', 2, 'text']`. */
	path: (string | number)[];
	/** What is wrong, in one clause. */
	message: string;
	/** What to do about it. */
	fix: string;
}

/**
 * How much a learner brings up without help: 0 where what is right is there to be recognised, 1 where it is there and
 * has to be put in order, 2 where it has to be typed.
 */
export type Effort = 0 | 1 | 2;

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

/** What a device runs of a kind, in a quiz whose keys it holds. */
export interface Run<Item, View, Response> {
	/**
	 * Copies, one by one, the fields that a learner may see, in an order drawn from `random` wherever
	 * order means nothing. A new field stays private until it is named here.
	 */
	publicView: (item: Item, random: Random) => View;
	/**
	 * Why a value cannot be read as a response, as its score would say; null where it can. It needs what the learner sees
	 * and no key, so that an exam can say it while there is time to mend it.
	 */
	unreadable: (view: View, response: unknown) => Malformation | null;
	/** Scores any value whatever: it never throws, and what is not a response to this item is malformed. */
	score: (item: Item, response: unknown) => Score;
	/** The response that scores 1. */
	solution: (item: Item) => Response;
	/**
	 * All scores that an answer at random may earn, each once; their chances add up to 1. Every whole answer is as likely
	 * as another, and who types blindly hits nothing.
	 */
	atRandom: (item: Item) => ScoreChance[];
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
	faults: (item: Item) => AuthoringFault[];
	run: Run<Item, View, Response>;
	samples: (item: Item) => Samples<Response>;
	/**
	 * What is right, as plain data: the same for two versions of an item just where the same is right, whatever the
	 * order in which they are written.
	 */
	keyData: (item: Item) => unknown;
	/** What a translation says otherwise: of each key of {@link fields} that has words for its value. */
	wording: Readonly<Record<string, Wording>>;
	/** The same item, told what its scorer needs of the bank around it. */
	informed: (item: Item, about: About) => Item;
	/**
	 * The same item, taking what is typed in another language of its bank.
	 *
	 * @param versions the item in all languages of the bank
	 */
	shared: (item: Item, versions: readonly Item[]) => Item;
	/** How much a learner brings up without help. */
	effort: (item: Item) => Effort;
	/** Whether it asks to produce an answer (type, order, sort, mark) rather than to recognise one. */
	isProduction: (item: Item) => boolean;
	/** What the rules of good items read. */
	parts: (item: Item) => Parts;
	/** What may be chosen from by who knows nothing of the subject; null where the item offers nothing that is so. */
	choice: (item: Item) => Choice<Response> | null;
}
