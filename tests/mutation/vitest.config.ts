import { defineConfig } from 'vitest/config';

/** Which folder's tests are run: `TESTS=src/lib/quiz npm run mutation -- …` is quicker where no other folder's matter. */
const { TESTS = 'src/lib/{kinds,quiz,review,server/exam}' } = process.env;

/** The tests of the logic alone, which need neither SvelteKit nor a page, nor a database. */
export default defineConfig({
	test: {
		include: [`${TESTS}/**/*.test.ts`],
		// It takes every path through the statechart, half a minute for each change: the others must notice without it.
		exclude: ['src/lib/quiz/machine.test.ts'],
		setupFiles: ['tests/mutation/lighter.ts'],
		testTimeout: 30_000
	}
});
