import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { postgres } from './postgres.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'postgres-'));
	vi.stubEnv('FIVE_POINTS_POSTGRES', '');
	vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

function programs(script: string): void {
	for (const name of ['initdb', 'postgres']) {
		writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
		chmodSync(join(folder, name), 0o755);
	}
}

test.skipIf(process.platform === 'win32')('takes the folder of programs that is named', async () => {
	programs('exit 0');
	vi.stubEnv('PATH', '');
	vi.stubEnv('FIVE_POINTS_POSTGRES', folder);
	expect(await postgres()).toBe(folder);
});

test('a named folder without them is told, not replaced', async () => {
	vi.stubEnv('FIVE_POINTS_POSTGRES', folder);
	await expect(postgres()).rejects.toThrow(
		/FIVE_POINTS_POSTGRES names a folder without a PostgreSQL that runs: .*postgres-/
	);
});

test.skipIf(process.platform === 'win32')('so are programs that do not run', async () => {
	programs('echo "error while loading shared libraries" >&2; exit 127');
	vi.stubEnv('FIVE_POINTS_POSTGRES', folder);
	await expect(postgres()).rejects.toThrow('names a folder without a PostgreSQL that runs');
});

test('is left out where that is asked for', async () => {
	vi.stubEnv('FIVE_POINTS_POSTGRES', 'none');
	expect(await postgres()).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('takes one on the PATH', async () => {
	programs('exit 0');
	expect(await postgres()).toBe(folder);
});
