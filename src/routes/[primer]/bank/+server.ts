import { error } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import type { Library } from '#lib/bank/library.server.ts';
import { isAllOpen } from '#lib/bank/serving.ts';
import { readAids } from '#lib/lint/read.server.ts';
import { reportFor } from '#lib/lint/report/reporter.server.ts';
import type { Task } from '#lib/lint/report/write.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

import { addressOf } from '../../address-of.ts';
import { bankOf } from '../bank.server.ts';
import { teachPages } from '../teach/teach-pages.ts';
import type { RequestHandler } from './$types';

/** The parameter with which the report quotes the items, and with them their keys. */
const KEYS = 'keys';

/**
 * The report on a primer’s questions, as `five-points check --report` writes it; not if some are kept for exams. The keys
 * of a course that is served for study are on every device that has studied it; still, nobody should read them here by
 * accident, so that the report quotes nothing unless its address asks for it.
 */
export const GET: RequestHandler = async ({ locals: { library }, params, url }) => {
	const bank = bankOf(library, params.primer);
	// The report names items and quotes them.
	if (!isAllOpen(bank)) error(403, { message: m.report_kept() });
	const today = new Date().toISOString().slice(0, 10);
	const quotes = url.searchParams.get(KEYS) === 'shown';
	const form = `${getLocale()} ${quotes ? 'whole' : 'without quotations'}`;
	const page = await reportFor(bank, today, () => taskOf(library, bank, today, quotes), form);
	return new Response(page, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
		}
	});
};

async function taskOf(library: Library, bank: Bank, today: string, quotes: boolean): Promise<Task> {
	const { id } = bank.primer;
	// “check” reports a lock or fingerprints that cannot be read; here the rules that need them just say that
	// they did not run.
	const { problems: _, ...aids } = await readAids(library.folderOf(id) ?? '');
	const editions = library.editionsOf(id).map(({ bank, missing }) => ({ bank, missing }));
	return {
		...{ bank, editions, given: { ...aids, today }, quotes, language: getLocale() },
		...(!quotes && { withQuotes: `?${KEYS}=shown` }),
		names: bankOf(library, id, getLocale()).primer,
		home: addressOf('/[primer]', { primer: id }),
		ways: {
			label: m.teach_heading(),
			pages: teachPages(id, { hasReport: true, examsAlone: false, hasGuide: bank.guide !== undefined }).map(
				(page) => ({
					...page,
					isHere: page.name === 'bank'
				})
			)
		}
	};
}
