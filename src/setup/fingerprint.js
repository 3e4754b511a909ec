import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash of the names and contents of files and folders: equal when nothing in them has changed. What is missing
 * counts as empty.
 *
 * @param {string} root the folder that the paths are relative to
 * @param {string[]} paths files and folders, with `/`
 * @param {(path: string) => boolean} [counts] whether a file counts
 * @returns {string}
 */
export function fingerprint(root, paths, counts = () => true) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((path) => filesIn(root, path)).filter(counts)) {
		const content = readFileSync(join(root, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} every file at or below the path, in the same order on every machine
 */
function filesIn(root, path) {
	const absolute = join(root, path);
	if (!existsSync(absolute)) return [];
	if (!statSync(absolute).isDirectory()) return [path];
	return readdirSync(absolute)
		.sort()
		.flatMap((name) => filesIn(root, `${path}/${name}`));
}
