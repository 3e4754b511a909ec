import { expect, test } from 'vitest';

import { findCycles, isForTests, neededBy, readModule, readModules, type Module } from './imports.ts';

interface Allowed {
	/** Folders of `src`. A folder may always import itself. */
	folders: string[];
	/** Packages; `svelte` stands for `svelte/store` too, `node:` for each of Node's own modules. */
	packages: string[];
	/** Packages for its `server/` folder and its `*.server.ts` files only. */
	onServer?: string[];
}

const CORE = ['lib/chance', 'lib/text', 'lib/kinds', 'lib/bank'];
const QUIZ = [...CORE, 'lib/quiz'];
const LIBRARY = [
	...QUIZ,
	'lib/lint',
	'lib/review',
	'lib/stats',
	'lib/results',
	'lib/classroom',
	'lib/interop',
	'lib/store',
	'lib/study'
];
/** The messages of the interface, compiled: logic states facts, and leaves the words to what shows them. */
const WORDS = 'lib/paraglide';
/** What the server keeps, and where. */
const STORES = 'lib/server';
const PLAYER = ['lib/ui', 'lib/player'];
const ENTRIES = [
	...LIBRARY,
	WORDS,
	STORES,
	'lib/language',
	'lib/offline',
	...PLAYER,
	'lib/screens',
	'lib/embed',
	'server',
	'routes'
];
const KIT = ['@sveltejs/kit', '$app', '$env'];

/** What may import what, from the innermost folder to the outermost. */
const TABLE: Record<string, Allowed> = {
	'lib/chance': { folders: [], packages: [] },
	'lib/text': { folders: [], packages: ['valibot', 'mdast-util-from-markdown', 'mdast'] },
	'lib/kinds': { folders: ['lib/chance', 'lib/text'], packages: ['valibot'] },
	// What the text of a file means needs only the text; folders are read by a server.
	'lib/bank': {
		folders: ['lib/chance', 'lib/text', 'lib/kinds'],
		packages: ['valibot', 'js-yaml'],
		onServer: ['node:']
	},
	// A report calls the kinds what the interface calls them.
	'lib/lint': { folders: [...CORE, 'messages'], packages: ['valibot'], onServer: ['node:'] },
	'lib/quiz': { folders: CORE, packages: ['valibot', 'xstate'], onServer: ['node:'] },
	// A teacher's device keeps books of classes.
	'lib/store': { folders: [...QUIZ, 'lib/review', 'lib/classroom'], packages: ['valibot', 'idb'] },
	'lib/review': { folders: QUIZ, packages: ['valibot', 'ts-fsrs'] },
	'lib/stats': { folders: CORE, packages: ['valibot'] },
	'lib/results': { folders: [...QUIZ, 'lib/stats'], packages: ['valibot'] },
	'lib/interop': {
		folders: [...QUIZ, 'lib/stats'],
		packages: ['valibot', 'js-yaml', 'fflate'],
		onServer: ['node:']
	},
	'lib/classroom': {
		folders: [...QUIZ, 'lib/stats'],
		packages: ['valibot', 'xstate'],
		onServer: ['node:', 'kysely']
	},
	'lib/study': { folders: [...QUIZ, 'lib/review', 'lib/store'], packages: [] },
	// The same components run inside other people's pages: no SvelteKit, and nothing of a server.
	'lib/ui': { folders: [...QUIZ, 'lib/review', WORDS], packages: ['svelte'] },
	// The host gives a running quiz what it needs of its surroundings. A result is handed on wherever it was earned.
	'lib/player': {
		folders: [...QUIZ, 'lib/results', WORDS, 'lib/ui'],
		packages: ['svelte', 'xstate']
	},
	'lib/screens': { folders: [...LIBRARY, WORDS, ...PLAYER], packages: ['svelte', 'uqr'] },
	'lib/embed': { folders: [...QUIZ, 'lib/interop', WORDS, ...PLAYER], packages: ['svelte', 'valibot'] },
	// What the server, its pages and the service worker agree on.
	'lib/language': { folders: [WORDS], packages: [] },
	'lib/offline': { folders: [], packages: ['valibot'] },
	'service-worker': {
		folders: [...CORE, WORDS, 'lib/language', 'lib/offline'],
		packages: ['valibot', '$service-worker']
	},
	[STORES]: {
		folders: [...QUIZ, 'lib/stats', 'lib/classroom'],
		packages: ['node:', 'valibot', 'kysely', 'pg', '@nats-io/transport-node', 'prom-client']
	},
	// The one composition: it makes what pages and plain handlers answer from, also under Vite’s server.
	server: {
		folders: [...LIBRARY, STORES, 'lib/language', 'messages'],
		packages: ['node:', 'vite', '@sveltejs/kit']
	},
	// Runs before anything is installed; packages are loaded when they are there.
	setup: {
		folders: [],
		packages: [
			...['node:', 'playwright-core', 'vite', 'rolldown', '@inlang/paraglide-js'],
			'@sveltejs/vite-plugin-svelte'
		]
	},
	// Its first file hands over to the project's own Node, which `setup` knows.
	cli: {
		folders: [...LIBRARY, 'lib/embed', 'setup'],
		packages: ['node:', 'valibot', 'js-yaml', 'xstate', '@valibot/to-json-schema']
	},
	routes: { folders: ENTRIES, packages: ['svelte', 'valibot', ...KIT], onServer: ['node:'] },
	// hooks.server.ts, server.ts and whatever else is in `src` itself.
	'.': { folders: ENTRIES, packages: ['svelte', ...KIT], onServer: ['node:'] }
};

/**
 * What a process has only once: a second copy, in what SvelteKit builds, would be another library and another store.
 */
const ONCE = [
	...['lib/bank/library.server.ts', 'lib/bank/current-library.server.ts', 'lib/bank/read.server.ts'],
	...['lib/server/exam/exams.ts', 'lib/server/exam/open-exams.ts', 'lib/server/secret.ts'],
	...['lib/server/live/live-class.ts', 'lib/server/live/live-classes.ts', 'lib/server/live/limits.ts'],
	...['js-yaml', 'kysely', 'node:sqlite', 'pg', '@nats-io/transport-node', 'prom-client']
];

const modules = readModules();

test('every folder is in the table', () => {
	expect(modules.map((module) => folderOf(module.path)).filter((folder) => !TABLE[folder])).toEqual([]);
});

test('a module imports only what its folder may', () => {
	expect(modules.flatMap(forbidden)).toEqual([]);
});

test('no import goes in a circle', () => {
	expect(findCycles(modules)).toEqual([]);
});

test('what SvelteKit builds reads no course and opens no store: it gets what “server.ts” has made', () => {
	const built = neededBy(modules, (path) => /^(routes\/|hooks\b)/.test(path));
	expect(built.has('routes/[primer]/bank.server.ts')).toBe(true);
	expect(ONCE.filter((name) => built.has(name))).toEqual([]);
	const made = neededBy(modules, (path) => path === 'server.ts');
	expect(ONCE.filter((name) => !made.has(name))).toEqual([]);
});

test('a page with a script of its own needs nothing that SvelteKit’s client brings', () => {
	const alone = neededBy(modules, (path) => path.endsWith('.entry.ts'));
	expect(alone.has('lib/player/Quiz.svelte')).toBe(true);
	expect([...alone].filter((name) => /^(\$app\/(?!environment$)|@sveltejs\/)/.test(name))).toEqual([]);
});

test('a forbidden import is found', () => {
	const ui =
		"import { page } from '$app/state'; import '#lib/quiz/server/sign.ts'; import '../kinds/index.ts';";
	expect(forbidden(readModule('lib/player/Quiz.svelte', `<script lang="ts">${ui}</script>`))).toEqual([
		'lib/player/Quiz.svelte imports $app/state',
		'lib/player/Quiz.svelte imports lib/quiz/server/sign.ts, which is for the server'
	]);
	const kind =
		"import * as v from 'valibot'; export type { Bank } from '../bank/bank.ts'; await import('node:fs');";
	expect(forbidden(readModule('lib/kinds/cloze.ts', kind))).toEqual([
		'lib/kinds/cloze.ts imports lib/bank/bank.ts',
		'lib/kinds/cloze.ts imports node:fs'
	]);
	expect(forbidden(readModule('lib/bank/bank.ts', "import { readFile } from 'node:fs/promises';"))).toEqual([
		'lib/bank/bank.ts imports node:fs/promises'
	]);
	expect(
		forbidden(readModule('lib/quiz/server/sign.ts', "import { createHmac } from 'node:crypto';"))
	).toEqual([]);
});

test('a circle is found', () => {
	const circle = [
		readModule('lib/a.ts', "import './b.ts';"),
		readModule('lib/b.ts', "export { C } from './c.ts';"),
		readModule('lib/c.ts', "import { b } from '#lib/b.ts';")
	];
	expect(findCycles(circle)).toEqual([['lib/b.ts', 'lib/c.ts', 'lib/b.ts']]);
});

test('a type, or a module that is loaded on demand, closes no circle', () => {
	const chain = [
		readModule('lib/a.ts', "const load = () => import('./b.ts');"),
		readModule('lib/b.ts', "import { a } from './a.ts'; export type { A } from './c.ts';"),
		readModule('lib/c.ts', "import type { B } from './b.ts'; type A = import('./a.ts').A;")
	];
	expect(findCycles(chain)).toEqual([]);
});

/** What a module imports but may not, one sentence for each. */
function forbidden({ path, imports }: Module): string[] {
	const folder = folderOf(path);
	const row = TABLE[folder];
	const folders = [folder, ...(row?.folders ?? [])];
	const packages = [...(row?.packages ?? []), ...(isForServer(path) ? (row?.onServer ?? []) : [])];
	return imports.flatMap(({ name, own, when }) => {
		const outside = name.startsWith('../');
		const allowed = own
			? outside || folders.includes(folderOf(name))
			: packages.some((one) => isWithin(name, one));
		if (!allowed) return [`${path} imports ${name}`];
		if (own && isForTests(name)) return [`${path} imports ${name}, which is for tests`];
		// A page may use the types of what its own load function returns.
		const mayKnow = isForServer(path) || (when === 'never' && folder === 'routes');
		return own && isForServer(name) && !mayKnow ? [`${path} imports ${name}, which is for the server`] : [];
	});
}

/** The folder that has a row in the table: `lib/kinds` for all below it, `routes` for all pages. */
function folderOf(path: string): string {
	const [top = '', second = ''] = path.split('/').slice(0, -1);
	return top === 'lib' ? `lib/${second}` : top || '.';
}

function isForServer(path: string): boolean {
	return /(^|\/)server\/|\.server\.(ts|js)$|^server\.ts$|^cli\/|\/\+server\.ts$/.test(path);
}

function isWithin(name: string, allowed: string): boolean {
	return name === allowed || name.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`);
}
