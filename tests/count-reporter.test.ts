import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../src/setup/project.js';

test('a run ends with what failed, and with how many did', async () => {
	expect(
		await endOfRun({
			'adds.test.js': `
				import { describe, expect, test } from 'vitest';
				test('adds', () => expect(1 + 1).toBe(2));
				describe('sums', () => test('carries', () => expect(9 + 1, 'nine and one').toBe(11)));
			`,
			'broken.test.js': `throw new Error('cannot begin\\nfor a reason');`,
			'late.test.js': `
				import { test } from 'vitest';
				test('looks well', () => { void Promise.reject(new Error('too late')); });
			`
		})
	).toEqual([
		'failed: adds.test.js > sums > carries: nine and one: expected 10 to be 11 // Object.is equality',
		'failed: broken.test.js: cannot begin',
		'failed: outside of all tests: too late',
		'2 passed, 3 failed'
	]);
});

test('a run without failures ends with the count alone', async () => {
	expect(
		await endOfRun({ 'adds.test.js': `import { test } from 'vitest'; test('adds', () => {});` })
	).toEqual(['1 passed, 0 failed']);
});

/** The lines that the reporter wrote about a run over these files, in order of their names. */
async function endOfRun(files: Readonly<Record<string, string>>): Promise<string[]> {
	// Inside the project, so that Vitest is found from there.
	const folder = await mkdtemp(join(root, 'node_modules/.count-reporter-'));
	try {
		const config = `export default { test: { exclude: [], fileParallelism: false } };`;
		for (const [name, code] of Object.entries({ ...files, 'vitest.config.js': config }))
			await writeFile(join(folder, name), code);
		const { stdout } = spawnSync(
			process.execPath,
			[
				...[join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder],
				...['--reporter', join(root, 'tests/count-reporter.ts')]
			],
			{ encoding: 'utf8' }
		);
		return stdout.split('\n').filter((line) => line !== '');
	} finally {
		await rm(folder, { recursive: true });
	}
}
