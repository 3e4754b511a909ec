import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit(), svelteTesting()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'logic',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['src/lib/ui/**', 'tests/browser/**', 'tests/bench/**']
				}
			},
			{
				extends: true,
				test: {
					name: 'components',
					include: ['src/lib/ui/**/*.test.ts'],
					environment: 'jsdom',
					setupFiles: ['tests/setup-components.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/browser/serve.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
