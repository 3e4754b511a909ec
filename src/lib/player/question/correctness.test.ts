import { expect, test } from 'vitest';

import { behaviours, type Certainty } from '#lib/quiz/behaviour.ts';
import { entryWith } from '#lib/quiz/fixtures.ts';

import { marksInWords } from './correctness.ts';

const earned = (fraction: number, certainty: Certainty) =>
	marksInWords(entryWith([fraction], { certainty }), behaviours.certainty);

test('the plural of what was earned follows the number that is read', () => {
	expect([earned(1, 1), earned(0.52, 2), earned(0.48, 2), earned(0.5, 1), earned(1, 3)]).toEqual([
		'+1 mark',
		'+1 mark',
		'+0.9 marks',
		'+0.5 marks',
		'+3 marks'
	]);
	expect([earned(0, 1), earned(0, 2), marksInWords(entryWith([1]), behaviours.practice)]).toEqual([
		'0 marks',
		'−2 marks',
		'1 mark'
	]);
});
