import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describeProblems, type Problem } from '#lib/bank/problem.ts';
import { readLibrary, type LocatedBank } from '#lib/bank/read.server.ts';
import { LOCK_FILE, lockOf } from '#lib/lint/lock.ts';
import { lint } from '#lib/lint/lint.ts';
import { readAids } from '#lib/lint/read.server.ts';
import { permanence } from '#lib/lint/structure/permanence.ts';
import { told } from '#lib/lint/told.ts';

import { questionsFolder } from './check.ts';
import { UsageError } from './usage.ts';

/**
 * `five-points lock [folder]`: writes down the id and the key of every item. It refuses if an item written
 * down before is gone or has changed without a new revision.
 *
 * @returns the exit status: 1 when something was refused
 * @throws {UsageError} when more than one folder is named
 */
export async function lock([folder, ...more]: string[]): Promise<number> {
	if (more.length > 0) throw new UsageError('“lock” takes one folder.');
	const directory = questionsFolder(folder);
	const { located, problems } = await readLibrary(directory);
	const refused = [...problems, ...(await Promise.all(located.map((each) => broken(each)))).flat()];
	if (refused.length > 0) {
		process.stdout.write(`${describeProblems(refused)}\n\nNothing was locked.\n`);
		return 1;
	}
	for (const { bank, folder: path } of located) {
		const file = join(path, LOCK_FILE);
		await writeFile(file, `${JSON.stringify(lockOf(bank), null, '\t')}\n`);
		process.stdout.write(`${bank.primer.id}/${LOCK_FILE}: ${bank.items.length} items locked.\n`);
	}
	return 0;
}

/** What the new lock would hide. */
async function broken({ bank, locate, folder }: LocatedBank): Promise<Problem[]> {
	const { problems, lock: former } = await readAids(folder);
	const { found } = lint(bank, { today: '', ...(former && { lock: former }) }, [permanence]);
	const ofKeys = found.filter(({ rule }) => rule === permanence.id);
	return [...problems, ...ofKeys.map((finding) => told(finding, locate))];
}
