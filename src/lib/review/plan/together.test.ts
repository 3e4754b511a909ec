import { expect, test } from 'vitest';

import { item } from './plan-fixtures.ts';
import { together } from './together.ts';

test('items about one stimulus come one after the other as in their file, where the first of them stands', () => {
	const a = item({ id: 'a' });
	const b = item({ id: 'b', stimulus: 'case' });
	const c = item({ id: 'c', stimulus: 'case' });
	const d = item({ id: 'd', stimulus: 'other' });
	const e = item({ id: 'e' });
	expect(together([a, c, d, e, b], [a, b, c, d, e])).toEqual([[a], [b, c], [d], [e]]);
	expect(together([e, a], [a, b, c, d, e])).toEqual([[e], [a]]);
	expect(together([], [a])).toEqual([]);
});
