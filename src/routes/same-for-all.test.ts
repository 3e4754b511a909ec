import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { expect, test } from 'vitest';

import { differentForEach, sameForAll } from './same-for-all.server.ts';

test('of every route it is said whether it answers all alike', () => {
	const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|[\\/])\+(page\.svelte|server\.ts)$/.test(path))
		.map((path) => `/${dirname(path).replaceAll('\\', '/')}`.replace('/.', '/'));
	expect([...Object.keys(sameForAll), ...differentForEach].sort()).toEqual([...new Set(routes)].sort());
});
