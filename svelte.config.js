import adapter from '@sveltejs/adapter-node';

import { version } from './src/setup/version.js';

/** @param {string} filename */
const comesLater = (filename) =>
	/\/(player\/kinds|ui\/pictures)\/|\/offline\/Offline|\/ui\/(Keys)?Dialog/.test(filename) ||
	/\/(player\/(question|results)|player|ui)\/(Calibration|Explanation|FactNotes|Feedback|FlawForm|FlawMark|KeysHelp|OutcomeSign|Overview|Refused|ResultItem|Results|AnswerReview|ScoreBars|SeeInPicture|SetAside|SinceNote|Solution|Subheading)\.svelte$/.test(
		filename
	);

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	vitePlugin: {
		// A page brings the style of what it shows; what comes up later brings its own.
		dynamicCompileOptions: ({ filename }) => (comesLater(filename) ? { css: 'injected' } : undefined)
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
