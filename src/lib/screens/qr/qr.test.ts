import fc from 'fast-check';
import { expect, test } from 'vitest';

import { modulesPath, qrModules } from './qr.ts';

/** How often a path darkens each module. */
function darkened(path: string, size: number): number[][] {
	const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		const row = modules[Number(y)] ?? [];
		for (let at = Number(x); at < Number(x) + Number(length); at++) row[at] = (row[at] ?? 0) + 1;
	}
	return modules;
}

test('the path darkens the dark modules of the code, and each once', () => {
	fc.assert(
		fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
			const modules = qrModules(address);
			const path = modulesPath(modules);
			expect(darkened(path, modules.length)).toEqual(modules.map((row) => row.map(Number)));
			expect(path).toMatch(/^(M\d+ \d+h(\d+)v1h-\2z)*$/);
		}),
		{ numRuns: 20 }
	);
});

test('the corners are those that a reader looks for', () => {
	const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
	const modules = qrModules('https://example.org/paris-call/print?n=10&seed=abcd1234');
	const rows = modules.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
	expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder);
	expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(finder);
	expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(finder);
	expect(modules.length % 4).toBe(1);
});

test('runs that end with the row', () => {
	expect(modulesPath([[true, true, false, true], [false, false, false, false], [true]])).toBe(
		'M0 0h2v1h-2zM3 0h1v1h-1zM0 2h1v1h-1z'
	);
});
