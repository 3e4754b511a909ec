import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import adapter from '@sveltejs/adapter-node';

import { root } from './src/setup/project.js';
import { styleWithoutComments } from './src/setup/style-without-comments.js';
import { shownLater } from './src/setup/style-by-reach.js';
import { version } from './src/setup/version.js';

const isShownLater = shownLater(join(root, 'src'));

/** Every page has this script; SvelteKit gives a nonce only to pages that have its own. */
const [, script = ''] =
	/<script>(.*?)<\/script>/s.exec(readFileSync(join(root, 'src/app.html'), 'utf8')) ?? [];
const scriptHash = createHash('sha256').update(script).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	preprocess: styleWithoutComments,
	vitePlugin: {
		// A page brings the style of what it shows; what comes up later brings its own.
		dynamicCompileOptions: ({ filename }) => (isShownLater(filename) ? { css: 'injected' } : undefined)
	},
	kit: {
		adapter: adapter({ precompress: true }),
		version: { name: version },
		// The page does it once it has nothing else to do: `src/routes/offline/register.ts`.
		serviceWorker: { register: false, files: (path) => path.startsWith('icons/') },
		// The first question should need no second request before it looks right.
		inlineStyleThreshold: 30_000,
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', `sha256-${scriptHash}`],
				'img-src': ['self', 'data:'],
				// Svelte writes custom properties (a bar's length, a numeral's colour) as style attributes.
				'style-src': ['self', 'unsafe-inline'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'object-src': ['none']
			}
		}
	}
};
