import type { Bank } from '#lib/bank/bank.ts';
import type { Primer } from '#lib/bank/primer.ts';
import type { Edition } from '#lib/bank/translation/check-translation.ts';

import { lintEditions } from '../editions.ts';
import { lint, type LintOptions } from '../lint.ts';
import { reportPage } from './page.ts';
import { french } from './french.ts';
import { reportOf, type Ways } from './report.ts';
import { english } from './words.ts';

/** What a report is written from: plain data, which can be handed to another thread. */
export interface Task {
	bank: Bank;
	editions: readonly Pick<Edition, 'bank' | 'missing'>[];
	given: Omit<LintOptions, 'original'>;
	/** The address of the primer’s page. */
	home: string;
	/** Whether it quotes the items; by default it does. */
	quotes?: boolean;
	/** The address of the same report with its quotations, if this one has none. */
	withQuotes?: string;
	/** The primer in that language, whose titles it names things by. */
	names?: Primer;
	/** The pages beside it. */
	ways?: Ways;
	/** The language of its words; English if it is left out, or there are none in it. */
	language?: string;
}

/** Checks a bank in all its languages by every rule, and writes the report as a page. */
export function writeReport({ bank, editions, given, language, ...shown }: Task): string {
	const words = language === french.language ? french : english;
	const translations = lintEditions(bank, editions, given);
	return reportPage(reportOf(bank, lint(bank, given), { ...shown, words, translations }));
}
