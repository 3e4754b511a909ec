import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SHINGLES_FILE, shinglesOf } from '#lib/lint/shingles.ts';

import { readText } from './check.ts';
import { RefusedError, UsageError } from './usage.ts';

/**
 * `five-points shingles <primer> <file>`: writes fingerprints of the source’s words into a primer’s folder. The text
 * itself stays where it is.
 *
 * @returns the exit status
 * @throws {UsageError} when not just a folder and a file are named
 * @throws {RefusedError} when one of them cannot be used
 */
export async function shingles([primer, source, ...more]: string[]): Promise<number> {
	if (primer === undefined || source === undefined || more.length > 0) {
		throw new UsageError('“shingles” takes the folder of a primer and a text file.');
	}
	const made = shinglesOf(await readText(source));
	const file = join(primer, SHINGLES_FILE);
	await writeFile(file, `${JSON.stringify(made, null, '\t')}\n`).catch(() => {
		throw new RefusedError(`“${file}” cannot be written. Check that “${primer}” is the folder of a primer.`);
	});
	process.stdout.write(`${file}: ${made.runs.length} runs of ${made.words} words.\n`);
	return 0;
}
