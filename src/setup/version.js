import { isCompiled } from './compiled.js';
import { fingerprint } from './fingerprint.js';
import { root } from './project.js';

/** What a build is made of. Questions are read when the server starts and need none. */
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

/** The {@link fingerprint} of all that a build is made of: equal for builds that are. */
export function fingerprintOfSources() {
	return fingerprint(root, SOURCES, (path) => !isCompiled(path) && !/\.test\.ts$/.test(path));
}

/** What a build is called: the same for the same sources, so that what a browser has kept of it stays good. */
export const version = fingerprintOfSources().slice(0, 12);
