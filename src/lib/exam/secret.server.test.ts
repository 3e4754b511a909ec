import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The secret as a process finds it that has just started. */
async function secretOf(environment: NodeJS.ProcessEnv): Promise<string> {
	vi.resetModules();
	const { examSecret } = await import('./secret.server.ts');
	expect(examSecret(environment)).toBe(examSecret({}));
	return examSecret(environment);
}

test('the secret is that of the environment', async () => {
	expect(await secretOf({ SECRET: 'from outside', DATA: folder })).toBe('from outside');
	expect(() => statSync(join(folder, 'secret'))).toThrow('ENOENT');
});

test('else it is made once, kept for the next start, and readable by nobody else', async () => {
	const data = join(folder, 'new/data');
	const first = await secretOf({ DATA: data, SECRET: '' });
	expect(first).toMatch(/^[\w-]{43}$/);
	expect(readFileSync(join(data, 'secret'), 'utf8')).toBe(first);
	if (process.platform !== 'win32') expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
	expect(await secretOf({ DATA: data })).toBe(first);
});

test('else, where nothing can be written, it lasts as long as the process', async () => {
	writeFileSync(join(folder, 'file'), '');
	const nowhere = join(folder, 'file/data');
	expect(await secretOf({ DATA: nowhere })).toMatch(/^[\w-]{43}$/);
	expect(await secretOf({ DATA: nowhere })).not.toBe(await secretOf({ DATA: nowhere }));
});

test('an empty file is no secret', async () => {
	writeFileSync(join(folder, 'secret'), '\n');
	expect(await secretOf({ DATA: folder })).toMatch(/^[\w-]{43}$/);
});
