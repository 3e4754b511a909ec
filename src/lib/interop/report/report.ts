import type { Item } from '#lib/bank/item.ts';
import { behaviours, type BehaviourName } from '#lib/quiz/behaviour.ts';
import { certaintyMarks, fullMark } from '#lib/quiz/mark.ts';
import type { AttemptScore } from '#lib/quiz/attempt-score.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

/** An answer, as other systems are told of it: the first that was given, and how right it was. */
export interface Answered {
	/** Names the answer for good. */
	id: string;
	item: Item;
	response: unknown;
	/** How right it was, from 0 to 1. */
	fraction: number;
	/** How long the learner had the item before them, in milliseconds. */
	latency: number;
	/** When it was scored: milliseconds since 1970. */
	at: number;
}

/** A finished attempt, as other systems are told of it. */
export interface Finished {
	earned: number;
	possible: number;
	/** The least that could have been earned: below 0 where certainty counts. */
	least: number;
	/** The share of the marks: `earned / possible`, from −1 to 1. */
	scaled: number;
	/** Whether it reached what there was to reach; undefined where there was nothing. */
	passed: boolean | undefined;
	/** For each point that was asked. */
	points: { point: number; scaled: number }[];
	/** In milliseconds, without pauses. */
	duration: number;
	/** When: milliseconds since 1970. */
	at: number;
}

/** What is told of a scored item; undefined for one without a scored try. */
export function answeredOf({ id, item, entry, at }: ScoredItem): Answered | undefined {
	const [first] = entry.tries;
	if (!first) return undefined;
	return {
		...{ id, item, at },
		response: first.response,
		fraction: first.score.fraction,
		latency: entry.spent
	};
}

/**
 * What is told of a score.
 *
 * @param mastery from which share of the marks it is passed, 0 to 1; undefined if it cannot be failed
 */
export function finishedOf(
	{ total, points, duration, at }: AttemptScore & { duration: number },
	behaviour: BehaviourName,
	mastery: number | undefined
): Finished {
	const scaled = shareOf(total);
	const rules = behaviours[behaviour];
	return {
		...total,
		least: rules.certainty ? (total.possible / fullMark(rules)) * certaintyMarks[3].wrong : 0,
		scaled,
		passed: mastery === undefined ? undefined : scaled >= mastery,
		points: points.map(({ point, ...share }) => ({ point, scaled: shareOf(share) })),
		...{ duration, at }
	};
}

/** To seven decimals, which every format takes. */
function shareOf({ earned, possible }: { earned: number; possible: number }): number {
	if (possible <= 0) return 0;
	return Math.round(Math.max(-1, Math.min(1, earned / possible)) * 1e7) / 1e7;
}
