// `npm run package`: builds what has changed, and writes the element as a package for npm to `build/npm`.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from './build.js';
import { readJson, root } from './project.js';
import { runCommand } from './stop.js';

/** Where the package is written. */
export const PACKAGE = join(root, 'build/npm');

/** Writes the package of what was built last. */
export async function writePackage() {
	await rm(PACKAGE, { recursive: true, force: true });
	await mkdir(PACKAGE, { recursive: true });
	const { version, license } = readJson(join(root, 'package.json'));
	const about = {
		...{ name: 'five-points-quiz', version, license },
		description: 'A quiz in any page, as one custom element: every answer scored and explained.',
		keywords: ['quiz', 'custom-element', 'web-component', 'e-learning'],
		type: 'module',
		exports: {
			'.': { types: './five-points-quiz.d.ts', default: './five-points-quiz.js' },
			'./all': { types: './five-points-quiz.d.ts', default: './five-points-quiz.all.js' },
			'./custom-elements.json': './custom-elements.json',
			'./package.json': './package.json'
		},
		types: './five-points-quiz.d.ts',
		customElements: 'custom-elements.json',
		// To import it defines the element.
		sideEffects: true
	};
	await writeFile(join(PACKAGE, 'package.json'), `${JSON.stringify(about, null, '\t')}\n`);
	const client = join(root, 'build/client');
	const isOurs = (/** @type {string} */ path) =>
		!/\.(br|gz)$|[/\\](package|page|embed)[^/\\]*\.js$/.test(path);
	await cp(join(client, 'embed'), PACKAGE, { recursive: true, filter: isOurs });
	const others = {
		'notices.txt': join(client, 'notices.txt'),
		LICENSE: join(root, 'LICENSE'),
		'five-points-quiz.d.ts': join(root, 'src/lib/embed/five-points-quiz.d.ts'),
		'custom-elements.json': join(root, 'src/setup/npm/custom-elements.json'),
		'README.md': join(root, 'src/setup/npm/README.md')
	};
	for (const [name, from] of Object.entries(others)) await cp(from, join(PACKAGE, name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	await runCommand(async () => {
		await build();
		await writePackage();
		console.log(`The package is in ${PACKAGE}: npm publish build/npm`);
		return 0;
	});
