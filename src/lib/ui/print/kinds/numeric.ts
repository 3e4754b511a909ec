import { publicView } from '#lib/kinds/numeric.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

import { paperForm } from '../paper-form.ts';
import Written from './Written.svelte';

/** A line for a number. */
export const numeric = paperForm('numeric', {
	how: m.paper_write_number,
	Question: Written,
	publicView,
	answer({ value, tolerance }, { unit }) {
		const number = [inDigits(value), unit].filter((text) => text !== null).join('\u00a0');
		const off = inDigits(tolerance);
		return [{ texts: [tolerance === 0 ? number : m.paper_within({ number, off })] }];
	}
});

/** All digits of a number and none between them, since it may be a year, with the decimal sign of the page’s language. */
function inDigits(number: number): string {
	return new Intl.NumberFormat(getLocale(), { useGrouping: false, maximumFractionDigits: 20 }).format(number);
}
