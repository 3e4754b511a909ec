import type { Difficulty } from '#lib/bank/item.ts';
import type { KindName } from '#lib/kinds/index.ts';

import type { BehaviourName } from './behaviour.ts';

export const questionOrders = ['mixed', 'fixed'] as const;
/**
 * In which order a quiz asks its items:
 * - `mixed`: drawn, the points taking turns;
 * - `fixed`: as its address names them; if it names none, as the course has them.
 */
export type QuestionOrder = (typeof questionOrders)[number];

/** What an address asks for: which items, how many, and how the quiz should behave. */
export interface QuizOptions {
	behaviour: BehaviourName;
	/** How many items, from 1; null: ten, twenty over outcomes, or all of `items`. */
	count: number | null;
	/** Points of the primer; null: all of them, and items of the primer as a whole. */
	points: number[] | null;
	difficulties: Difficulty[] | null;
	kinds: KindName[] | null;
	/** Only these items. */
	items: string[] | null;
	/** Drawn as evenly as can be over all outcomes of the course; null: over its points. */
	over: 'outcomes' | null;
	order: QuestionOrder;
	/** Time allowed, from 1 to 600; null: no limit. */
	minutes: number | null;
	/** What the time allowed is multiplied by, from 1 to 4. */
	extraTime: number;
	/** Null: drawn by chance. */
	seed: string | null;
}

/**
 * The query that asks for these options again, in one fixed order: two quizzes with the same options and seed have the
 * same address.
 */
export function writeOptions(options: Partial<QuizOptions>): string {
	const query = new URLSearchParams();
	const add = (name: string, value: string | number | undefined | null) => {
		if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
	};
	add('behaviour', options.behaviour);
	add('over', options.over);
	add('points', options.points?.join(','));
	add('n', options.count);
	add('difficulty', options.difficulties?.join(','));
	add('kinds', options.kinds?.join(','));
	add('items', options.items?.join(','));
	add('order', options.order === 'mixed' ? null : options.order);
	add('minutes', options.minutes);
	add('extra', options.extraTime === 1 ? null : options.extraTime);
	add('seed', options.seed);
	return `?${query.toString().replaceAll('%2C', ',')}`;
}
