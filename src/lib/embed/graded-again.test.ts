import { expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examWith, logOf, type LearnerAction } from '#lib/quiz/fixtures.ts';
import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';

import { gradedAgain } from './graded-again.ts';

const answers: LearnerAction[] = [
	{ type: 'answer', response: 'one' },
	{ type: 'next' },
	{ type: 'answer', response: '3' },
	{ type: 'next' }
];

function recordWith(said: readonly LearnerAction[], items?: string[]): AttemptRecord {
	const form = examWith(items && { items });
	return { ...newRecord({ id: 'b', form, address: '?', startedAt: 0 }), log: logOf(said) };
}

test('a form that was handed in is graded again from its answers', async () => {
	const reply = await gradedAgain(recordWith([...answers, { type: 'submit' }]), bankWith().items);
	expect(reply).toMatchObject({
		type: 'graded',
		grades: { first: { state: 'scored', fraction: 1 }, number: { state: 'scored', fraction: 0 } }
	});
});

test('one that is not handed in has no grades yet', async () => {
	expect(await gradedAgain(recordWith(answers), bankWith().items)).toBeNull();
	expect(await gradedAgain(recordWith([]), bankWith().items)).toBeNull();
});
