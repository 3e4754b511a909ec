import { numberIn } from '#lib/kinds/numbers.ts';
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
	answer({ value, tolerance, language = getLocale() }, { unit }) {
		const number = [numberIn(language, value), unit].filter((text) => text !== null).join('\u00a0');
		const off = numberIn(language, tolerance);
		return [{ texts: [tolerance === 0 ? number : m.paper_within({ number, off })] }];
	}
});
