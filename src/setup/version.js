import { fingerprint } from './fingerprint.js';
import { root } from './project.js';

/** What a build is made from. Questions are read when the server starts and need no build. */
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/** The {@link fingerprint} of everything that a build is made from: equal for equal builds. */
export function fingerprintOfSources() {
	return fingerprint(root, SOURCES, (path) => !isCompiled(path) && !/\.test\.ts$/.test(path));
}

/**
 * The name of a build: the same for the same sources, so that what a browser has cached of it stays valid.
 */
export const version = fingerprintOfSources().slice(0, 12);

/**
 * Whether a file below `src` was compiled from others there, or belongs to the compiler itself: it adds
 * nothing to them, and does not exist before the first build.
 *
 * @param {string} path from the project’s folder down, with `/`
 */
function isCompiled(path) {
	return /^src\/(lib\/paraglide\/|messages\/[^/]+\.inlang\/(?!settings\.json$))/.test(path);
}
