import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { withKept } from '#lib/bank/serving.ts';
import { kindNames } from '#lib/kinds/names.ts';
import { offerOf } from '#lib/quiz/offer.ts';

import { readChoice } from './choice.ts';
import { givenOf, pickable } from './given.ts';

const [bank] = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));
if (!bank) throw new Error('The shipped bank is missing.');
const course: Bank = bank;

/** The course with its second point kept for exams. */
const points = course.primer.points.map((point) =>
	point.id === 2 ? { ...point, for: 'exam' as const } : point
);
const mixed = withKept({ ...course, primer: { ...course.primer, points } });

/** A point and a kind of which the course has no question. */
const empty = kindNames
	.flatMap((kind) => course.primer.points.map(({ id: point }) => ({ kind, point })))
	.find(({ kind, point }) => !course.items.some((item) => item.kind === kind && item.point === point));
if (!empty) throw new Error('The course has questions of every kind in every point.');
const nothing = `points=${empty.point}&kinds=${empty.kind}`;

function given(query: string, of = course) {
	const { choice } = readChoice(new URLSearchParams(query), offerOf(of), 'en');
	return givenOf(of, choice, 's');
}

test('a plain choice gives ten questions of all points, and about as many minutes', () => {
	const { count, views, missing, limit, about, points: byPoint } = given('');
	expect({ count, views: views.length, missing, limit }).toEqual({
		count: 10,
		views: 10,
		missing: 0,
		limit: null
	});
	expect(about).toBeGreaterThanOrEqual(4);
	expect(about).toBeLessThanOrEqual(15);
	expect(byPoint.map(({ point }) => point)).toEqual([0, 1, 2, 3, 4, 5]);
	expect(byPoint.reduce((sum, each) => sum + each.count, 0)).toBe(10);
});

test('fewer questions than asked for are told, and so is a choice that nothing fits', () => {
	expect(given('points=2&kinds=numeric&n=20').missing).toBeGreaterThan(15);
	expect(given(nothing)).toMatchObject({ count: 0, views: [], limit: null });
	expect(given('pick=hand')).toMatchObject({ count: 0, missing: 0 });
});

test('of picked questions, one that gives another away is left out, and it is told', () => {
	const item = course.items.find(({ enemies }) => enemies.length > 0);
	expect(given(`items=${item?.id},${item?.enemies[0]}`)).toMatchObject({ count: 1, givenAway: 1 });
});

test('an exam has a time limit, with the extra time', () => {
	expect(given('behaviour=exam&n=6&extra=1.5').limit).toBe(9);
});

test('what is kept for exams is counted in an exam and never shown', () => {
	const exam = given('behaviour=exam&points=1,2&n=6', mixed);
	expect(exam).toMatchObject({ count: 6, kept: 3 });
	expect(exam.views.map(({ point }) => point)).toEqual([1, 1, 1]);
	expect(given('points=2', mixed)).toMatchObject({ count: 0, kept: 0 });
	expect(pickable(mixed, 's').some(({ point }) => point === 2)).toBe(false);
	expect(JSON.stringify(exam.views)).not.toContain('"key"');
});
