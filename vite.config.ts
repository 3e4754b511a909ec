import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

import { laterChunkNames } from './src/routes/[primer]/quiz/later-chunks.ts';
import { development } from './src/server/development.ts';
import { clientPerLanguage } from './src/setup/client-per-language.js';
import { messages } from './src/setup/messages.js';
import { notices } from './src/setup/notices.js';
import { root } from './src/setup/project.js';
import { version } from './src/setup/version.js';

/** The languages of the interface; a text that is not there in another one is told in the first. */
const languages = ['en', 'fr'] as const;

/**
 * Gives the chunks that a page asks for ahead of its script a name that the server knows (`ahead.ts`): theirs, and the
 * version of the build.
 */
const namedChunks: Plugin = {
	name: 'five-points-named-chunks',
	outputOptions(options) {
		const { chunkFileNames } = options;
		if (this.environment.name !== 'client' || typeof chunkFileNames !== 'string') return null;
		return {
			...options,
			chunkFileNames: ({ facadeModuleId, name }) =>
				laterChunkNames.includes(name) || /\/player\/kinds\/[A-Z]\w+\.svelte$/.test(facadeModuleId ?? '')
					? chunkFileNames.replace('[hash]', `${name}.${version}`)
					: chunkFileNames
		};
	}
};

/**
 * SvelteKit and what shows any first question, whatever its kind: one chunk, where the bundler by itself would make a
 * dozen. A browser asks a server for six files at a time, and waits with the seventh until it has one of them.
 */
const neededForTheFirstQuestion =
	/node_modules\/(@sveltejs|devalue)\/|preload-helper|__sveltekit|rolldown|src\/(routes\/(LanguageChoice|\[primer\]\/quiz\/server-calls)|lib\/(quiz\/(behaviour|context|entry|form|mark|first-tries|flaw-reason|outcome|record|state)|bank\/(item|view)|chance|paraglide\/(runtime|registry)|text\/rich|kinds\/(score|form|loaded|names|own)|store\/(name|open)|ui\/(PointNumeral|ProgressLine|Rich|Sentence|foreign|point-shape|slot|when)|player\/(Heading|Quiz|host|load-later|question\/(AttemptNotes|Question|Notice|Progress|Timer|keys|load-certainty|marks-in|reading-place|verdict)|session\/(attempt-keeper|keeping|quiz-contents|quiz-runner|quiz-services|quiz-session|resumption|said|steady-clock|while-open))|screens\/host-of-page|player\/kinds\/(ChoiceInput|Mark|OptionCard|Why|index|kind-view)))\./;

/** The page that asks the first question, and what stands on it from the beginning. */
const onTheFirstPage =
	/src\/(routes\/(\+layout|\[primer\]\/quiz\/\+page\.svelte)|lib\/player\/(Quiz|question\/(AttemptNotes|Question|Notice|Progress|Timer)))/;

/** What a page of self-study needs before it asks: the plan, and what it is made from. */
const planning =
	/src\/(lib\/((screens\/)?study\/(?!keep|record|learn|practice|seen|Closing)|screens\/course-addresses|review\/(day|flaw|grade|parse-flaw|parse-state|fields|state|plan\/(?!plan-learn|plan-mi|next-adaptive))|store\/(study|held|or-in|touched|parse-settings|open-study|persistence|indexed-db\/(study|change|database|ranges|schema)))|routes\/\[primer\]\/(BeginButton|StudyPage|StudyNav|addresses-of))/;

/** Whatever asks in self-study. */
const asking = /src\/(lib\/(screens\/)?study\/|routes\/\[primer\]\/(Study|review\/|learn\/|practice\/))/;

function neededToPlan(id: string, bundle: Rolldown.ChunkingContext): string | null {
	if (planning.test(id)) return 'study';
	if (!id.includes('/lib/paraglide/messages/')) return null;
	const tellers = bundle.getModuleInfo(id)?.importers ?? [];
	return tellers.length > 1 && tellers.every((path) => asking.test(path)) ? 'study' : null;
}

/** Whatever a running quiz is made of. */
const ofAQuiz =
	/src\/(routes\/(LanguageChoice|\[primer\]\/quiz\/)|lib\/(player|ui\/pictures)\/|lib\/ui\/(ProgressLine|SinceNote|notice-words))/;

/**
 * What is needed before the first answer, and every message that is told in several places: a file of its own would
 * have to be asked for once the learner begins, at the price of a round trip for a few words. The rest goes along with
 * who tells it.
 */
function neededFirst(id: string, bundle: Rolldown.ChunkingContext): string | null {
	if (neededForTheFirstQuestion.test(id)) return 'begin';
	if (!id.includes('/lib/paraglide/messages/')) return null;
	const tellers = bundle.getModuleInfo(id)?.importers ?? [];
	const isOfOnePage = tellers.every((path) => onTheFirstPage.test(path));
	const isOfQuiz = tellers.some((path) => ofAQuiz.test(path));
	return isOfOnePage || !isOfQuiz || tellers.length < 2 ? null : 'begin';
}

export default defineConfig({
	plugins: [
		paraglideVitePlugin(messages),
		development(),
		sveltekit(),
		clientPerLanguage(languages),
		namedChunks,
		notices(root)
	],
	build: {
		rolldownOptions: {
			// Valibot's functions only describe: a schema that nothing reads need not travel to the client.
			treeshake: { manualPureFunctions: ['v'] }
		}
	},
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// A request on a slow network costs more than the few bytes that a page could do without.
							groups: [
								// The first question checks nothing, and a page that checks a record needs nothing else of this.
								{ name: 'valibot', test: /node_modules\/valibot\//, priority: 1 },
								{ name: neededFirst },
								// What plans a session before its first question: one request for the many small parts.
								{ name: neededToPlan },
								// What only some kinds use of Svelte stays with them.
								{ name: 'svelte', test: /node_modules\/(svelte|clsx|esm-env)\//, minShareCount: 8 },
								// The page of facts shows these notes too, and needs nothing else of what comes later.
								{ name: 'SinceNote', test: /ui\/SinceNote\./ },
								{ name: 'later', test: /src\/lib\/(kinds\/|player\/later\.)/ },
								// What several kinds share is one more chunk, whichever of them comes first.
								{ name: 'parts', test: /src\/lib\/player\/kinds\//, minShareCount: 2 }
							]
						}
					}
				}
			}
		}
	},
	test: {
		// A file waits for its pages more than it works, so that one more than by default finds its time.
		maxWorkers: '100%',
		// What a test waits for will come, though late on a machine that is slow and busy.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 30_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'logic',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: [
						'src/lib/{ui,player,screens}/**',
						'src/lib/server/**',
						'tests/{player,browser}/**',
						'tests/bench/**'
					]
				}
			},
			{
				extends: true,
				test: {
					name: 'stores',
					include: ['src/lib/server/**/*.test.ts'],
					globalSetup: ['tests/postgres.ts']
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
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/browser/serve.ts']
				}
			}
		]
	}
});
