import { expect, test } from 'vitest';

import { isViewOf } from './item.ts';
import { checkBank } from './check.ts';
import { complaints, filesWith } from './fixtures.ts';
import { orderOf, viewOf } from './view.ts';
import { publicView } from '#lib/kinds/index.ts';

const DRAWINGS = `timeline:
  title: Then
  summary: What came when.
  events:
    - { id: one, date: 2011, text: One came., facts: [F1.1] }
    - { id: two, date: 2013-10, text: Two came., facts: [F1.1] }
    - { id: three, date: 2015-11-10, text: Three came., facts: [F1.1] }
    - { id: four, date: 2016-11-10, text: Four came., facts: [F1.1] }
support:
  title: Who and who not
  summary: Some did.
  groups:
    - id: some
      label: Some
      backed: true
      members:
        - { id: union, label: A union, count: 28, facts: [F1.1] }
    - id: others
      label: Others
      backed: false
      members:
        - { id: hermit, label: A hermit, facts: [F1.1] }
`;

const ORDERING = `    kind: ordering
    elements:
      - { id: a, text: the second, sort: 2013-10, place: two, why: So it was. }
      - { id: b, text: the third, sort: 2015-11-10, place: three, why: So it was. }
      - { id: c, text: the fourth, sort: 2016-11-10, place: four, why: So it was. }
`;

const SORTING = `    kind: categorise
    categories:
      - { id: yes, text: did, place: some }
      - { id: no, text: did not, place: others }
    elements:
      - { id: land, text: a land of the union, category: yes, place: union, why: So it was. }
      - { id: cave, text: a hermit, category: no, place: hermit, why: So it was. }
`;

/** A bank with both drawings and an item of a kind in place of its second, and some words written otherwise. */
function drawn(kind: string, change?: [string, string], primer: string = DRAWINGS) {
	return filesWith({
		primer: [['facts:\n', `${primer}facts:\n`]],
		items: [
			['    kind: numeric\n', kind],
			['    value: 2\n    why: One and two.\n', ''],
			...(change ? [change] : [])
		]
	});
}

test('compiles what can be placed in a drawing, and what a learner sees of it', () => {
	for (const [kind, offered] of [
		[ORDERING, { onTimeline: true }],
		[SORTING, { inDrawing: { backed: ['yes'] } }]
	] as const) {
		const { bank, problems } = checkBank('b', drawn(kind));
		expect(problems).toEqual([]);
		const item = bank?.items[1];
		if (!item) throw new Error('The item is missing.');
		const view = viewOf(item, publicView(item, orderOf('seed', item.id)));
		expect(isViewOf(view, 'numeric')).toBe(false);
		expect(view.interaction).toMatchObject(offered);
	}
});

test.each<[string, string, [string, string] | undefined, string]>([
	[
		'an event that the timeline lacks',
		ORDERING,
		['place: two', 'place: nine'],
		'“number” elements[0].place: “timeline” has no event “nine” | Name one that is in primer.yaml, or leave “place” out everywhere in the item.'
	],
	[
		'another date than that of the event',
		ORDERING,
		['sort: 2013-10', 'sort: 2013-11-08'],
		'“number” elements[0].sort: is not the date of “two” in the timeline, which is 2013-10 | Write the same date in both, a day or a month, or leave “place” out in all elements.'
	],
	[
		'an event known by its year alone, within which nothing says what came first',
		ORDERING,
		['place: two', 'place: one'],
		'“number” elements[0].sort: is not the date of “one” in the timeline, which is 2011 |'
	],
	[
		'a group that the drawing lacks',
		SORTING,
		['place: others', 'place: nobody'],
		'“number” categories[1].place: “support” has no group “nobody” |'
	],
	[
		'a supporter of another group than the key says',
		SORTING,
		['place: hermit', 'place: union'],
		'“number” elements[1].place: the group “others” of “support” has no member “union” |'
	],
	[
		'a group in place of one of its members',
		SORTING,
		['place: union', 'place: some'],
		'“number” elements[0].place: the group “some” of “support” has no member “some” |'
	]
])('says what is wrong with a place, where, and what to do: %s', (_, kind, change, expected) => {
	expect(complaints(drawn(kind, change)).join('\n')).toContain(expected);
});

test.each([
	[ORDERING, 'there is no “timeline”'],
	[SORTING, 'there is no “support”']
])('a place in a drawing that the primer does not have', (kind, expected) => {
	expect(complaints(drawn(kind, undefined, '')).join('\n')).toContain(expected);
});
