import { migrate } from '#lib/review/migrate.ts';
import { parseJson } from '#lib/text/parse-json.ts';

import { checkFile } from './check.ts';
import { FILE_VERSION, fileMigrations, FORMAT, LARGEST_FILE, type LearnerFile } from './format.ts';
import type { FileRefusal } from './refusal.ts';

/** How many faults are reported. */
const TOLD = 3;

/** What is in a file, or why it is not taken. */
export type ReadLearnerFile = { ok: true; file: LearnerFile } | { ok: false; refusal: FileRefusal };

/**
 * Reads and checks a file that a learner chose; nothing is kept yet. Answers dated in the future are taken too: what
 * follows from the log counts them as answered now.
 */
export async function readLearnerFile(file: Pick<Blob, 'size' | 'text'>): Promise<ReadLearnerFile> {
	if (file.size > LARGEST_FILE) return refused({ why: 'too-large', size: file.size });
	try {
		return parseLearnerFile(await file.text());
	} catch {
		return refused({ why: 'unreadable' });
	}
}

/** Checks the text of a file, and brings an old version up to date. */
export function parseLearnerFile(text: string): ReadLearnerFile {
	const value = parseJson(text);
	if (value === undefined) return refused({ why: 'not-json' });
	if (!isOfFormat(value)) return refused({ why: 'other-format' });
	if (typeof value.version === 'number' && value.version > FILE_VERSION)
		return refused({ why: 'newer', version: value.version });
	const checked = checkFile(migrate(value, fileMigrations));
	if (checked.ok) return checked;
	const { faults } = checked;
	return refused({ why: 'broken', faults: faults.slice(0, TOLD), count: faults.length });
}

function refused(refusal: FileRefusal): ReadLearnerFile {
	return { ok: false, refusal };
}

function isOfFormat(value: unknown): value is { format: typeof FORMAT; version?: unknown } {
	return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}
