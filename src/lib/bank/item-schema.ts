import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { prose } from '#lib/text/markdown.ts';

import { day } from './day.ts';
import { pointNumber } from './point-number.ts';

export const levels = ['remember', 'understand', 'apply', 'analyse', 'evaluate'] as const;
export type Level = (typeof levels)[number];

export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];

/** What every item has, whatever its kind. */
const commonFields = {
	id: idSchema,
	/** The facts of the primer that the item rests on. */
	facts: v.pipe(v.array(v.string()), v.minLength(1, 'names no fact\nName the fact that the key rests on.')),
	difficulty: v.picklist(difficulties),
	level: v.picklist(levels),
	/** The day as of which to answer, where that matters. */
	asOf: v.exactOptional(day),
	stem: prose,
	explanation: prose,
	hint: v.exactOptional(prose),
	/** Items that give this one away, or the reverse; they never meet in one form. */
	enemies: v.optional(v.array(v.string()), [])
};

/** What every item has: its schema, without the fields of its kind. */
export const commonSchema = v.strictObject(commonFields);

/** What the head of a file of items holds; its items are checked one by one, each by its kind's schema. */
export const itemsFileSchema = v.strictObject({
	point: pointNumber(0),
	items: v.array(v.unknown())
});
