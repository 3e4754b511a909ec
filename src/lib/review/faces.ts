import type { Fact } from '#lib/bank/primer.ts';
import type { Rich } from '#lib/text/rich.ts';

import { blanked } from './blanked.ts';

/** The two sides of a card. */
export interface Faces {
	/** What asks. */
	front: Rich;
	/** What answers. */
	back: Rich;
}

/** The card of a fact: its cue and its claim; without a cue, the claim with its telling words left out asks. */
export function facesOf({ claim, cue }: Pick<Fact, 'claim' | 'cue'>): Faces {
	return { front: cue ?? blanked(claim), back: claim };
}

/**
 * The facts that have a card, in the primer's order. Slips and what no item need ask for have one only where their
 * author wrote a cue, so that nothing is learned by heart that is not so.
 *
 * @param points only the facts of these; null: of all, and of the primer as a whole
 */
export function deckOf(facts: readonly Fact[], points: readonly number[] | null): Fact[] {
	return facts.filter(
		({ cue, point, scored = true, status }) =>
			(cue !== undefined || (scored && status !== 'slip')) && (points?.includes(point) ?? true)
	);
}
