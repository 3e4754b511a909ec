import type { Library } from '#lib/bank/library.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { headOf, openBankOf } from './bank.server.ts';
import { outlineFor } from './outline.server.ts';

/** What every page of self-study knows of its course; all that is personal is read on the device. */
export function studyOf(library: Library, primer: string) {
	const bank = openBankOf(library, primer, getLocale());
	// Nobody is asked to load a new version in the middle of a session.
	return { bank, study: { primer: headOf(bank), outline: outlineFor(bank), undisturbed: true } };
}
