import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { newExamId, sealTerms } from '#lib/server/exam/terms.ts';

import { setExamIn } from './set-exam.server.ts';

const secret = 'a secret of a server, long enough';
const bank = bankWith();
const [first] = bank.items;
if (!first) throw new Error('The course of the tests has no item.');

/** The exam of a link that a teacher made for some items, of which the course may have lost some since. */
function examOver(...items: string[]) {
	const query = `?behaviour=exam&items=${items.join(',')}&order=fixed`;
	const when = { opensAt: null, closesAt: null, proof: null, isOnce: false };
	const link = sealTerms({ id: newExamId(), query, isSame: true, ...when }, bank.primer.id, secret);
	return setExamIn({ secret }, bank, link);
}

describe('an exam over picked items', () => {
	test('asks just these, and has nothing to say', () => {
		expect(examOver(first.id)).toMatchObject({
			form: { items: [first.id] },
			notices: [],
			isEmptied: false
		});
	});

	test('says which of them the course has no longer', () => {
		expect(examOver('removed', first.id)).toMatchObject({
			form: { items: [first.id] },
			notices: [{ code: 'not-in-primer', name: 'items', given: ['removed'] }],
			isEmptied: false
		});
	});

	test('asks nothing else in their place where none is left', () => {
		expect(examOver('removed', 'another')?.isEmptied).toBe(true);
	});
});

test('a link that was not sealed here is none', () => {
	expect(setExamIn({ secret }, bank, 'a link')).toBeUndefined();
});
