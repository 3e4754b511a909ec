// `npm run mutation`: changes the logic one sign at a time and sees whether a test notices. It takes hours for all, so it
// is run by hand: `npm run mutation -- --mutate src/lib/kinds/fold.ts` for one file, with `TESTS=src/lib/kinds` before it where
// no other folder's tests matter. What was found before is kept.

const FOUND = 'coverage/mutation';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner'],
	vitest: { configFile: 'tests/mutation/vitest.config.ts' },
	mutate: [
		'src/lib/{kinds,quiz,review,server/exam}/**/*.ts',
		'!src/lib/**/*.test.ts',
		'!src/lib/**/*fixtures.ts',
		// Schemas say what they want in words that no test repeats; the tests of whole courses cover them.
		'!src/lib/**/*-schema.ts'
	],
	// Left out of the copy of the project: what no test of logic reads.
	ignorePatterns: ['build', '.data', 'coverage', 'static', 'tests/browser', 'tests/bench', '!.svelte-kit'],
	tempDirName: `${FOUND}/sandbox`,
	incremental: true,
	incrementalFile: `${FOUND}/found.json`,
	reporters: ['clear-text', 'progress', 'html'],
	htmlReporter: { fileName: `${FOUND}/report.html` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	mutator: {
		// A message in other words is not a fault of logic.
		excludedMutations: ['StringLiteral']
	},
	// Anything worked out while a module loads would be tried by every test, half a minute each. Remove this line for a
	// file or two whose patterns have changed.
	ignoreStatic: true,
	dryRunTimeoutMinutes: 20,
	// How much longer than usual the tests may take, in milliseconds, before a change counts as one that hangs.
	timeoutMS: 10_000,
	// One process, since others may use the machine; `--concurrency 4` where none does.
	concurrency: 1,
	thresholds: { high: 95, low: 90, break: 90 }
};
