import fc from 'fast-check';
import { expect, test } from 'vitest';

import { kindNames } from '#lib/kinds/names.ts';
import { questionOrders } from '#lib/quiz/options.ts';

import {
	keyings,
	makes,
	papers,
	readSheetOptions,
	writeSheetOptions,
	type SheetOptions
} from './sheet-options.ts';

const offer = { points: [1, 2, 3], items: ['one', 'two', 'three', 'four'], hasOutcomes: true };
const some = <T>(values: readonly T[]) =>
	fc.option(fc.subarray([...values], { minLength: 1 }), { nil: null });

const sheets: fc.Arbitrary<SheetOptions> = fc.record({
	over: fc.constantFrom(null, 'outcomes' as const),
	points: some(offer.points),
	count: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
	difficulties: some([1, 2, 3] as const),
	kinds: some(kindNames),
	items: some(offer.items),
	order: fc.constantFrom(...questionOrders),
	seed: fc.option(fc.stringMatching(/^[a-z0-9]{1,12}$/), { nil: null }),
	make: fc.constantFrom(...makes),
	keying: fc.constantFrom(...keyings),
	paper: fc.constantFrom(...papers)
});

test('an address holds all choices', () => {
	fc.assert(
		fc.property(sheets, (options) => {
			const query = writeSheetOptions(options);
			expect(readSheetOptions(new URLSearchParams(query), offer)).toEqual({ options, notices: [] });
		})
	);
});

test('what is usual is left out, and the quiz comes first', () => {
	const plain: SheetOptions = {
		points: [1, 3],
		count: 5,
		...{ over: null, difficulties: null, kinds: null, items: null, order: 'mixed', seed: 'abc' },
		...{ make: 'worksheet', keying: 'without', paper: 'a4' }
	};
	expect(writeSheetOptions(plain)).toBe('?points=1,3&n=5&seed=abc');
	expect(writeSheetOptions({ ...plain, keying: 'with', paper: 'letter' })).toBe(
		'?points=1,3&n=5&seed=abc&key=with&paper=letter'
	);
	const cards = { ...plain, points: null, count: null, seed: null, make: 'cards' as const };
	expect(writeSheetOptions(cards)).toBe('?make=cards');
});

test('the address of a quiz gives its sheet; what nobody knows becomes the usual', () => {
	const query = new URLSearchParams('?behaviour=retry&points=2&n=3&seed=x&make=poster&key=maybe&paper=a5');
	expect(readSheetOptions(query, offer).options).toEqual({
		...{
			over: null,
			points: [2],
			count: 3,
			difficulties: null,
			kinds: null,
			items: null,
			order: 'mixed',
			seed: 'x'
		},
		...{ make: 'worksheet', keying: 'without', paper: 'a4' }
	});
});
