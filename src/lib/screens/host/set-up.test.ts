import fc from 'fast-check';
import { expect, test } from 'vitest';

import { setupOf } from '#lib/classroom/fixtures.ts';
import { classSetupSchema, usual } from '#lib/classroom/setup.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { readSetUp, writeSetUp, type ClassRules, type SetUp } from './set-up.ts';

const offer = { points: [1, 2], items: ['one', 'two', 'three'], kept: ['three'] };

const read = (query: string) => readSetUp(new URLSearchParams(query), 'course', offer, 'en');

const rules: fc.Arbitrary<ClassRules> = fc
	.record({
		pace: fc.constantFrom('teacher' as const, 'own' as const),
		minutes: fc.option(fc.integer({ min: 1, max: 60 })),
		reading: fc.integer({ min: 0, max: 3600 }),
		scoring: fc.constantFrom('marks' as const, 'speed' as const, 'none' as const),
		certainty: fc.boolean(),
		names: fc.constantFrom('real' as const, 'given' as const),
		teams: fc.uniqueArray(fc.constantFrom('Red', 'Blue', 'Les Bleus', 'A & B = C')),
		words: fc.constantFrom('phones' as const, 'wall' as const),
		mayChange: fc.boolean(),
		closesWhenAll: fc.boolean(),
		standings: fc.boolean(),
		low: fc.integer({ min: 0, max: 100 }),
		more: fc.integer({ min: 0, max: 100 })
	})
	.map(({ minutes, low, more, standings, ...rest }) => ({
		...rest,
		standings: standings && rest.scoring !== 'none',
		seconds: minutes === null ? null : minutes * 60,
		bounds: { low: low / 100, high: Math.min(100, low + more) / 100 }
	}));

test('an address that says nothing is the usual class', () => {
	const { setUp, notices } = read('');
	expect(setUp.rules).toEqual({ ...usual, teams: [] });
	expect(setUp.choice).toMatchObject({ pick: 'draw', language: 'en', options: { count: null } });
	expect(notices).toEqual([]);
});

test('whatever is chosen is in the address, and comes back from it', () => {
	fc.assert(
		fc.property(rules, fc.constantFrom('', 'points=1&n=2', 'pick=hand&items=two,one'), (rules, choice) => {
			const setUp: SetUp = { ...read(`${choice}&lang=fr&seed=a`).setUp, rules };
			expect(read(writeSetUp(setUp).slice(1))).toEqual({ setUp, notices: [] });
		})
	);
});

test('whatever an address says, a server takes the class', () => {
	const names = [
		'set',
		'pace',
		'seconds',
		'window',
		'reading',
		'scoring',
		'certainty',
		'teams',
		'low',
		'high'
	];
	const values = ['', '1', '-4', '1e9', 'own', 'speed', 'none', 'NaN', '2,5', 'a,a,,b;c\nd,e,f,g,h,i,j'];
	const query = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values));
	fc.assert(
		fc.property(query, (query) => {
			const { setUp } = readSetUp(new URLSearchParams(query), 'course', offer, 'en');
			expect(parsed(classSetupSchema, setupOf(setUp.rules))).toBeDefined();
		})
	);
});

test('items that are kept for exams are told of, and left out', () => {
	const { setUp, notices } = read('pick=hand&items=one,three');
	expect(setUp.choice.options.items).toEqual(['one']);
	expect(notices).toMatchObject([{ code: 'kept-for-exams', given: ['three'] }]);
});
