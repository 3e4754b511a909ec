import { join } from 'node:path';

import { beforeEach, expect, test, vi } from 'vitest';

import { Library } from '#lib/bank/library.server.ts';
import { readLibrary } from '#lib/bank/read.server.ts';

import { MADE, packageOf } from './packages.server.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

const folder = join(import.meta.dirname, '../../../../questions');
const { located, problems } = await readLibrary(folder);
const library = new Library(folder, { courses: located, unavailable: [], problems });

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'] });
	return () => vi.useRealTimers();
});

const assets = () => Promise.resolve({ player: '', notices: '' });
const ask = (seed: string, address: string, built = assets) =>
	packageOf(library, 'paris-call', { format: 'html', seed }, built, address);

test('one package is made after another, and one that fails stops none', async () => {
	const first = Promise.withResolvers<{ player: string; notices: string }>();
	const begun: string[] = [];
	const one = ask('one', 'a', () => (begun.push('one'), first.promise));
	const other = ask('other', 'b', () => (begun.push('other'), assets()));
	await waitFor(() => expect(begun).toEqual(['one']));
	await new Promise((resolve) => setImmediate(resolve));
	expect(begun).toEqual(['one']);
	first.reject(new Error('Nothing is built.'));
	await expect(one).rejects.toThrow('Nothing is built.');
	expect(await other).toMatchObject({ type: expect.stringContaining('text/html') });
	expect(begun).toEqual(['one', 'other']);
});

test('an address has so many made at once, and what is made already as often as it likes', async () => {
	for (let turn = 0; turn < MADE.most; turn++)
		expect(await ask(`seed-${turn}`, '192.0.2.1')).toBeTypeOf('object');
	const newest = `seed-${MADE.most - 1}`;
	expect(await ask('more', '192.0.2.1')).toBe('slow-down');
	expect(await ask(newest, '192.0.2.1')).toBeTypeOf('object');
	expect(await ask('more', '192.0.2.2')).toBeTypeOf('object');
	expect(await ask('still-more', '192.0.2.1')).toBe('slow-down');
	vi.advanceTimersByTime(MADE.every);
	expect(await ask('still-more', '192.0.2.1')).toBeTypeOf('object');
});
