import type { Difficulty } from '#lib/bank/item.ts';
import type { Fact } from '#lib/bank/primer.ts';
import type { KindName } from '#lib/kinds/index.ts';
import type { Effort } from '#lib/kinds/kind.ts';
import { isMapping } from '#lib/text/mapping.ts';

/** What planning a session needs to know of an item: nothing that a learner could read a key from. */
export interface ItemOutline {
	id: string;
	kind: KindName;
	/** 0 is the primer as a whole. */
	point: number;
	/** The facts that it asks for, by id; the first is the one that it is about. */
	facts: string[];
	difficulty: Difficulty;
	/** How much a learner has to recall without help. */
	effort: Effort;
	/** The chance that an answer at random counts as right, from 0 to 1, to a thousandth. */
	guess: number;
	/** Items that it never meets in one form; of two that never meet, one names the other. */
	enemies: string[];
	/** The id of what it asks about together with other items. */
	stimulus?: string;
}

/** A course as planning sees it. */
export interface StudyOutline {
	/** The id of the primer. */
	primer: string;
	/** In order; without point 0, the primer as a whole. */
	points: number[];
	/** The facts that some item asks for, in the primer’s order. */
	facts: { id: string; point: number }[];
	items: ItemOutline[];
}

/** Tells a course, as it has come over the network or from a cache, from anything else. */
export function isOutline(told: unknown): told is StudyOutline {
	return isMapping(told) && ['points', 'facts', 'items'].every((key) => Array.isArray(told[key]));
}

/** Whether a fact may be asked for: a slip of the primer is not. */
export function isAskable({ status }: Pick<Fact, 'status'>): boolean {
	return status !== 'slip';
}

/** The points that have facts to learn, in the order in which they are gone through: 0, the primer as a whole, comes last. */
export function pointsToLearn({ points, facts }: Pick<StudyOutline, 'points' | 'facts'>): number[] {
	const asked = new Set(facts.map(({ point }) => point));
	return [...points, 0].filter((point) => asked.has(point));
}
