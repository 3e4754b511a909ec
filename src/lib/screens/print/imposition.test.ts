import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mirrored, pagesOf } from './imposition.ts';

test('the last page is filled up', () => {
	expect(pagesOf(['a', 'b', 'c', 'd', 'e'], 4)).toEqual([
		['a', 'b', 'c', 'd'],
		['e', null, null, null]
	]);
	expect(pagesOf([], 4)).toEqual([]);
});

test('each row of a back begins at its end', () => {
	expect(mirrored(['a', 'b', 'c', 'd'], 2)).toEqual(['b', 'a', 'd', 'c']);
	expect(mirrored(['e', null], 2)).toEqual([null, 'e']);
});

test('a back lies behind its front: seen through the paper, the page is the same again', () => {
	const cards = fc.array(fc.integer(), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(
			cards,
			fc.integer({ min: 1, max: 4 }),
			fc.integer({ min: 1, max: 5 }),
			(all, columns, rows) => {
				for (const page of pagesOf(all, columns * rows)) {
					const back = mirrored(page, columns);
					for (const [place, card] of page.entries()) {
						const column = place % columns;
						expect(back[place - column + (columns - 1 - column)]).toBe(card);
					}
				}
			}
		)
	);
});
