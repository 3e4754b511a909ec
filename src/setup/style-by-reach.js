import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { reachedFrom } from './reach.js';

/** A page, or what stands around it. */
const OF_A_PAGE = /^\+(page|layout|error)\.(svelte|ts|js)$/;

/** What a module cannot run without; a type is nothing to load. */
const AT_ONCE = /^\s*(?:import|export)\b(?!\s+type\b)[^;'"`()]*?(?:\bfrom\s*)?['"]([^'"]+)['"]/gm;

/** What a module loads when it calls for it. */
const CALLED_FOR = /\bimport\(\s*['"]([^'"]+)['"]/g;

/**
 * Finds the components that some page shows only later: those that it reaches through an `import()` and not at once.
 * They bring their own style, wherever they are shown. The sheet of a page, which comes before anything of it is seen,
 * has all the rest that the page may ever show.
 *
 * @param {string} source the folder of the source, absolute; its `lib` is what `#lib/` stands for
 * @returns {(file: string) => boolean} whether a component, by its absolute path, is one of them
 */
export function shownLater(source) {
	/** @type {Set<string> | undefined} */
	let later;
	return (file) => (later ??= findLater(source)).has(resolve(file));
}

/** @param {string} source */
function findLater(source) {
	/** @type {Map<string, { atOnce: string[], calledFor: string[] }>} */
	const known = new Map();
	const importsOf = (/** @type {string} */ file) => {
		const imports = known.get(file) ?? readImports(source, file);
		known.set(file, imports);
		return imports;
	};
	/** @type {Set<string>} */
	const later = new Set();
	for (const begins of pagesIn(join(source, 'routes'))) {
		const first = reachedFrom(begins, (file) => importsOf(file).atOnce);
		const ever = reachedFrom(begins, (file) => Object.values(importsOf(file)).flat());
		for (const file of ever) if (!first.has(file)) later.add(file);
	}
	return later;
}

/**
 * The files that each page of a folder begins with: its own, and the layouts around it.
 *
 * @param {string} folder
 * @param {readonly string[]} [around]
 * @returns {string[][]}
 */
function pagesIn(folder, around = []) {
	const entries = readdirSync(folder, { withFileTypes: true });
	const own = entries.flatMap(({ name }) => (OF_A_PAGE.test(name) ? [join(folder, name)] : []));
	const layouts = own.filter((file) => !/\+page\.\w+$/.test(file));
	return [
		[...around, ...own],
		...entries
			.filter((entry) => entry.isDirectory())
			.flatMap(({ name }) => pagesIn(join(folder, name), [...around, ...layouts]))
	];
}

/** The own files that a module imports. @param {string} source @param {string} file */
function readImports(source, file) {
	const text = /\.(svelte|ts|js)$/.test(file) && existsSync(file) ? readFileSync(file, 'utf8') : '';
	const named = (/** @type {RegExp} */ pattern) =>
		[...text.matchAll(pattern)].flatMap(([, name = '']) => {
			if (name.startsWith('#lib/')) return [join(source, 'lib', name.slice('#lib/'.length))];
			return name.startsWith('.') ? [resolve(dirname(file), name)] : [];
		});
	return { atOnce: named(AT_ONCE), calledFor: named(CALLED_FOR) };
}
