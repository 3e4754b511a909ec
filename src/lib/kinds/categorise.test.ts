import { expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { faults, publicView, score } from './categorise.ts';
import { example } from './fixtures.ts';

const item = example('categorise');

test('earns the share of elements in their category', () => {
	const response = { tallinn: 'before', budapest: 'after', geneva: 'after' };
	expect(score(item, response)).toMatchObject({ fraction: 2 / 4 });
	expect(score(item, { ...response, budapest: 'before' })).toMatchObject({ fraction: 3 / 4 });
	expect(score(item, { ...response, budapest: 'before' })).toMatchObject({
		parts: [{}, {}, {}, { id: 'nairobi', verdict: 'missed', key: 'later' }]
	});
});

test('keeps the categories in the order of the file', () => {
	for (const seed of ['1', '2', '3']) {
		expect(publicView(item, seeded(seed)).categories.map(({ id }) => id)).toEqual(['before', 'after']);
	}
});

test('finds an element of no category', () => {
	const elements = [
		{ text: 'Tallinn', category: 'during', why: 'so' },
		{ text: 'Budapest', category: 'after', why: 'so' }
	];
	expect(faults(example('categorise', { elements }))).toEqual([
		{
			path: ['elements', 0, 'category'],
			message: 'no category has the id “during”',
			fix: 'Name one of these: before, after.'
		}
	]);
});
