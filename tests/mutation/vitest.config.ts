import { defineConfig } from 'vitest/config';

/** The tests of the logic alone, which need neither SvelteKit nor a page, nor a database. */
export default defineConfig({
	test: {
		include: ['src/lib/{kinds,quiz,review,server/exam}/**/*.test.ts'],
		// It takes every path through the statechart, half a minute for each change: the others must notice without it.
		exclude: ['src/lib/quiz/machine.test.ts'],
		setupFiles: ['tests/mutation/lighter.ts'],
		testTimeout: 30_000
	}
});
