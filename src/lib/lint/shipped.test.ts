import { expect, test } from 'vitest';

import { describeProblem } from '#lib/bank/problem.ts';
import { readLocatedBanks } from '#lib/bank/read.server.ts';

import { lint } from './lint.ts';
import { QUESTIONS, shippedBanks } from './shipped-fixtures.ts';
import { told } from './told.ts';

const shipped = await shippedBanks();
const { located } = await readLocatedBanks(QUESTIONS);

test.each(shipped)(
	'the shipped bank $bank.primer.id has no error, and no warning that is not set aside',
	({ bank, given }) => {
		const locate = located.find((each) => each.bank.primer.id === bank.primer.id)?.locate;
		const grave = lint(bank, given).found.filter(({ level }) => level !== 'info');
		const lines = grave.map((found) => describeProblem(told(found, locate ?? (() => ({ file: '' })))));
		expect(lines.join('\n')).toBe('');
	}
);

test.each(shipped)('no rule is silent over the shipped bank $bank.primer.id', ({ bank, given }) => {
	expect(lint(bank, given).silent).toEqual([]);
});

test.each(shipped)('what $bank.primer.id sets aside has a reason', ({ bank, given }) => {
	for (const { reason } of lint(bank, given).setAside) expect(reason.split(' ').length).toBeGreaterThan(3);
});
