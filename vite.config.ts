import { join } from 'node:path';

import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

import settings from './src/messages/project.inlang/settings.json' with { type: 'json' };
import { development } from './src/server/development.ts';
import { chunksByReach } from './src/setup/chunks-by-reach.js';
import { clientPerLanguage } from './src/setup/client-per-language.js';
import { element } from './src/setup/element.js';
import { embedScript } from './src/setup/embed-script.js';
import { messages } from './src/setup/messages.js';
import { namespacesApart } from './src/setup/namespaces-apart.js';
import { notices } from './src/setup/notices.js';
import { pagesAlone } from './src/setup/pages-alone.js';
import { root } from './src/setup/project.js';
import { version } from './src/setup/version.js';

/** The languages of the interface; a text that is not there in another one is told in the first. */
const { baseLocale, locales } = settings;

/** In which order a visit comes to what, and so what is loaded together. */
const {
	groups,
	plugin: chunks,
	ahead
} = chunksByReach([
	// The first question checks nothing, and a page that checks a record needs nothing else of what comes with it.
	{ name: 'valibot', from: ['node_modules/valibot/dist/index.mjs'], ahead: true },
	// The page that asks the first question, whatever its kind.
	{ name: 'first-question', from: ['src/routes/[primer]/quiz/quiz.entry.ts'] },
	// SvelteKit’s client, which all other pages need.
	{
		name: 'client',
		from: ['@sveltejs/kit/src/runtime/client/entry.js', 'src/routes/+layout.svelte', 'src/routes/+layout.ts']
	},
	// What several kinds of question share, whichever of them comes first, or one of them with what follows the first answer.
	{ name: 'parts', from: ['src/lib/player/kinds/', 'src/lib/player/later.ts'], shared: true },
	// The same in somebody else’s page.
	{ name: 'embedded', from: ['src/routes/embed/[primer]/embed.entry.ts'] },
	// What plans a session of self-study before its first question.
	{ name: 'self-study', from: ['src/routes/[primer]/review/review.entry.ts', 'src/lib/store/open-study.ts'] },
	// What keeps an answer for it, which may have to do without the network by then.
	{ name: 'keeping', from: ['src/lib/study/keep-answer.ts', 'src/lib/review/step.ts'] },
	// How answers of each kind are scored.
	{ name: 'kinds', from: ['src/lib/kinds/'], ahead: true },
	// What else follows the first answer.
	{ name: 'later', from: ['src/lib/player/later.ts'], apart: true, ahead: true }
]);

/** The pages with a script of their own, and the chunks that it begins with. */
const alone = pagesAlone(root, version, {
	embed: ['embedded', 'first-question'],
	quiz: ['first-question'],
	review: ['first-question', 'rolldown-runtime', 'self-study', 'valibot']
});

/** The chunks that a page asks for before any script does. */
const named = new Set([...ahead, ...alone.pages.flatMap(({ chunks }) => chunks)]);

/**
 * Names these chunks, and those that show a kind of question, after themselves and the version of the build, so that the
 * server knows their addresses (`routes/(alone)/addresses.ts`).
 */
const namedChunks: Plugin = {
	name: 'five-points-named-chunks',
	outputOptions(options) {
		const { chunkFileNames } = options;
		if (this.environment.name !== 'client' || typeof chunkFileNames !== 'string') return null;
		return {
			...options,
			chunkFileNames: ({ facadeModuleId, name }) =>
				named.has(name) || /\/player\/kinds\/[A-Z]\w+\.svelte$/.test(facadeModuleId ?? '')
					? chunkFileNames.replace('[hash]', `${name}.${version}`)
					: chunkFileNames
		};
	}
};

/** What the client’s build shares with that of the element. */
const shared = {
	resolve: {
		alias: {
			// Its version for browsers wants a document, which a worker has not.
			'decode-named-character-reference': join(root, 'node_modules/decode-named-character-reference/index.js')
		}
	},
	build: {
		rolldownOptions: {
			// Valibot's functions only describe: a schema that nothing reads need not travel to the client.
			treeshake: { manualPureFunctions: ['v'] }
		}
	}
};

/**
 * The tests of rooms that know neither device nor network nor page. They replace no module and touch nothing global, so that
 * none can disturb another.
 */
const pureTests =
	'src/lib/{bank,chance,classroom,interop,kinds,lint,quiz,results,review,stats,text}/**/*.test.ts';

/** For the processes of tests: what a test makes is of no use soon, and a seventh of their time went by in clearing it away. */
const execArgv = ['--max-semi-space-size=64'];

export default defineConfig({
	plugins: [
		paraglideVitePlugin(messages),
		development(),
		sveltekit(),
		clientPerLanguage([baseLocale, ...locales.filter((language) => language !== baseLocale)]),
		namedChunks,
		chunks,
		alone.plugin,
		embedScript(root),
		namespacesApart,
		element(root, locales, shared),
		notices(root)
	],
	resolve: shared.resolve,
	define: { CHUNKS_AHEAD: JSON.stringify(ahead), PAGES_ALONE: JSON.stringify(alone.pages) },
	build: shared.build,
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// A request on a slow network costs more than the few bytes that a page could do without.
							groups: [
								// What only some pages use of Svelte stays with them; what joins chunks is needed by all.
								{
									name: 'svelte',
									test: /node_modules\/(svelte|clsx|esm-env)\/|rolldown[:/]runtime/,
									minShareCount: 8,
									priority: 10
								},
								...groups
							]
						}
					}
				}
			}
		}
	},
	test: {
		// What a test starts by itself, servers and commands, finds its sources compiled.
		env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') },
		// A file waits for its pages more than it works, so that one more than by default finds its time.
		maxWorkers: '100%',
		// What a test waits for will come, though late on a machine that is slow and busy.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'pure',
					execArgv,
					include: [pureTests],
					// Loading its modules took half the time of such a file: a worker loads each once.
					isolate: false
				}
			},
			{
				extends: true,
				test: {
					name: 'logic',
					execArgv,
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: [
						pureTests,
						'src/lib/{ui,player,screens}/**',
						'src/lib/server/**',
						'tests/{player,browser,faults}/**',
						'tests/bench/**'
					]
				}
			},
			{
				extends: true,
				test: {
					name: 'stores',
					execArgv,
					include: ['src/lib/server/**/*.test.ts'],
					globalSetup: ['tests/postgres.ts', 'tests/nats.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'components',
					include: ['src/lib/{ui,player,screens}/**/*.test.ts', 'tests/player/**/*.test.ts'],
					environment: 'jsdom',
					// A document is made once a worker, where it took half the time of these tests; what is in it is each file's own.
					pool: 'vmThreads',
					setupFiles: ['tests/setup-components.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'faults',
					execArgv,
					include: ['tests/{faults,bench}/**/*.test.ts'],
					globalSetup: ['tests/faults/build.ts', 'tests/postgres.ts', 'tests/nats.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					execArgv,
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/browser/serve.ts']
				}
			}
		]
	}
});
