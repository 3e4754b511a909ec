import { expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { filesWith } from './fixtures.ts';
import { picturesFor, picturesOf } from './pictures.ts';

const TIMELINE = `timeline:
  title: Then and since
  summary: What came when.
  events:
    - { id: one, date: 2011, text: One came., facts: [F1.1] }
    - { id: two, date: 2018, text: Two came., facts: [F2.1, F1.1] }
    - { id: three, date: 2018-12, text: Three came., facts: [F2.1] }
`;
const SUPPORT = `support:
  title: Who
  summary: Some did.
  groups:
    - { id: some, label: Some, backed: true, members: [{ id: all, label: All, facts: [F2.1] }] }
`;

function bankWith(drawings: string) {
	const since =
		'where: Page 2, since: [{ note: It changed., checked: 2026-11-24, source: { title: A paper } }] }';
	const primer: [string, string][] = [
		['where: Page 2 }', since],
		['facts:\n', `${drawings}facts:\n`]
	];
	const items: [string, string][] = [
		['    level: remember', '    level: remember\n    picture: { timeline: [one] }']
	];
	const { bank } = checkBank('b', filesWith({ primer, items: drawings.includes('timeline') ? items : [] }));
	if (!bank) throw new Error('The sample is broken.');
	return bank;
}

test('an event came later if its date says so, and belongs to the point that tells its first fact', () => {
	const { timeline } = picturesOf(bankWith(TIMELINE).primer);
	expect(timeline?.asOf).toBe('2018-11-13');
	expect(timeline?.events.map(({ id, isLater, point }) => [id, isLater, point])).toEqual([
		['one', false, 1],
		['two', false, 2],
		['three', true, 2]
	]);
});

test('a group that names no fact belongs to the point of its first member', () => {
	const { support } = picturesOf(bankWith(SUPPORT).primer);
	expect(support?.groups).toMatchObject([{ id: 'some', point: 2, members: [{ id: 'all', point: 2 }] }]);
});

test('items bring only the drawings that they point into', () => {
	const { primer, items } = bankWith(TIMELINE + SUPPORT);
	expect(Object.keys(picturesOf(primer))).toEqual(['timeline', 'support']);
	expect(Object.keys(picturesFor(primer, items))).toEqual(['timeline']);
	expect(picturesFor(primer, items.slice(1))).toEqual({});
});
