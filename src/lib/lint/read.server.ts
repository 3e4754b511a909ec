import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Problem } from '#lib/bank/problem.ts';
import * as v from 'valibot';

import { LOCK_FILE, lockSchema, type Lock } from './lock.ts';
import { SHINGLES_FILE, shinglesSchema, type Shingles } from './shingles.ts';

/** What is beside the questions of a primer for the checker alone. */
export interface Aids {
	lock?: Lock;
	shingles?: Shingles;
	problems: Problem[];
}

/**
 * Reads the lock and the shingles of a primer. A missing file is left out.
 *
 * @param folder the path of its folder
 */
export async function readAids(folder: string): Promise<Aids> {
	const [lock, shingles] = await Promise.all([
		readJson(folder, LOCK_FILE, lockSchema),
		readJson(folder, SHINGLES_FILE, shinglesSchema)
	]);
	return {
		...(lock.value && { lock: lock.value }),
		...(shingles.value && { shingles: shingles.value }),
		problems: [...lock.problems, ...shingles.problems]
	};
}

async function readJson<T>(
	folder: string,
	name: string,
	schema: v.GenericSchema<unknown, T>
): Promise<{ value?: T; problems: Problem[] }> {
	const broken = (message: string) => ({
		problems: [
			{
				file: `${basename(folder)}/${name}`,
				message,
				fix: 'It is written by the command line: write it again, or restore it from version control.'
			}
		]
	});
	try {
		const parsed: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
		const result = v.safeParse(schema, parsed);
		return result.success
			? { value: result.output, problems: [] }
			: broken('it is not as this version writes it');
	} catch (error) {
		if (error instanceof SyntaxError) return broken('it is not JSON');
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { problems: [] };
		return broken('it cannot be read');
	}
}
