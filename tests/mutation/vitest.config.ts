import { statSync } from 'node:fs';

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * A run ends with the first test that fails, so the small files, which test one thing, go before those that test
 * everything.
 */
class SmallestFirst extends BaseSequencer {
	override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
		return Promise.resolve(files.toSorted((one, other) => size(one) - size(other)));
	}
}

/** Which folder's tests are run: `TESTS=src/lib/quiz npm run mutation -- …` is quicker where no other folder's matter. */
const { TESTS = 'src/lib/{kinds,quiz,review,server/exam}' } = process.env;

/** The tests of the logic alone, which need neither SvelteKit nor a page, nor a database. */
export default defineConfig({
	test: {
		include: [`${TESTS}/**/*.test.ts`],
		// It takes every path through the statechart, half a minute for each change: the other tests must notice
		// without it.
		exclude: ['src/lib/quiz/machine.test.ts'],
		setupFiles: ['tests/mutation/lighter.ts'],
		sequence: { sequencer: SmallestFirst },
		// All files in one worker, one after the other: starting one for each takes longer than the tests.
		isolate: false,
		testTimeout: 30_000
	}
});
