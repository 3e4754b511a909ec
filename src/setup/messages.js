// Compiles the messages of the interface for tools that read the source without Vite: `npm run check`, `npm
// run lint`.
import { pathToFileURL } from 'node:url';

import { compile } from '@inlang/paraglide-js';

/**
 * How Paraglide compiles `src/messages`, wherever it is run. It keeps no files of its own beside what it compiles:
 * git, ESLint and Prettier know the folder.
 *
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const messages = {
	project: './src/messages/project.inlang',
	outdir: './src/lib/paraglide',
	// The language is in the address: none for the first, `/fr/paris-call` for another.
	strategy: ['url', 'baseLocale'],
	outputStructure: 'message-modules',
	isServer: 'import.meta.env.SSR',
	emitGitIgnore: false,
	emitPrettierIgnore: false,
	emitReadme: false
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compile(messages);
