import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { rolldown } from 'rolldown';

/** Where SvelteKit puts immutable files; each language but the first has its own folder in it. */
const IMMUTABLE = '_app/immutable/';

/** A placeholder in code for the language of its words, until the code is written for each; `undefined` leaves it open. */
export const PAGE_LANGUAGE = 'FIVE_POINTS_PAGE_LANGUAGE';

/** A placeholder for whether code whose language is left open may be asked for words without saying in which. */
export const LANGUAGE_IS_ASKED = 'FIVE_POINTS_LANGUAGE_IS_ASKED';

/** Distinguishes the client's version of Paraglide’s runtime from the one that it wraps. */
const OF_THE_PAGE = '?of-the-page';

/**
 * Paraglide’s runtime with a language that is fixed at build time. Its own option for that,
 * `experimentalStaticLocale`, is the same for client and server. It works because a module’s own exports win
 * over those that it re-exports.
 *
 * @param {string} path
 */
const runtime = (path) => `
	import { getLocale as asked } from ${JSON.stringify(path)};
	export * from ${JSON.stringify(path)};
	export const experimentalStaticLocale = ${PAGE_LANGUAGE};
	export const getLocale = () => ${PAGE_LANGUAGE} ?? (${LANGUAGE_IS_ASKED} ? asked() : '');
`;

/**
 * Writes a client for each language of the interface, identical except for its messages: a page loads only
 * the words of its own language, and no code that detects the language. The server points each page to the
 * client of its language.
 *
 * Paraglide’s own builds of this kind know nothing of SvelteKit’s server, which has to name the files of one
 * client. So the client is built once with the language left open, and its chunks are then bundled again for
 * each language: there the language is a constant, and the bundler removes unreachable code.
 *
 * @param {readonly [string, ...string[]]} languages the first one’s client stays where it is
 * @returns {import('vite').Plugin[]}
 */
export function clientPerLanguage(languages) {
	return [languageLeftOpen, clientFor(languages)];
}

/** @type {Pick<import('vite').Plugin, 'apply' | 'applyToEnvironment'>} */
const BUILT_CLIENT = { apply: 'build', applyToEnvironment: ({ name }) => name === 'client' };

/** @type {import('vite').Plugin} */
export const languageLeftOpen = {
	...BUILT_CLIENT,
	name: 'five-points-language-left-open',
	enforce: 'pre',
	async resolveId(id, importer, options) {
		if (!id.endsWith('runtime.js') || importer?.endsWith(OF_THE_PAGE)) return null;
		const found = await this.resolve(id, importer, { ...options, skipSelf: true });
		return found?.id.endsWith('/lib/paraglide/runtime.js') ? found.id + OF_THE_PAGE : null;
	},
	load: (id) => (id.endsWith(OF_THE_PAGE) ? runtime(id.slice(0, -OF_THE_PAGE.length)) : null)
};

/** @type {(languages: readonly [string, ...string[]]) => import('vite').Plugin} */
function clientFor([first, ...others]) {
	return {
		...BUILT_CLIENT,
		name: 'five-points-client-per-language',
		// Each language’s chunks are minified.
		config: () => ({ environments: { client: { build: { minify: false } } } }),
		transform: (code, id) => (id.includes('/src/') ? withoutBarrel(code) : null),
		async writeBundle({ dir = '' }, bundle) {
			const names = Object.keys(bundle).filter((name) => name.startsWith(IMMUTABLE));
			const built = new Map(
				await Promise.all(
					names.map(async (name) => /** @type {const} */ ([name, await readFile(join(dir, name))]))
				)
			);
			const chunks = new Map(
				[...built]
					.filter(([name]) => bundle[name]?.type === 'chunk')
					.map(([name, bytes]) => [name, bytes.toString()])
			);
			for (const language of others) {
				const folder = `${IMMUTABLE}${language}/`;
				const own = await inLanguage(chunks, language);
				for (const [name, bytes] of built) {
					const path = join(dir, name.replace(IMMUTABLE, folder));
					await mkdir(dirname(path), { recursive: true });
					await writeFile(path, own.get(name)?.replaceAll(IMMUTABLE, folder) ?? bytes);
				}
			}
			for (const [name, code] of await inLanguage(chunks, first)) await writeFile(join(dir, name), code);
		}
	};
}

/**
 * The chunks of a client as one language needs them, under the same names and with the same exports.
 *
 * @param {ReadonlyMap<string, string>} chunks
 * @param {string} language
 */
async function inLanguage(chunks, language) {
	const bundle = await rolldown({
		input: [...chunks.keys()],
		preserveEntrySignatures: 'strict',
		plugins: [
			{
				name: 'five-points-built-chunks',
				resolveId: (id, importer) => (importer === undefined ? id : join(dirname(importer), id)),
				load: (id) => chunks.get(id)
			}
		],
		transform: { define: { [PAGE_LANGUAGE]: JSON.stringify(language), [LANGUAGE_IS_ASKED]: 'false' } },
		optimization: { inlineConst: { mode: 'all', pass: 3 } }
	});
	const { output } = await bundle.generate({
		entryFileNames: ({ facadeModuleId }) => facadeModuleId ?? '',
		minify: true
	});
	await bundle.close();
	return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

/**
 * The module with each message imported from its own file: the file that exports all of them would pull all
 * into any chunk that uses one.
 *
 * @param {string} code
 */
export function withoutBarrel(code) {
	const all = /import \* as m from ['"]#lib\/paraglide\/messages\.js['"];?/;
	if (!all.test(code)) return null;
	const told = new Set([...code.matchAll(/\bm\.(\w+)/g)].map(([, name]) => name));
	const imports = [...told].map(
		(name) => `import { ${name} as m_${name} } from '#lib/paraglide/messages/${name}.js';`
	);
	return code.replace(all, imports.join(' ')).replaceAll(/\bm\.(\w+)/g, 'm_$1');
}
