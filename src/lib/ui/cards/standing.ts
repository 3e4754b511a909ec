import type { Fact } from '#lib/bank/primer.ts';
import * as m from '#lib/paraglide/messages.js';
import { dayInWords } from '#lib/ui/when.ts';

/** What is to be known before a claim is believed: its day, whose view it is; undefined where it stands on its own. */
export function standingOf({ status }: Pick<Fact, 'status'>, asOf: string): string | undefined {
	switch (status) {
		case 'as-of':
			return m.as_of_day({ day: dayInWords(asOf) });
		case 'opinion':
			return m.status_opinion();
		case 'slip':
			return m.status_slip();
		case 'stable':
			return undefined;
	}
}
