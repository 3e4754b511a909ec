import { isBlank } from './fold.ts';
import { LONGEST } from './form.ts';
import { idsOf, isAssigned, isOneOf } from './given.ts';
import { readNumber } from './numbers.ts';
import { isNothing, type Malformation } from './score.ts';
import { isUnitOf } from './units.ts';

/*
 * Why a response cannot be read; null if it can, or if nothing is given.
 */

/** Why a value is no response, given whether it fits. */
export function unfit(given: unknown, fits: boolean): Malformation | null {
	return fits || isNothing(given) ? null : 'not-a-response';
}

/** Why a response to blanks cannot be read. A blank without choices is typed. */
export function unreadableBlanks(
	blanks: readonly { id: string; choices?: readonly { id: string }[] }[],
	given: unknown
): Malformation | null {
	if (isNothing(given)) return null;
	if (!isAssigned(given)) return 'not-a-response';
	const filled = new Map(Object.entries(given));
	if ([...filled.values()].some((text) => text.length > LONGEST)) return 'too-long';
	for (const { id, choices } of blanks) {
		const text = filled.get(id) ?? '';
		if (choices && text !== '' && !isOneOf(idsOf(choices), text)) return 'not-a-response';
		filled.delete(id);
	}
	return filled.size === 0 ? null : 'not-a-response';
}

/** Why a typed text cannot be read. */
export function unreadableText(given: unknown): Malformation | null {
	if (isNothing(given)) return null;
	if (typeof given !== 'string') return 'not-a-response';
	return given.length > LONGEST ? 'too-long' : null;
}

/** Why a typed number cannot be read, if these units may follow it. */
export function unreadableNumber(units: readonly string[], given: unknown): Malformation | null {
	const problem = unreadableText(given);
	if (problem !== null || typeof given !== 'string') return problem;
	const typed = readNumber(given);
	if (typed === null) return isBlank(given) ? null : 'not-a-number';
	if (typed.unit === '' || isUnitOf(units, typed.unit)) return null;
	return /\d/.test(typed.unit) ? 'not-a-number' : 'other-unit';
}
