import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { expect, test } from 'vitest';

import { notPages, sameForAll } from './same-for-all.server.ts';

/**
 * The routes that answer each reader for themselves: a quiz is drawn or prepared, an answer is taken, a choice is kept.
 */
const differentForEach = [
	'/[primer]/quiz',
	'/[primer]/quiz/sitting',
	'/[primer]/quiz/items',
	'/[primer]/quiz/views',
	'/[primer]/share',
	'/[primer]/share/[format]',
	'/[primer]/teach',
	'/class/[id]',
	'/embed/[primer]',
	'/host',
	'/host/[id]',
	'/host/[id]/remote',
	'/host/[id]/report',
	'/host/book',
	'/join',
	'/join/[code]',
	'/language',
	'/oembed',
	'/reading',
	'/watch'
];

test('of every route it is said whether it answers all alike', () => {
	const routes = new Set([...routesWith('+page.svelte'), ...routesWith('+server.ts')]);
	expect([...Object.keys(sameForAll), ...differentForEach].sort()).toEqual([...routes].sort());
});

test('of every route without a page it is said that it has none', () => {
	const pages = routesWith('+page.svelte');
	expect(notPages.toSorted()).toEqual(
		routesWith('+server.ts')
			.filter((route) => !pages.includes(route))
			.sort()
	);
});

function routesWith(file: string): string[] {
	return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
		.filter((path) => basename(path) === file)
		.map((path) => `/${dirname(path).replaceAll('\\', '/')}`.replace('/.', '/'));
}
