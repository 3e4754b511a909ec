import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

let kept: string | undefined;

/**
 * The secret that signs exams: `SECRET` from the environment; else one made once and kept in the data folder
 * (`DATA`, by default `.data`), so that exams outlast a restart; else, where nothing can be written, one that lasts
 * as long as the process.
 */
export function examSecret(environment: NodeJS.ProcessEnv = process.env): string {
	kept ??= environment['SECRET'] || secretFile(environment['DATA'] || '.data');
	return kept;
}

function secretFile(folder: string): string {
	const file = join(folder, 'secret');
	const fresh = randomBytes(32).toString('base64url');
	try {
		mkdirSync(folder, { recursive: true });
		// “wx” fails if another process has just written it; then that one’s is read.
		writeFileSync(file, fresh, { flag: 'wx', mode: 0o600 });
		return fresh;
	} catch {
		return existing(file) ?? fresh;
	}
}

function existing(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').trim() || undefined;
	} catch {
		return undefined;
	}
}
