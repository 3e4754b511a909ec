import type { Fact } from '#lib/bank/primer.ts';
import type { Rich } from '#lib/text/rich.ts';

/** The two sides of a card. */
export interface Faces {
	/** The side that asks. */
	front: Rich;
	/** The side that answers. */
	back: Rich;
}

/**
 * The card of a fact: its cue, and its claim. Without a cue, what it is about asks, and without a title, where it is stated:
 * a claim with words left out would ask for a word and not for the fact.
 */
export function facesOf({
	claim,
	cue,
	title,
	where,
	source
}: Pick<Fact, 'claim' | 'cue' | 'title' | 'where' | 'source'>): Faces {
	return { front: cue ?? title ?? where ?? source?.title ?? '', back: claim };
}

/** Whether the front of a card asks in words of its own, so that it has to say what it is about beside them. */
export function hasCue({ cue }: Pick<Fact, 'cue'>): boolean {
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
