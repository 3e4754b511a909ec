import { isKindName } from '#lib/kinds/names.ts';
import {
	isCount,
	isDay,
	isMoment,
	isName,
	isNumber,
	isTruth,
	listOf,
	numberFrom,
	oneOf,
	shaped,
	type Guard
} from './shape.ts';
import {
	STATE_VERSION,
	masteryLevels,
	type AbilityState,
	type DayState,
	type FactState,
	type ItemState,
	type Memory
} from './state.ts';

const isVersion = oneOf<typeof STATE_VERSION>([STATE_VERSION]);

const isMemory = shaped<Memory>({
	stability: numberFrom(Number.MIN_VALUE, Number.MAX_VALUE),
	difficulty: numberFrom(1, 10),
	at: isMoment
});

const isFactState = shaped<FactState>({
	version: isVersion,
	primer: isName,
	fact: isName,
	memory: isMemory,
	due: isDay,
	relearning: isTruth,
	level: oneOf(masteryLevels),
	since: isDay,
	kinds: listOf(isKindName),
	recent: listOf(isName, 3),
	lastKind: isKindName,
	lastDay: isDay,
	reviews: isCount,
	lapses: isCount
});

const isItemState = shaped<ItemState>({
	version: isVersion,
	primer: isName,
	item: isName,
	difficulty: isNumber,
	answers: isCount,
	right: isTruth,
	at: isMoment
});

const isAbilityState = shaped<AbilityState>({
	version: isVersion,
	primer: isName,
	point: isCount,
	ability: isNumber,
	answers: isCount
});

const isDayState = shaped<DayState>({
	version: isVersion,
	primer: isName,
	day: isDay,
	answers: isCount,
	right: isCount,
	spent: numberFrom(0, Number.MAX_VALUE),
	nextDue: isDay
});

/** The state of a fact, if a stored value is one of this version; undefined if it is to be made anew from the log. */
export const parseFactState = parser(isFactState);

/** The same for an item. */
export const parseItemState = parser(isItemState);

/** The same for the ability at a point. */
export const parseAbilityState = parser(isAbilityState);

/** The same for a day. */
export const parseDayState = parser(isDayState);

function parser<T>(guard: Guard<T>): (value: unknown) => T | undefined {
	return (value) => (guard(value) ? value : undefined);
}
