import { expect, test } from 'vitest';

import { parsed } from '#lib/quiz/parsed.ts';

import { playedClass } from './played-fixtures.ts';
import { toldOwnSchema } from './pupil-protocol.ts';
import { toldOwn } from './told.ts';

const times = { code: 'ABC', createdAt: 0, endedAt: 5 };
const told = toldOwn(playedClass(), 'a', times, 30);
/** As it comes over the network. */
const sent: unknown = JSON.parse(JSON.stringify(told));

test('what a pupil is told of themselves is read as it was told', () => {
	expect(told?.own.answers).toHaveLength(3);
	expect(parsed(toldOwnSchema, sent)).toEqual(told);
});

test.for([
	null,
	{ ...told, own: { ...told?.own, scores: [{ item: 'single-choice' }] } },
	{ ...told, own: { ...told?.own, missed: undefined } },
	{ ...told, own: { ...told?.own, answers: [null] } },
	{ ...told, hasMarks: undefined },
	{ ...told, course: { ...told?.course, points: [{ id: 1 }] } },
	{ ...told, course: { ...told?.course, items: [{}] } }
])('of which a part is something else is none: %#', (other) => {
	expect(parsed(toldOwnSchema, other)).toBeUndefined();
});
