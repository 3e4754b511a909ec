import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, courseCopy } from './fixtures.ts';

const course = courseCopy();

beforeEach(course.make);
afterEach(course.remove);

const check = (...args: string[]) => call('check', course.path('questions'), ...args);

/** An option of the first item that refers to all others. */
function spoil(): void {
	course.change('0-opening.yaml', /(?<=\n {8}text: ).+/, 'all of the above');
}

describe('five-points check, of what the rules find,', () => {
	test('prints each error with its place, its rule and what to do, and fails', async () => {
		spoil();
		const { status, stdout } = await check();
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/^Errors\nparis-call\/0-opening\.yaml:\d+:15: “[\w-]+” options\[0\]\.text: the option “all of the above” refers to others \(W-01\)\n {4}Name what it refers to/
		);
		expect(stdout).toMatch(/\n1 primer read, \d+ errors?, \d+ warnings?.*\.\n$/);
	});

	test('does not fail for a warning', async () => {
		course.change(
			'0-opening.yaml',
			/(?<=\n {4}kind: single-choice[^]*?\n {4}stem: ).+/,
			'Name what was launched.'
		);
		const { status, stdout } = await check();
		expect(stdout).toMatch(
			/\nthe stem does not end in a question|: the stem does not end in a question \(W-16\)/
		);
		expect(stdout).toMatch(/, 0 errors, [1-9]\d* warnings?/);
		expect(status).toBe(0);
	});

	test('passes over what an item sets aside with a reason, and counts it', async () => {
		course.change(
			'0-opening.yaml',
			/(?<=\n {4}kind: single-choice[^]*?\n {4}stem: ).+/,
			'Name what was launched.'
		);
		course.change(
			'0-opening.yaml',
			/(?=\n {4}stem: Name what was launched)/,
			'\n    ignore: [{ rule: W-16, reason: it is a request and reads as one }]'
		);
		const { status, stdout } = await check();
		expect([status, stdout.includes('W-16')]).toEqual([0, false]);
		expect(stdout).toMatch(/, \d+ findings? set aside with a reason\.\n$/);
		const aside = { rule: 'W-16', reason: 'it is a request and reads as one' };
		expect(JSON.parse((await check('--json')).stdout)).toMatchObject({
			findings: expect.not.arrayContaining([expect.objectContaining({ rule: 'W-16' })]),
			setAside: expect.arrayContaining([expect.objectContaining(aside)])
		});
	});

	test('refuses to set a rule aside without a reason', async () => {
		course.change('0-opening.yaml', /(?=\n {4}stem: )/, '\n    ignore: [{ rule: W-16, reason: just so }]');
		const { status, stdout } = await check();
		expect([status, stdout]).toEqual([1, expect.stringContaining('ignore[0].reason: is no reason')]);
	});

	test('prints findings as JSON, each with file, line, rule and level', async () => {
		spoil();
		const { status, stdout } = await check('--json');
		expect(status).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject({
			problems: [],
			findings: expect.arrayContaining([
				{
					file: 'paris-call/0-opening.yaml',
					line: expect.any(Number),
					column: 15,
					path: expect.stringMatching(/^“[\w-]+” options\[0\]\.text$/),
					message: expect.stringContaining('(W-01)'),
					fix: expect.any(String),
					rule: 'W-01',
					level: 'error'
				}
			])
		});
	});

	test('says of a lock that is broken what to do', async () => {
		writeFileSync(course.file('items.lock.json'), '{');
		writeFileSync(course.file('source-shingles.json'), '{}');
		const { status, stdout } = await check();
		expect(status).toBe(1);
		expect(stdout).toContain('paris-call/items.lock.json: it is not JSON');
		expect(stdout).toContain('paris-call/source-shingles.json: it is not as this version writes it');
	});
});

describe('five-points check --source', () => {
	test('finds eight words in a row that are those of a text', async () => {
		const stem = /\n {4}stem: "?([^\n"]+)/.exec(course.read('0-opening.yaml'))?.[1] ?? '';
		const source = course.path('source.txt');
		writeFileSync(source, `It was once asked: ${stem} Nobody knew.`);
		const { status, stdout } = await check('--source', source);
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/stem: “.+” is in the source word for word \(C-07\)\n {4}Say it in your own words/
		);
		writeFileSync(source, 'Something else entirely.');
		expect((await check('--source', source)).status).toBe(0);
	});

	test('refuses a file that it cannot read', async () => {
		const { status, stderr } = await check('--source', course.path('nowhere.txt'));
		expect([status, stderr]).toEqual([2, expect.stringContaining('nowhere.txt” cannot be read.')]);
	});
});

describe('five-points check --report', () => {
	test('writes a page with all that was found', async () => {
		spoil();
		const page = course.path('report.html');
		expect((await check('--report', page)).status).toBe(1);
		const html = readFileSync(page, 'utf8');
		expect(html).toMatch(/^<!doctype html>/);
		expect(html).toContain('the option “all of the above” refers to others');
	});

	test('refuses a place that it cannot write to, and several primers', async () => {
		const { status, stderr } = await check('--report', course.path('no/such/folder.html'));
		expect([status, stderr]).toEqual([2, expect.stringContaining('folder.html” cannot be written.')]);
		course.addPrimer('another');
		const two = await check('--report', course.path('report.html'));
		expect([two.status, two.stderr]).toEqual([
			2,
			expect.stringContaining('takes a folder with one sound primer')
		]);
		expect(existsSync(course.path('report.html'))).toBe(false);
	});
});
