import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { minify } from 'vite';

/** Where SvelteKit puts what never changes; each language but the first has a folder of its own in it. */
const IMMUTABLE = '_app/immutable/';

/** Stands in the client’s code for the language of its page until a client is written for each. */
const PAGE_LANGUAGE = 'FIVE_POINTS_PAGE_LANGUAGE';

/** What the client needs of Paraglide’s runtime, which otherwise finds the language out by itself. */
const runtime = (/** @type {string[]} */ languages) => `
	export const locales = ${JSON.stringify(languages)};
	export const getLocale = () => ${PAGE_LANGUAGE};
`;

/**
 * Writes a client for each language of the interface, alike but for its messages: a page loads the words of its own
 * language only, and nothing that looks for the language. The server sends a page to the client of its language.
 *
 * @param {readonly [string, ...string[]]} languages the first one’s client stays where it is
 * @returns {import('vite').Plugin}
 */
export function clientPerLanguage([first, ...others]) {
	return {
		name: 'five-points-client-per-language',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		transform(code, id) {
			if (id.endsWith('/lib/paraglide/runtime.js')) return runtime([first, ...others]);
			if (id.includes('/lib/paraglide/messages/')) return ofThePage(code);
			return id.includes('/src/') ? withoutBarrel(code) : null;
		},
		async writeBundle({ dir = '' }, bundle) {
			for (const file of Object.values(bundle)) {
				const code = file.type === 'chunk' ? await readFile(join(dir, file.fileName), 'utf8') : undefined;
				if (!file.fileName.startsWith(IMMUTABLE)) continue;
				for (const language of others) {
					const path = join(dir, file.fileName.replace(IMMUTABLE, IMMUTABLE + `${language}/`));
					const own = code?.replaceAll(IMMUTABLE, `${IMMUTABLE}${language}/`);
					await mkdir(dirname(path), { recursive: true });
					await writeFile(
						path,
						own ? await inLanguage(own, language) : await readFile(join(dir, file.fileName))
					);
				}
				if (code) await writeFile(join(dir, file.fileName), await inLanguage(code, first));
			}
		}
	};
}

/**
 * A message that is told in the language of the page, whoever asks. Most are one text in each language, and need no
 * function of their own for each.
 *
 * @param {string} code
 */
function ofThePage(code) {
	const texts = [
		...code.matchAll(/^const (\w+?)_\w+ = .*? (\(i?\)) => {\s+return [^`\n]*\((`.*`)\)\s+};$/gm)
	];
	const [, name = ''] = /^export const (\w+)/m.exec(code) ?? [];
	const choose = (/** @type {string[]} */ each) => each.reduceRight((rest, one) => `${one} : ${rest}`);
	if (texts.length > 0 && texts.length === code.match(/^const /gm)?.length) {
		const [last, ...others] = texts.toReversed();
		const cases = others.map(([, language, , text]) => `${PAGE_LANGUAGE} === '${language}' ? ${text}`);
		return `export const ${name} = (i) => ${choose([...cases, last?.[3] ?? ''])};`;
	}
	return code
		.replace(/^import { getLocale, experimentalStaticLocale } .*/m, '')
		.replace(/const locale = experimentalStaticLocale .*/, `const locale = ${PAGE_LANGUAGE}`)
		.replace(/\(inputs( = {})?, options = {}\) =>/, '(inputs) =>');
}

/**
 * A module that imports each message it tells by its own name: the one file that exports all would draw all of them
 * into the chunk of whoever tells one.
 *
 * @param {string} code
 */
function withoutBarrel(code) {
	const all = /import \* as m from ['"]#lib\/paraglide\/messages\.js['"];?/;
	if (!all.test(code)) return null;
	const told = new Set([...code.matchAll(/\bm\.(\w+)/g)].map(([, name]) => name));
	const imports = [...told].map(
		(name) => `import { ${name} as m_${name} } from '#lib/paraglide/messages/${name}.js';`
	);
	return code.replace(all, imports.join(' ')).replaceAll(/\bm\.(\w+)/g, 'm_$1');
}

/** A chunk as one language needs it. @param {string} code @param {string} language */
async function inLanguage(code, language) {
	if (!code.includes(PAGE_LANGUAGE)) return code;
	const { code: small, errors } = await minify(
		'chunk.js',
		code.replaceAll(PAGE_LANGUAGE, JSON.stringify(language)),
		{
			module: true,
			compress: { target: 'es2022' }
		}
	);
	if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
	return small;
}
