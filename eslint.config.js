import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const CHANCE = {
	object: 'Math',
	property: 'random',
	message: 'Draw from a seed, with “#lib/chance/random.ts”, so that the same quiz can be drawn again.'
};

const CLOCK = 'Take the time as an argument, so that the same input always gives the same result.';

/** What Svelte needs for these is a part of every page’s first script, whichever page uses them. */
const HEAVY = [
	['SvelteSpreadAttribute', 'Name each attribute'],
	['SvelteAwaitBlock', 'Await in the script, and keep what comes in a state'],
	['SvelteDirective[kind="Binding"][key.name.name=/^(value|group|checked|files)$/]', 'Listen to the input']
].map(([selector, remedy]) => ({
	selector,
	message: `Every page would load what Svelte needs for this. ${remedy}.`
}));

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'coverage/',
			'.data/',
			'static/',
			'src/lib/paraglide/'
		]
	},
	{ linterOptions: { noInlineConfig: true } },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
			'no-restricted-properties': ['error', CHANCE],
			eqeqeq: 'error',
			'prefer-const': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'no-restricted-syntax': ['error', ...HEAVY],
			// Most addresses are of other sites, or are put together from a resolved one, the page's language and a query.
			'svelte/no-navigation-without-resolve': [
				'error',
				{ ignoreGoto: true, ignoreLinks: true, ignoreReplaceState: true }
			]
		}
	},
	{
		// An object of runes also keeps books that nothing on the page follows.
		files: ['**/*.svelte.ts'],
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		// The types of props that SvelteKit infers, and casts written in JSDoc, are seen by svelte-check alone.
		files: ['**/*.svelte', '**/*.js'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: ['src/lib/{kinds,bank,quiz,chance,text,review,study}/**'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': ['error', CHANCE, { object: 'Date', property: 'now', message: CLOCK }],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK }
			]
		}
	},
	{
		// Vitest's matchers, such as expect.any(), are of any type.
		files: ['**/*.test.ts'],
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' }
	},
	{
		files: ['src/setup/**', '**/*.test.ts', 'tests/**'],
		rules: { 'no-restricted-properties': 'off' }
	}
);
