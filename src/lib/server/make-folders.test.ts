import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { makeFolders } from './make-folders.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'five-points-folders-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a folder is made with those above it, for its owner alone; again, it stays', () => {
	const folder = join(root, 'one/two');
	makeFolders(folder);
	writeFileSync(join(folder, 'kept'), '');
	makeFolders(folder);
	expect(existsSync(join(folder, 'kept'))).toBe(true);
	if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('one that cannot be made is told at once', () => {
	writeFileSync(join(root, 'file'), '');
	expect(() => makeFolders(join(root, 'file/data'))).toThrow('ENOTDIR');
	expect(() => makeFolders(join(root, 'file'))).toThrow('EEXIST');
	if (process.platform === 'linux') expect(() => makeFolders('/proc/no-such-place/data')).toThrow('ENOENT');
});
