import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { nats } from './nats.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'nats-'));
	vi.stubEnv('FIVE_POINTS_NATS', '');
	vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

function program(script: string): string {
	const path = join(folder, 'nats-server');
	writeFileSync(path, `#!/bin/sh\n${script}\n`);
	chmodSync(path, 0o755);
	return path;
}

test.skipIf(process.platform === 'win32')('takes the program that is named', async () => {
	const path = program('exit 0');
	vi.stubEnv('PATH', '');
	vi.stubEnv('FIVE_POINTS_NATS', path);
	expect(await nats()).toBe(path);
});

test('a named one that is not there is told, not replaced', async () => {
	vi.stubEnv('FIVE_POINTS_NATS', join(folder, 'nothing'));
	await expect(nats()).rejects.toThrow(
		/FIVE_POINTS_NATS names no NATS that runs: .*nothing\nName the program/
	);
});

test.skipIf(process.platform === 'win32')('so is one that does not run', async () => {
	vi.stubEnv('FIVE_POINTS_NATS', program('exit 127'));
	await expect(nats()).rejects.toThrow('names no NATS that runs');
});

test('is left out where that is asked for', async () => {
	vi.stubEnv('FIVE_POINTS_NATS', 'none');
	expect(await nats()).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('takes one on the PATH', async () => {
	expect(await nats()).not.toBe(join(folder, 'nats-server'));
	const path = program('exit 0');
	expect(await nats()).toBe(path);
});
