import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { shortOfTheEnds } from '#lib/text/rounding.ts';

import { formats } from './when.ts';

const MINUTE = 60_000;

/** A whole number as the page’s language writes it: “1,234”, “1 234”. */
export function wholeNumber(number: number): string {
	return numberFormat({ maximumFractionDigits: 0 }).format(number);
}

/** A share from 0 to 1 as the page’s language writes it, in whole percent: “83%”, “83 %”; “100%” only for all. */
export function percent(share: number): string {
	return numberFormat({ style: 'percent' }).format(shortOfTheEnds(share, 1, 100));
}

/** A span of time in milliseconds, to the minute: “under a minute”, “5 mins”, “2 hrs 5 mins”. */
export function timeSpent(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / MINUTE);
	if (minutes === 0) return milliseconds > 0 ? m.under_a_minute() : unit('minute', 0);
	const parts = [unit('hour', Math.floor(minutes / 60)), unit('minute', minutes % 60)];
	if (minutes < 60) return parts.slice(1).join(' ');
	return (minutes % 60 === 0 ? parts.slice(0, 1) : parts).join(' ');
}

function unit(name: 'hour' | 'minute', number: number): string {
	return numberFormat({ style: 'unit', unit: name, unitDisplay: 'short' }).format(number);
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	return new Intl.NumberFormat(formats[getLocale()], options);
}
