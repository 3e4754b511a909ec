import { expect, test } from 'vitest';

import { changesSince, isChange } from './since.ts';

const PRIMER = '2018-11-13';

test('a change is of a day after that of the primer', () => {
	expect(isChange({ date: '2018-11-14' }, PRIMER)).toBe(true);
	expect(isChange({ date: PRIMER }, PRIMER)).toBe(false);
	expect(isChange({ date: '2017-12-31' }, PRIMER)).toBe(false);
});

test('a note without a day says something more exactly', () => {
	expect(isChange({}, PRIMER)).toBe(false);
});

test('the changes about several facts come in the order of these', () => {
	const note = (date?: string) => ({
		note: date ?? 'more exactly',
		...(date !== undefined && { date }),
		checked: '2026-11-01',
		source: { title: 'A source' }
	});
	const facts = [{ since: [note('2021-01-01'), note()] }, { since: [] }, { since: [note('2019-01-01')] }];
	expect(changesSince(facts, PRIMER).map(({ date }) => date)).toEqual(['2021-01-01', '2019-01-01']);
});
