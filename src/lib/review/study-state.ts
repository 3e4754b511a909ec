import { dayOf } from './day.ts';
import { inOrder } from './log-order.ts';
import type { Review } from './review.ts';
import type { AbilityState, DayState, FactState, ItemState, StudyState } from './state.ts';
import { NEVER, step } from './step.ts';

/**
 * What follows from a log at one primer, in whatever order it is told: each review counts once, at its place. What is
 * dated later than now, by a clock that was wrong, counts as answered now: else nothing would ask for it before.
 *
 * @param reviews all of one primer
 * @param now milliseconds since 1970
 */
export function studyStateOf(reviews: readonly Review[], now = Infinity): StudyState {
	const facts = new Map<string, FactState>();
	const items = new Map<string, ItemState>();
	const abilities = new Map<number, AbilityState>();
	const days = new Map<string, DayState>();
	const agenda = new Agenda();
	for (const review of noneAhead(eachOnce(reviews), now)) {
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
		for (const state of stepped.facts) {
			agenda.move(facts.get(state.fact)?.due, state.due);
			facts.set(state.fact, state);
		}
		items.set(review.item, stepped.item);
		abilities.set(review.point, stepped.ability);
		days.set(day, { ...stepped.day, nextDue: agenda.next(day) });
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
 * A log in which nothing is dated later than now, nor, where it was, than what was answered after it: that tells when
 * the clock was right again.
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

/** How many facts are due on each day, and which of these days is the next. */
class Agenda {
	readonly #counts = new Map<string, number>();
	#next = NEVER;
	/** The day from which on that one is the next. */
	#from = '';

	/** A fact was due on one day, or never, and is now due on another. */
	move(from: string | undefined, to: string): void {
		if (from !== undefined) this.#add(from, -1);
		this.#add(to, 1);
		if (to < this.#next) this.#next = to;
	}

	/** The first day, from one on, on which anything is due. */
	next(from: string): string {
		// Only when that day is over, or nothing is left on it, or a clock went back, is there another to look for.
		if (this.#next < from || from < this.#from || !this.#counts.has(this.#next))
			this.#next = this.#least(from);
		this.#from = from;
		return this.#next;
	}

	#add(day: string, change: number): void {
		const count = (this.#counts.get(day) ?? 0) + change;
		if (count === 0) this.#counts.delete(day);
		else this.#counts.set(day, count);
	}

	#least(from: string): string {
		let least = NEVER;
		for (const day of this.#counts.keys()) if (day >= from && day < least) least = day;
		return least;
	}
}
