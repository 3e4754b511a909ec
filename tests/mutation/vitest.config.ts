import { defineConfig } from 'vitest/config';

/** The tests of the logic alone, which need neither SvelteKit nor a page. */
export default defineConfig({
	test: {
		include: ['src/lib/{kinds,quiz,exam,review}/**/*.test.ts'],
		testTimeout: 30_000
	}
});
