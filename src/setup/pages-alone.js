import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The end of the name of a file that is the script of the page in its folder. */
const SUFFIX = '.entry.ts';

/**
 * Builds the scripts of the pages that run without SvelteKit’s client: of each page with a file `*.entry.ts` in its
 * folder. What such a script imports at once is requested together with it, so that the server has to know the names of
 * these chunks, and it is built first. So they are declared, and the build makes sure of them.
 *
 * @param {string} root the project’s folder
 * @param {string} version of the build, a part of the name of each script
 * @param {Record<string, readonly string[]>} chunks the names of the chunks that each script begins with
 * @returns {{ plugin: import('vite').Plugin, pages: PageAlone[] }}
 *
 * @typedef {object} PageAlone
 * @property {string} route SvelteKit’s id of it
 * @property {string} name of its script
 * @property {string} file its script, from the project’s folder down
 * @property {readonly string[]} chunks the names of those that the script begins with
 */
export function pagesAlone(root, version, chunks) {
	const pages = readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith(SUFFIX))
		.sort()
		.map((path) => {
			const name = basename(path, SUFFIX);
			return {
				...{ route: `/${dirname(path)}`, name, file: `src/routes/${path}` },
				chunks: chunks[name] ?? []
			};
		});
	return {
		pages,
		plugin: {
			name: 'five-points-pages-alone',
			apply: 'build',
			applyToEnvironment: ({ name }) => name === 'client',
			buildStart() {
				for (const { name, file } of pages)
					this.emitFile({
						...{ type: 'chunk', id: join(root, file), name },
						fileName: `_app/immutable/entry/${name}.${version}.js`
					});
			},
			generateBundle(_, bundle) {
				for (const { file, chunks } of pages) {
					const entry = Object.values(bundle).find(
						(each) => each.type === 'chunk' && each.facadeModuleId === join(root, file)
					);
					const needed = importedAtOnce(bundle, entry);
					if (needed.join() !== chunks.toSorted().join())
						throw new Error(
							`${file} begins with the chunks ${needed.join(', ')}: name just these in vite.config.ts.`
						);
				}
			}
		}
	};
}

/**
 * The names of all chunks that run before one does, sorted.
 *
 * @param {import('vite').Rolldown.OutputBundle} bundle
 * @param {import('vite').Rolldown.OutputAsset | import('vite').Rolldown.OutputChunk | undefined} chunk
 */
function importedAtOnce(bundle, chunk) {
	const reached = new Set([chunk]);
	for (const each of reached)
		if (each?.type === 'chunk') for (const file of each.imports) reached.add(bundle[file]);
	reached.delete(chunk);
	return [...reached].flatMap((each) => (each?.type === 'chunk' ? [each.name] : [])).sort();
}
