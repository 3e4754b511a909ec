import { expect, inject, test } from 'vitest';

import { lint } from '#lib/lint/lint.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import { shippedBanks } from '#lib/lint/shipped-fixtures.ts';

const bankPage = (primer: string) => fetch(`${inject('address')}/${primer}/bank`);

test.each(await shippedBanks())(
	'the app shows of $bank.primer.id what the command line writes, with a way back',
	async ({ bank, given }) => {
		const response = await bankPage(bank.primer.id);
		const today = new Date().toISOString().slice(0, 10);
		const home = `../${bank.primer.id}`;
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(await response.text()).toBe(reportPage(reportOf(bank, lint(bank, { ...given, today }), { home })));
	}
);

test('of a primer that is not there, the app shows no report', async () => {
	expect((await bankPage('nowhere')).status).toBe(404);
});
