import { expect, test } from 'vitest';

import { migrate, type Migration } from './migrate.ts';

const chain: Migration[] = [
	({ name, ...rest }) => ({ ...rest, title: name }),
	(old) => ({ ...old, tags: [] })
];

test('a value of any old version becomes one of the last', () => {
	expect(migrate({ version: 1, name: 'a' }, chain)).toEqual({ version: 3, title: 'a', tags: [] });
	expect(migrate({ version: 2, title: 'b' }, chain)).toEqual({ version: 3, title: 'b', tags: [] });
});

test.each<unknown>([
	{ version: 3, title: 'c' },
	{ version: 4 },
	{ version: 0 },
	{ version: '1' },
	{ version: [1] },
	{ version: { toString: null } },
	{ version: { valueOf: 1, toString: '1' } },
	{},
	[],
	null,
	'text'
])('%j is returned as it is', (value) => {
	expect(migrate(value, chain)).toBe(value);
});
