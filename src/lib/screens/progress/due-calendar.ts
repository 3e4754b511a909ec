import { writeCalendar } from '#lib/interop/icalendar/calendar.ts';
import * as m from '#lib/paraglide/messages.js';
import { forecastOf, type DueDay } from '#lib/review/forecast.ts';
import type { FactState } from '#lib/review/state.ts';

/** How many days ahead a calendar goes: a year, after which much will have moved. */
const DAYS = 366;

/** The days of the coming year on which something is due, today first if it is. */
export function dueDays(facts: readonly Pick<FactState, 'due'>[], today: string): DueDay[] {
	return forecastOf(facts, today, DAYS).filter(({ due }) => due > 0);
}

/** What a calendar of due days is of. */
export interface CalendarOf {
	/** The id of the course, and what it is called. */
	id: string;
	title: string;
	/** The whole address of its review. */
	review: string;
}

/**
 * An iCalendar file of due days. A day has the same name in each, so that saving it again brings a calendar up to date.
 *
 * @param now milliseconds since 1970
 */
export function dueCalendar(days: readonly DueDay[], { id, title, review }: CalendarOf, now: number): string {
	const events = days.map(({ day, due }) => ({
		uid: `${day}.${id}@five-points`,
		day,
		summary: m.calendar_event({ count: due, course: title }),
		description: review,
		address: review
	}));
	return writeCalendar(events, title, now);
}
