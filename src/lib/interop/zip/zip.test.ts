import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { zip } from './zip.ts';

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

const name = fc
	.array(fc.stringMatching(/^[\p{L}\p{N} _-]{1,12}$/u), { minLength: 1, maxLength: 3 })
	.map((parts) => `${parts.join('/')}.txt`);
const files = fc.uniqueArray(fc.record({ name, content: fc.uint8Array({ maxLength: 500 }) }), {
	selector: ({ name }) => name
});

test('every file comes out as it went in, in the same order', () => {
	fc.assert(
		fc.property(files, (files) => {
			const out = Object.entries(unzipSync(zip(files)));
			// Names that are whole numbers are no names here: all end in “.txt”.
			expect(out.map(([name, content]) => ({ name, content: [...content] }))).toEqual(
				files.map(({ name, content }) => ({ name, content: [...content] }))
			);
		})
	);
});

test('the same files make the same bytes, in any time zone', () => {
	const source = `
		import { createHash } from 'node:crypto';
		import { zip } from ${JSON.stringify(join(import.meta.dirname, 'zip.ts'))};
		const bytes = zip([{ name: 'é/ü.html', content: 'x'.repeat(1000) }, { name: 'b.png', content: 'y' }]);
		process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
	const sums = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((TZ) =>
		execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', source], {
			env: { ...process.env, TZ },
			encoding: 'utf8'
		})
	);
	expect(new Set(sums).size).toBe(1);
	expect(sums[0]).toMatch(/^[0-9a-f]{64}$/);
});

test.skipIf(!hasUnzip)('another program reads it, with names in any script', () => {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-zip-'));
	try {
		const archive = join(folder, 'a.zip');
		writeFileSync(archive, zip([{ name: 'é/日本.txt', content: 'ß' }]));
		execFileSync('unzip', ['-q', archive, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
		expect(readFileSync(join(folder, 'é/日本.txt'), 'utf8')).toBe('ß');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test.each(['', '/a', 'a//b', '../a', 'a/./b', 'a\\b', 'a/'])('“%s” is no name of a file', (name) => {
	expect(() => zip([{ name, content: '' }])).toThrow(RangeError);
});

test('no two files have the same name', () => {
	expect(() =>
		zip([
			{ name: 'a', content: '1' },
			{ name: 'a', content: '2' }
		])
	).toThrow('Two files');
});
