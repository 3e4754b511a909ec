import { expect, test } from 'vitest';

import { cellsOf } from '#lib/review/mastery.ts';
import { item, outline } from '#lib/review/plan/plan-fixtures.ts';
import { noon, review } from '#lib/review/review-fixtures.ts';
import { step } from '#lib/review/step.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';
import { checkedStudy, loadFold } from '#lib/store/study.ts';

import { whatMoved } from './what-moved.ts';

const course = outline(item({ id: 'a' }), item({ id: 'b', facts: ['F2'] }), item({ id: 'c', facts: ['F3'] }));
const today = noon('2026-11-25');

test('the map before has the facts as they stood, the map after as they stand, and only they have moved', async () => {
	const learner = checkedStudy(studyInMemory(), loadFold, () => today);
	const answers = [
		review({ id: 'earlier', item: 'a', facts: ['F1'], at: noon('2026-11-20') }),
		review({ id: 'now-1', item: 'a', facts: ['F1'], at: today, fraction: 0 }),
		review({ id: 'now-2', item: 'b', facts: ['F2'], at: today + 1000 }),
		review({ id: 'other', primer: 'another', item: 'c', facts: ['F3'], at: today + 2000 })
	];
	for (const answer of answers) await learner.record(answer, step);
	const told = await whatMoved(learner, course, new Set(['now-1', 'now-2', 'other']), today);
	expect(told.moved).toEqual([
		{ fact: 'F1', from: 'familiar', to: 'seen', how: 'fell', due: '2026-11-25' },
		expect.objectContaining({ fact: 'F2', from: 'unseen', to: 'familiar', how: 'rose' })
	]);
	const levels = (map: typeof told.after) => cellsOf(map).map(({ level }) => level);
	expect(levels(told.before)).toEqual(['familiar', 'unseen', 'unseen']);
	expect(levels(told.after)).toEqual(['seen', 'familiar', 'unseen']);
	expect(told.advice).toEqual({ code: 'review', facts: 1 });
	expect(told.today).toBe('2026-11-25');
});

test('nothing has moved where the device has kept nothing', async () => {
	const learner = checkedStudy(studyInMemory(), loadFold, () => today);
	const told = await whatMoved(learner, course, new Set(['lost']), today);
	expect(told.moved).toEqual([]);
	expect(told.advice).toMatchObject({ code: 'begin' });
});
