import { nextDue } from '#lib/review/next-due.ts';
import type { StudyState, Stepped } from '#lib/review/state.ts';

/** The progress after a step: what it made in place of what was, in the order of keys. */
export function stepped(before: StudyState, { facts, item, ability, day }: Stepped): StudyState {
	const all = inPlace(before.facts, facts, ({ fact }) => fact);
	return {
		facts: all,
		items: inPlace(before.items, [item], (one) => one.item),
		abilities: inPlace(before.abilities, [ability], ({ point }) => point),
		days: inPlace(before.days, [{ ...day, nextDue: nextDue(all, day.day) }], (one) => one.day)
	};
}

function inPlace<T>(before: readonly T[], after: readonly T[], keyOf: (state: T) => string | number): T[] {
	const byKey = new Map([...before, ...after].map((state) => [keyOf(state), state]));
	return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state);
}
