import type { FactStatus } from '#lib/bank/primer.ts';
import * as m from '#lib/paraglide/messages.js';

import { dayInWords } from './when.ts';

/**
 * The status of a fact, in words.
 *
 * @param asOf the day of the primer
 */
export function statusWords(status: FactStatus, asOf: string): string {
	switch (status) {
		case 'stable':
			return m.status_stable();
		case 'as-of':
			return m.as_of_day({ day: dayInWords(asOf) });
		case 'opinion':
			return m.status_opinion();
		case 'slip':
			return m.status_slip();
		case 'background':
			return m.status_background();
	}
}
