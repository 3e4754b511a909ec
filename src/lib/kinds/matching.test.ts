import fc from 'fast-check';
import { expect, test } from 'vitest';

import { example } from './fixtures.ts';
import { formParts } from './form.ts';
import { faults, score } from './matching.ts';

const item = example('matching');
const ALL = { canada: 'state', siemens: 'firm', japan: 'state' };

test.each([
	[ALL, 1, 1],
	[{ ...ALL, japan: 'city' }, 2 / 3, 0],
	[{ canada: 'state', japan: '' }, 1 / 3, 0],
	[{ canada: 'city', siemens: 'state' }, 0, 0]
])('%j earns %d, or %d where all counts', (response, share, all) => {
	expect(score(item, response)).toMatchObject({ state: 'scored', fraction: share });
	expect(score(example('matching', { scoring: 'all-or-nothing' }), response)).toMatchObject({
		fraction: all
	});
});

test('tells the right option if another or none was given', () => {
	expect(score(item, { canada: 'firm', siemens: 'firm' })).toMatchObject({
		parts: [
			{ id: 'canada', verdict: 'wrong', why: 'because-a', key: 'a government' },
			{ id: 'siemens', verdict: 'right', why: 'because-b' },
			{ id: 'japan', verdict: 'missed', why: 'because-c', key: 'a government' }
		]
	});
});

test('an empty choice is none', () => {
	expect(score(item, { canada: 'state', siemens: 'state', japan: '' })).toMatchObject({
		parts: [{ verdict: 'right' }, { verdict: 'wrong' }, { verdict: 'missed' }]
	});
	expect(score(item, { canada: '', japan: '' })).toEqual({ state: 'unanswered' });
});

test.each([
	[{ canada: 'county' }],
	[{ cuba: 'state' }],
	[{ canada: ['state'] }],
	[{ canada: null }],
	[['state']],
	[[]],
	['state'],
	[JSON.parse('{"__proto__": "state"}')]
])('refuses %j', (given) => {
	expect(score(item, given)).toEqual({ state: 'malformed', malformation: 'not-a-response' });
});

test('does not mistake what every object inherits for an id', () => {
	const premises = [
		{ id: 'constructor', text: 'A', match: 'state', why: 'so' },
		{ text: 'B', match: 'firm', why: 'so' }
	];
	const odd = example('matching', { premises });
	expect(score(odd, { b: 'firm' })).toMatchObject({ fraction: 0.5 });
	expect(score(odd, { constructor: 'state', b: 'firm' })).toMatchObject({ fraction: 1 });
});

test('never earns less with a pair set right', () => {
	const option = fc.constantFrom('', 'state', 'firm', 'city');
	const response = fc.record({ canada: option, siemens: option, japan: option });
	fc.assert(
		fc.property(response, fc.constantFrom('canada', 'siemens', 'japan'), (given, premise) => {
			const [before, after] = [score(item, given), score(item, { ...given, [premise]: ALL[premise] })];
			if (before.state !== 'scored' || after.state !== 'scored') return;
			expect(after.fraction).toBeGreaterThanOrEqual(before.fraction);
		})
	);
});

test('leaves out the fields of a form that are empty', () => {
	const form = new FormData();
	form.set('response:canada', 'state');
	form.set('response:japan', '');
	form.set('other', 'x');
	expect(formParts(form)).toEqual({ canada: 'state' });
});

test('finds a match with nothing, and an id that gives the key away', () => {
	const premises = [
		{ text: 'Canada', match: 'sate', why: 'so' },
		{ id: 'firm', text: 'Siemens', match: 'firm', why: 'so' }
	];
	expect(faults(example('matching', { premises }))).toEqual([
		{
			path: ['premises', 0, 'match'],
			message: 'no option has the id “sate”',
			fix: 'Name one of these: state, firm, city.'
		},
		{
			path: ['premises', 1],
			message: 'has the same id “firm” as its option, which gives the key away',
			fix: 'Give it another id.'
		}
	]);
});

test('reports a missing option once, however many premises name it', () => {
	const premises = ['siemens', 'canada'].map((id) => ({ id, text: id, match: 'town', why: 'so' }));
	expect(faults(example('matching', { premises })).map(({ path }) => path)).toEqual([
		['premises', 0, 'match']
	]);
});
