import { resolve } from 'node:path';

import type { Bank } from '#lib/bank/bank.ts';
import { describeProblem, type Problem } from '#lib/bank/problem.ts';
import { readBanks } from '#lib/bank/read.server.ts';

import { UsageError } from './usage.ts';

/**
 * `five-points check [folder]`: reads the questions of a folder and prints every problem, or what was read.
 *
 * @returns the exit status: 1 when there is a problem
 * @throws {UsageError} when more than one folder is named
 */
export async function check([folder, ...more]: string[], { json }: { json: boolean }): Promise<number> {
	if (more.length > 0) throw new UsageError('“check” takes one folder.');
	const { banks, problems } = await readBanks(resolve(folder ?? (process.env['QUESTIONS'] || 'questions')));
	process.stdout.write(json ? asJson(banks, problems) : asText(banks, problems));
	return problems.length > 0 ? 1 : 0;
}

function asJson(banks: Bank[], problems: Problem[]): string {
	return `${JSON.stringify({ problems, banks: banks.map(contentsOf) }, null, '\t')}\n`;
}

function asText(banks: Bank[], problems: Problem[]): string {
	if (problems.length === 0) return soundText(banks.map(contentsOf));
	const files = new Set(problems.map(({ file }) => file)).size;
	const summary = `${counted(problems.length, 'problem')} in ${counted(files, 'file')}.`;
	return `${[...problems.map(describeProblem), '', summary].join('\n')}\n`;
}

function soundText(contents: Contents[]): string {
	const lines = contents.map(
		({ id, title, items, facts }) => `${id}: ${title}, ${counted(items, 'item')}, ${counted(facts, 'fact')}`
	);
	return `${[...lines, `${counted(contents.length, 'primer')} read, no problem found.`].join('\n')}\n`;
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
