import { describe, expect, test } from 'vitest';

import type { Certainty } from './behaviour.ts';
import { newEntry } from './entry.ts';
import { calibrationOf, judgedAmong, leaningOf, type Judged } from './judged.ts';

/** So many answers at a certainty, of which so many were right. */
function answers(certainty: Certainty, asked: number, right: number): Judged[] {
	return Array.from({ length: asked }, (_, index) => ({ certainty, right: index < right }));
}

describe('how sure, against how right', () => {
	test('counts each certainty, and says from which share on it pays', () => {
		expect(calibrationOf([...answers(3, 4, 3), ...answers(1, 2, 0)])).toEqual([
			{ certainty: 1, asked: 2, right: 0, pays: 0 },
			{ certainty: 2, asked: 0, right: 0, pays: 2 / 3 },
			{ certainty: 3, asked: 4, right: 3, pays: 4 / 5 }
		]);
	});

	test.each<[string, Judged[], ReturnType<typeof leaningOf>]>([
		['no answers', [], undefined],
		['two answers at each', [...answers(3, 2, 0), ...answers(1, 2, 2)], undefined],
		['certain, and right three times in four', answers(3, 4, 3), 'surer'],
		['certain, and right four times in five', answers(3, 5, 4), 'even'],
		['fairly sure, and right once in three', answers(2, 3, 1), 'surer'],
		['fairly sure, and right two times in three', answers(2, 3, 2), 'even'],
		['fairly sure, and right each time', answers(2, 3, 3), 'less-sure'],
		['not very sure, and right two times in three', answers(1, 3, 2), 'less-sure'],
		['not very sure, and right once in three', answers(1, 3, 1), 'even'],
		['certain and right too seldom, unsure and right', [...answers(3, 3, 1), ...answers(1, 3, 3)], 'surer']
	])('of %s', (_, judged, leaning) => {
		expect(leaningOf(calibrationOf(judged))).toBe(leaning);
	});

	test('leaves out what was not answered, and what nobody asked of', () => {
		const score = { state: 'scored' as const, fraction: 1, parts: [] };
		const tried = { ...newEntry(), tries: [{ response: 'a', score }] };
		const entries = [
			{ ...newEntry(), certainty: 3 as const },
			tried,
			{ ...tried, certainty: 2 as const },
			{ ...tried, certainty: 1 as const, tries: [{ response: 'a', score: { ...score, fraction: 0.5 } }] }
		];
		expect(judgedAmong(entries)).toEqual([
			{ certainty: 2, right: true },
			{ certainty: 1, right: false }
		]);
	});
});
