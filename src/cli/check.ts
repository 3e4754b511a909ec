import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Bank } from '#lib/bank/bank.ts';
import { describeProblem, type Problem } from '#lib/bank/problem.ts';
import { readLocatedBanks, type LocatedBank } from '#lib/bank/read.server.ts';
import { lint, type Linted } from '#lib/lint/lint.ts';
import { readAids } from '#lib/lint/read.server.ts';
import { ruleLevels, type Level } from '#lib/lint/rule.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { shinglesOf, type Shingles } from '#lib/lint/shingles.ts';
import { told, type Told } from '#lib/lint/told.ts';

import { UsageError } from './usage.ts';

/** What `five-points check` may be told. */
export interface CheckOptions {
	json: boolean;
	/** A file with the text of the source. */
	source?: string;
	/** A file to write the report to. */
	report?: string;
}

/** A bank with what the rules found in it. */
interface CheckedBank {
	bank: Bank;
	linted: Linted;
	findings: Told[];
	setAside: (Told & { reason: string })[];
}

/**
 * `five-points check [folder]`: reads the questions of a folder and prints every problem, every finding of the rules,
 * and what was read.
 *
 * @returns the exit status: 1 when there is a problem or an error
 * @throws {UsageError} when more than one folder is named, or when a file of the options cannot be read or written
 */
export async function check([folder, ...more]: string[], options: CheckOptions): Promise<number> {
	if (more.length > 0) throw new UsageError('“check” takes one folder.');
	const directory = questionsFolder(folder);
	const source = options.source === undefined ? undefined : shinglesOf(await readText(options.source));
	const { located, problems } = await readLocatedBanks(directory);
	const results = await Promise.all(located.map((each) => checkOne(each, directory, source)));
	const all = [...problems, ...results.flatMap((result) => result.problems)];
	const checked = results.map((result) => result.checked);
	process.stdout.write(options.json ? asJson(checked, all) : asText(checked, all));
	if (options.report !== undefined) await writeReport(options.report, checked);
	const failed =
		all.length > 0 || checked.some(({ findings }) => findings.some(({ level }) => level === 'error'));
	return failed ? 1 : 0;
}

/** The folder of questions that a command is about: the one named, the one that QUESTIONS names, or `questions`. */
export function questionsFolder(named: string | undefined): string {
	return resolve(named ?? (process.env['QUESTIONS'] || 'questions'));
}

/** @throws {UsageError} when the file cannot be read */
export async function readText(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch {
		throw new UsageError(`“${file}” cannot be read.`);
	}
}

async function checkOne(
	{ bank, locate }: LocatedBank,
	directory: string,
	source: Shingles | undefined
): Promise<{ checked: CheckedBank; problems: Problem[] }> {
	const { problems, ...aids } = await readAids(directory, bank.primer.id);
	const today = new Date().toISOString().slice(0, 10);
	const linted = lint(bank, { ...aids, today, ...(source && { shingles: source }) });
	const findings = linted.found.map((found) => told(found, locate));
	const setAside = linted.setAside.map((found) => ({ ...told(found, locate), reason: found.reason }));
	return { checked: { bank, linted, findings, setAside }, problems };
}

async function writeReport(file: string, checked: readonly CheckedBank[]): Promise<void> {
	const pages = checked.map(({ bank, linted }) => reportPage(reportOf(bank, linted)));
	const [page] = pages;
	if (pages.length !== 1 || page === undefined) {
		throw new UsageError('“--report” takes a folder with one sound primer.');
	}
	await writeFile(file, page).catch(() => {
		throw new UsageError(`“${file}” cannot be written.`);
	});
}

function asJson(checked: readonly CheckedBank[], problems: readonly Problem[]): string {
	const banks = checked.map(({ bank }) => contentsOf(bank));
	const findings = checked.flatMap((each) => each.findings);
	const setAside = checked.flatMap((each) => each.setAside);
	return `${JSON.stringify({ problems, findings, setAside, banks }, null, '\t')}\n`;
}

function asText(checked: readonly CheckedBank[], problems: readonly Problem[]): string {
	const findings = checked.flatMap((each) => each.findings);
	const lines = [
		...section('Problems', problems),
		...ruleLevels.flatMap((level) =>
			section(
				headings[level],
				findings.filter((each) => each.level === level)
			)
		)
	];
	const read = problems.length > 0 ? [] : checked.map(({ bank }) => contentsLine(bank));
	const summary = problems.length > 0 ? problemSummary(problems) : soundSummary(checked, findings);
	return `${[...lines, ...read, summary].join('\n')}\n`;
}

const headings: Record<Level, string> = { error: 'Errors', warning: 'Warnings', info: 'Worth a look' };

function section(heading: string, problems: readonly Problem[]): string[] {
	return problems.length === 0 ? [] : [heading, ...problems.map(describeProblem), ''];
}

function problemSummary(problems: readonly Problem[]): string {
	const files = new Set(problems.map(({ file }) => file)).size;
	return `${counted(problems.length, 'problem')} in ${counted(files, 'file')}.`;
}

function soundSummary(checked: readonly CheckedBank[], findings: readonly Told[]): string {
	const count = (level: Level) => findings.filter((each) => each.level === level).length;
	const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
	const aside = checked.reduce((sum, { setAside }) => sum + setAside.length, 0);
	const parts = [
		...(errors + warnings === 0
			? ['no problem found']
			: [counted(errors, 'error'), counted(warnings, 'warning')]),
		...(infos > 0 ? [`${infos} worth a look`] : []),
		...(aside > 0 ? [`${counted(aside, 'finding')} set aside with a reason`] : [])
	];
	return `${counted(checked.length, 'primer')} read, ${parts.join(', ')}.`;
}

function contentsLine(bank: Bank): string {
	const { id, title, items, facts } = contentsOf(bank);
	return `${id}: ${title}, ${counted(items, 'item')}, ${counted(facts, 'fact')}`;
}

/** What a sound bank holds, in numbers. */
interface Contents {
	id: string;
	title: string;
	items: number;
	facts: number;
}

function contentsOf({ primer, items }: Bank): Contents {
	return { id: primer.id, title: primer.title, items: items.length, facts: primer.facts.length };
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
