import { addDays } from './day.ts';
import type { FactState } from './state.ts';

/** How many facts fall due on a day. */
export interface DueDay {
	day: string;
	due: number;
}

/** What falls due on each of the next days, today first; anything overdue counts for today. */
export function forecastOf(facts: readonly Pick<FactState, 'due'>[], today: string, count = 30): DueDay[] {
	const due = new Map<string, number>();
	for (const fact of facts) {
		const day = fact.due < today ? today : fact.due;
		due.set(day, (due.get(day) ?? 0) + 1);
	}
	return Array.from({ length: count }, (_, place) => {
		const day = addDays(today, place);
		return { day, due: due.get(day) ?? 0 };
	});
}
