import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node that comes with the project as an npm package, whichever Node runs npm. */
export const ownNode = join(
	root,
	'node_modules/node/bin',
	process.platform === 'win32' ? 'node.exe' : 'node'
);

/**
 * A JSON file as an object; an empty one if the file is missing or broken.
 *
 * @param {string} file absolute path
 * @returns {Record<string, unknown>}
 */
export function readJson(file) {
	try {
		return /** @type {Record<string, unknown>} */ (JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return {};
	}
}
