import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { isMapping } from '#lib/text/mapping.ts';
import { prose } from '#lib/text/markdown.ts';

import { day } from './day.ts';
import { difficulties } from './difficulty.ts';
import { ignoredRule } from './ignored-rule.ts';
import { placesSchema } from './picture-schema.ts';
import { pointNumber } from './point-number.ts';
import { purposeSchema } from './purpose.ts';

export const cognitiveLevels = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type CognitiveLevel = (typeof cognitiveLevels)[number];

/** What every item has, whatever its kind. */
const commonFields = {
	id: idSchema,
	/** Raised by one whenever the key changes, so that old answers do not count for the new key. */
	rev: v.exactOptional(
		v.pipe(
			v.number(),
			v.integer('is not a whole number\nWrite 2 at the first change of the key.'),
			v.minValue(1, 'is below 1\nWrite 2 at the first change of the key.')
		)
	),
	/** The facts of the primer that the item rests on. */
	facts: v.pipe(v.array(v.string()), v.minLength(1, 'names no fact\nName the fact that the key rests on.')),
	difficulty: v.picklist(difficulties),
	level: v.picklist(cognitiveLevels),
	/** The day as of which to answer, where that matters. */
	asOf: v.exactOptional(day),
	/** The case, or the words of a document, that it asks about: the id of one in the same file. */
	stimulus: v.exactOptional(v.string()),
	stem: prose,
	explanation: prose,
	hint: v.exactOptional(prose),
	/** The places in a drawing of the primer that go with the explanation. */
	picture: v.exactOptional(placesSchema),
	/** Items that give this one away, or the reverse; they never meet in one form. */
	enemies: v.optional(v.array(v.string()), []),
	/** Keeps the item for exams. */
	for: purposeSchema,
	/** Rules of the checker that do not apply to this item. */
	ignore: v.exactOptional(v.array(ignoredRule))
};

/** What every item has: its schema, without the fields of its kind. */
export const commonSchema = v.strictObject(commonFields);

/** What the head of a file of items holds; its stimuli and items are checked one by one, each by its own schema. */
export const itemsFileSchema = v.pipe(
	v.strictObject({
		point: pointNumber(0),
		/** What several of its items ask about. */
		stimuli: v.exactOptional(v.array(v.unknown())),
		/** The ids of items that are gone for good. Attempts remember them, so that no other item may have them. */
		retired: v.exactOptional(v.array(idSchema)),
		items: v.array(v.unknown())
	}),
	v.check(
		({ stimuli = [], items }) =>
			stimuli.length > 0 || !items.some((item) => isMapping(item) && item['stimulus'] !== undefined),
		'has items that name a stimulus, and none under “stimuli”\nWrite “stimuli:” beside “items”, with an id, a title and a text for each.'
	)
);
