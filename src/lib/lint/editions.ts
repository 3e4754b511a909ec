import type { Bank } from '#lib/bank/bank.ts';
import type { Edition } from '#lib/bank/translation/check-translation.ts';

import { lint, type LintOptions, type Linted } from './lint.ts';

/** An edition of a bank, with what the rules found in it. */
export interface LintedEdition extends Edition {
	linted: Linted;
}

/** Checks the translated editions of a bank, each with the words of its language. */
export function lintEditions<E extends Pick<Edition, 'bank'>>(
	original: Bank,
	editions: readonly E[],
	given: LintOptions
): (E & { linted: Linted })[] {
	return editions.map((edition) => ({ ...edition, linted: lint(edition.bank, { ...given, original }) }));
}
