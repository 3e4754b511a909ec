import { afterEach, expect, test, vi } from 'vitest';

import { fetchEdition } from './fetch-edition.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, told: unknown): void {
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(told, { status })));
}

test('the edition of the files is told, and no cache answers for the server', async () => {
	const fetched = vi.fn(() => Promise.resolve(Response.json({ edition: 7, problems: [], count: 0 })));
	vi.stubGlobal('fetch', fetched);
	expect(await fetchEdition('/watch')).toBe(7);
	expect(fetched).toHaveBeenCalledWith('/watch', { cache: 'no-store' });
});

test.for([
	[200, null],
	[200, {}],
	[200, { edition: '7' }],
	[200, { edition: null }],
	[200, [7]],
	[404, { message: 'There is no such page.' }],
	[502, { edition: 8 }]
] as const)('what tells no edition is none: %i with %j', async ([status, told]) => {
	answering(status, told);
	await expect(fetchEdition('/watch')).rejects.toThrow('/watch cannot be fetched');
});
