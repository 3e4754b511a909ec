import * as v from 'valibot';

import { kindNames } from '#lib/kinds/names.ts';
import { momentSchema } from '#lib/quiz/moment.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { countSchema, daySchema, nameSchema } from './fields.ts';
import {
	STATE_VERSION,
	masteryLevels,
	type AbilityState,
	type DayState,
	type FactState,
	type ItemState
} from './state.ts';

const ofPrimer = { version: v.literal(STATE_VERSION), primer: nameSchema };
const kindSchema = v.picklist(kindNames);
const finite = v.pipe(v.number(), v.finite());

const factSchema: v.GenericSchema<unknown, FactState> = v.strictObject({
	...ofPrimer,
	fact: nameSchema,
	memory: v.strictObject({
		stability: v.pipe(finite, v.gtValue(0)),
		difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
		at: momentSchema
	}),
	due: daySchema,
	relearning: v.boolean(),
	level: v.picklist(masteryLevels),
	since: daySchema,
	kinds: v.array(kindSchema),
	recent: v.pipe(v.array(nameSchema), v.maxLength(3)),
	lastKind: kindSchema,
	lastDay: daySchema,
	reviews: countSchema,
	lapses: countSchema
});

const itemSchema: v.GenericSchema<unknown, ItemState> = v.strictObject({
	...ofPrimer,
	item: nameSchema,
	difficulty: finite,
	answers: countSchema,
	right: v.boolean(),
	at: momentSchema
});

const abilitySchema: v.GenericSchema<unknown, AbilityState> = v.strictObject({
	...ofPrimer,
	point: countSchema,
	ability: finite,
	answers: countSchema
});

const dayStateSchema: v.GenericSchema<unknown, DayState> = v.strictObject({
	...ofPrimer,
	day: daySchema,
	answers: countSchema,
	right: countSchema,
	spent: v.pipe(finite, v.minValue(0)),
	nextDue: daySchema
});

/** The state of a fact, if a stored value is one of this version; undefined if it has to be rebuilt from the log. */
export const parseFactState = parser(factSchema);

/** The same for an item. */
export const parseItemState = parser(itemSchema);

/** The same for the ability at a point. */
export const parseAbilityState = parser(abilitySchema);

/** The same for a day. */
export const parseDayState = parser(dayStateSchema);

function parser<T>(schema: v.GenericSchema<unknown, T>): (value: unknown) => T | undefined {
	return (value) => parsed(schema, value);
}
