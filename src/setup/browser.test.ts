import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { findBrowser } from './browser.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'browsers-'));
	vi.stubEnv('FIVE_POINTS_CHROMIUM', '');
	vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

function program(name: string, script: string): string {
	const path = join(folder, name);
	writeFileSync(path, `#!/bin/sh\n${script}\n`);
	chmodSync(path, 0o755);
	return path;
}

test('takes the browser that is named', async () => {
	const path = program('mine', 'exit 1');
	vi.stubEnv('FIVE_POINTS_CHROMIUM', path);
	expect(await findBrowser()).toBe(path);
});

test('a named browser that is not there is told, not replaced', async () => {
	vi.stubEnv('FIVE_POINTS_CHROMIUM', join(folder, 'gone'));
	await expect(findBrowser()).rejects.toThrow(
		/FIVE_POINTS_CHROMIUM names a browser that does not exist: .*gone/
	);
});

test.skipIf(process.platform === 'win32')('takes one on the PATH that says it is one', async () => {
	const path = program('chromium', 'echo "Chromium 150.0.1 built on Debian"');
	expect(await findBrowser()).toBe(path);
});

test.skipIf(process.platform === 'win32')('skips a script that only points elsewhere', async () => {
	const note = program('chromium', 'echo "Command requires the chromium snap to be installed." >&2; exit 1');
	expect(await findBrowser()).not.toBe(note);
});
