import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import { accept, slips, typedFaults, wrong, type Typed } from './accept.ts';
import type { AuthoringFault } from './kind.ts';
import { idSchema, oneKey, option, repeats, type Option, MOST_PARTS, tooMany } from './option.ts';

/** A blank to type in. */
export interface TypedBlank extends Typed {
	id: string;
}

/** A blank with a list to choose from. */
export interface ChosenBlank {
	id: string;
	choices: Option[];
}

export type Blank = TypedBlank | ChosenBlank;

export function isTyped(blank: Blank): blank is TypedBlank {
	return !('choices' in blank);
}

/** A blank as authors write it; it has either `accept` (and what goes with it) or `choices`. */
export const blank = v.pipe(
	v.strictObject({
		id: idSchema,
		accept: v.exactOptional(accept),
		slips: v.exactOptional(slips),
		why: v.exactOptional(line),
		wrong: v.exactOptional(wrong),
		choices: v.exactOptional(
			v.pipe(
				v.array(option),
				v.minLength(2, 'has fewer than two choices\nAdd a choice that is wrong.'),
				v.maxLength(MOST_PARTS, () => tooMany('choices'))
			)
		)
	}),
	v.rawTransform(({ dataset, addIssue, NEVER }): Blank => {
		const { id, choices, accept, slips = 0, why, wrong = [] } = dataset.value;
		if (choices && !accept && slips === 0 && why === undefined && wrong.length === 0) return { id, choices };
		if (accept && why !== undefined && !choices) return { id, accept, slips, why, wrong };
		addIssue({ message: choices ? BOTH : accept ? NO_WHY : NEITHER });
		return NEVER;
	})
);

const BOTH =
	'has “choices” and what only a typed blank has\nKeep “choices”, or keep “accept”, “slips”, “why” and “wrong”.';
const NEITHER = 'has neither “accept” nor “choices”\nWrite the accepted forms, or the choices.';
const NO_WHY = 'has no “why”\nSay why the accepted form is right.';

export function blankFaults(blank: Blank, path: (string | number)[]): AuthoringFault[] {
	if (isTyped(blank)) return typedFaults(blank, path);
	const list = [...path, 'choices'];
	return [...repeats(blank.choices, list), ...oneKey(blank.choices, list)];
}
