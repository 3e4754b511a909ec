import { isCompiled } from './compiled.js';
import { fingerprint } from './fingerprint.js';
import { root } from './project.js';

/** What a build is called: the same for the same sources, so that what a browser has kept of it stays good. */
export const version = fingerprint(
	root,
	['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'],
	(path) => !isCompiled(path)
).slice(0, 12);
