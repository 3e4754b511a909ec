import { isBlank } from './fold.ts';
import { LONGEST } from './form.ts';
import {
	idsOf,
	isAssigned,
	isAssignmentOf,
	isOneOf,
	isOrderOf,
	isSomeOf,
	isVerdictAndReason
} from './given.ts';
import type { KindName, Views } from './index.ts';
import { readNumber } from './numbers.ts';
import { isNothing, type Malformation } from './score.ts';
import { isUnitOf } from './units.ts';

/** Why a response cannot be read, kind by kind; `null` where it can, or where nothing is given. */
const table: { [K in KindName]: (view: Views[K], given: unknown) => Malformation | null } = {
	'single-choice': ({ options }, given) => strange(isOneOf(idsOf(options), given)),
	'multiple-response': ({ options }, given) => strange(isSomeOf(idsOf(options), given)),
	'true-false-reason': ({ reasons }, given) => strange(isVerdictAndReason(idsOf(reasons), given)),
	matching: ({ premises, options }, given) => strange(isAssignmentOf(idsOf(premises), idsOf(options), given)),
	ordering: ({ elements }, given) => strange(isOrderOf(idsOf(elements), given)),
	categorise: ({ categories, elements }, given) =>
		strange(isAssignmentOf(idsOf(elements), idsOf(categories), given)),
	cloze: ({ segments }, given) =>
		unreadableBlanks(
			segments.flatMap((segment) => ('blank' in segment ? [{ ...segment, id: segment.blank }] : [])),
			given
		),
	'short-text': (_view, given) => unreadableText(given),
	numeric: ({ units }, given) => unreadableNumber(units, given),
	highlight: ({ segments }, given) =>
		strange(
			isSomeOf(
				segments.flatMap((segment) => ('span' in segment ? [segment.span] : [])),
				given
			)
		)
};

/**
 * Why a response cannot be read, as its score would say; `null` where it can be, or where nothing is given. It needs
 * what the learner sees and no key, so that an exam can say it while there is time to mend it.
 */
export function unreadable<K extends KindName>(
	view: { kind: K; interaction: Views[K] },
	response: unknown
): Malformation | null {
	return isNothing(response) ? null : table[view.kind](view.interaction, response);
}

/** Why what is given for blanks cannot be read. A blank without choices is typed. */
export function unreadableBlanks(
	blanks: readonly { id: string; choices?: readonly { id: string }[] }[],
	given: unknown
): Malformation | null {
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
	if (typeof given !== 'string') return 'not-a-response';
	return given.length > LONGEST ? 'too-long' : null;
}

/** Why a typed number cannot be read where these units may follow it. */
export function unreadableNumber(units: readonly string[], given: unknown): Malformation | null {
	const problem = unreadableText(given);
	if (problem !== null || typeof given !== 'string') return problem;
	const typed = readNumber(given);
	if (typed === null) return isBlank(given) ? null : 'not-a-number';
	if (typed.unit === '' || isUnitOf(units, typed.unit)) return null;
	return /\d/.test(typed.unit) ? 'not-a-number' : 'other-unit';
}

function strange(fits: boolean): Malformation | null {
	return fits ? null : 'not-a-response';
}
