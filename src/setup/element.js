import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { rolldown } from 'rolldown';
import { build } from 'vite';

import { LANGUAGE_IS_ASKED, languageLeftOpen, PAGE_LANGUAGE, withoutBarrel } from './client-per-language.js';
import { elementStyles } from './element-styles.js';
import { reachedFrom } from './reach.js';
import { styleWithoutComments } from './style-without-comments.js';

/** Where they are served, below the site’s root. */
const FOLDER = 'embed';

/** What loads a player, and the player: the build has one for each language. */
const LOADER = 'src/lib/embed/element/load-player.ts';
const PLAYER = 'src/lib/embed/element/player.ts';

/** Where each kind of question has its view, and where what it is. */
const KINDS = '/src/lib/player/kinds/';
const KINDS_CODE = /\/src\/lib\/kinds\//;

/** The end of the name of a file that other people’s pages load, built; what comes before names the built one. */
const SUFFIX = '.entry.ts';

/**
 * Builds, together with the client, what plays a quiz in other people’s pages, in all languages of the interface: each
 * entry whole, as packages need it (`NAME.all.js`, or `NAME.LANGUAGE.all.js` that speaks one language), and the element
 * also as a module that loads its parts from beside it when they are needed (`NAME.js`, and a folder for each language).
 * None of them needs anything else at run time.
 *
 * @param {string} root the project’s folder
 * @param {readonly string[]} languages
 * @param {Shared} shared what this build shares with the client’s
 * @returns {import('vite').Plugin}
 */
export function element(root, languages, shared) {
	/** @type {Promise<Map<string, string>> | undefined} */
	let building;
	return {
		name: 'five-points-element',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildEnd(error) {
			// By now the messages are compiled. Both bundlers work at once.
			if (!error) building = built(root, languages, shared);
			building?.catch(() => undefined);
		},
		async writeBundle({ dir = '' }) {
			await rm(join(dir, FOLDER), { recursive: true, force: true });
			for (const [name, code] of (await building) ?? []) {
				const path = join(dir, FOLDER, name);
				await mkdir(dirname(path), { recursive: true });
				await writeFile(path, code);
			}
		}
	};
}

/**
 * The code of each file, by its name.
 *
 * @type {(
 *   root: string,
 *   languages: readonly string[],
 *   shared: Shared
 * ) => Promise<Map<string, string>>}
 */
async function built(root, languages, shared) {
	const compiled = await compile(root, shared);
	/** @type {Map<string, string>} */
	const files = new Map();
	/** @type {Map<string, string>} */
	const players = new Map();
	for (const language of languages) {
		const { entry, parts } = await inLanguage(compiled, language);
		players.set(language, `./${entry}`);
		for (const [name, code] of parts) files.set(name, code);
	}
	for (const path of entriesIn(root)) {
		const [name, entry] = [basename(path, SUFFIX), compiled.chunkOf(path)];
		const loads = neededBy(compiled.chunks, entry).has(compiled.chunkOf(LOADER));
		if (loads) files.set(`${name}.js`, await alone(compiled, entry, players));
		files.set(`${name}.all.js`, await whole(compiled, entry, loads ? 'esm' : 'iife'));
		if (!loads)
			for (const language of languages)
				files.set(`${name}.${language}.all.js`, await whole(compiled, entry, 'iife', language));
	}
	return files;
}

/**
 * What this build shares with the client’s.
 *
 * @typedef {{
 *   resolve: NonNullable<import('vite').UserConfig['resolve']>,
 *   build: Pick<import('vite').BuildOptions, 'rolldownOptions'>
 * }} Shared
 */

/**
 * What a build has made of the source, its language left open.
 *
 * @typedef {object} Compiled
 * @property {ReadonlyMap<string, import('vite').Rolldown.OutputChunk>} chunks by their names
 * @property {(path: string) => string} chunkOf the name of the chunk that a file of ours begins
 */

/**
 * @param {string} root
 * @param {Shared} shared
 * @returns {Promise<Compiled>}
 */
async function compile(root, shared) {
	const output = await build({
		...{ configFile: false, root, publicDir: false, logLevel: 'warn', mode: 'production' },
		...{ resolve: shared.resolve },
		plugins: [
			languageLeftOpen,
			elementStyles(root),
			svelte({
				configFile: false,
				compilerOptions: { runes: true, css: 'external' },
				preprocess: styleWithoutComments
			}),
			{
				name: 'five-points-own-messages',
				transform: (code, id) => (id.includes('/src/') ? withoutBarrel(code) : null)
			}
		],
		build: {
			...{ write: false, target: 'es2023', minify: false },
			// As a library, it preloads nothing by itself, and has no code for that.
			lib: {
				entry: [...entriesIn(root), PLAYER, LOADER, 'src/lib/embed/element/xapi-store.ts'].map((file) =>
					join(root, file)
				),
				formats: ['es']
			},
			rolldownOptions: {
				...shared.build.rolldownOptions,
				preserveEntrySignatures: 'strict',
				optimization: { inlineConst: { mode: 'all', pass: 3 } },
				// Names without a hash, which would come into those of the parts, and differs from folder to folder.
				output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: 'dce-only' }
			}
		}
	});
	const chunks = new Map(
		[output]
			.flat()
			.flatMap((each) => ('output' in each ? each.output : []))
			.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : []))
	);
	const chunkOf = (/** @type {string} */ path) => {
		const found = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === join(root, path));
		if (!found) throw new Error(`The build of the element has no chunk for ${path}.`);
		return found.fileName;
	};
	return { chunks, chunkOf };
}

/** Up to how many characters a part, as it is written, costs less than a request of its own. */
const SMALL = 4000;

/**
 * The player in one language: what its first question needs is one file, whatever its kind, but for what that kind has
 * alone; and what follows the first answer is another.
 *
 * @param {Compiled} compiled
 * @param {string} language
 */
async function inLanguage({ chunks, chunkOf }, language) {
	const player = chunkOf(PLAYER);
	const first = neededBy(chunks, player);
	const later = chunkOf('src/lib/player/later.ts');
	const afterwards = new Set([...neededBy(chunks, later)].filter((name) => !first.has(name)));
	const kinds = [...chunks.values()].filter(
		({ facadeModuleId, isDynamicEntry }) =>
			isDynamicEntry && (facadeModuleId?.includes(KINDS) || KINDS_CODE.test(facadeModuleId ?? ''))
	);
	const reaching = kinds.map(({ fileName }) => neededBy(chunks, fileName));
	// What a kind waits for would come after it: a request later.
	const isShared = (/** @type {string} */ name) => {
		const needing = reaching.filter((reached) => reached.has(name)).length;
		if (afterwards.has(name)) return needing > 0;
		return needing > 2 || (needing > 1 && (chunks.get(name)?.code.length ?? 0) < SMALL);
	};
	const output = await bundled(codeIn(chunks), player, language, {
		entryFileNames: `${language}/player-[hash].js`,
		chunkFileNames: `${language}/[name]-[hash].js`,
		codeSplitting: {
			groups: [
				{ name: 'player', test: (id) => first.has(id) || isShared(id), priority: 2 },
				{ name: 'later', test: (id) => afterwards.has(id), priority: 1 }
			]
		}
	});
	const entry = output.find(({ isEntry }) => isEntry);
	if (!entry) throw new Error(`The player in ${language} has no beginning.`);
	return {
		entry: entry.fileName,
		parts: output.map(({ fileName, code }) => /** @type {const} */ ([fileName, code]))
	};
}

/**
 * An entry without the player, which it loads in the language that it needs.
 *
 * @param {Compiled} compiled
 * @param {string} entry the name of its chunk
 * @param {ReadonlyMap<string, string>} players the address of each, from the entry
 */
async function alone({ chunks, chunkOf }, entry, players) {
	const table = [...players].map(
		([language, path]) => `${JSON.stringify(language)}: () => import(${JSON.stringify(path)})`
	);
	const loader = `const players = { ${table.join(', ')} };\nexport const loadPlayer = (language) => players[language]();`;
	const [file] = await bundled(
		new Map([...codeIn(chunks), [chunkOf(LOADER), loader]]),
		entry,
		undefined,
		{ codeSplitting: false },
		[...players.values()]
	);
	return file?.code ?? '';
}

/**
 * An entry with all its parts in one file.
 *
 * @param {Compiled} compiled
 * @param {string} entry
 * @param {'esm' | 'iife'} format a module, or a script of the older kind: that is loaded also from a disk, and in a frame
 * without an origin, where modules are not
 * @param {string} [language] the only one that it speaks; by default all
 */
async function whole({ chunks }, entry, format, language) {
	const [file] = await bundled(codeIn(chunks), entry, language, { codeSplitting: false, format });
	return file?.code ?? '';
}

/**
 * Bundles built chunks again, with the language that was left open.
 *
 * @param {ReadonlyMap<string, string>} chunks
 * @param {string} entry
 * @param {string | undefined} language undefined: that which is asked for at run time
 * @param {import('rolldown').OutputOptions} options
 * @param {readonly string[]} external addresses that stay as they are
 */
async function bundled(chunks, entry, language, options, external = []) {
	const bundle = await rolldown({
		input: entry,
		// Parts import what they share from the entry itself, not the entry from one more file.
		preserveEntrySignatures: 'allow-extension',
		plugins: [
			{
				name: 'five-points-built-parts',
				resolveId: (id, importer) =>
					external.includes(id)
						? { id, external: true }
						: importer === undefined
							? id
							: join(dirname(importer), id),
				load: (id) => chunks.get(id)
			}
		],
		transform: {
			define: {
				[PAGE_LANGUAGE]: language === undefined ? 'undefined' : JSON.stringify(language),
				// What loads a player says itself in which language it speaks.
				[LANGUAGE_IS_ASKED]: String(external.length === 0)
			}
		},
		optimization: { inlineConst: { mode: 'all', pass: 3 } }
	});
	const { output } = await bundle.generate({ ...options, minify: true });
	await bundle.close();
	return output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}

/** All chunks that one cannot run without. @param {Compiled['chunks']} chunks @param {string} name */
function neededBy(chunks, name) {
	return reachedFrom([name], (each) => chunks.get(each)?.imports ?? []);
}

/** The code of each chunk. @param {Compiled['chunks']} chunks */
function codeIn(chunks) {
	return new Map([...chunks].map(([name, { code }]) => [name, code]));
}

/** The files that other people’s pages load, built: from the project’s folder down. @param {string} root */
function entriesIn(root) {
	return readdirSync(join(root, 'src/lib/embed'), { recursive: true, encoding: 'utf8' })
		.map((path) => `src/lib/embed/${path.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith(SUFFIX))
		.sort();
}
