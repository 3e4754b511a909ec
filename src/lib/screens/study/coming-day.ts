import * as m from '#lib/paraglide/messages.js';
import { addDays } from '#lib/review/day.ts';
import { dayWithWeekday } from '#lib/ui/weekdays.ts';

/** A day from today on (`2026-12-03`) as one speaks of it: “tomorrow”, “Thursday 3 December”. */
export function comingDay(day: string, today: string): string {
	if (day <= today) return m.study_today_is();
	return day === addDays(today, 1) ? m.study_tomorrow_is() : dayWithWeekday(day, today);
}
