import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { complaints, filesWith, PRIMER } from './fixtures.ts';

const SINCE =
	'where: Page 2, since: [{ note: It changed., checked: 2026-11-24, source: { title: A paper } }] }';
const PICTURES = `timeline:
  title: Then and since
  summary: What came when.
  events:
    - { id: one, date: 2011, text: One came., facts: [F1.1] }
    - { id: two, date: 2018-10, text: Two came., facts: [F1.1, F2.1] }
    - { id: three, date: 2021-11-10, text: Three came., facts: [F2.1] }
support:
  title: Who and who not
  summary: Some did.
  groups:
    - id: some
      label: Some
      backed: true
      members:
        - { id: union, label: A union, count: 28, facts: [F1.1] }
        - { id: other, label: Another, facts: [F2.1], later: { date: 2021, text: left } }
`;

/** A bank with both drawings, and some words of its primer written otherwise. */
function drawn(changes: [string, string][] = [], items: [string, string][] = []) {
	const primer: [string, string][] = [
		['where: Page 2 }', SINCE],
		['facts:\n', `${PICTURES}facts:\n`]
	];
	return filesWith({ primer: [...primer, ...changes], items });
}

test('compiles both drawings, and where an item points into them', () => {
	const { bank, problems } = checkBank(
		'b',
		drawn(
			[],
			[
				['    level: remember', '    level: remember\n    picture: { timeline: [one, three] }'],
				['    level: apply', '    level: apply\n    picture: { support: [some, union] }']
			]
		)
	);
	expect(problems).toEqual([]);
	expect(bank?.primer.timeline?.events.map(({ id, date }) => [id, date])).toEqual([
		['one', '2011'],
		['two', '2018-10'],
		['three', '2021-11-10']
	]);
	expect(bank?.primer.support?.groups[0]).toMatchObject({ id: 'some', facts: [], backed: true });
	expect(bank?.items.map(({ picture }) => picture)).toEqual([
		{ timeline: ['one', 'three'] },
		{ support: ['some', 'union'] }
	]);
});

describe('in a drawing, says what is wrong, where, and what to do:', () => {
	test.each<[string, [string, string], string]>([
		[
			'a fact that the primer lacks',
			['One came., facts: [F1.1]', 'One came., facts: [F9.9]'],
			'timeline.events[0].facts[0]: the primer has no fact “F9.9” | Add it to primer.yaml, or name one that is there.'
		],
		[
			'an event without a fact',
			['One came., facts: [F1.1]', 'One came., facts: []'],
			'timeline.events[0].facts: names no fact | Name the fact that this rests on, or leave the whole entry out.'
		],
		[
			'an id that is used twice',
			['id: two', 'id: one'],
			'timeline.events[1].id: the id “one” is used twice | Give each place in the drawing its own id.'
		],
		[
			'an event out of order',
			['2018-10', '2010-10-01'],
			'timeline.events[1].date: comes before “one”, which is listed above it | Move the event: a timeline is written in the order of time.'
		],
		[
			'a date that is none',
			['2018-10', '2018-13'],
			'timeline.events[1].date: is not a date | Write a year, a month or a day: 2011, 2018-10 or 2011-09-12.'
		],
		[
			'a later event of which nothing is known since',
			['Three came., facts: [F2.1]', 'Three came., facts: [F1.1]'],
			'timeline.events[2].date: came after the source, and no fact named here has a note on what is known since | Add one, with its source, to “since” of the fact, or leave this out.'
		],
		[
			'a member with the id of its group',
			['id: union', 'id: some'],
			'support.groups[0].members[0].id: the id “some” is used twice | Give each place in the drawing its own id.'
		],
		[
			'a change that came before the source',
			['date: 2021,', 'date: 2018-11-12,'],
			'support.groups[0].members[1].later.date: is not after 2018-11-13, the date of the source | Tell here only what came later.'
		],
		[
			'a number that cannot be drawn',
			['count: 28', 'count: 0'],
			'support.groups[0].members[0].count: is not a number to draw | Write a whole number from 1 to 1000.'
		],
		[
			'a key that is misspelt',
			['backed: true', 'baked: true'],
			'support.groups[0]: the key “baked” is not known | Did you mean “backed”?'
		]
	])('%s', (_, change, expected) => {
		expect(complaints(drawn([change])).join('\n')).toContain(expected);
	});
});

describe('in an item, says what is wrong, where, and what to do:', () => {
	test.each<[string, string, string]>([
		[
			'a place that is not there',
			'{ timeline: [one, four] }',
			'“first” picture.timeline[1]: “timeline” of the primer has no place “four” | Name one that is in primer.yaml, or leave “picture” out.'
		],
		[
			'places in two drawings',
			'{ timeline: [one], support: [some] }',
			'“first” picture: points into no drawing, or into two | Write either “timeline: […]” or “support: […]”.'
		],
		['no place', '{ support: [] }', '“first” picture.support: names no place | Name what the drawing']
	])('%s', (_, picture, expected) => {
		const items: [string, string][] = [
			['    level: remember', `    level: remember\n    picture: ${picture}`]
		];
		expect(complaints(drawn([], items)).join('\n')).toContain(expected);
	});

	test('a drawing that the primer does not have', () => {
		const items: [string, string][] = [
			['    level: remember', '    level: remember\n    picture: { timeline: [one] }']
		];
		expect(PRIMER).not.toContain('timeline');
		expect(complaints(filesWith({ items }))).toEqual([
			'b/1.yaml:8:27 “first” picture.timeline[0]: the primer has no “timeline” to point into | Name one that is in primer.yaml, or leave “picture” out.'
		]);
	});
});
