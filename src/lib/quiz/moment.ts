import * as v from 'valibot';

/** The last moment of the year 9999, in milliseconds since 1970: a day after it has no name of the form `2026-11-25`. */
export const LAST_MOMENT = 253_402_300_799_999;

/** Checks a moment, in milliseconds since 1970. */
export const momentSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));
