import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { build } from 'vite';

/** The file, from the project’s folder down, and the address that it is served at. */
const FILE = 'src/lib/embed/frame/embed.ts';
const ADDRESS = 'embed/embed.js';

/**
 * Builds the script that other people’s pages load to show a quiz: one classic script, which needs nothing else.
 *
 * @param {string} root the project’s folder
 * @returns {import('vite').Plugin}
 */
export function embedScript(root) {
	return {
		name: 'five-points-embed-script',
		applyToEnvironment: ({ name }) => name === 'client',
		configureServer({ middlewares }) {
			middlewares.use(`/${ADDRESS}`, (_, response, next) => {
				built(root).then((code) => {
					response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
					response.end(code);
				}, next);
			});
		},
		// What builds the element begins by emptying the folder that both are in.
		writeBundle: {
			order: 'post',
			sequential: true,
			async handler({ dir = '' }) {
				const file = join(dir, ADDRESS);
				await mkdir(dirname(file), { recursive: true });
				await writeFile(file, await built(root));
			}
		}
	};
}

/** The code of the script. @param {string} root */
async function built(root) {
	const made = await build({
		...{ root, configFile: false, logLevel: 'warn', publicDir: false },
		build: { write: false, lib: { entry: join(root, FILE), formats: ['iife'], name: 'fivePoints' } }
	});
	const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
	const [chunk] = outputs.filter((each) => each.type === 'chunk');
	if (!chunk) throw new Error(`${FILE} was built into nothing.`);
	return chunk.code;
}
