import * as v from 'valibot';

/** The most points that a primer may have: as many have a colour and a shape. */
const MOST = 20;

/**
 * Schema for the number of a point.
 *
 * @param least 1, or 0 where the primer as a whole is meant too
 */
export function pointNumber(least: 0 | 1) {
	const remedy = `is not the number of a point\nWrite a whole number from ${least} to ${MOST}.`;
	return v.pipe(v.number(remedy), v.integer(remedy), v.minValue(least, remedy), v.maxValue(MOST, remedy));
}
