import type * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { Asked, Offered } from './asked.ts';
import type { ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import type { About } from './informed.ts';
import type { Parts } from './parts.ts';
import type { Drawings } from './placed.ts';
import type { Malformation, Score } from './score.ts';
import type { Wording } from './wording.ts';

/** A fault of an authored item that its schema cannot express. */
export interface AuthoringFault {
	/** Where in the item: keys and indices from the item down, such as `['options', 2, 'text']`. */
	path: (string | number)[];
	/** What is wrong, in one clause. */
	message: string;
	/** What to do about it. */
	fix: string;
}

/**
 * How much a learner has to recall without help: 0 if the right answer is shown and only needs to be
 * recognised, 1 if its parts are shown and need ordering, 2 if it has to be typed.
 */
export type Effort = 0 | 1 | 2;

/** Responses to one item for a generic test: one for each way that a response can turn out. */
export interface Samples<Response> {
	right: Response;
	/** Scores above 0 and below 1; `null` if no response to this item can. */
	partlyRight: Response | null;
	wrong: Response;
	unanswered: Response | null;
	/** Anything that is not a response to this item. */
	malformed: unknown;
}

/** What a device runs of a kind, in a quiz whose keys it holds. */
export interface Run<Item, View, Response> {
	/**
	 * Copies, one by one, the fields that a learner may see, and shuffles by `random` wherever order means
	 * nothing. A new field stays private until it is named here.
	 */
	publicView: (item: Item, random: Random) => View;
	/**
	 * Why a value cannot be read as a response, as its score would say; null if it can. It needs only what
	 * the learner sees and no key, so that an exam can say so while there is time to correct it.
	 */
	unreadable: (view: View, response: unknown) => Malformation | null;
	/** Scores any value at all. It never throws; what is not a response to this item is malformed. */
	score: (item: Item, response: unknown) => Score;
	/** The response that scores 1. */
	solution: (item: Item) => Response;
	/**
	 * All scores that a random answer may earn, each once; their probabilities add up to 1. All complete
	 * answers are equally likely, and anything typed at random is wrong.
	 */
	atRandom: (item: Item) => ScoreChance[];
	/** What the item asks for, by the way in which it is answered. */
	asked: (item: Item) => Asked;
	/** What the learner is offered, by the same way. */
	offered: (view: View) => Offered;
}

/**
 * A kind of interaction: one module of this shape, named in the table of `index.ts`. All of it is pure.
 *
 * @template Item the compiled interaction, with its key
 * @template View what a learner may see before answering; holds no key, and nothing to infer one from
 * @template Response what a learner gives back
 */
export interface Kind<Item, View, Response> {
	/** What an author writes beside the fields that every item has. */
	fields: v.ObjectEntries;
	/** Checks and compiles those fields: Markdown becomes rich text, missing ids are made. */
	schema: v.GenericSchema<unknown, Item>;
	/** The shape of a response. A valid value may still name parts that the item does not have. */
	response: v.GenericSchema<Response>;
	/** What is wrong with an item of the right shape: no key, a key twice, two equal options. */
	faults: (item: Item) => AuthoringFault[];
	/** What is to be placed in a drawing of the primer and is not there, or is there otherwise than the item says. */
	misplaced: (item: Item, drawings: Drawings) => AuthoringFault[];
	run: Run<Item, View, Response>;
	samples: (item: Item) => Samples<Response>;
	/**
	 * What is right, as plain data: equal for two versions of an item exactly if the same is right in both,
	 * whatever their order.
	 */
	keyData: (item: Item) => unknown;
	/** How far from the key an answer may be and is still right, in the unit of the key; 0 where only the key is right. */
	leeway: (item: Item) => number;
	/** What a translation replaces, for each key of {@link fields} whose value is words. */
	wording: Readonly<Record<string, Wording>>;
	/** The same item, with what its scorer needs from the bank. */
	informed: (item: Item, about: About) => Item;
	/**
	 * The same item, accepting what is typed in another language of its bank.
	 *
	 * @param versions the item in all languages of the bank
	 */
	shared: (item: Item, versions: readonly Item[]) => Item;
	/** How much a learner has to recall without help. */
	effort: (item: Item) => Effort;
	/** Whether the learner produces an answer (types, orders, sorts, marks) rather than recognises one. */
	isProduction: (item: Item) => boolean;
	/** What the rules of good items read. */
	parts: (item: Item) => Parts;
	/** What somebody who knows nothing of the subject can choose from; null if there is nothing. */
	choice: (item: Item) => Choice<Response> | null;
}
