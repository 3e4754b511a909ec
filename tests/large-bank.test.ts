import { expect, test, vi } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { checkBank } from '#lib/bank/check.ts';
import { reportFor } from '#lib/lint/report/reporter.server.ts';
import { writeReport, type Task } from '#lib/lint/report/write.ts';
import { processorTime } from '#lib/text/fixtures.ts';

import { generateBank, generateCourse } from './bench/generate-bank.ts';

// A busy machine is slow with large banks.
vi.setConfig({ testTimeout: 120_000 });

const today = '2026-11-28';

function taskOf(bank: Bank): Task {
	return { bank, editions: [], given: { today }, home: '/generated' };
}

function bankOf(files: ReturnType<typeof generateBank>): Bank {
	const { bank, problems } = checkBank('generated', files);
	if (!bank) throw new Error(JSON.stringify(problems[0]));
	return bank;
}

/** What a report costs, in milliseconds of processor time. */
function cost(bank: Bank): number {
	const before = processorTime();
	writeReport(taskOf(bank));
	return processorTime() - before;
}

test.each([
	['on the same facts', generateBank, [250, 1250]],
	['on facts of their own', generateCourse, [80, 400]]
] as const)('five times the items, %s, take about five times as long', (_, make, [few, many]) => {
	// The first report pays for compilation.
	writeReport(taskOf(bankOf(make(100))));
	const small = cost(bankOf(make(few)));
	const large = cost(bankOf(make(many)));
	// Linear is 5, quadratic 25.
	expect(large / small).toBeLessThan(11);
});

test('a report is written once, while the server answers other requests', async () => {
	const bank = bankOf(generateBank(400));
	let prepared = 0;
	const prepare = () => {
		prepared++;
		return Promise.resolve(taskOf(bank));
	};
	let turns = 0;
	const timer = setInterval(() => turns++, 5);
	const [page, same] = await Promise.all([reportFor(bank, today, prepare), reportFor(bank, today, prepare)]);
	clearInterval(timer);
	expect(turns).toBeGreaterThan(20);
	expect([prepared, same]).toEqual([1, page]);
	expect(page).toBe(writeReport(taskOf(bank)));

	expect(await reportFor(bank, '2026-11-29', prepare), 'the old one, until there is a new one').toBe(page);
	await reportFor(bank, '2026-11-29', prepare);
	expect(prepared).toBe(2);
});

test('an error in the thread reaches the caller, and the next request tries again', async () => {
	const bank = bankOf(generateBank(10));
	const broken = () => Promise.reject(new Error('no lock'));
	await expect(reportFor(bank, today, broken)).rejects.toThrow('no lock');
	expect(await reportFor(bank, today, () => Promise.resolve(taskOf(bank)))).toContain('<!doctype html>');
});
