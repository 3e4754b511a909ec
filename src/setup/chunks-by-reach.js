import { sep } from 'node:path';

import { reachedFrom } from './reach.js';

/**
 * Splits the client into chunks by what each stage of a visit imports statically. A browser requests six
 * files at a time, and on a slow network a request costs more than a few unneeded bytes. A module goes with
 * the first stage that imports it; what no stage imports is left to the bundler.
 *
 * @param {readonly Stage[]} stages in the order of a visit
 * @returns {{
 *   plugin: import('vite').Plugin,
 *   groups: import('vite').Rolldown.CodeSplittingGroup[],
 *   ahead: string[]
 * }} plugin and groups go into the configuration; `ahead` names the chunks that a page may request by name
 *
 * @typedef {object} Stage
 * @property {string} name of its chunk
 * @property {readonly string[]} from the files that the stage begins with, as paths from the root of the
 * project; a folder, with a slash at its end, means everything in it that is loaded on demand
 * @property {boolean} [shared] only what several of these files import goes together; the rest stays with
 * each
 * @property {boolean} [apart] what pages outside all stages need too gets its own chunk, so that they need
 * not load the whole
 * @property {boolean} [ahead] a page requests its chunk by name, before its script needs it
 */
export function chunksByReach(stages) {
	/** @type {Map<string, string>} */
	const chunks = new Map();
	const ahead = stages.flatMap(({ name, apart, ahead }) =>
		ahead ? [name, ...(apart ? [elsewhere(name)] : [])] : []
	);
	return {
		ahead,
		// A group pulls in what its modules need, so the first stage has to choose first.
		groups: stages
			.flatMap(({ name }) => [elsewhere(name), name])
			.map((name, index, { length }) => ({
				name,
				test: (id) => chunks.get(id) === name,
				priority: length - index
			})),
		plugin: {
			name: 'five-points-chunks-by-reach',
			apply: 'build',
			applyToEnvironment: ({ name }) => name === 'client',
			buildEnd() {
				chunks.clear();
				const graph = new Map([...this.getModuleIds()].map((id) => [id, this.getModuleInfo(id)]));
				const beginningsOf = (/** @type {Stage} */ { name, from }) =>
					from.flatMap((file) => {
						const found = [...graph].filter(
							([id, info]) => isAt(id, file) && (!file.endsWith('/') || isCalledFor(info))
						);
						if (found.length === 0)
							throw new Error(`The stage “${name}” begins with ${file}, which no page loads.`);
						return found.map(([id]) => id);
					});
				const importedFrom = (/** @type {readonly string[]} */ beginnings) =>
					reachedFrom(beginnings, (id) => graph.get(id)?.importedIds ?? []);
				const staged = stages.map((stage) => ({ ...stage, beginnings: beginningsOf(stage) }));
				const first = new Set(staged.flatMap(({ beginnings }) => beginnings));
				const pages = importedFrom([...graph.keys()].filter((id) => isPage(id) && !first.has(id)));
				for (const { name, beginnings, shared, apart } of staged) {
					const times = countEach(
						shared ? beginnings.map((id) => importedFrom([id])) : [importedFrom(beginnings)]
					);
					for (const [id, count] of times) {
						// What begins a page acts as soon as it runs, so that no other page may come by it.
						if (chunks.has(id) || graph.get(id)?.isEntry || (shared && count < 2)) continue;
						chunks.set(id, apart && pages.has(id) ? elsewhere(name) : name);
					}
				}
			},
			generateBundle(_, bundle) {
				const made = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.name : ''));
				for (const name of ahead)
					if (!made.includes(name))
						throw new Error(`A page requests the chunk “${name}”, but the build has none of that name.`);
			}
		}
	};
}

/** In how many of the sets each id is. @param {readonly Set<string>[]} sets */
function countEach(sets) {
	/** @type {Map<string, number>} */
	const times = new Map();
	for (const set of sets) for (const id of set) times.set(id, (times.get(id) ?? 0) + 1);
	return times;
}

/** Whether a module is the file, or in the folder, of a path. @param {string} id @param {string} path */
function isAt(id, path) {
	const own = id.replaceAll(sep, '/');
	return path.endsWith('/') ? own.includes(`/${path}`) : own.endsWith(`/${path}`);
}

/** @param {import('vite').Rolldown.ModuleInfo | null} info */
function isCalledFor(info) {
	return (info?.dynamicImporters.length ?? 0) > 0;
}

/** @param {string} id */
function isPage(id) {
	return /\/\+(page|layout|error)\.(svelte|ts|js)$/.test(id);
}

/** @param {string} stage */
function elsewhere(stage) {
	return `${stage}-elsewhere`;
}
