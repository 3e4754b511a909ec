import { LAST_MOMENT } from '#lib/quiz/moment.ts';

/** Whether a value is of a type. */
export type Guard<T> = (value: unknown) => value is T;

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Checks an object: the keys that are named, and no others. It says yes or no and does it in a few hundred bytes; a page
 * that reads what the device keeps before the first question has no room for a library of schemas.
 */
export function shaped<T extends object>(guards: { [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
	const names = Object.keys(guards);
	const checks: [string, (value: unknown) => boolean][] = Object.entries(guards);
	return (value): value is T =>
		typeof value === 'object' &&
		value !== null &&
		Object.keys(value).length === names.length &&
		checks.every(([name, check]) => Object.hasOwn(value, name) && check(Reflect.get(value, name)));
}

/** Checks a value that has to be one of a few. */
export function oneOf<const T>(choices: readonly T[]): Guard<T> {
	return (value): value is T => choices.some((choice) => choice === value);
}

/** Checks a list, of so many elements at most. */
export function listOf<T>(guard: Guard<T>, most = Infinity): Guard<T[]> {
	return (value): value is T[] => Array.isArray(value) && value.length <= most && value.every(guard);
}

/** Checks a number within bounds, both included. */
export function numberFrom(least: number, most: number): Guard<number> {
	return (value): value is number => typeof value === 'number' && value >= least && value <= most;
}

export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

export const isCount: Guard<number> = (value): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;

export const isTruth: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A text that names something: not empty, and at most 200 characters. */
export const isName: Guard<string> = (value): value is string =>
	typeof value === 'string' && value !== '' && value.length <= 200;

/** A moment, in milliseconds since 1970. */
export const isMoment = numberFrom(0, LAST_MOMENT);

/** A day of the calendar: `2026-11-25`. */
export const isDay: Guard<string> = (value): value is string => {
	if (typeof value !== 'string' || !DAY.test(value)) return false;
	const time = Date.parse(value);
	// JavaScript reads 31 February as 3 March.
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};
