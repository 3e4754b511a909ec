import { expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import * as categorise from './categorise.ts';
import { example } from './fixtures.ts';
import * as ordering from './ordering.ts';
import { beforeAnotherTry } from './score.ts';

const dated = ['2011-09', '2013-06', '2018-11-12'].map((sort, index) => ({
	id: `e${index}`,
	text: `event ${index}`,
	why: 'so',
	sort
}));
const events = dated.map((element, index) => ({ ...element, place: `event-${index}` }));

const groups = {
	categories: [
		{ id: 'yes', text: 'Yes', place: 'backers' },
		{ id: 'no', text: 'No', place: 'absent' }
	],
	elements: [
		{ id: 'one', text: 'One', category: 'yes', place: 'union', why: 'so' },
		{ id: 'two', text: 'Two', category: 'yes', place: 'union', why: 'so' },
		{ id: 'three', text: 'Three', category: 'no', place: 'other', why: 'so' }
	]
};
const about = {
	language: 'en',
	added: () => ({ language: 'en', stem: [] }),
	hasBacked: (group: string | undefined) => group === 'backers'
};

test('an order of events can be placed on a timeline, and what is seen of it says nothing of when they were', () => {
	const view = ordering.publicView(example('ordering', { elements: events }), seeded('any'));
	expect(view.onTimeline).toBe(true);
	expect(JSON.stringify(view)).not.toMatch(/event-|20\d\d/);
	expect(ordering.publicView(example('ordering', { elements: dated }), seeded('any'))).not.toHaveProperty(
		'onTimeline'
	);
});

test('what is told of an event once the order is known includes its date, and before another try it does not', () => {
	const given = ['e1', 'e0', 'e2'];
	const score = ordering.score(example('ordering', { elements: events }), given);
	if (score.state !== 'scored') throw new Error(score.state);
	expect(score.parts.map(({ date }) => date)).toEqual(['2011-09', '2013-06', '2018-11-12']);
	expect(beforeAnotherTry(score.parts).filter((part) => 'date' in part)).toEqual([]);
	const plain = ordering.score(example('ordering', { elements: dated }), given);
	expect(plain.state === 'scored' && plain.parts.some((part) => 'date' in part)).toBe(false);
});

test('groups of a drawing can be sorted into it, and what is seen of it says which are within its frame alone', () => {
	const item = categorise.informed(example('categorise', groups), about);
	const view = categorise.publicView(item, seeded('any'));
	expect(view.inDrawing).toEqual({ backed: ['yes'] });
	expect(JSON.stringify(view)).not.toMatch(/union|absent|backers/);
	const plain = example('categorise');
	expect(categorise.publicView(categorise.informed(plain, about), seeded('any'))).not.toHaveProperty(
		'inDrawing'
	);
});

test('finds a part without a place among others that have one', () => {
	const [first, ...others] = events;
	const { place: _, ...bare } = first ?? {};
	expect(ordering.faults(example('ordering', { elements: [bare, ...others] }))).toEqual([
		{
			path: ['elements', 0],
			message: 'has no “place”, and other parts of the item have one',
			fix: 'Name its place in the drawing, or leave “place” out everywhere.'
		}
	]);
	const categories = groups.categories.map(({ id, text }) => ({ id, text }));
	expect(categorise.faults(example('categorise', { ...groups, categories }))).toMatchObject([
		{ path: ['categories', 0] }
	]);
});

test('finds two events, or two groups, at one place; two elements may be members of one', () => {
	const elements = events.map((element) => ({ ...element, place: 'event-1' }));
	expect(ordering.faults(example('ordering', { elements }))).toMatchObject([
		{ path: ['elements', 1, 'place'], message: 'the place “event-1” is taken already' },
		{ path: ['elements', 2, 'place'] }
	]);
	const categories = groups.categories.map((category) => ({ ...category, place: 'backers' }));
	expect(categorise.faults(example('categorise', { ...groups, categories }))).toMatchObject([
		{ path: ['categories', 1, 'place'] }
	]);
	expect(categorise.faults(example('categorise', groups))).toEqual([]);
});
