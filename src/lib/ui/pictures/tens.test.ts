import fc from 'fast-check';
import { expect, it } from 'vitest';

import { tensOf } from './tens.ts';

it('makes rows of ten of which only the last may be shorter', () => {
	expect(tensOf(28)).toEqual([10, 10, 8]);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1000 }), (count) => {
			const rows = tensOf(count);
			expect(rows.reduce((sum, row) => sum + row, 0)).toBe(count);
			expect(rows.slice(0, -1).every((row) => row === 10)).toBe(true);
			expect(rows.at(-1)).not.toBe(0);
		})
	);
});
