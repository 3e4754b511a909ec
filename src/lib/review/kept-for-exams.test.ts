import { expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { changed, filesWith, ITEMS } from '#lib/bank/fixtures.ts';
import { openBank } from '#lib/bank/serving.ts';

import { outlineOf } from './outline-of.ts';
import { planMistakes } from './plan/plan-mistakes.ts';
import { planReview } from './plan/plan-review.ts';
import { review } from './review-fixtures.ts';
import { step } from './step.ts';

/** Two items on F1.1, the first of them kept for exams, and two on F2.1, both kept with their point. */
const { bank } = checkBank('b', [
	...filesWith({
		primer: [['id: 2, title', 'id: 2, for: exam, title']],
		items: [['id: first', 'id: first\n    for: exam']]
	}),
	{
		name: 'b/2.yaml',
		text: changed(ITEMS, [
			['point: 1', 'point: 2'],
			['id: first', 'id: other'],
			['id: number', 'id: other-number'],
			['facts: [F1.1]', 'facts: [F2.1]'],
			['facts: [F1.1]', 'facts: [F2.1]']
		])
	}
]);
if (!bank) throw new Error('The sample is broken.');
const outline = outlineOf(openBank(bank));

const plain = { seen: new Set<string>(), days: [], flawed: new Set<string>(), seed: 's' };

/** What follows from a wrong answer to an item in an exam. */
function after(item: string, fact: string) {
	const wrong = review({ primer: 'b', occasion: 'exam', item, facts: [fact], fraction: 0 });
	return step({ facts: [], item: undefined, ability: undefined, day: undefined }, wrong);
}

test('what went wrong in an exam is asked again by an item that can be studied', () => {
	const { facts, item, day } = after('first', 'F1.1');
	expect(facts.map(({ fact }) => fact)).toEqual(['F1.1']);
	expect(day.answers).toBe(1);
	expect(planReview({ ...plain, outline, due: facts }).items).toEqual([{ item: 'number', facts: ['F1.1'] }]);
	expect(planMistakes(outline, [item], plain.flawed)).toEqual([]);
});

test('a fact that only exams ask for counts once it was asked, but never waits in self-study', () => {
	const { facts } = after('other', 'F2.1');
	expect(facts.map(({ fact }) => fact)).toEqual(['F2.1']);
	expect(planReview({ ...plain, outline, due: facts })).toEqual({ items: [], waiting: 0 });
	expect(outline.facts).toEqual([{ id: 'F1.1', point: 1 }]);
});
