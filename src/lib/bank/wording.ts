import { kindNames } from '#lib/kinds/index.ts';
import * as v from 'valibot';

import { difficulties } from './difficulty.ts';
import { cognitiveLevels } from './item-schema.ts';

const phrase = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite it.'));
const phrases = v.optional(v.array(phrase), []);

const count = v.pipe(
	v.number('is not a number\nWrite a whole number.'),
	v.integer('is not a whole number\nWrite a whole number.'),
	v.minValue(0, 'is below 0\nWrite 0 or more.')
);
const percent = v.pipe(
	v.number('is not a number\nWrite a percentage, from 0 to 100.'),
	v.minValue(0, 'is below 0\nWrite a percentage, from 0 to 100.'),
	v.maxValue(100, 'is above 100\nWrite a percentage, from 0 to 100.')
);

/** A term to avoid and what to say in its place. */
const glossaryEntry = v.strictObject({
	avoid: v.pipe(
		v.array(phrase),
		v.minLength(1, 'names no term\nWrite the term in each form that may occur.')
	),
	use: phrase,
	why: v.exactOptional(phrase)
});

/**
 * Words of the subject that the checker has to know (`wording` in `primer.yaml`). All are plain phrases:
 * capitals do not count, and a phrase matches only whole words.
 */
export const wordingSchema = v.strictObject({
	/** They say as of when, or according to whom, a stem asks. */
	asOf: phrases,
	/** They say whose view it is. */
	attribution: phrases,
	glossary: v.optional(v.array(glossaryEntry), []),
	/**
	 * Proper names and fixed terms: their length does not count against a sentence, and repeating them is not
	 * copying.
	 */
	names: phrases,
	/** Words that judge a state, which may be used only with whose judgement it is. */
	contestable: phrases
});

export type Wording = v.InferOutput<typeof wordingSchema>;

/** How the items of a bank are meant to be spread (`blueprint` in `primer.yaml`). */
export const blueprintSchema = v.strictObject({
	/** For each kind, how many items it has in each point, from point 0 on. */
	counts: v.exactOptional(v.record(v.picklist(kindNames), v.array(count))),
	/** Shares in percent; one for `analyse` but none for `apply` covers both. */
	levels: v.exactOptional(v.record(v.picklist(cognitiveLevels), percent)),
	/** Shares in percent of difficulty 1, 2 and 3. */
	difficulties: v.exactOptional(
		v.pipe(v.array(percent), v.length(difficulties.length, 'is not three shares\nWrite one for 1, 2 and 3.'))
	)
});
