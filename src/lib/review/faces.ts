import type { Fact } from '#lib/bank/primer.ts';
import type { Rich } from '#lib/text/rich.ts';

import { blanked } from './blanked.ts';

/** The two sides of a card. */
export interface Faces {
	/** The side that asks. */
	front: Rich;
	/** The side that answers. */
	back: Rich;
}

/** The card of a fact: its cue and its claim. Without a cue, the front is the claim with its telling words left out. */
export function facesOf({ claim, cue }: Pick<Fact, 'claim' | 'cue'>): Faces {
	return { front: cue ?? blanked(claim), back: claim };
}

/**
 * Whether the front of a card says what its fact is called: not where words of the claim are left out, since the title
 * may have them.
 */
export function isNamedInFront({ cue }: Pick<Fact, 'cue'>): boolean {
	return cue !== undefined;
}

/**
 * The facts that have a card, in the primer's order. Slips, and facts that no item needs to ask for, have one only if
 * their author wrote a cue, so that nobody learns by heart what is not true.
 *
 * @param points whose facts to take; null for all of them, and for the primer as a whole
 */
export function deckOf(facts: readonly Fact[], points: readonly number[] | null): Fact[] {
	return facts.filter(
		({ cue, point, scored = true, status }) =>
			(cue !== undefined || (scored && status !== 'slip')) && (points?.includes(point) ?? true)
	);
}
