import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { isAnswersFile } from '#lib/bank/course-files.ts';
import type { Problem } from '#lib/bank/problem.ts';
import { readText } from '#lib/bank/read-text.server.ts';
import type { LocatedBank } from '#lib/bank/read.server.ts';
import type { SourceFile } from '#lib/bank/source-file.ts';

import { checkAnswers } from './check-answers.ts';

/**
 * Reads what learners may type in each language of a course, and checks how it is scored. A course without any such file
 * need not have one.
 */
export async function answerProblems({
	bank,
	editions,
	folder
}: Pick<LocatedBank, 'bank' | 'editions' | 'folder'>): Promise<Problem[]> {
	const all = [
		{ bank, name: basename(folder) },
		...editions.map((edition) => ({ bank: edition.bank, name: edition.folder }))
	];
	const read = await Promise.all(
		all.map(async (each) => ({ ...each, source: await readIfThere(dirname(folder), each.name) }))
	);
	if (read.every(({ source }) => source === undefined)) return [];
	return read.flatMap(({ bank: edition, source, name }) =>
		source && 'message' in source ? [source] : checkAnswers(edition, source, name)
	);
}

/** @param root the folder that holds that of the course */
async function readIfThere(root: string, name: string): Promise<SourceFile | Problem | undefined> {
	const folder = join(root, name);
	// That there are two is told where the folder is read.
	const file = (await readdir(folder).catch(() => [])).find(isAnswersFile);
	return file === undefined ? undefined : readText(join(folder, file), `${name}/${file}`);
}
