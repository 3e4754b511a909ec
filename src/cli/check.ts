import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Problem } from '#lib/bank/problem.ts';
import { readLibrary, type LocatedBank } from '#lib/bank/read.server.ts';
import { answerProblems } from '#lib/lint/answers/read.server.ts';
import { lintEditions } from '#lib/lint/editions.ts';
import { lint } from '#lib/lint/lint.ts';
import { readAids } from '#lib/lint/read.server.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { shinglesOf, type Shingles } from '#lib/lint/shingles.ts';
import { told } from '#lib/lint/told.ts';

import { asJson, asText, type CheckedBank } from './check-output.ts';
import { RefusedError, UsageError } from './usage.ts';

/** The options of `five-points check`. */
export interface CheckOptions {
	json: boolean;
	/** A file with the text of the source. */
	source?: string;
	/** A file to write the report to. */
	report?: string;
}

/**
 * `five-points check [folder]`: reads the questions of a folder and prints every problem, every finding of the rules,
 * and what was read.
 *
 * @returns the exit status: 1 when there is a problem or an error
 * @throws {UsageError} when more than one folder is named
 * @throws {RefusedError} when a file of the options cannot be read or written
 */
export async function check([folder, ...more]: string[], options: CheckOptions): Promise<number> {
	if (more.length > 0) throw new UsageError('“check” takes one folder.');
	const directory = questionsFolder(folder);
	const source = options.source === undefined ? undefined : shinglesOf(await readText(options.source));
	const { located, problems, passedOver } = await readLibrary(directory);
	const results = await Promise.all(located.map((each) => checkOne(each, source)));
	const all = [...problems, ...results.flatMap((result) => result.problems)];
	const checked = results.map((result) => result.checked);
	process.stdout.write(options.json ? asJson(checked, all) : asText(checked, all, passedOver));
	if (options.report !== undefined) await writeReport(options.report, checked);
	const failed =
		all.length > 0 || checked.some(({ findings }) => findings.some(({ level }) => level === 'error'));
	return failed ? 1 : 0;
}

/**
 * The folder of questions that a command works on: the one named, or the one in QUESTIONS, or `questions`.
 */
export function questionsFolder(named: string | undefined): string {
	return resolve(named ?? (process.env['QUESTIONS'] || 'questions'));
}

/** @throws {RefusedError} when the file cannot be read */
export async function readText(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch {
		throw new RefusedError(`“${file}” cannot be read. Check its name and permissions.`);
	}
}

async function checkOne(
	{ bank, locate, editions, folder }: LocatedBank,
	source: Shingles | undefined
): Promise<{ checked: CheckedBank; problems: Problem[] }> {
	const { problems, ...aids } = await readAids(folder);
	problems.push(...(await answerProblems({ bank, editions, folder })));
	const today = new Date().toISOString().slice(0, 10);
	const given = { ...aids, today, ...(source && { shingles: source }) };
	const linted = lint(bank, given);
	const translations = lintEditions(bank, editions, given);
	const all = [{ locate, linted }, ...translations];
	const findings = all.flatMap((each) => each.linted.found.map((found) => told(found, each.locate)));
	const setAside = all.flatMap((each) =>
		each.linted.setAside.map((found) => ({ ...told(found, each.locate), reason: found.reason }))
	);
	const missing = translations.flatMap((each) => each.missing);
	return { checked: { bank, linted, translations, findings, setAside, missing }, problems };
}

async function writeReport(file: string, checked: readonly CheckedBank[]): Promise<void> {
	const pages = checked.map(({ bank, linted, translations }) =>
		reportPage(reportOf(bank, linted, { translations }))
	);
	const [page] = pages;
	if (pages.length !== 1 || page === undefined) {
		throw new RefusedError('“--report” takes a folder with one sound primer. Name that of one course.');
	}
	await writeFile(file, page).catch(() => {
		throw new RefusedError(`“${file}” cannot be written. Check its name and the permissions of its folder.`);
	});
}
