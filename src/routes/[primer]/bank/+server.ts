import { resolve } from '$app/paths';

import type { Bank } from '#lib/bank/bank.ts';
import { lint } from '#lib/lint/lint.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { reportOf } from '#lib/lint/report/report.ts';

import { bankOf } from '../bank.server.ts';
import type { RequestHandler } from './$types';

/** The bank stays as it is while the server runs, and so does its report, but for the day that it is read on. */
const pages = new WeakMap<Bank, { day: string; page: string }>();

/** The report on a primer’s questions, as `five-points check --report` writes it. */
export const GET: RequestHandler = ({ params }) => {
	const bank = bankOf(params.primer);
	const day = new Date().toISOString().slice(0, 10);
	const known = pages.get(bank);
	const page = known?.day === day ? known.page : pageOf(bank, day);
	pages.set(bank, { day, page });
	return new Response(page, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
		}
	});
};

function pageOf(bank: Bank, today: string): string {
	const home = resolve('/[primer]', { primer: bank.primer.id });
	return reportPage(reportOf(bank, lint(bank, { today }), { home }));
}
