import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { isReserved } from '#lib/bank/reserved.ts';

import { root } from '../src/setup/project.js';

/** The names at the beginning of an address that the app itself answers for. */
function ownNames(): string[] {
	const folders = readdirSync(join(root, 'src/routes'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		// A folder in parentheses is in no address, and one in brackets stands for any name.
		.filter((name) => !/^[([]/.test(name));
	const settings = JSON.parse(
		readFileSync(join(root, 'src/messages/project.inlang/settings.json'), 'utf8')
	) as { locales: string[] };
	return [...folders, ...readdirSync(join(root, 'static')), ...settings.locales];
}

test.each(ownNames())('no course is called “%s”', (name) => {
	expect(isReserved(name)).toBe(true);
});

test.each(['_app', 'service-worker.js', 'Settings', 'ICONS', 'robots.txt'])(
	'nor “%s”, which the framework, a browser or a file system claims',
	(name) => expect(isReserved(name)).toBe(true)
);

test('only a course has a route that takes any name', () => {
	const routes = join(root, 'src/routes');
	// A folder in parentheses may hold what stands around pages, and none itself.
	const hasRoute = (name: string) =>
		readdirSync(join(routes, name), { recursive: true, encoding: 'utf8' }).some((path) =>
			/(^|[\\/])\+(page|server)\b/.test(path)
		);
	const open = readdirSync(routes).filter((name) => /^[([]/.test(name) && hasRoute(name));
	expect(open).toEqual(['[primer]']);
});

test.each(['paris-call', 'history', 'languages', 'settings-of-texts'])(
	'a course may be called “%s”',
	(name) => expect(isReserved(name)).toBe(false)
);
