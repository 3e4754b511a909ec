import { error } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { findBank } from '#lib/bank/library.server.ts';

/** The bank of a primer named in an address, or the page that says there is none. */
export function bankOf(primer: string): Bank {
	const bank = findBank(primer);
	if (!bank) {
		error(404, {
			message: `There is no course called “${primer}” here.`,
			fix: 'Check the address, or begin with one of these.'
		});
	}
	return bank;
}
