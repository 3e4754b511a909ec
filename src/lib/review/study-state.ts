import { dayOf } from './day.ts';
import { inOrder } from './log-order.ts';
import { NEVER, nextDue } from './next-due.ts';
import type { Review } from './review.ts';
import type { AbilityState, DayState, FactState, ItemState, StudyState } from './state.ts';
import { step } from './step.ts';

/**
 * What follows from a log at one primer, in whatever order its reviews are given: each counts once, at its place. What
 * a wrong clock dated later than now counts as answered now: otherwise nothing would ask for it until then.
 *
 * @param reviews all of one primer
 * @param now milliseconds since 1970
 */
export function studyStateOf(reviews: readonly Review[], now = Infinity): StudyState {
	const facts = new Map<string, FactState>();
	const items = new Map<string, ItemState>();
	const abilities = new Map<number, AbilityState>();
	const days = new Map<string, DayState>();
	const log = noneAhead(eachOnce(reviews), now);
	for (const [index, review] of log.entries()) {
		const { day } = review;
		const stepped = step(
			{
				facts: review.facts.flatMap((fact) => facts.get(fact) ?? []),
				item: items.get(review.item),
				ability: abilities.get(review.point),
				day: days.get(day)
			},
			review
		);
		for (const state of stepped.facts) facts.set(state.fact, state);
		items.set(review.item, stepped.item);
		abilities.set(review.point, stepped.ability);
		// What counts is how it stood after the last answer of the day.
		const isLast = log[index + 1]?.day !== day;
		days.set(day, { ...stepped.day, nextDue: isLast ? nextDue(facts.values(), day) : NEVER });
	}
	return {
		facts: [...facts.values()],
		items: [...items.values()],
		abilities: [...abilities.values()],
		days: [...days.values()]
	};
}

function eachOnce(reviews: readonly Review[]): Review[] {
	const once = new Set<string>();
	return inOrder(reviews).filter(({ id }) => !once.has(id) && once.add(id));
}

/**
 * A log in which nothing is dated later than now. What was gets the earliest date among the answers after it, which
 * show when the clock was right again, or today’s if there are none.
 */
function noneAhead(log: readonly Review[], now: number): readonly Review[] {
	let latest = { at: now, day: dayOf(now) };
	const dated = log.toReversed().map((review) => {
		if (review.at > now) return { ...review, ...latest };
		if (review.at < latest.at) latest = { at: review.at, day: review.day };
		return review;
	});
	return dated.reverse();
}
