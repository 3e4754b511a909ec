import { expect, inject, test } from 'vitest';

import { lintEditions } from '#lib/lint/editions.ts';
import { lint } from '#lib/lint/lint.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import { shippedBanks } from '#lib/lint/shipped-fixtures.ts';

const bankPage = (primer: string) => fetch(`${inject('address')}/${primer}/bank`);

test.each(await shippedBanks())(
	'the app shows of $bank.primer.id what the command line writes, with a way back',
	async ({ bank, editions, given: aids }) => {
		const response = await bankPage(bank.primer.id);
		const today = new Date().toISOString().slice(0, 10);
		const given = { ...aids, today };
		const translations = lintEditions(bank, editions, given);
		const home = `../${bank.primer.id}`;
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const report = reportOf(bank, lint(bank, given), { home, translations });
		expect(await response.text()).toBe(reportPage(report));
	}
);

test('the app shows no report on a primer that does not exist', async () => {
	expect((await bankPage('nowhere')).status).toBe(404);
});
