import { expect, test } from 'vitest';

import { pointsToLearn } from './outline.ts';

const facts = (...points: number[]) => points.map((point, index) => ({ id: `F${index}`, point }));

test('points come in the order of the course, the primer as a whole last', () => {
	expect(pointsToLearn({ points: [1, 2, 3], facts: facts(0, 3, 1, 2, 1) })).toEqual([1, 2, 3, 0]);
});

test('a point without a fact to learn is passed over', () => {
	expect(pointsToLearn({ points: [1, 3], facts: facts(3) })).toEqual([3]);
	expect(pointsToLearn({ points: [1, 3], facts: facts(0) })).toEqual([0]);
});
