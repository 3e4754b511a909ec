import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import type { Item } from '#lib/bank/item.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';
import { kindNames, samples, score } from '#lib/kinds/index.ts';
import { certainties } from '#lib/quiz/behaviour.ts';

import { tallied } from './tally.ts';

const items = checkBank('b', filesOf(wholeCourse())).bank?.items ?? [];

function tallyOf(item: Item, responses: readonly unknown[], asked = responses.length) {
	return tallied(
		item,
		responses.map((response, index) => ({
			answer: {
				round: 1,
				pupil: String(index),
				response,
				certainty: certainties[index % 3] ?? 1,
				at: 0,
				key: ''
			},
			score: score(item, response)
		})),
		asked
	);
}

function item(kind: string): Item {
	const found = items.find((each) => each.kind === kind);
	if (!found) throw new Error(`The sample course has no ${kind}.`);
	return found;
}

test('the sample course has all kinds', () => {
	expect(items.map(({ kind }) => kind).sort()).toEqual([...kindNames].sort());
});

describe.each(kindNames)('%s', (kind) => {
	test('whatever is answered, counts add up, and the right answer is at the keys', () => {
		const some = samples(item(kind));
		const given: unknown[] = Object.values(some);
		const sample = fc.constantFrom(...given);
		fc.assert(
			fc.property(fc.array(sample, { maxLength: 20 }), fc.nat({ max: 30 }), (responses, asked) => {
				const tally = tallyOf(item(kind), responses, asked);
				expect(tally.answered + tally.malformed + tally.unanswered).toBe(tally.asked);
				expect(tally.unanswered).toBeGreaterThanOrEqual(0);
				const sure = tally.certainty.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
				expect(sure).toBe(tally.answered);
				for (const { bars, none, many } of tally.groups) {
					const counts = bars.map(({ count }) => count);
					const total = counts.reduce((sum, count) => sum + count, none);
					if (many) expect(Math.max(0, ...counts)).toBeLessThanOrEqual(tally.answered);
					else expect(total).toBe(tally.answered);
				}
			})
		);
		const right = tallyOf(item(kind), [some.right, some.right]);
		expect(right.facility).toBe(1);
		for (const { bars, none } of right.groups) {
			expect(none).toBe(0);
			expect(bars.map(({ key, count }) => [key, count])).toEqual(bars.map(({ key }) => [key, key ? 2 : 0]));
		}
		expect(tallyOf(item(kind), [some.malformed])).toMatchObject({
			malformed: 1,
			answered: 0,
			facility: null
		});
	});
});

test('typed answers are grouped as they are scored', () => {
	const { groups } = tallyOf(item('short-text'), [
		'Macron',
		' emmanuel macron',
		'Sarkozy',
		'SARKOZY!',
		'Hollande'
	]);
	expect(groups[0]?.bars).toEqual([
		{ id: 'Macron', key: true, count: 2, typed: 'Macron' },
		{ id: 'sarkozy', key: false, count: 2, typed: 'Sarkozy' },
		{ id: 'hollande', key: false, count: 1, typed: 'Hollande' }
	]);
	// What stands on the wall for it is shown as a name would be.
	const odd = tallyOf(item('short-text'), [
		'\u202eyzokraS',
		`Zalgo${'\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(9)}`,
		'two\u0007\n\nlines',
		'\u0335\u0336'
	]);
	const shown = odd.groups[0]?.bars.slice(1).map(({ typed }) => typed);
	expect(new Set(shown)).toEqual(new Set(['two lines', 'yzokraS', 'Zalg\u00f3\u0302\u0303\u0304', '…']));
	const numbers = tallyOf(item('numeric'), ['12.5 days', '12,3', '17', '17.0', '1e3', '1000']);
	expect(numbers.groups[0]?.bars.map(({ key, count }) => [key, count])).toEqual([
		[true, 2],
		[false, 2],
		[false, 2]
	]);
});

test('an order is told place by place, and a pair premise by premise', () => {
	const { right } = samples(item('ordering'));
	const order = tallyOf(item('ordering'), [right, Array.isArray(right) ? right.toReversed() : []]).groups;
	expect(order.map(({ part }) => part)).toEqual(['1', '2', '3', '4']);
	expect(order[0]?.bars.map(({ count }) => count)).toEqual([1, 0, 0, 1]);
	const pairs = tallyOf(item('matching'), [{ canada: 'state' }]).groups;
	expect(pairs.map(({ part, none }) => [part, none])).toEqual([
		['canada', 0],
		['siemens', 1],
		['japan', 1]
	]);
});
