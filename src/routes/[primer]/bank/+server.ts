import { resolve } from '$app/paths';
import { error } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { editionsOf, folderOf } from '#lib/bank/library.server.ts';
import { isKept } from '#lib/bank/serving.ts';
import { lintEditions } from '#lib/lint/editions.ts';
import { lint } from '#lib/lint/lint.ts';
import { readAids } from '#lib/lint/read.server.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import * as m from '#lib/paraglide/messages.js';

import { bankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** The bank stays as it is while the server runs, and so does its report, but for the day that it is read on. */
const pages = new WeakMap<Bank, { day: string; page: string }>();

/** The report on a primer’s questions, as `five-points check --report` writes it; of one that keeps some for exams, none. */
export const GET: RequestHandler = async ({ params }) => {
	const bank = bankOf(params.primer);
	// The report names items and quotes them.
	if (bank.items.some(isKept)) error(403, { message: m.report_kept() });
	const day = new Date().toISOString().slice(0, 10);
	const known = pages.get(bank);
	const page = known?.day === day ? known.page : await pageOf(bank, day);
	pages.set(bank, { day, page });
	return new Response(page, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
		}
	});
};

async function pageOf(bank: Bank, today: string): Promise<string> {
	const home = resolve('/[primer]', { primer: bank.primer.id });
	// Of a lock or fingerprints that cannot be read, “check” tells; here the rules that need them say that they are silent.
	const { problems: _, ...aids } = await readAids(folderOf(bank.primer.id) ?? '');
	const given = { ...aids, today };
	const translations = lintEditions(bank, editionsOf(bank.primer.id), given);
	return reportPage(reportOf(bank, lint(bank, given), { home, translations }));
}
