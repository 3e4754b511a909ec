import { expect, test } from 'vitest';

import { complaints, example } from './fixtures.ts';
import { faults, publicView, samples, score, solution } from './numeric.ts';

const item = example('numeric'); // 12.5 ± 0.5 days

test.each([
	['12.5', 1],
	['12,5', 1],
	['12', 1],
	['13 days', 1],
	['13 DAYS.', 1],
	['13day', 1],
	['+12.50', 1],
	['13.01', 0],
	['11,99', 0],
	['-12.5', 0],
	['\u221212.5', 0],
	['12500', 0],
	['12.500', 1], // may also mean 12 500, which is wrong: the right reading counts
	['0', 0],
	['25/2', 1],
	['12 ½ days', 1],
	['1.25e1', 1],
	['1,25×10¹', 1],
	['１２．５', 1],
	['10²', 0]
])('“%s” earns %d', (given, fraction) => {
	expect(score(item, given)).toMatchObject({ state: 'scored', fraction });
});

test.each([
	['1.234', 1],
	['1,234', 1],
	['1 234', 1],
	['1234.0', 1],
	['1.2345', 0]
])('with 1234 as the key “%s” earns %d', (given, fraction) => {
	expect(score(example('numeric', { value: 1234, tolerance: 0, near: [] }), given)).toMatchObject({
		fraction
	});
});

test('tells what was right, and why this number tempts', () => {
	expect(score(item, '17')).toMatchObject({
		parts: [{ id: 'value', verdict: 'wrong', why: 'because-b', key: '12.5 days' }]
	});
	expect(score(item, '30')).toMatchObject({
		parts: [{ verdict: 'wrong', why: 'because-a', key: '12.5 days' }]
	});
	expect(score(item, '12.5')).toEqual({
		state: 'scored',
		fraction: 1,
		parts: [{ id: 'value', verdict: 'right', why: 'because-a' }]
	});
});

test.each([
	['12 weeks', 'other-unit'],
	['12 %', 'other-unit'],
	['€12', 'other-unit'],
	['twelve', 'not-a-number'],
	['about 12', 'not-a-number'],
	['12–13', 'not-a-number'],
	['12/11/2018', 'not-a-number'],
	['12_2', 'not-a-number'],
	['10₂', 'not-a-number'],
	['12 2', 'not-a-number'],
	['NaN', 'not-a-number'],
	['Infinity', 'not-a-number'],
	['9'.repeat(201), 'too-long'],
	[12.5, 'not-a-response'],
	[['12.5'], 'not-a-response']
])('refuses %j', (given, malformation) => {
	expect(score(item, given)).toEqual({ state: 'malformed', malformation });
});

test.each([
	['€', '€12', 1],
	['€', '12 €', 1],
	['%', '12 %', 1],
	['%', '12', 1],
	['km²', '12 km2', 1],
	['°C', '12 °c', 1],
	['°C', '12 º C', 1],
	['km²', '12 km^2', 1],
	['$', 'US$12', 1],
	['$', '12 USD', 1],
	['US$', '$12', 1],
	['€', 'EUR 12', 1],
	['EUR', '12€', 1],
	['CHF', 'Fr. 12', 1]
])('with the unit %s “%s” earns %d', (unit, given, fraction) => {
	expect(score(example('numeric', { value: 12, tolerance: 0, unit: [unit], near: [] }), given)).toMatchObject(
		{
			fraction
		}
	);
});

test('a tolerance is not spoilt by binary fractions', () => {
	const third = example('numeric', { value: 0.3, tolerance: 0.1, near: [] });
	for (const edge of ['0.2', '0.4', '0,4']) expect(score(third, edge)).toMatchObject({ fraction: 1 });
	for (const beyond of ['0.1999', '0.4000001']) expect(score(third, beyond)).toMatchObject({ fraction: 0 });
});

test('shows the first unit, or none', () => {
	expect(publicView(item)).toEqual({ unit: 'days', units: ['days', 'day'] });
	expect(publicView(example('numeric', { unit: [] }))).toEqual({ unit: null, units: [] });
});

test.each([0, -3, 0.001, 1.234, 999, 1234.5, 123456789, 0.000001, 1e-9, 1e20, 1e21])(
	'its samples are what they claim for %d',
	(value) => {
		for (const tolerance of [0, 0.5, Math.abs(value)]) {
			const other = example('numeric', { value, tolerance, near: [] });
			expect(faults(other)).toEqual([]);
			expect(score(other, solution(other))).toMatchObject({ fraction: 1 });
			expect(score(other, samples(other).wrong)).toMatchObject({ fraction: 0 });
		}
	}
);

test('its samples are the key, a near value or one far from it, and a word', () => {
	expect(samples(item)).toEqual({
		right: '12.5',
		partlyRight: null,
		wrong: '17',
		unanswered: ' ',
		malformed: 'a dozen'
	});
	expect(samples(example('numeric', { value: 10, tolerance: 2, near: [] })).wrong).toBe('24');
	expect(samples(example('numeric', { value: 0, tolerance: 0, near: [] })).wrong).toBe('1');
});

test('shows the key as its language writes it', () => {
	expect(solution(example('numeric', { value: 1e21 }))).toBe('1e+21');
	const french = { ...item, language: 'fr' };
	expect(solution(french)).toBe('12,5');
	expect(score(french, '30')).toMatchObject({ parts: [{ key: '12,5 days' }] });
	expect(score({ ...french, unit: [] }, '30')).toMatchObject({ parts: [{ key: '12,5' }] });
});

test('finds near values that are right', () => {
	expect(faults(example('numeric', { near: [{ value: 13, why: 'so' }] }))).toEqual([
		{
			path: ['near', 0, 'value'],
			message: '13 is also right',
			fix: 'Leave it out, or make the tolerance smaller.'
		}
	]);
	const thousand = { value: 1234, tolerance: 0, near: [{ value: 1.234, why: 'so' }] };
	expect(faults(example('numeric', thousand)).map(({ path }) => path)).toEqual([['near', 0, 'value']]);
});

test('its schema says what to do', () => {
	expect(complaints('numeric', { value: Infinity, why: 'so' })).toHaveLength(1);
	expect(complaints('numeric', { value: '12', why: 'so' })).toEqual([
		'is not a number\nWrite digits, with a point before decimals.'
	]);
	expect(complaints('numeric', { value: 12, tolerance: -1, why: 'so' })).toEqual([
		'is below 0\nWrite 0 or more.'
	]);
});
