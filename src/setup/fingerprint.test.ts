import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fingerprint } from './fingerprint.js';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
	mkdirSync(join(root, 'src/lib'), { recursive: true });
	writeFileSync(join(root, 'src/lib/a.ts'), 'one');
	writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const take = (): string =>
	fingerprint(root, ['src', 'missing', 'lock.json'], (path) => !path.endsWith('.test.ts'));

test('is the same while nothing changes, whatever happens to files that do not count', () => {
	const before = take();
	writeFileSync(join(root, 'src/lib/a.test.ts'), 'two');
	writeFileSync(join(root, 'README.md'), 'three');
	expect(take()).toBe(before);
});

test('changes with a content, a name, and what a name and a content share', () => {
	const seen = new Set([take()]);
	writeFileSync(join(root, 'src/lib/a.ts'), 'two');
	seen.add(take());
	renameSync(join(root, 'src/lib/a.ts'), join(root, 'src/lib/at'));
	seen.add(take());
	writeFileSync(join(root, 'src/lib/at'), '');
	seen.add(take());
	expect(seen.size).toBe(4);
});
