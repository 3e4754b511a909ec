import { getLocale } from '#lib/paraglide/runtime.js';

import { formats, shortNumber } from './when.ts';

/**
 * A moment in milliseconds since 1970, in the past or not, to the minute and with its time zone: “28 November 2026 at
 * 14:00 CET”. Without a script it is in the zone of the server, and else in that of the device.
 */
export function minuteInWords(at: number): string {
	return new Intl.DateTimeFormat(formats[getLocale()], {
		...{ day: 'numeric', month: 'long', year: 'numeric' },
		...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }
	}).format(new Date(at));
}

/** A number of minutes for a text that counts them. What is read decides on the plural: 1.04 is “1 minute”. */
export function minutesTold(minutes: number): { count: number; minutes: string } {
	return { count: Math.round(minutes * 10) / 10, minutes: shortNumber(minutes) };
}
