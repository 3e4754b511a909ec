import { expect, test } from 'vitest';

import type { ItemOutline } from '#lib/review/outline.ts';
import { haveEnemies, item, itemsOf, outline } from '#lib/review/plan/plan-fixtures.ts';
import { review } from '#lib/review/review-fixtures.ts';
import { step } from '#lib/review/step.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';
import { checkedStudy, loadFold } from '#lib/store/study.ts';

import { askAgain } from './ask-again.ts';
import type { Answered } from './planner.ts';

const foes = outline(
	item({ id: 'a', enemies: ['b'] }),
	item({ id: 'b', facts: ['F2'], enemies: ['a'] }),
	item({ id: 'c', facts: ['F3'] })
);

/** A learner at a course, and how a session of theirs goes on. */
function session(course = foes) {
	const learner = checkedStudy(studyInMemory(), loadFold);
	const all: Answered[] = [];
	return {
		answer: async ({ id, facts }: ItemOutline, right: boolean, isKept = true) => {
			all.push({ item: id, facts, right });
			const told = { id: String(all.length), item: id, facts, fraction: right ? 1 : 0, at: Date.now() };
			if (isKept) await learner.record(review(told), step);
		},
		again: async () => itemsOf(course, await askAgain(course, learner, all, 's'))
	};
}

test('what went wrong is asked again until it is right once, and no enemies meet', async () => {
	const { answer, again } = session();
	for (const each of foes.items) await answer(each, false);
	const asked: string[] = [];
	for (let round = await again(); round.length > 0; round = await again()) {
		expect(
			haveEnemies(
				foes,
				round.map(({ id }) => id)
			)
		).toBe(false);
		for (const each of round) await answer(each, true);
		asked.push(...round.map(({ id }) => id));
	}
	expect(asked.sort()).toEqual(['a', 'b', 'c']);
});

test('what was right since is not asked again, even if the device did not keep that', async () => {
	const { answer, again } = session();
	const [first] = foes.items;
	if (!first) throw new Error('The course has no items.');
	await answer(first, false);
	expect(await again()).toHaveLength(1);
	await answer(first, true, false);
	expect(await again()).toEqual([]);
});
